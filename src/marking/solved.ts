/** Lines that say what a letter is, `x = 2 or x = -3`: a mistaken equation may lead to them over several steps. */
import { double } from '../decide/double.ts'
import { type Expr, freeSymbols, isCall, mentions, substitute } from '../expression/expr.ts'
import { pointsFor } from './glance.ts'

export interface Solved {
  readonly name: string
  readonly values: readonly Expr[]
}

/** The letter and its values, if the line says no more than these. */
export function solvedForm(u: Expr): Solved | undefined {
  const parts = isCall(u, 'or') ? u.args : [u]
  const [name] = parts.map((part) =>
    isCall(part, '=') && part.args[0]?.kind === 'symbol' ? part.args[0].name : '',
  )
  if (!name) return undefined
  const values: Expr[] = []
  for (const part of parts) {
    const [left, value] = isCall(part, '=') ? part.args : []
    if (left?.kind !== 'symbol' || left.name !== name || !value || mentions(value, name)) return undefined
    values.push(value)
  }
  return { name, values }
}

const NEAR = 1e-9
const ASIDE = 0.37

/** Is the form 0 at these values, and not everywhere, as far as doubles tell? */
export function mayLeadTo(form: Expr, { name, values }: Solved): boolean {
  return values.every((value) => {
    const put = substitute(form, new Map([[name, value]]))
    const names = [...new Set([...freeSymbols(form), ...freeSymbols(put)])].filter((other) => other !== name)
    const [zero, all, at] = [double(put, names), double(form, [...names, name]), double(value, names)]
    const rows = pointsFor(names.length).filter((row) => Number.isFinite(zero(row)))
    return (
      rows.length > 0 &&
      rows.every((row) => Math.abs(zero(row)) < NEAR * Math.max(1, Math.abs(at(row)))) &&
      rows.some((row) => Math.abs(all([...row, at(row) + ASIDE])) > NEAR)
    )
  })
}
