/**
 * Certificates as JSON. All terms stand in one table, each once; a term is `["number", "1/4"]`,
 * `["symbol", "x"]` or a head followed by the places of its operands, which come before it. A step
 * says where the line changes and what stands there afterwards; so every other part of the line
 * stays as it was, and a long derivation stays short. Numbers keep every digit.
 */
import type { Condition } from '../expression/condition.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { call, type Expr, numeral, symbol } from '../expression/expr.ts'
import type { Path } from '../expression/path.ts'
import { rational } from '../expression/rational.ts'

export const SCHEMA = 'ogee/1'

type Place = number
type Row = readonly [string, ...(string | Place)[]]

/** A step; what is left out is empty or `forward`. */
interface StepJson {
  readonly rule: string | null
  readonly direction?: string
  readonly path: Path
  readonly before: Place
  readonly after: Place
  readonly letters?: Readonly<Record<string, Place | readonly Place[]>> | undefined
  readonly conditions?: readonly Place[] | undefined
}

/** A derivation as plain JSON data. */
export interface DerivationJson {
  readonly schema: typeof SCHEMA
  readonly kind: 'derivation'
  readonly terms: readonly Row[]
  readonly from: Place
  readonly to: Place
  readonly variable?: string
  readonly steps: readonly StepJson[]
  readonly assuming: readonly Place[]
  readonly conditions: readonly Place[]
}

/** Refuses what is not a certificate, with the reason. */
export class CertificateFault extends Error {
  override readonly name = 'CertificateFault'
}

const MAX_TERMS = 2_000_000
const MAX_DEPTH = 10_000

/**
 * The derivation as JSON data, for `JSON.stringify`.
 *
 * @example
 * ```ts
 * verify(JSON.parse(JSON.stringify(toJson(differentiate('x^2'))))) // → { ok: true }
 * ```
 */
export function toJson(derivation: Derivation): DerivationJson {
  const terms: Row[] = []
  const places = new Map<Expr, Place>()
  const place = (u: Expr): Place => {
    const known = places.get(u)
    if (known !== undefined) return known
    const fresh = terms.push(rowOf(u, place)) - 1
    places.set(u, fresh)
    return fresh
  }
  const step = (s: Step): StepJson => {
    if (s.relation !== 'equals') throw new CertificateFault('unknown relation')
    const bare = s.rule === null && Object.keys(s.letters).length === 0
    return {
      rule: s.rule,
      ...(s.direction === 'forward' ? {} : { direction: s.direction }),
      path: s.path,
      before: place(s.before),
      after: place(s.after),
      ...(bare ? {} : { letters: placedLetters(s.letters, place) }),
      ...(s.conditions.length === 0 ? {} : { conditions: s.conditions.map(place) }),
    }
  }
  return {
    schema: SCHEMA,
    kind: 'derivation',
    terms,
    from: place(derivation.from),
    to: place(derivation.to),
    ...(derivation.variable === undefined ? {} : { variable: derivation.variable }),
    steps: derivation.steps.map(step),
    assuming: derivation.assuming.map(place),
    conditions: derivation.conditions.map(place),
  }
}

function rowOf(u: Expr, place: (u: Expr) => Place): Row {
  if (u.kind === 'symbol') return ['symbol', u.name]
  if (u.kind === 'number') return ['number', u.value.den === 1n ? `${u.value.num}` : `${u.value.num}/${u.value.den}`]
  const row: [string, ...Place[]] = [u.head]
  for (const arg of u.args) row.push(place(arg))
  return row
}

function placedLetters(letters: Step['letters'], place: (u: Expr) => Place): Record<string, Place | readonly Place[]> {
  const placed: Record<string, Place | readonly Place[]> = {}
  for (const name in letters) {
    const value = letters[name] as Expr | readonly Expr[]
    placed[name] = Array.isArray(value) ? value.map(place) : place(value as Expr)
  }
  return placed
}

/**
 * Reads a derivation back, checking every field. Terms are built anew, so nothing a certificate
 * says about them is taken on trust.
 *
 * @throws CertificateFault naming the field that is missing or of the wrong shape.
 */
export function fromJson(value: unknown): Derivation {
  const data = record(value, 'the certificate')
  if (data.schema !== SCHEMA || data.kind !== 'derivation') throw new CertificateFault('unknown kind of certificate')
  const terms: Expr[] = []
  const depths: number[] = []
  for (const row of list(data.terms, 'terms', MAX_TERMS)) {
    const [term, depth] = readTerm(row, terms, depths)
    if (depth > MAX_DEPTH) throw new CertificateFault('a term is nested too deeply')
    terms.push(term)
    depths.push(depth)
  }
  const term = (field: unknown, name: string): Expr => {
    const found = typeof field === 'number' ? terms[field] : undefined
    if (!found) throw new CertificateFault(`${name} is not a place in the table of terms`)
    return found
  }
  const conditions = (field: unknown, name: string): Condition[] => list(field, name).map((c) => term(c, name))
  const step = (field: unknown): Step => {
    const s = record(field, 'a step')
    const { rule, direction = 'forward' } = s
    if (typeof rule !== 'string' && rule !== null) throw new CertificateFault('a rule must be a name or null')
    if (direction !== 'forward' && direction !== 'backward') throw new CertificateFault('unknown direction')
    const letters = Object.entries(record(s.letters ?? {}, 'letters')).map(([name, place]) => [
      name,
      Array.isArray(place) ? place.map((p) => term(p, name)) : term(place, name),
    ])
    return {
      rule,
      direction,
      relation: 'equals',
      path: readPath(s.path),
      before: term(s.before, 'before'),
      after: term(s.after, 'after'),
      letters: Object.fromEntries(letters),
      conditions: conditions(s.conditions ?? [], 'conditions'),
    }
  }
  if (data.variable !== undefined && typeof data.variable !== 'string') throw new CertificateFault('variable must be a name')
  return {
    from: term(data.from, 'from'),
    to: term(data.to, 'to'),
    ...(data.variable === undefined ? {} : { variable: data.variable }),
    steps: list(data.steps, 'steps').map(step),
    assuming: conditions(data.assuming, 'assuming'),
    conditions: conditions(data.conditions, 'conditions'),
  }
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CertificateFault(`${name} must be an object`)
  return value as Record<string, unknown>
}

function list(value: unknown, name: string, longest = 100_000): readonly unknown[] {
  if (!Array.isArray(value)) throw new CertificateFault(`${name} must be a list`)
  if (value.length > longest) throw new CertificateFault(`${name} is too long`)
  return value
}

function readPath(value: unknown): Path {
  const index = (n: unknown): number => {
    if (typeof n !== 'number' || !Number.isInteger(n) || n < 0) throw new CertificateFault('a path is made of operand numbers')
    return n
  }
  return list(value, 'path').map((entry) => (Array.isArray(entry) ? entry.map(index) : index(entry)))
}

function readTerm(row: unknown, earlier: readonly Expr[], depths: readonly number[]): [Expr, number] {
  const [head, ...rest] = list(row, 'a term')
  if (typeof head !== 'string' || head === '') throw new CertificateFault('a term begins with its head')
  if (head === 'symbol' || head === 'number') {
    const [text] = rest
    if (typeof text !== 'string' || rest.length !== 1) throw new CertificateFault(`a ${head} has one text`)
    return [head === 'symbol' ? symbol(text) : readNumeral(text), 1]
  }
  let depth = 0
  const args = rest.map((place) => {
    const arg = typeof place === 'number' ? earlier[place] : undefined
    if (!arg) throw new CertificateFault('an operand must stand earlier in the table')
    depth = Math.max(depth, depths[place as number] as number)
    return arg
  })
  if (args.length < (MINIMAL_OPERANDS.get(head) ?? 1)) throw new CertificateFault(`${head} has too few operands`)
  return [call(head, args), depth + 1]
}

const MINIMAL_OPERANDS: ReadonlyMap<string, number> = new Map(
  ['add', 'multiply', 'divide', 'power', 'D', 'piecewise', '=', '!=', '<', '<=', '>', '>='].map((head) => [head, 2]),
)

function readNumeral(text: string): Expr {
  const match = /^(\d+)(?:\/([1-9]\d*))?$/.exec(text)
  if (!match) throw new CertificateFault(`"${text.slice(0, 40)}" is not an exact number`)
  return numeral(rational(BigInt(match[1] as string), BigInt(match[2] ?? '1')))
}
