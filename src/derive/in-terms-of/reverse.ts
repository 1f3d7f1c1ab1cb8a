/** Working read from its last line to its first. */
import type { Canon } from '../../expression/canonical.ts'
import type { Step } from '../../expression/derivation.ts'
import { linesOf } from '../../expression/derivation.ts'
import { add, type Expr, integer, isCall, same, sumOf } from '../../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../expression/path.ts'

/** The steps from the last line of some working back to `from`, its first. */
export function reversed(from: Expr, steps: readonly Step[], canon: Canon): Step[] {
  const lines = linesOf({ from, steps })
  return steps
    .flatMap((step, i) => turned(step, lines[i] as Expr, lines[i + 1] as Expr, canon).reverse())
    .reverse()
}

/** The steps from `below` to `line`, last first is not needed: in order. */
function turned(step: Step, line: Expr, below: Expr, canon: Canon): Step[] {
  const entry = step.path.at(-1)
  if (typeof entry === 'number' || entry === undefined) return [back(step, step.path, canon)]
  const place = step.path.slice(0, -1)
  const path = placeOf(step, entry, partAt(below, place) as Expr, place)
  const opened = replaceAt(below, path, step.before) as Expr
  const [now, then] = [partAt(opened, place) as Expr, partAt(line, place) as Expr]
  const order = same(now, then) ? [] : [calculation(place, now, then)]
  return [back(step, path, canon), ...order]
}

/** Where what took the place of selected operands stands among the others. */
function placeOf({ before, after }: Step, entry: readonly number[], parent: Expr, place: Path): Path {
  const first = entry[0] as number
  const joins = after.kind === 'call' && before.kind === 'call' && after.head === before.head
  if (!joins || parent.kind !== 'call') return [...place, first]
  if (parent.args.length === after.args.length) return place
  return [...place, after.args.map((_, i) => first + i)]
}

function back(step: Step, path: Path, canon: Canon): Step {
  const { before, after, rule, direction } = step
  const turnedStep = { ...step, path, before: after, after: before, conditions: [] }
  if (rule !== null) return { ...turnedStep, direction: direction === 'forward' ? 'backward' : 'forward' }
  const r = addedAndSubtracted(before, after, canon)
  return r ? { ...turnedStep, rule: 'add and subtract', letters: { u: after, r } } : turnedStep
}

/**
 * What a calculation that made `sum` out of `term` added and subtracted, if it did: a term that stands
 * in the sum with its opposite, or else whatever is new in it, for a calculation brings in nothing new.
 */
function addedAndSubtracted(sum: Expr, term: Expr, canon: Canon): Expr | undefined {
  const addends = addendsOf(sum)
  const isPair = (a: Expr, b: Expr): boolean => canon.same(add(a, b), integer(0))
  const pair = addends.find((a, i) => addends.some((b, j) => i < j && isPair(a, b)))
  if (pair) return pair
  const vocabulary = canon.vocabulary(term)
  const fresh = parts(sum).filter((u) => !vocabulary.has(canon.key(u)))
  return fresh.length > 0 ? sumOf(fresh) : undefined
}

const addendsOf = (u: Expr): readonly Expr[] => (isCall(u, 'add') ? u.args.flatMap(addendsOf) : [u])

const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'multiply', 'negate', 'divide', 'power'])

/** The symbols and function calls in u, each once. */
function parts(u: Expr, found: Expr[] = []): Expr[] {
  const isPart = u.kind === 'symbol' || (u.kind === 'call' && !ARITHMETIC.has(u.head))
  if (isPart && !found.some((known) => same(known, u))) found.push(u)
  if (u.kind === 'call') for (const arg of u.args) parts(arg, found)
  return found
}

export const calculation = (path: Path, before: Expr, after: Expr): Step => ({
  rule: null,
  direction: 'forward',
  relation: 'equals',
  path,
  before,
  after,
  letters: {},
  conditions: [],
})
