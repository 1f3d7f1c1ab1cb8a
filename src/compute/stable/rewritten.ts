/** The forms that the rewrites make of a part. */

import {
  add,
  call,
  type Expr,
  isCall,
  multiply,
  negate,
  productOf,
  same,
  sumOf,
} from '../../expression/expr.ts'
import { match } from '../../expression/match.ts'
import { instantiate } from '../../rules/compile.ts'
import { parsePattern } from '../../rules/pattern.ts'
import { slimmed } from './expand.ts'
import { REWRITES } from './rewrites.ts'
import { together } from './together.ts'

interface Row {
  readonly from: Expr
  readonly to: Expr
  readonly provided: readonly Expr[]
  /** What is called in `from`, and so in whatever it reads. */
  readonly heads: readonly string[]
}

let rows: readonly Row[] | undefined

const table = (): readonly Row[] => {
  rows ??= REWRITES.map(({ from, to, provided = [] }) => {
    const form = parsePattern(from)
    return {
      from: form,
      to: parsePattern(to),
      provided: provided.map(parsePattern),
      heads: [...headsOf(form)],
    }
  })
  return rows
}

function headsOf(u: Expr, heads = new Set<string>()): Set<string> {
  if (u.kind !== 'call') return heads
  heads.add(u.head)
  for (const arg of u.args) headsOf(arg, heads)
  return heads
}

const MOST_MATCHES = 6
const MOST_ADDENDS = 6

interface Reading {
  readonly part: Expr
  readonly put: (v: Expr) => Expr
}

/** Every way in which a row reads u, some of the terms or factors of u, and differences the other way round. */
function* readings(u: Expr): Generator<Reading> {
  const all = [...straight(u)]
  yield* all
  for (const { part, put } of all)
    if (isCall(part, 'add') && part.args.some((arg) => isCall(arg, 'negate')))
      yield { part: sumOf(part.args.map(opposite)), put: (v) => put(opposite(v)) }
}

const opposite = (u: Expr): Expr => (isCall(u, 'negate') ? (u.args[0] as Expr) : negate(u))

function* straight(u: Expr): Generator<Reading> {
  yield { part: u, put: (v) => v }
  if (u.kind !== 'call' || !(u.head === 'add' || u.head === 'multiply')) return
  const { length } = u.args
  if (length < 3 || length > MOST_ADDENDS) return
  for (let i = 0; i < length; i += 1) {
    for (let j = i + 1; j < length; j += 1) {
      const rest = u.args.filter((_, k) => k !== i && k !== j)
      const pair = [u.args[i] as Expr, u.args[j] as Expr] as const
      const together = u.head === 'add' ? add : multiply
      const joined = u.head === 'add' ? sumOf : productOf
      yield { part: together(...pair), put: (v) => joined([v, ...rest]) }
    }
  }
}

/** Products and sums with two of their operands taken first: what is too large in one order may not be in another. */
function* grouped(u: Expr): Generator<Expr> {
  if (u.kind !== 'call' || !(u.head === 'add' || u.head === 'multiply')) return
  const flat = u.args.flatMap((arg) => (isCall(arg, u.head) ? arg.args : [arg]))
  if (flat.length < 3 || flat.length > MOST_ADDENDS) return
  for (const [i, a] of flat.entries()) {
    for (const [j, b] of flat.entries()) {
      if (j <= i) continue
      const rest = flat.filter((_, k) => k !== i && k !== j)
      yield call(u.head, [call(u.head, [a, b]), ...rest])
      if (rest.length === 2) yield call(u.head, [call(u.head, [a, b]), call(u.head, rest)])
    }
  }
}

type Holds = (condition: Expr) => boolean

/** Other forms of u, slimmed; those that come from reading a part of a sum among them. */
export function rewritten(u: Expr, holds: Holds): readonly Expr[] {
  const all = known.get(holds) ?? new Map<number, Made[]>()
  known.set(holds, all)
  const shelf = all.get(u.hash) ?? []
  all.set(u.hash, shelf)
  const made = shelf.find((one) => same(one.u, u)) ?? { u, forms: [...formsOf(u, holds)] }
  if (!shelf.includes(made)) shelf.push(made)
  return made.forms
}

interface Made {
  readonly u: Expr
  readonly forms: readonly Expr[]
}

/** The same parts come up in many forms; what was made of them lasts as long as what is asked. */
const known = new WeakMap<Holds, Map<number, Made[]>>()

function* formsOf(u: Expr, holds: Holds): Generator<Expr> {
  yield* grouped(u)
  const one = together(u)
  if (one) yield slimmed(one)
  const those = readableIn(u)
  for (const reading of readings(u)) for (const row of those) yield* byRow(row, reading, holds)
}

function* byRow({ from, to, provided }: Row, { part, put }: Reading, holds: Holds): Generator<Expr> {
  if (from.kind === 'call' && part.kind === 'call' && from.head !== part.head) return
  let matches = 0
  for (const letters of match(from, part, () => true)) {
    matches += 1
    if (matches > MOST_MATCHES) return
    const filled = Object.fromEntries(letters)
    const isSo = provided.every((condition) => holds(instantiate(condition, filled) ?? condition))
    const made = isSo ? instantiate(to, filled) : undefined
    if (made) yield slimmed(put(made))
  }
}

/** u with a row applied to several of its parts at once: a quotient may lose as much above its line as below. */
export function* everywhere(u: Expr, paths: readonly (readonly number[])[], holds: Holds): Generator<Expr> {
  const tree = planted(u, new Set(paths.map((path) => path.join())))
  for (const row of readableIn(u)) {
    let count = 0
    const visit = ({ of, isChosen, parts }: Planted): Expr => {
      if (of.kind !== 'call') return of
      const args = parts.map(visit)
      const v = args.every((arg, i) => arg === of.args[i]) ? of : call(of.head, args)
      if (!isChosen) return v
      for (const reading of readings(v)) {
        const [made] = byRow(row, reading, holds)
        if (!made) continue
        count += 1
        return made
      }
      return v
    }
    const made = visit(tree)
    if (count > 1) yield made
  }
}

/** A term with its parts, and whether they are to be rewritten. */
interface Planted {
  readonly of: Expr
  readonly isChosen: boolean
  readonly parts: readonly Planted[]
}

const planted = (u: Expr, chosen: ReadonlySet<string>, path: readonly number[] = []): Planted => ({
  of: u,
  isChosen: chosen.has(path.join()),
  parts: u.kind === 'call' ? u.args.map((arg, i) => planted(arg, chosen, [...path, i])) : [],
})

/** The rows whose operations all occur in u. */
function readableIn(u: Expr): readonly Row[] {
  const heads = headsOf(u)
  // the opposite of a difference may have a sign that u has not
  if (heads.has('add')) heads.add('negate')
  return table().filter((row) => row.heads.every((head) => heads.has(head)))
}

/** u with the part at the path replaced. */
export function replaced(u: Expr, path: readonly number[], part: Expr): Expr {
  const [i, ...rest] = path
  if (i === undefined) return part
  if (u.kind !== 'call') return u
  return call(
    u.head,
    u.args.map((arg, k) => (k === i ? replaced(arg, rest, part) : arg)),
  )
}
