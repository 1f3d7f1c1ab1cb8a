/**
 * Terms under one roof: equal terms become one object, so that what was found out about a term
 * (its key, its neat form, its moves) is found out once.
 */
import { call, type Expr, same } from '../../expression/expr.ts'

export class Terms {
  readonly #shelf = new Map<number, Expr[]>()
  readonly #own = new Set<Expr>()

  /** The one object for this term. */
  one(u: Expr): Expr {
    if (this.#own.has(u)) return u
    const rooted = u.kind === 'call' ? this.#withOperands(u.head, u.args, u) : u
    const bucket = this.#shelf.get(rooted.hash)
    const known = bucket?.find((other) => same(other, rooted))
    if (known) return known
    if (bucket) bucket.push(rooted)
    else this.#shelf.set(rooted.hash, [rooted])
    this.#own.add(rooted)
    return rooted
  }

  #withOperands(head: string, args: readonly Expr[], u: Expr): Expr {
    let changed = false
    const own = args.map((arg) => {
      const one = this.one(arg)
      changed ||= one !== arg
      return one
    })
    return changed ? call(head, own) : u
  }
}
