/** Terms as rows of a table, each once and after its operands: the form in which certificates hold them. */
import type { Place } from './certificate.ts'
import type { Expr } from './expr.ts'
import { exactText } from './rational.ts'

export class TermTable {
  readonly rows: (string | Place)[][] = []
  readonly #places = new Map<Expr, Place>()
  readonly #placesOfRows = new Map<string, Place>()

  /** The number of the row of this term, entered if it is new. */
  readonly place = (u: Expr): Place => {
    const known = this.#places.get(u)
    if (known !== undefined) return known
    const row = this.#row(u)
    const name = row.join('\n')
    const place = this.#placesOfRows.get(name) ?? this.rows.push(row) - 1
    this.#placesOfRows.set(name, place)
    this.#places.set(u, place)
    return place
  }

  #row(u: Expr): (string | Place)[] {
    if (u.kind === 'call') return [u.head, ...u.args.map(this.place)]
    if (u.kind === 'symbol') return ['symbol', u.name]
    return ['number', exactText(u.value)]
  }
}
