/** A formula as a product of factors, functions of the variable taken as letters; shown only where it is proved equal. */
import { factored, writtenOut } from '../../analyse/proofs/factored.ts'
import { compare } from '../../derive/compare.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { measure } from '../../derive/simplify-measure.ts'
import { verify } from '../../derive/verify.ts'
import { call, type Expr, freeSymbols, isCall, same, substitute, symbol } from '../../expression/expr.ts'
import type { Context } from '../../syntax/formula.ts'

/** A product says more than a sum that is a little shorter. */
const ALLOWED = 1.15

const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'multiply', 'divide', 'negate'])

/** The factored form of u, if it is about as short and has the same values and domain; else u. */
export function inFactors(u: Expr, context: Context): Expr {
  const form = candidate(u)
  if (!form || same(form, u) || measure(form) > ALLOWED * measure(u)) return u
  try {
    const verdict = compare(u, form, context)
    const isSame = verdict.verdict === 'equal' && verdict.where.length === 0 && verdict.domains === 'same'
    return isSame && verify(verdict).ok ? form : u
  } catch (error) {
    if (error instanceof OutOfBudget) return u
    throw error
  }
}

/** Its factors, with a letter in the place of each function while they are looked for. */
function candidate(u: Expr): Expr | undefined {
  const taken = new Set(freeSymbols(u))
  const hidden: { readonly term: Expr; readonly letter: string }[] = []
  const hide = (v: Expr): Expr => {
    if (v.kind !== 'call') return v
    const isPower = isCall(v, 'power') && v.args[1]?.kind === 'number'
    if (isPower) return call(v.head, [hide(v.args[0] as Expr), v.args[1] as Expr])
    if (ARITHMETIC.has(v.head)) return call(v.head, v.args.map(hide))
    const known = hidden.find(({ term }) => same(term, v))
    if (known) return symbol(known.letter)
    let letter = `t_${hidden.length + 1}`
    while (taken.has(letter)) letter += '_'
    hidden.push({ term: v, letter })
    return symbol(letter)
  }
  const found = factored(hide(u))
  if (!found) return undefined
  // letters, then functions, then sums
  const place = (base: Expr): string => {
    if (base.kind !== 'symbol') return '3'
    return hidden.some(({ letter }) => letter === base.name) ? '2' : `1${base.name}`
  }
  const factors = [...found.factors].sort((a, b) => place(a.base).localeCompare(place(b.base)))
  const written = new Map(hidden.map(({ term, letter }) => [letter, term]))
  return substitute(writtenOut({ ...found, factors }), written)
}
