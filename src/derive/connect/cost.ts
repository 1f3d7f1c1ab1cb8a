/** What a line costs the reader, and how far it seems to be from the other end. */
import type { Step } from '../../expression/derivation.ts'
import { type Expr, isCall } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { isInteger } from '../../expression/rational.ts'
import { compiledRule, instantiate } from '../../rules/compile.ts'
import { cancelling } from './bridge.ts'
import type { Setting } from './setting.ts'

const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'multiply', 'negate', 'divide'])

/** The functions, sums, denominators and roots that occur in u: what a reader sees of it at a glance. */
function featuresOf(u: Expr, setting: Setting): ReadonlySet<string> {
  const known = setting.features.get(u)
  if (known) return known
  const features = new Set<string>()
  if (u.kind === 'call') {
    for (const arg of u.args) for (const feature of featuresOf(arg, setting)) features.add(feature)
    const own = ownFeature(u, setting)
    if (own) features.add(own)
    if (u.head === 'divide') {
      const below = u.args[1] as Expr
      for (const factor of isCall(below, 'multiply') ? below.args : [below])
        features.add(`/${setting.canon.key(factor)}`)
    }
  }
  setting.features.set(u, features)
  return features
}

function ownFeature(u: Expr & { kind: 'call' }, { canon }: Setting): string | undefined {
  if (u.head === 'add' || !ARITHMETIC.has(u.head)) {
    if (u.head !== 'power') return `${canon.key(u)}`
    const exponent = literalValue(u.args[1] as Expr)
    return exponent && isInteger(exponent) ? undefined : `${canon.key(u)}`
  }
  return undefined
}

/** How many are in one only. */
function onlyIn(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const feature of a) if (!b.has(feature)) count += 1
  return count
}

/** An estimate of what is still to do from u to the goal. */
export const distance = (u: Expr, goal: Expr, setting: Setting): number => {
  const [a, b] = [featuresOf(u, setting), featuresOf(goal, setting)]
  return 0.1 * u.size + 0.25 * onlyIn(a, b) + 0.12 * onlyIn(b, a)
}

/** A quotient with more than a number below the line. */
export const isFraction = (u: Expr): boolean => isCall(u, 'divide') && u.args[1]?.kind !== 'number'

/** Fractions within fractions. */
export function nesting(u: Expr, inside = false): number {
  if (u.kind !== 'call') return 0
  const own = isFraction(u) && inside ? 1 : 0
  const within = inside || isFraction(u)
  const opens = u.head === 'add' || ARITHMETIC.has(u.head) || u.head === 'power'
  return u.args.reduce((sum, arg) => sum + nesting(arg, opens && within), own)
}

/** Steps that a reader does in passing. */
const SMALL: ReadonlySet<string> = new Set(['exp at 0', 'zero factor', 'zero exponent', 'power of 1'])

/** Where steps stand, whether they will be read backwards, and how much they count. */
export interface Reading {
  /** Within a fraction. */
  readonly inside?: boolean
  readonly turned: boolean
  /** Steps that follow by themselves count for less. */
  readonly weight?: number
}

/** A line for each named rule, less for one that repeats the rule before; more for doubtful conditions. */
export function costOf(steps: readonly Step[], setting: Setting, reading: Reading): number {
  const { inside = false, turned, weight = 1 } = reading
  let cost = 0
  let last: string | null = null
  for (const step of steps) {
    const isIdea = turned && isCollecting(step, setting)
    if (isIdea) cost += 0.5
    if (isIdea || isSmall(step, turned)) {
      cost += 0.03 * weight
      continue
    }
    cost += (step.rule === last ? 0.1 : 0.5) * weight
    last = step.rule
    cost += (0.8 * nesting(step.after, inside) + doubts(step, setting)) * weight
  }
  return cost
}

/** Does a calculation let terms cancel? Read backwards it adds and subtracts them, which is an idea. */
const isCollecting = ({ rule, before, after }: Step, { canon }: Setting): boolean =>
  rule === null &&
  isCall(before, 'add') &&
  before.size > after.size &&
  cancelling(before, canon) !== undefined &&
  cancelling(after, canon) === undefined

const isSmall = ({ rule, direction }: Step, turned: boolean): boolean =>
  rule === 'add and subtract' ? (direction === 'backward') !== turned : rule === null || SMALL.has(rule)

/** Conditions of the step that do not always hold: a factor that may be 0 is common, the rest is not. */
function doubts({ rule, letters }: Step, setting: Setting): number {
  let sum = 0
  for (const condition of (rule !== null && compiledRule(rule)?.conditions) || []) {
    const needed = instantiate(condition, letters)
    if (!needed || setting.holds(needed)) continue
    sum += isCall(needed, '!=') ? 0.1 : isCall(needed, 'defined') ? 0.1 : 0.6
  }
  return sum
}
