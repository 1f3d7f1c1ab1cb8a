/** What every operation takes: a formula, and the context it is meant in. */
import { type Condition, isCondition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { type Expr, freeSymbols, isCall } from '../expression/expr.ts'
import { definition } from '../functions/index.ts'
import { PLAIN } from './plain.ts'
import { readIn } from './read.ts'

/** A term, or a text in plain notation. */
export type Formula = Expr | string

/** The setting of an operation. */
export interface Context {
  /** The variable; by default `x`, else the only symbol of the formula. */
  readonly variable?: string
  /** Conditions on the parameters and the variable, such as `a > 0`. */
  readonly assuming?: readonly (string | Condition)[]
  readonly budget?: { readonly milliseconds?: number }
  /** Functions of one's own for formulas given as text: `['ogive(x, k) = x^2/(k + x^2)']`. */
  readonly definitions?: readonly string[]
}

const DEFAULT_MILLISECONDS = 2_000

/** The term itself, or the text read in plain notation, with the definitions of the context. */
export const asExpr = (formula: Formula, { definitions = [] }: Context = {}): Expr =>
  typeof formula === 'string'
    ? readIn(
        PLAIN,
        formula,
        definitions.map((text) => [text, PLAIN]),
      ).expr
    : formula

/** The conditions assumed, read. Throws OgeeError `E402` for what is no condition. */
export const assumptions = (context: Context): Condition[] =>
  (context.assuming ?? []).map((given) => {
    const condition = asExpr(given, context)
    if (isCondition(condition)) return condition
    throw new OgeeError('E402', 'an assumption must be a condition', undefined, 'for example a > 0 or x != 1')
  })

export const millisecondsOf = ({ budget }: Context): number => budget?.milliseconds ?? DEFAULT_MILLISECONDS

/**
 * The variable the context names, else `x` if it occurs, else the only symbol or the first operand of
 * a named curve; `x` for a formula without symbols. Throws OgeeError `E403` listing the symbols if there are several.
 */
export function variableOf(u: Expr, { variable }: Context): string {
  if (variable !== undefined) {
    if (/^[\p{L}_][\p{L}\p{N}_{}]*$/u.test(variable)) return variable
    throw new OgeeError('E403', `${JSON.stringify(variable)} is not a name for a variable`)
  }
  const symbols = freeSymbols(u)
  if (symbols.length === 0 || symbols.includes('x')) return 'x'
  const derivative = innermostDerivative(u)
  if (symbols.length === 1) return symbols[0] as string
  const operand = curveOperand(u)
  if (operand !== undefined) return operand
  if (derivative !== undefined) return derivative
  throw new OgeeError(
    'E403',
    `the formula has several symbols: ${symbols.join(', ')}`,
    undefined,
    `say which is the variable, for example ${likelyVariable(u, symbols)}`,
  )
}

/** Time is mostly t; else a letter in an exponent, behind its factors: u in a*e^(-b*u). */
const likelyVariable = (u: Expr, symbols: readonly string[]): string =>
  symbols.includes('t') ? 't' : (inExponents(u).at(-1) ?? (symbols.at(-1) as string))

function inExponents(u: Expr): readonly string[] {
  if (u.kind !== 'call') return []
  const exponent = isCall(u, 'power') ? u.args[1] : isCall(u, 'exp') ? u.args[0] : undefined
  return [...u.args.flatMap(inExponents), ...(exponent ? freeSymbols(exponent) : [])]
}

/** The variable of a curve with parameters, fermidirac(E, m, t) alone: its first operand. */
export function curveOperand(u: Expr): string | undefined {
  const [operand, ...parameters] = u.kind === 'call' && definition(u.head)?.required === 1 ? u.args : []
  return operand?.kind === 'symbol' && parameters.length > 0 ? operand.name : undefined
}

/** The variable of a derivative in the formula, if there is one. */
function innermostDerivative(u: Expr): string | undefined {
  if (u.kind !== 'call') return undefined
  const variable = isCall(u, 'D') ? u.args[1] : undefined
  if (variable?.kind === 'symbol') return variable.name
  for (const arg of u.args) {
    const found = innermostDerivative(arg)
    if (found !== undefined) return found
  }
  return undefined
}
