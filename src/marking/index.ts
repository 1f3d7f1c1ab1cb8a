/** Marking: a person's own lines, each against the one before. */
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
import type { Mark, MarkedLine, Marking } from './marking.ts'
import { isSameUpToCalculation, quantityMark, sidesOf } from './quantities.ts'
import { LineReader, type ReadLine, supposedIn } from './reader.ts'
import { wrongReason } from './reasons.ts'
import { statementMark } from './statements.ts'

export type { Change, LikelyMistake, Mark, MarkedLine, Marking, WrongReason } from './marking.ts'

const DEFAULT_MILLISECONDS = 10_000

/** What was shown so far: the line it began with, and the one to follow from. */
interface Argument {
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

/**
 * Marks a person's working line by line: which rules lead from one line to the next, where a line is
 * wrong and what mistake would explain it, which solutions an equation lost or gained. A line is held
 * against the one before, even if that is wrong, and if it does not follow, against the first. Words between formulas are
 * kept; a heading or a row of dashes begins anew. A line may begin with `=`, name a derivative
 * (`f'(x) = …`, `d/dx(…) = …`), and say its reason beside it: `(chain rule)`.
 *
 * The mistakes named are guesses: each gives exactly the wrong line. All else is proved; `unknown`
 * is the answer where nothing is. `budget` is for all lines together, ten seconds by default.
 *
 * @throws OgeeError `E402` for an assumption that is no condition.
 * @example
 * ```ts
 * mark(['(x + 3)^2', 'x^2 + 9']).lines[1].mark.mistake.name // → 'power of a sum taken term by term'
 * mark('d/dx(sin(x^2)) = cos(x^2)').lines[0].mark.mistake.name // → 'inner derivative dropped'
 * mark(['x^2 = 9', 'x = 3 or x = -3']).verdict // → 'right'
 * ```
 */
export function mark(work: string | readonly string[], context: Context = {}): Marking {
  const texts = typeof work === 'string' ? work.split(/\r?\n/) : work
  const deadline = Date.now() + (context.budget?.milliseconds ?? DEFAULT_MILLISECONDS)
  const reader = new LineReader()
  const tally = new Tally()
  let known = context
  let argument: Argument | undefined
  let isDerivativeNext = false
  const lines: MarkedLine[] = []
  for (const [i, text] of texts.entries()) {
    const line = Date.now() > deadline ? undefined : reader.read(text)
    if (line?.kind === 'heading') {
      argument = undefined
      tally.anew()
    }
    if (line?.kind === 'comment') {
      known = supposing(known, supposedIn(text))
      isDerivativeNext ||= DIFFERENTIATING.test(text)
    }
    const here = line && supposing(known, supposedIn(line.said ?? ''))
    const step = line && here ? stepTo(line, { argument, isDerivativeNext, context: here }) : { mark: LATE }
    if (line?.kind === 'formula') isDerivativeNext = false
    argument = step.argument ?? argument
    const reason = line && step.from ? wrongReason(line.said, step.from) : undefined
    tally.count(step.mark, reason !== undefined)
    lines.push({ number: i + 1, text, mark: step.mark, ...(reason ? { wrongReason: reason } : {}) })
  }
  return { verdict: tally.verdict(), lines }
}

/** Words that announce a derivative. */
const DIFFERENTIATING = /\b(?:differentiat|derivative|derive\b)/i

const supposing = (context: Context, condition: Expr | undefined): Context =>
  condition ? { ...context, assuming: [...(context.assuming ?? []), condition] } : context

/** What the marks so far say of the whole. */
class Tally {
  #isWrong = false
  #isUnknown = false
  /** Were solutions gained that no later line has thrown out? */
  #gained = false

  count(mark: Mark, isWrongReason: boolean): void {
    const { verdict } = mark
    this.#isWrong ||= verdict === 'wrong' || isWrongReason
    this.#isUnknown ||= verdict === 'unknown' || verdict === 'unreadable'
    if (verdict === 'equivalent, but') {
      this.#isWrong ||= mark.but === 'lost solutions'
      this.#gained ||= mark.but === 'gained solutions'
    }
    if (verdict === 'follows' && mark.fromFirst) this.#gained = false
  }

  /** Another argument begins. */
  anew(): void {
    this.#isWrong ||= this.#gained
    this.#gained = false
  }

  verdict(): Marking['verdict'] {
    if (this.#isWrong || this.#gained) return 'wrong'
    return this.#isUnknown ? 'unknown' : 'right'
  }
}

const LATE: Mark = { verdict: 'unknown', reason: 'the time allowed is used up' }
const START: Mark = { verdict: 'start' }

/** What a line is read in. */
interface Before {
  readonly argument: Argument | undefined
  /** Did the words before ask for the derivative? */
  readonly isDerivativeNext: boolean
  readonly context: Context
}

function stepTo({ kind, expr, error, continues, isClaim, said = '' }: ReadLine, before: Before): Step {
  if (kind !== 'formula') return { mark: { verdict: 'comment' } }
  if (!expr) return { mark: { verdict: 'unreadable', error: error as OgeeError } }
  const { context } = before
  const isAsked = before.isDerivativeNext || DIFFERENTIATING.test(said)
  const argument = isAsked && !isCondition(expr) ? differentiated(before.argument, context) : before.argument
  try {
    if (!isCondition(expr)) return quantityStep(expr, argument, continues, context)
    const parts = chained(expr)
    const begun = argument && !isCondition(argument.current) ? argument : undefined
    if (continues && begun && parts) return claimStep([begun.current, ...parts], begun, context)
    const root = isClaim && parts && begun ? equationFor(parts, begun) : undefined
    if (root) return { mark: START, argument: { first: root, current: root } }
    if (parts && (isClaim || claims(parts, begun))) return claimStep(parts, begun, context)
    return statementStep(expr, argument, context)
  } catch (thrown) {
    if (thrown instanceof OgeeError)
      return { mark: { verdict: 'unreadable', error: thrown }, argument: { first: expr, current: expr } }
    if (thrown instanceof RangeError || (thrown as Error).name === 'OutOfBudget') {
      return {
        mark: { verdict: 'unknown', reason: 'the line is too large to work with' },
        argument: { first: expr, current: expr },
      }
    }
    throw thrown
  }
}

/** The derivative of the line before, for the next line to follow from. */
function differentiated(argument: Argument | undefined, context: Context): Argument | undefined {
  if (!argument || isCondition(argument.current)) return argument
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
