/** What a line is held against: the line before, or the first; a claim, a quantity or a statement. */
import { compare } from '../derive/compare.ts'
import { workedOut } from '../derive/worked-out.ts'
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
import { implicitly } from './leibniz.ts'
import type { Mark } from './marking.ts'
import { meanings, meaningsIn, type Names, NO_NAMES, newLetters, putIn, withNames } from './names.ts'
import { isSameUpToCalculation, quantityMark, sidesOf } from './quantities.ts'
import type { ReadLine } from './reader.ts'
import { ROUNDED } from './rounded.ts'
import { statementMark } from './statements.ts'
import { isSystem } from './systems.ts'

/** What was shown so far: the line it began with, and the one to follow from. */
export interface Argument {
  readonly first: Expr
  readonly current: Expr
  /** What letters stand for, by lines before the argument. */
  readonly names?: Names
  /** If it began by giving a letter a meaning: what it interrupted, with that meaning. */
  readonly aside?: Argument
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

const MOST_NODES = 1_000
const TOO_LARGE: Mark = { verdict: 'unknown', reason: 'the line is too large to work with' }
const START: Mark = { verdict: 'start' }

/** What a line is read in. */
interface Before {
  readonly argument: Argument | undefined
  /** Did the words before ask for the derivative? */
  readonly isDerivativeNext: boolean
  readonly context: Context
}

/** The mark of a line, and what the next one is held against. Whatever is wrong with the line is part of the mark. */
export function stepTo(line: ReadLine, before: Before): Step {
  const { kind, expr, error, said = '' } = line
  if (kind !== 'formula') return { mark: { verdict: 'comment' } }
  if (!expr) return { mark: { verdict: 'unreadable', error: error as OgeeError } }
  const { context } = before
  const argument = before.argument && knowing(before.argument, meaningsIn(said))
  const begun: Argument = { first: expr, current: expr, ...namesOf(argument) }
  if (expr.size > MOST_NODES) return { mark: TOO_LARGE }
  if (line.isDefinition) return { mark: START, argument: begun }
  try {
    const plain = (): Step => {
      const step = inSomeReading(expr, line, argument, context)
      const other =
        line.other && step.mark.verdict === 'wrong'
          ? inSomeReading(line.other, line, argument, context)
          : step
      return other.mark.verdict === 'follows' ? other : step
    }
    const isAsked = before.isDerivativeNext || DIFFERENTIATING.test(said)
    const asked = isAsked && !isCondition(expr) ? differentiated(argument, context) : undefined
    if (!asked) return line.isApproximate ? allowingRounding(plain()) : plain()
    const step = quantityStep(expr, asked, line.continues, context)
    // Words are no proof that a derivative is meant.
    const other = step.mark.verdict === 'wrong' ? plain() : step
    return other.mark.verdict === 'wrong' ? step : other
  } catch (thrown) {
    if (thrown instanceof OgeeError)
      return { mark: { verdict: 'unreadable', error: thrown }, argument: begun }
    if (thrown instanceof RangeError || (thrown as Error).name === 'OutOfBudget') {
      return { mark: TOO_LARGE, argument: begun }
    }
    throw thrown
  }
}

/** What is said to be rounded may be. */
const allowingRounding = (step: Step): Step =>
  step.mark.verdict === 'unknown' && step.mark.reason === ROUNDED
    ? { ...step, mark: { verdict: 'follows', by: [], where: [] } }
    : step

const namesOf = (argument: Argument | undefined): { names?: Names } =>
  argument?.names ? { names: argument.names } : {}

const knowing = (argument: Argument, more: Names): Argument =>
  more.size === 0 ? argument : { ...argument, names: withNames(argument.names ?? NO_NAMES, more) }

/**
 * As it stands, with letters replaced by what they stand for, or going on with what a definition
 * interrupted: a person writes each of these, so a line is right if one of them is.
 */
function inSomeReading(u: Expr, line: ReadLine, argument: Argument | undefined, context: Context): Step {
  const flags = { continues: line.continues, isClaim: line.isClaim === true }
  const plain = stepFrom(u, flags, argument, context)
  const { verdict } = plain.mark
  if (!argument || verdict === 'follows' || verdict === 'start') return plain
  let undecided: Mark | undefined
  for (const reading of [argument, ...(argument.aside ? [argument.aside] : [])]) {
    if (reading !== argument) {
      const step = stepFrom(u, flags, reading, context)
      if (step.mark.verdict === 'follows') return step
    }
    const { names } = reading
    if (!names) continue
    const put = (v: Expr): Expr => putIn(v, names)
    const [whole, from] = [put(u), { ...reading, first: put(reading.first), current: put(reading.current) }]
    if (same(whole, u) && same(from.current, reading.current)) continue
    const step = stepFrom(whole, flags, from, context)
    if (step.mark.verdict === 'follows')
      return { ...step, argument: { ...reading, current: lastOf(u, step) } }
    if (step.mark.verdict === 'unknown') undecided = step.mark
  }
  const claim = hasDerivative(u) ? aboutDerivatives(u, flags, argument, context) : undefined
  if (claim) return claim
  const known = [argument, argument.aside].flatMap((part) => (part ? [part.first, part.current] : []))
  const meant = [...(argument.names ?? [])].flatMap(([name, body]) => [symbol(name), body])
  const unknown = newLetters(u, [...known, ...meant, ...(plain.from ? [plain.from] : [])])
  const [letter] = unknown
  if (!isRefused(plain.mark)) return plain
  if (letter === undefined) return undecided ? { ...plain, mark: undecided } : plain
  return { ...plain, mark: { verdict: 'unknown', reason: `what ${letter} stands for is not said` } }
}

/** A claim about derivatives stands by itself, but for what letters were defined as. */
function aboutDerivatives(
  u: Expr,
  flags: { readonly continues: boolean; readonly isClaim: boolean },
  argument: Argument,
  context: Context,
): Step | undefined {
  const given = [argument.aside?.first, argument.first].flatMap((line) => {
    const found = line && meanings(line, () => false)
    return found ? [found] : []
  })
  const names = [argument.aside?.names ?? NO_NAMES, argument.names ?? NO_NAMES, ...given].reduce(withNames)
  if (names.size === 0) return undefined
  const step = stepFrom(putIn(u, names), flags, undefined, context)
  if (step.mark.verdict !== 'follows' || !step.argument) return undefined
  return { ...step, argument: { ...step.argument, current: lastOf(u, step), names } }
}

/** Does the mark blame the line? */
export const isRefused = (mark: Mark): boolean =>
  mark.verdict === 'wrong' ||
  (mark.verdict === 'equivalent, but' && (mark.but === 'lost solutions' || mark.but === 'gained solutions'))

/** The line the next one is held against, with the letters as they were written. */
function lastOf(u: Expr, { argument }: Step): Expr {
  if (!argument || isCondition(argument.current)) return u
  const parts = isCondition(u) ? chained(u) : undefined
  return parts?.at(-1) ?? u
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
  if (root) return { mark: START, argument: { first: root, current: root, ...namesOf(argument) } }
  if (parts && parts.length > 2 && !isClaim && parts[0]?.kind === 'symbol')
    return valueStep(parts, argument, context)
  if (parts && (isClaim || claims(parts, begun)))
    return knowingBefore(claimOrEquation(parts, isClaim, argument, begun, context), argument)
  return statementStep(u, argument, context)
}

/** A claim about s′ below `s = …`: what s stands for holds on. */
function knowingBefore(step: Step, before: Argument | undefined): Step {
  const given = before && meanings(before.first, () => false)
  return given && step.argument ? { ...step, argument: knowing(step.argument, given) } : step
}

/** `x = 27^(1/3) = 3`: a statement, and a calculation in the same line. */
function valueStep(parts: readonly Expr[], argument: Argument | undefined, context: Context): Step {
  const [letter, value, ...rest] = parts as [Expr, Expr, ...Expr[]]
  const step = statementStep(call('=', [letter, value]), argument, context)
  const calculated = claimStep([value, ...rest], undefined, context)
  const isWorse = severity(calculated.mark) > severity(step.mark)
  const current = call('=', [letter, rest.at(-1) as Expr])
  return {
    ...step,
    ...(isWorse ? { mark: calculated.mark } : {}),
    ...(step.argument ? { argument: { ...step.argument, current } } : {}),
  }
}

/**
 * A claim, unless it asks for a value: `f'(x) = 0` and `f'(x) = 3x^2 - 3 = 0` are equations to solve, and
 * `2x = 7 - 3 = 4` is one with a calculation.
 */
function claimOrEquation(
  parts: readonly Expr[],
  isClaim: boolean,
  argument: Argument | undefined,
  begun: Argument | undefined,
  context: Context,
): Step {
  const step = claimStep(parts, begun, context)
  if (step.mark.verdict !== 'wrong') return step
  if (argument && isCondition(argument.current) && parts.length > 2) {
    const value = valueStep(parts, argument, context)
    return value.mark.verdict === 'follows' ? value : step
  }
  const [last, ...rest] = [...parts].reverse() as [Expr, ...Expr[]]
  const [left] = rest as [Expr]
  const asks = freeSymbols(last).length === 0 && freeSymbols(left).length > 0
  // A derivative is set to 0; any other number is what somebody claims that it is.
  const isRoot = last.kind === 'number' && last.value.num === 0n
  const isAsked = isRoot
    ? isClaim || rest.length > 1 || !hasDerivative(left)
    : isClaim && !hasDerivative(left)
  if (!asks || !isAsked) return step
  const before = rest.length > 1 ? claimStep(rest.reverse(), begun, context) : undefined
  if (before?.mark.verdict === 'wrong') return before
  const root = call('=', [hasDerivative(left) ? workedOut(left, context).formula : left, last])
  return { mark: before?.mark ?? START, argument: { first: root, current: root, ...namesOf(argument) } }
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
  if (!argument || !current || isCondition(current)) {
    const given = argument && meanings(argument.first, () => false)
    const known = argument && given ? knowing(argument, given) : argument
    return { mark: START, argument: { first: u, current: u, ...namesOf(known) } }
  }
  const first = sides ? current : argument.first
  const mark = held(u, current, first, context)
  return { mark, from: current, argument: { ...argument, first, current: u } }
}

/** Held against the line before; if that fails, against the first. */
function held(u: Expr, current: Expr, first: Expr, context: Context, meant?: Expr): Mark {
  const mark = quantityMark(current, u, context, meant)
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
  const meant = begun ? inOtherWords(left, begun) : undefined
  let worst: Mark | undefined
  for (const part of rest) {
    const mark = held(part, current, first, context, same(current, left) ? meant : undefined)
    worst = worst === undefined || severity(mark) > severity(worst) ? mark : worst
    current = part
  }
  return { mark: worst ?? START, from, argument: { ...begun, first, current } }
}

/** The derivative of what the line before made of the function: that is what was differentiated. */
function inOtherWords(left: Expr, { first, current }: Argument): Expr | undefined {
  if (!isCall(left, 'D') || isCondition(current) || same(first, current)) return undefined
  const [body, x] = left.args as [Expr, Expr]
  return same(body, first) && !hasDerivative(current) && x.kind === 'symbol'
    ? derivative(current, x)
    : undefined
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
/** How much is amiss. */
export const severity = ({ verdict }: Mark): number => ORDER.indexOf(verdict)

function statementStep(u: Expr, argument: Argument | undefined, context: Context): Step {
  if (!argument || !isCondition(argument.current)) {
    const sides = sidesOf(u)
    const isIdentity = sides && compare(...sides, context).verdict === 'equal'
    if (!isIdentity) return { mark: START, argument: begunBy(u, argument) }
    return { mark: quantityMark(...sides, context), argument: { first: sides[0], current: sides[1] } }
  }
  const { first, current } = argument
  if (same(first, current) && isAbout(u, current)) return { mark: START, argument: resumed(u, argument) }
  const derived = implicitly(current, u)
  if (derived) {
    const mark = statementMark(derived, u, context)
    return { mark, from: derived, argument: { ...argument, first: u, current: u } }
  }
  if (introduces(u, isSystem(first) ? call('and', [first, current]) : current))
    return { mark: START, argument: begunBy(u, argument) }
  const mark = statementMark(current, u, context)
  const loses =
    mark.verdict === 'wrong' || (mark.verdict === 'equivalent, but' && mark.but === 'lost solutions')
  const isLeft = mark.verdict === 'unknown' && isSystem(first)
  const again = (loses || isLeft) && !same(first, current) ? statementMark(first, u, context) : undefined
  const best: Mark = again?.verdict === 'follows' ? { ...again, fromFirst: true } : mark
  return { mark: best, from: current, argument: { ...argument, first, current: u } }
}

/** Does the line leave the letter alone that the definition before it is about? */
function isAbout(u: Expr, definition: Expr): boolean {
  const names = [...(meanings(definition, () => false)?.keys() ?? [])]
  const isMeant = names.length > 0 && sidesOf(definition)?.[1].kind === 'call'
  return isMeant && freeSymbols(u).length > 0 && !names.some((name) => mentions(u, name))
}

/** The argument begins after the definition. */
function resumed(u: Expr, argument: Argument): Argument {
  const given = meanings(argument.first, () => false) ?? NO_NAMES
  return { first: u, current: u, names: withNames(argument.names ?? NO_NAMES, given) }
}

/** A new argument; if its line gives a letter a meaning, the one before can be taken up again. */
function begunBy(u: Expr, argument: Argument | undefined): Argument {
  const begun: Argument = { first: u, current: u, ...namesOf(argument) }
  if (!argument) return begun
  const given = meanings(u, () => false)
  return given ? { ...begun, aside: knowing(argument, given) } : begun
}

/** Does `u = x^2 + 1` give a name to something new? */
function introduces(u: Expr, current: Expr): boolean {
  if (freeSymbols(current).length === 0) return false
  if (meanings(u, (name) => mentions(current, name))) return true
  const defined = meanings(current, () => false)
  if (!defined || !meanings(u, (name) => defined.has(name))) return false
  const letters = [...(meanings(u, () => false)?.values() ?? [])].flatMap(freeSymbols)
  return letters.length > 0 && letters.every((letter) => !mentions(current, letter))
}
