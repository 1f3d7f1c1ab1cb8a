/**
 * Deciding equality by normal forms. The normal form of a formula is an element of a field of powers,
 * exponentials, logarithms, angles and erf. If the difference of two formulas has normal form 0, they
 * have the same value at every point where both are defined, what is assumed holds and no exception
 * is met. Forms by cases are compared case by case.
 */
import { Canon } from '../../expression/canonical.ts'
import { type Condition, defined, distinct } from '../../expression/condition.ts'
import { type CallNode, CONSTANTS, type Expr, mentions, substitute } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { opposite, unproved } from '../prove.ts'
import { Facts } from '../signs.ts'
import { Attempt, type Comparison, type Setting, Undecided } from './attempt.ts'
import { allowing, Finer, Nowhere, Unsettled } from './budget.ts'

const MOST_RESTARTS = 12

const MOST_CASES = 6

/** Compares two formulas under assumptions, with this much work allowed. */
export function compareNormalForms(a: Expr, b: Expr, given: readonly Condition[], work: number): Comparison {
  try {
    return allowing(work, () => {
      const found = inCases(a, b, { assuming: given, cases: 0, split: false })
      const again = found.outcome === 'open' && (hasMagnitude(a) || hasMagnitude(b))
      return again ? inCases(a, b, { assuming: given, cases: 0, split: true }) : found
    })
  } catch (stopped) {
    if (stopped instanceof Unsettled) return { outcome: 'open', reason: stopped.message }
    if (stopped instanceof RangeError) return { outcome: 'open', reason: 'the formula is nested too deeply' }
    throw stopped
  }
}

const MAGNITUDES: ReadonlySet<string> = new Set(['abs', 'min', 'max'])
const hasMagnitude = (u: Expr): boolean =>
  u.kind === 'call' && (MAGNITUDES.has(u.head) || u.args.some(hasMagnitude))

/** Forms by cases are compared case by case: each question they ask is answered both ways. */
function inCases(a: Expr, b: Expr, setting: Setting): Comparison {
  try {
    return attempted(a, b, setting)
  } catch (stopped) {
    if (stopped instanceof Nowhere) return { outcome: 'disjoint' }
    if (!(stopped instanceof Undecided)) throw stopped
    if (setting.cases >= MOST_CASES) throw new Unsettled('too many cases')
    const answers = [stopped.cause, ...opposite(stopped.cause)]
    return answers.map((answer) => inCase(a, b, setting, answer as CallNode)).reduce(together)
  }
}

/** Is the opposite of something assumed proved? Then there is no such point. */
function isImpossible(a: Expr, b: Expr, { assuming }: Setting): boolean {
  const facts = new Facts([...assuming, defined(a), defined(b)], new Canon(isTotal))
  return assuming.flatMap(opposite).some((condition) => unproved(condition, facts).length === 0)
}

/** One answer to a question. Where it is an equation, it is used if it can be, or left out. */
function inCase(a: Expr, b: Expr, setting: Setting, answer: CallNode): Comparison {
  const assuming = [...setting.assuming, answer]
  const here = { ...setting, assuming, cases: setting.cases + 1 }
  if (isImpossible(a, b, here)) return { outcome: 'disjoint' }
  if (answer.head !== '=') return inCases(a, b, here)
  const [left, right] = answer.args as [Expr, Expr]
  for (const [x, value] of [[left, right] as const, [right, left] as const]) {
    if (x.kind !== 'symbol' || CONSTANTS.has(x.name) || mentions(value, x.name)) continue
    const put = (u: Expr): Expr => substitute(u, new Map([[x.name, value]]))
    const found = inCases(put(a), put(b), { ...here, assuming: assuming.map(put) })
    if (found.outcome !== 'open') return found
  }
  return { outcome: 'equal', except: opposite(answer) }
}

function together(a: Comparison, b: Comparison): Comparison {
  if (a.outcome === 'open' || b.outcome === 'disjoint') return a
  if (b.outcome === 'open' || a.outcome === 'disjoint') return b
  return { outcome: 'equal', except: distinct([...a.except, ...b.except]) }
}

/** One case, begun again with finer roots and angles as often as they are needed. */
function attempted(a: Expr, b: Expr, setting: Setting): Comparison {
  const fineness = new Map<'roots' | number, number>()
  for (let restarts = 0; restarts < MOST_RESTARTS; restarts += 1) {
    try {
      return new Attempt(fineness, setting).compare(a, b)
    } catch (stopped) {
      if (!(stopped instanceof Finer)) throw stopped
      fineness.set(...stopped.cause)
    }
  }
  throw new Unsettled('roots or angles of too many kinds')
}
