/** Damage to terms, derivations and certificates: one small change each, made at random. */
import type { Derivation, Step } from '../../src/expression/derivation.ts'
import {
  add,
  call,
  divide,
  type Expr,
  integer,
  multiply,
  negate,
  numeral,
  symbol,
} from '../../src/expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../src/expression/path.ts'
import { rational } from '../../src/expression/rational.ts'
import { RULE_TABLES } from '../../src/rules/book.ts'
import type { Random } from './random.ts'

const RULE_NAMES = RULE_TABLES.flatMap((table) => table.rules.map((rule) => rule.name))
const UNARY = ['sin', 'cos', 'exp', 'log', 'sqrt', 'abs', 'sign', 'negate', 'tanh', 'atan', 'cosh']
const BINARY = ['add', 'multiply', 'divide', 'power', 'min', 'max']
const RELATIONS = ['<', '<=', '>', '>=', '=', '!=']
const LETTERS = ['x', 'a', 'b', 'c', 'y', 'pi', 'e']

function placesIn(u: Expr, path: Path = []): Path[] {
  const inner = u.kind === 'call' ? u.args.flatMap((arg, i) => placesIn(arg, [...path, i])) : []
  return [path, ...inner]
}

/** Another head for the same operands. */
function otherHead(random: Random, head: string, count: number): string {
  if (RELATIONS.includes(head)) return random.pick(RELATIONS)
  if (head === 'and' || head === 'or') return head === 'and' ? 'or' : 'and'
  return random.pick(count === 1 ? UNARY : count === 2 ? BINARY : ['add', 'multiply'])
}

/** u with something that does not belong there, or that only changes where it is defined. */
function disguised(random: Random, u: Expr): Expr {
  const w = symbol(random.pick(['x', 'a']))
  return random.weighted<() => Expr>([
    [2, () => divide(multiply(u, w), w)],
    [2, () => add(u, multiply(integer(0), call('log', [w])))],
    [1, () => call('power', [call('sqrt', [u]), integer(2)])],
    [1, () => call('sqrt', [call('power', [u, integer(2)])])],
    [1, () => call('exp', [call('log', [u])])],
    [1, () => add(u, w, negate(w))],
    [1, () => call('power', [u, integer(1)])],
    [1, () => call('abs', [u])],
    [1, () => call('D', [u, w])],
    [1, () => call('piecewise', [u, call('>', [w, integer(0)]), u])],
  ])()
}

/** u with one part changed. */
function mutatedTerm(random: Random, u: Expr): Expr {
  const places = placesIn(u)
  const path = random.pick(places)
  const part = partAt(u, path) as Expr
  const args = part.kind === 'call' ? part.args : []
  const elsewhere = (): Expr => partAt(u, random.pick(places)) as Expr
  const fresh = random.weighted<() => Expr>([
    [2, () => integer(random.whole(0, 3))],
    [2, () => symbol(random.pick(LETTERS))],
    [2, () => negate(part)],
    [2, elsewhere],
    [2, () => disguised(random, part)],
    [
      4,
      () =>
        part.kind === 'number'
          ? numeral(rational(part.value.num + BigInt(random.whole(1, 2)), random.chance(0.8) ? 1n : 2n))
          : negate(part),
    ],
    [
      4,
      () =>
        part.kind === 'call' && part.head !== 'D' && part.head !== 'piecewise'
          ? call(otherHead(random, part.head, args.length), args)
          : integer(1),
    ],
    [2, () => (part.kind === 'call' ? call(part.head, random.shuffled(args)) : integer(0))],
    [2, () => (part.kind === 'call' ? call(part.head, args.slice(0, -1)) : add(part, integer(1)))],
    [1, () => (part.kind === 'call' ? (args[0] as Expr) : multiply(part, integer(2)))],
    [1, () => (part.kind === 'call' ? call(part.head, [...args, random.pick(args)]) : part)],
  ])()
  return replaceAt(u, path, fresh) as Expr
}

function mutatedPath(random: Random, path: Path): Path {
  const i = random.whole(0, Math.max(0, path.length - 1))
  const entry = path[i]
  return random.weighted<() => Path>([
    [3, () => path.map((n, k) => (k === i ? random.whole(0, 3) : n))],
    [2, () => path.filter((_, k) => k !== i)],
    [2, () => [...path, random.whole(0, 2)]],
    [1, () => [random.whole(0, 2), ...path]],
    [1, () => [...path.slice(0, -1), [0, random.whole(1, 3)]]],
    [1, () => [...path, [0, 1]]],
    [1, () => path.map((n, k) => (k === i ? [typeof entry === 'number' ? entry : 0, 2] : n))],
  ])()
}

function mutatedConditions(random: Random, conditions: readonly Expr[]): readonly Expr[] {
  const i = random.whole(0, Math.max(0, conditions.length - 1))
  const [chosen] = conditions.slice(i, i + 1)
  const fresh = call(random.pick(RELATIONS), [symbol(random.pick(LETTERS)), integer(random.whole(0, 2))])
  if (!chosen || random.chance(0.15)) return [...conditions, fresh]
  if (random.chance(0.5)) return conditions.filter((_, k) => k !== i)
  return conditions.map((c, k) => (k === i ? mutatedTerm(random, c) : c))
}

function mutatedLetters(random: Random, letters: Step['letters']): Step['letters'] {
  const names = Object.keys(letters)
  if (names.length === 0) return { u: symbol('x') }
  const name = random.pick(names)
  const value = letters[name] as Expr | readonly Expr[]
  if (random.chance(0.1)) return { ...letters, [random.pick(['u', 'v', 'w', 'zz'])]: symbol('x') }
  if (random.chance(0.1)) return Object.fromEntries(Object.entries(letters).filter(([n]) => n !== name))
  if (random.chance(0.15)) return { ...letters, [name]: letters[random.pick(names)] as Expr }
  const changed = Array.isArray(value)
    ? value.map((u, k) => (k === 0 ? mutatedTerm(random, u) : u))
    : mutatedTerm(random, value as Expr)
  return { ...letters, [name]: changed }
}

/** The first n steps, the last of them with a changed result, which becomes the result of all. */
function misled(random: Random, derivation: Derivation): Derivation {
  const n = random.whole(1, derivation.steps.length)
  const steps = derivation.steps.slice(0, n)
  const last = steps.pop() as Step
  const line = steps.reduce((u, step) => replaceAt(u, step.path, step.after) as Expr, derivation.from)
  const after = mutatedTerm(random, last.after)
  const to = replaceAt(line, last.path, after) as Expr
  return { ...derivation, steps: [...steps, { ...last, after }], to }
}

/** The first step with another beginning, which becomes the beginning of all. */
function misbegun(random: Random, derivation: Derivation): Derivation {
  const [first, ...rest] = derivation.steps as [Step, ...Step[]]
  const before = mutatedTerm(random, first.before)
  const from = replaceAt(derivation.from, first.path, before) as Expr
  return { ...derivation, from, steps: [{ ...first, before }, ...rest] }
}

type Mutation = (random: Random, derivation: Derivation) => Derivation

const atStep =
  (change: (random: Random, step: Step) => Partial<Step>): Mutation =>
  (random, derivation) => {
    const k = random.whole(0, derivation.steps.length - 1)
    const steps = derivation.steps.map((step, i) => (i === k ? { ...step, ...change(random, step) } : step))
    return { ...derivation, steps }
  }

const reordered: Mutation = (random, derivation) => {
  const steps = [...derivation.steps]
  const k = random.whole(0, steps.length - 1)
  const [step] = steps.splice(k, 1) as [Step]
  if (random.chance(0.4)) steps.splice(random.whole(0, steps.length), 0, step)
  else if (random.chance(0.3)) steps.splice(k, 0, step, step)
  return { ...derivation, steps }
}

/** Every kind of damage to a derivation in memory, with its weight. */
const MUTATIONS: readonly (readonly [number, Mutation])[] = [
  [
    6,
    atStep((random, { rule }) => ({
      rule: rule !== null && random.chance(0.15) ? null : random.pick(RULE_NAMES),
    })),
  ],
  [6, atStep((random, { path }) => ({ path: mutatedPath(random, path) }))],
  [3, atStep((_, s) => ({ direction: s.direction === 'forward' ? 'backward' : 'forward' }))],
  [6, atStep((random, { before }) => ({ before: mutatedTerm(random, before) }))],
  [6, atStep((random, { after }) => ({ after: mutatedTerm(random, after) }))],
  [14, misled],
  [14, misbegun],
  [10, atStep((random, { letters }) => ({ letters: mutatedLetters(random, letters) }))],
  [3, atStep((random, s) => ({ conditions: mutatedConditions(random, s.conditions) }))],
  [6, (random, d) => ({ ...d, conditions: mutatedConditions(random, d.conditions) })],
  [2, (random, d) => ({ ...d, assuming: mutatedConditions(random, d.assuming) })],
  [5, reordered],
  [4, (random, d) => ({ ...d, from: mutatedTerm(random, d.from) })],
  [4, (random, d) => ({ ...d, to: mutatedTerm(random, d.to) })],
  [1, (random, d) => ({ ...d, variable: random.pick(LETTERS) })],
]

/** A derivation with one part changed. */
export const mutated = (random: Random, derivation: Derivation): Derivation =>
  random.weighted(MUTATIONS)(random, derivation)

/** A row of the table of terms: a head with the places of its operands. */
export type Row = (string | number)[]

/** A certificate, as a program that changes it sees it. */
export interface Loose {
  terms: Row[]
  steps: { [field: string]: unknown; path: (number | number[])[] }[]
  [field: string]: unknown
}

const places = (value: unknown, count: number, random: Random): unknown =>
  typeof value === 'number'
    ? random.whole(0, count)
    : Array.isArray(value)
      ? value.length > 0 && random.chance(0.6)
        ? value.with(random.whole(0, value.length - 1), random.whole(0, count))
        : [...value, random.whole(0, count)]
      : Object.fromEntries(
          Object.entries((value ?? {}) as object).map(([k, v]) => [
            random.chance(0.1) ? `${k}2` : k,
            random.chance(0.5) ? places(v, count, random) : v,
          ]),
        )

/** A row with one thing changed. */
export function mutatedRow(random: Random, row: Row, index: number): Row {
  const [head, ...rest] = row as [string, ...Row]
  const text = `${rest[0]}`
  if (head === 'number') {
    const texts = ['0', '1', '2', '-1', '1/2', '3/2', '1/3', '01', '1e1', ' 1', '1/0', '']
    return [head, random.chance(0.4) ? `${text}0` : random.pick(texts)]
  }
  if (head === 'symbol') return [head, random.pick([...LETTERS, '', 'x ', '__proto__'])]
  const k = random.whole(0, rest.length - 1)
  return random.weighted<() => Row>([
    [3, () => [otherHead(random, head, rest.length), ...rest]],
    [4, () => [head, ...rest.with(k, random.whole(0, Math.max(0, index - 1)))]],
    [2, () => [head, ...random.shuffled(rest)]],
    [1, () => [head, ...rest.filter((_, i) => i !== k)]],
    [1, () => [head, ...rest, random.whole(0, index)]],
    [
      1,
      () =>
        random.pick<Row>([
          ['number', '1'],
          ['symbol', 'x'],
          ['sin', 0],
          ['D', 0, 0],
        ]),
    ],
  ])()
}

/** JSON data of a derivation with one field changed; the data given is changed in place. */
export function mutateJson(random: Random, data: Loose): void {
  const { terms, steps } = data
  const step = random.pick(steps)
  const placed = (value: unknown): unknown => places(value, terms.length, random)
  const k = random.whole(0, terms.length - 1)
  const set = (target: object, field: string, value: unknown) => (): void => {
    Object.assign(target, { [field]: value })
  }
  const field = random.pick(['before', 'after', 'letters', 'letters', 'conditions'])
  const rule = random.chance(0.2) ? null : random.pick(RULE_NAMES)
  const at = random.whole(0, steps.length - 1)
  random.weighted<() => void>([
    [12, () => void terms.splice(k, 1, mutatedRow(random, terms[k] as Row, k))],
    [2, () => void terms.splice(k, 1, [...random.pick(terms)])],
    [3, set(data, 'from', placed(data.from))],
    [3, set(data, 'to', placed(data.to))],
    [10, set(step, field, placed(step[field] ?? []))],
    [5, set(step, 'path', mutatedPath(random, step.path))],
    [4, set(step, 'rule', rule)],
    [2, set(step, 'direction', step.direction ? 'forward' : 'backward')],
    [4, () => void steps.splice(at, random.whole(1, 2))],
    [2, () => void steps.splice(at, 0, step)],
    [3, set(data, 'conditions', placed(data.conditions))],
    [1, set(data, 'assuming', placed(data.assuming))],
    [1, () => void delete data[random.pick(Object.keys(data))]],
    [1, () => void delete step[random.pick(Object.keys(step))]],
    [1, set(data, 'variable', random.pick([...LETTERS, 7, null]))],
  ])()
}
