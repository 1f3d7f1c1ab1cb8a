/**
 * Matching: which terms the letters of a pattern must stand for so that it becomes a given term,
 * up to order and grouping of sums and products. Used by searchers; nothing trusts it, for the
 * letters it finds are filled in and compared by the replayer.
 *
 * In a pattern every symbol but `pi` and `e` is a letter. In a sum or product a letter may stand
 * for several operands together. `sum(p)` and `prod(p)` stand for all operands at once, each an
 * instance of p with its own value of p's list letter (`u_`).
 */
import { CONSTANTS, type Expr, isCall, productOf, same, sumOf } from './expr.ts'

/** What the letters stand for. */
export type Bindings = ReadonlyMap<string, Expr | readonly Expr[]>

/** May this letter stand for this term? */
export type Accepts = (letter: string, u: Expr) => boolean

const NONE: Bindings = new Map()
const GATHERED: ReadonlyMap<string, string> = new Map([
  ['sum', 'add'],
  ['prod', 'multiply'],
])

/**
 * All ways to read u as an instance of the pattern, the plainest first.
 *
 * @example
 * ```ts
 * const [first] = [...match(parse('u*v'), parse('x*y*z'), () => true)]
 * print(first.get('v')) // → 'y*z'
 * ```
 */
export function* match(
  pattern: Expr,
  u: Expr,
  accepts: Accepts,
  bound: Bindings = NONE,
): Generator<Bindings> {
  if (pattern.kind === 'number') {
    if (same(pattern, u)) yield bound
    return
  }
  if (pattern.kind === 'symbol') {
    yield* matchLetter(pattern.name, u, accepts, bound)
    return
  }
  const gathers = GATHERED.get(pattern.head)
  if (gathers) {
    yield* matchList(pattern.args[0] as Expr, operandsOf(u, gathers), accepts, bound)
    return
  }
  if (pattern.head === 'add' || pattern.head === 'multiply') {
    const operands = operandsOf(u, pattern.head)
    if (operands.length >= pattern.args.length) {
      yield* matchOperands(pattern.head, ordered(pattern.args), operands, accepts, bound)
    }
    return
  }
  if (u.kind !== 'call' || u.head !== pattern.head || u.args.length !== pattern.args.length) return
  yield* matchInTurn(pattern.args, u.args, accepts, bound)
}

function* matchLetter(name: string, u: Expr, accepts: Accepts, bound: Bindings): Generator<Bindings> {
  const value = bound.get(name)
  if (CONSTANTS.has(name)) {
    if (u.kind === 'symbol' && u.name === name) yield bound
  } else if (value !== undefined) {
    if (!Array.isArray(value) && same(value as Expr, u)) yield bound
  } else if (accepts(name, u)) yield new Map([...bound, [name, u]])
}

/** Operands in their places. */
function* matchInTurn(
  patterns: readonly Expr[],
  terms: readonly Expr[],
  accepts: Accepts,
  bound: Bindings,
): Generator<Bindings> {
  const [pattern, ...others] = patterns
  if (!pattern) {
    yield bound
    return
  }
  for (const found of match(pattern, terms[0] as Expr, accepts, bound)) {
    yield* matchInTurn(others, terms.slice(1), accepts, found)
  }
}

/** The operands of nested sums (or products) as one row. */
const operandsOf = (u: Expr, head: string): readonly Expr[] =>
  isCall(u, head) ? u.args.flatMap((arg) => operandsOf(arg, head)) : [u]

/** Compound patterns first: they leave the least choice. */
const ordered = (patterns: readonly Expr[]): readonly Expr[] => [
  ...patterns.filter((p) => p.kind !== 'symbol'),
  ...patterns.filter((p) => p.kind === 'symbol'),
]

/** Longest row of operands of which subsets are tried. */
const MOST_OPERANDS = 10

/** Each pattern takes one operand, a letter also several; the last takes what is left. */
function* matchOperands(
  head: 'add' | 'multiply',
  patterns: readonly Expr[],
  operands: readonly Expr[],
  accepts: Accepts,
  bound: Bindings,
): Generator<Bindings> {
  const [pattern, ...others] = patterns as [Expr, ...Expr[]]
  const join = head === 'add' ? sumOf : productOf
  if (others.length === 0) {
    if (operands.length === 1 || pattern.kind === 'symbol') {
      yield* match(pattern, join(operands), accepts, bound)
    }
    return
  }
  const most = pattern.kind === 'symbol' ? operands.length - others.length : 1
  for (const [taken, left] of splits(operands, most)) {
    for (const found of match(pattern, join(taken), accepts, bound)) {
      yield* matchOperands(head, others, left, accepts, found)
    }
  }
}

/** All ways to take 1 to `most` operands, fewest first, with those that are left. */
function* splits(operands: readonly Expr[], most: number): Generator<[Expr[], Expr[]]> {
  const sets = operands.length > MOST_OPERANDS ? 1 : most
  for (let size = 1; size <= sets; size += 1) {
    for (const chosen of choices(operands.length, size)) {
      yield [operands.filter((_, i) => chosen.includes(i)), operands.filter((_, i) => !chosen.includes(i))]
    }
  }
}

/** The sets of `size` numbers below n, in order. */
function* choices(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield []
  else {
    for (let i = from; i <= n - size; i += 1) {
      for (const rest of choices(n, size - 1, i + 1)) yield [i, ...rest]
    }
  }
}

/** Every operand an instance of the element, all with the same values of its other letters. */
function* matchList(
  element: Expr,
  operands: readonly Expr[],
  accepts: Accepts,
  bound: Bindings,
): Generator<Bindings> {
  const name = listLetter(element)
  if (name === undefined || operands.length < 2) return
  const items: Expr[] = []
  let others = bound
  for (const u of operands) {
    const [found] = match(element, u, accepts, others)
    const item = found?.get(name)
    if (!found || !item || Array.isArray(item)) return
    items.push(item as Expr)
    others = new Map([...found].filter(([letter]) => letter !== name))
  }
  yield new Map([...others, [name, items]])
}

function listLetter(u: Expr): string | undefined {
  if (u.kind === 'symbol') return u.name.endsWith('_') ? u.name : undefined
  if (u.kind === 'number') return undefined
  for (const arg of u.args) {
    const found = listLetter(arg)
    if (found !== undefined) return found
  }
  return undefined
}
