/** What a line is held against: the line before, or the first; a claim, a quantity or a statement. */
import { compare } from '../derive/compare.ts'
import { isCondition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import {
  call,
  derivative,
  type Expr,
  freeSymbols,
  isCall,
  mentions,
  same,
  symbol,
} from '../expression/expr.ts'
import type { Context } from '../syntax/formula.ts'
import type { Mark } from './marking.ts'
import { isSameUpToCalculation, quantityMark, sidesOf } from './quantities.ts'
import type { ReadLine } from './reader.ts'
import { statementMark } from './statements.ts'

/** What was shown so far: the line it began with, and the one to follow from. */
export interface Argument {
  readonly first: Expr
  readonly current: Expr
}

/** A mark, and what the next line is held against. */
interface Step {
  readonly mark: Mark
  readonly argument?: Argument
  /** The line that the step led from. */
  readonly from?: Expr
}

/** Words that announce a derivative. */
export const DIFFERENTIATING: RegExp = /\b(?:differentiat|derivative)/i

const START: Mark = { verdict: 'start' }

/** What a line is read in. */
interface Before {
  readonly argument: Argument | undefined
  /** Did the words before ask for the derivative? */
  readonly isDerivativeNext: boolean
  readonly context: Context
}

/** The mark of a line, and what the next one is held against. Whatever is wrong with the line is part of the mark. */
export function stepTo({ kind, expr, error, continues, isClaim, said = '' }: ReadLine, before: Before): Step {
  if (kind !== 'formula') return { mark: { verdict: 'comment' } }
  if (!expr) return { mark: { verdict: 'unreadable', error: error as OgeeError } }
  const { context, argument } = before
  try {
    const plain = (): Step => stepFrom(expr, { continues, isClaim: isClaim === true }, argument, context)
    const isAsked = before.isDerivativeNext || DIFFERENTIATING.test(said)
    const asked = isAsked && !isCondition(expr) ? differentiated(argument, context) : undefined
    if (!asked) return plain()
    const step = quantityStep(expr, asked, continues, context)
    // Words are no proof that a derivative is meant.
    const other = step.mark.verdict === 'wrong' ? plain() : step
    return other.mark.verdict === 'wrong' ? step : other
  } catch (thrown) {
    const begun: Argument = { first: expr, current: expr }
    if (thrown instanceof OgeeError)
      return { mark: { verdict: 'unreadable', error: thrown }, argument: begun }
    if (thrown instanceof RangeError || (thrown as Error).name === 'OutOfBudget') {
      return { mark: { verdict: 'unknown', reason: 'the line is too large to work with' }, argument: begun }
    }
    throw thrown
  }
}

function stepFrom(
  u: Expr,
  { continues, isClaim }: { readonly continues: boolean; readonly isClaim: boolean },
  argument: Argument | undefined,
  context: Context,
): Step {
  if (!isCondition(u)) return quantityStep(u, argument, continues, context)
  const parts = chained(u)
  const begun = argument && !isCondition(argument.current) ? argument : undefined
  if (continues && begun && parts) return claimStep([begun.current, ...parts], begun, context)
  const root = isClaim && parts && begun ? equationFor(parts, begun) : undefined
  if (root) return { mark: START, argument: { first: root, current: root } }
  if (parts && (isClaim || claims(parts, begun))) return claimStep(parts, begun, context)
  return statementStep(u, argument, context)
}

/** The derivative of the line before, for the next line to follow from. */
function differentiated(argument: Argument | undefined, context: Context): Argument | undefined {
  if (!argument || isCondition(argument.current)) return undefined
  const symbols = freeSymbols(argument.current)
  const name = context.variable ?? (symbols.includes('x') || symbols.length !== 1 ? 'x' : symbols[0])
  const first = derivative(argument.current, symbol(name as string))
  return { first, current: first }
}

/** The quantities of `a = b = c`, in order; nothing for another statement. */
function chained(u: Expr): readonly Expr[] | undefined {
  const equations = (isCall(u, 'and') ? u.args : [u]).map(sidesOf)
  const parts: Expr[] = []
  for (const sides of equations) {
    const [left, right] = sides ?? []
    if (!left || !right) return undefined
    const last = parts.at(-1)
    if (last && !same(last, left)) return undefined
    parts.push(...(last ? [right] : [left, right]))
  }
  return parts
}

/** f′(x) = 0, once f′(x) is known, is no claim but an equation to solve. */
function equationFor([left, right, ...more]: readonly Expr[], begun: Argument): Expr | undefined {
  const asks = left !== undefined && right?.kind === 'number' && more.length === 0
  const isKnown = asks && isSameUpToCalculation(left, begun.first) && !same(begun.first, begun.current)
  return isKnown && freeSymbols(begun.current).length > 0 ? call('=', [begun.current, right]) : undefined
}

/** Is the line a claim that its sides are equal, and not an equation to solve? */
function claims(parts: readonly Expr[], begun: Argument | undefined): boolean {
  const [left] = parts as [Expr]
  if (parts.length > 2 || hasDerivative(left)) return true
  if (begun && leads(left, begun)) return true
  return false
}

const hasDerivative = (u: Expr): boolean =>
  u.kind === 'call' && (u.head === 'D' || u.args.some(hasDerivative))

const leads = (u: Expr, { first, current }: Argument): boolean =>
  isSameUpToCalculation(u, first) || isSameUpToCalculation(u, current)

function quantityStep(u: Expr, argument: Argument | undefined, continues: boolean, context: Context): Step {
  const sides = argument && continues ? sidesOf(argument.current) : undefined
  const current = sides ? sides[1] : argument?.current
  if (!argument || !current || isCondition(current))
    return { mark: START, argument: { first: u, current: u } }
  const first = sides ? current : argument.first
  const mark = held(u, current, first, context)
  return { mark, from: current, argument: { first, current: u } }
}

/** Held against the line before; if that fails, against the first. */
function held(u: Expr, current: Expr, first: Expr, context: Context): Mark {
  const mark = quantityMark(current, u, context)
  if (mark.verdict !== 'wrong' || same(first, current)) return mark
  const fromFirst = quantityMark(first, u, context)
  return fromFirst.verdict === 'follows' ? { ...fromFirst, fromFirst: true } : mark
}

/** `a = b = c`: each part after the one before; the worst mark counts. */
function claimStep(parts: readonly Expr[], begun: Argument | undefined, context: Context): Step {
  const [left, ...rest] = parts as [Expr, ...Expr[]]
  const known = begun && leads(left, begun) ? begun : undefined
  const first = known?.first ?? left
  let current = known && isSameUpToCalculation(left, first) ? known.current : left
  const from = current
  let worst: Mark | undefined
  for (const part of rest) {
    const mark = held(part, current, first, context)
    worst = worst === undefined || severity(mark) > severity(worst) ? mark : worst
    current = part
  }
  return { mark: worst ?? START, from, argument: { first, current } }
}

const ORDER: readonly Mark['verdict'][] = [
  'start',
  'comment',
  'follows',
  'equivalent, but',
  'unknown',
  'unreadable',
  'wrong',
]
const severity = ({ verdict }: Mark): number => ORDER.indexOf(verdict)

function statementStep(u: Expr, argument: Argument | undefined, context: Context): Step {
  if (!argument || !isCondition(argument.current)) {
    const sides = sidesOf(u)
    const isIdentity = sides && compare(...sides, context).verdict === 'equal'
    if (!isIdentity) return { mark: START, argument: { first: u, current: u } }
    return { mark: quantityMark(...sides, context), argument: { first: sides[0], current: sides[1] } }
  }
  const { first, current } = argument
  if (introduces(u, current)) return { mark: START, argument: { first: u, current: u } }
  const mark = statementMark(current, u, context)
  const loses =
    mark.verdict === 'wrong' || (mark.verdict === 'equivalent, but' && mark.but === 'lost solutions')
  const again = loses && !same(first, current) ? statementMark(first, u, context) : undefined
  const best: Mark = again?.verdict === 'follows' ? { ...again, fromFirst: true } : mark
  return { mark: best, from: current, argument: { first, current: u } }
}

/** Does `u = x^2 + 1` give a name to something new? */
function introduces(u: Expr, current: Expr): boolean {
  const [left] = sidesOf(u) ?? []
  return left?.kind === 'symbol' && freeSymbols(current).length > 0 && !mentions(current, left.name)
}
