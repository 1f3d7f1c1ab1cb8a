/** Solving equations as a library: an equation and a letter in, its real values out, each with a proof. */
import { Canon } from '../../expression/canonical.ts'
import { type Condition, isCondition } from '../../expression/condition.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { OgeeError } from '../../expression/error.ts'
import { CONSTANTS, type Expr, integer, isCall, symbol } from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'
import {
  asExpr,
  assumptions,
  type Context,
  type Formula,
  millisecondsOf,
  variableOf,
} from '../../syntax/formula.ts'
import { printPlain } from '../../syntax/print-plain.ts'
import { unproved } from '../../verify/prove.ts'
import { Facts } from '../../verify/signs.ts'
import { writable } from '../json.ts'
import { OutOfBudget } from '../sheet.ts'
import { verify } from '../verify.ts'
import { workedOut } from '../worked-out.ts'
import { type Candidate, conditionsOf, isRefuted, MOST_ALTERNATIVES, readLine, truthOf } from './branches.ts'
import { plainConditions } from './conditions.ts'
import { search } from './search.ts'
import { membersOf } from './whole-numbers.ts'
import { equation, Working } from './working.ts'

/** One real value of the variable, or one family of values. */
export interface Branch {
  /** Free of the variable; or the variable itself, where every value that the conditions allow is a solution. */
  readonly value: Expr
  /**
   * Where these hold, and only there, the value is defined and solves the equation. A letter n for any
   * whole number has the condition `sin(pi*n) = 0`, which says just that.
   */
  readonly conditions: readonly Condition[]
  /** From the equation to a line of which `variable = value` is a part, or a case for a whole number. */
  readonly derivation: Derivation
}

/** All real solutions that were found. */
export interface Solution {
  readonly branches: readonly Branch[]
  /** Are there no others? With no branches: it is proved that there is no solution. */
  readonly complete: boolean
  /** Why it is not complete. */
  readonly reason?: string
  /** From the equation to the line that the branches are read from. */
  readonly derivation: Derivation
}

/**
 * The real solutions of an equation for one of its letters; a formula without `=` is set to 0, and
 * derivatives are worked out first.
 *
 * @throws OgeeError `E407` for what is no equation, `E403` for what is no letter.
 * @example
 * ```ts
 * solve('log(p/(1-p)) = x', 'p').branches.map((b) => print(b.value)) // → ['e^x/(1 + e^x)']
 * solve('x^2 = 2', 'x').branches.map((b) => print(b.value)) // → ['sqrt(2)', '-sqrt(2)']
 * solve('e^x = -1', 'x').complete // → true
 * ```
 */
export function solve(formula: Formula, variable: string, context: Context = {}): Solution {
  const given = equationOf(workedOut(asExpr(formula, context), context).formula)
  const name = variableOf(given, { ...context, variable })
  if (CONSTANTS.has(name)) throw new OgeeError('E403', `${name} is a number, not a letter to solve for`)
  const assuming = assumptions(context)
  const deadline = Date.now() + millisecondsOf(context)
  const plain = solvedWith(new Working(given, name, assuming, deadline), assuming)
  if (plain.leftOut.length === 0) return plain.solution
  // A person would go on where the parameters allow it; what that leaves out is found case by case.
  const whole = solvedWith(new Working(given, name, assuming, deadline, 'by cases'), assuming).solution
  return whole.complete ? joined(plain.solution, whole, assuming) : plain.solution
}

/** A solution, and conditions on parameters outside of which it says nothing. */
interface Attempt {
  readonly solution: Solution
  readonly leftOut: readonly Condition[]
}

/** What the search on this sheet leads to. */
function solvedWith(w: Working, assuming: readonly Condition[]): Attempt {
  const { from: given, variable: name } = w
  const stopped = searched(w)
  const derivation = writable(w.derivation(assuming))
  const checked = verify(derivation)
  if (!checked.ok)
    return {
      solution: {
        ...nothing(given, assuming),
        reason: `the checker refuses step ${checked.step}: ${checked.reason}`,
      },
      leftOut: [],
    }
  const { candidates: found, unsolved: left } = readLine(w, w.line)
  const unsolved = left.filter((parts) => parts.some((part) => isCall(part, '=') && w.varies(part)))
  const everywhere = left.filter((parts) => !unsolved.includes(parts))
  const candidates = [...found, ...everywhere.map((parts) => anyValue(w, parts))]
  const reasons: string[] = stopped === undefined ? [] : [stopped]
  if (candidates.length + unsolved.length >= MOST_ALTERNATIVES) reasons.push('there are too many cases')
  const branches: Branch[] = []
  for (const candidate of candidates) {
    const { value } = candidate
    const conditions = conditionsOf(w, candidate, assuming)
    const isDoubtful = conditions === undefined || (conditions !== false && isRefuted(w, value))
    if (isDoubtful) reasons.push(`${name} = ${printPlain(value)} could not be checked`)
    if (!conditions || isDoubtful) continue
    for (const member of membersOf(value, conditions, w.wholeNumbers(value), w.canon)) {
      const branch = { ...member, derivation }
      if (!branches.some((known) => covers(w, known, branch))) branches.push(branch)
    }
  }
  for (const parts of unsolved) {
    const impossible = parts.some((part) => truthOf(part, w.facts()) === false)
    if (!impossible) reasons.push(unsolvedReason(w, parts))
  }
  // Where the equation is not defined whatever the unknown is, there is nothing to leave out.
  const fixed = domainOf(given, w.canon).filter((c) => !w.varies(c))
  const carried = plainConditions(w, w.carried, new Facts([...assuming, ...fixed], w.canon))
  if (carried.length > 0) reasons.push(`solved only where ${carried.map((c) => printPlain(c)).join(', ')}`)
  const reason = [...new Set(reasons)].slice(0, MOST_REASONS).join('; ')
  const solution = { branches, complete: reason === '', ...(reason === '' ? {} : { reason }), derivation }
  return { solution, leftOut: reasons.length === 1 ? carried : [] }
}

/** The plain branches, and of the others those that they do not hold: all solutions, if these are all. */
function joined(plain: Solution, whole: Solution, assuming: readonly Condition[]): Solution {
  const canon = new Canon(isTotal)
  const isHeld = ({ value, conditions }: Branch): boolean => {
    const facts = new Facts([...assuming, ...conditions], canon)
    return plain.branches.some(
      (known) =>
        canon.same(known.value, value) && known.conditions.every((c) => unproved(c, facts).length === 0),
    )
  }
  const others = whole.branches.filter((branch) => !isHeld(branch))
  return { branches: [...plain.branches, ...others], complete: true, derivation: plain.derivation }
}

/** Is the second branch part of the first? */
const covers = (w: Working, known: Branch, branch: Branch): boolean =>
  w.canon.same(known.value, branch.value) &&
  known.conditions.every((c) => branch.conditions.some((other) => w.canon.same(c, other)))

const MOST_REASONS = 3

/** Where these hold, and both sides are defined, every value is a solution. */
const anyValue = (w: Working, parts: readonly Condition[]): Candidate => ({
  value: symbol(w.variable),
  beside: [...parts, ...domainOf(w.from, w.canon)],
})

/** What is left: a statement in which the variable is not alone. */
function unsolvedReason(w: Working, parts: readonly Condition[]): string {
  const open = parts.filter((part) => truthOf(part, w.facts()) !== true)
  return `${(open.length > 0 ? open : parts).map((part) => printPlain(part)).join(' and ')} is not solved`
}

function equationOf(u: Expr): Expr {
  if (isCall(u, '=')) return u
  if (!isCondition(u)) return equation(u, integer(0))
  throw new OgeeError('E407', 'only an equation can be solved', undefined, 'for example x^2 = 2, or x^2 - 2')
}

/** Searches; what stopped the search before its end. */
function searched(w: Working): string | undefined {
  try {
    search(w, [])
    return undefined
  } catch (stop) {
    if (stop instanceof OutOfBudget) return stop.message
    throw stop
  }
}

const nothing = (from: Expr, assuming: readonly Condition[]): Omit<Solution, 'reason'> => ({
  branches: [],
  complete: false,
  derivation: { from, to: from, steps: [], assuming, conditions: [] },
})
