/** Reading certificates: every field is checked, every term built anew. */
import { type Condition, isCondition } from '../expression/condition.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { CONSTANTS, call, type Expr, numeral, symbol } from '../expression/expr.ts'
import { type Rational, rational } from '../expression/rational.ts'
import { definition, primitive } from '../functions/index.ts'
import { demand } from './fault.ts'

export const SCHEMA = 'ogee/1'

/**
 * Reads a derivation back, checking every field. Terms are built anew, so nothing a certificate
 * says about them is taken on trust. They stand in its own table unless a reader of another is given.
 *
 * @throws Fault naming the field that is missing or of the wrong shape.
 */
export function fromJson(
  value: unknown,
  { term, conditions: all }: Reader = reader(record(value)),
): Derivation {
  const data = record(value)
  const step = (item: unknown): Step => {
    const { rule, direction = 'forward', relation = 'equals', path, before, after } = record(item)
    const { letters = {}, conditions } = record(item)
    demand(typeof rule === 'string' || rule === null, 'a rule must be a name or null')
    demand(direction === 'forward' || direction === 'backward', 'unknown direction')
    demand(relation === 'equals' || relation === 'iff' || relation === 'implies', 'unknown relation')
    return {
      rule,
      direction,
      relation,
      path: list(path).map((entry) => (Array.isArray(entry) ? entry.map(index) : index(entry))),
      before: term(before),
      after: term(after),
      letters: Object.fromEntries(
        Object.entries(record(letters)).map(([name, p]) => [name, Array.isArray(p) ? p.map(term) : term(p)]),
      ),
      conditions: all(conditions),
    }
  }
  demand(data.variable === undefined || typeof data.variable === 'string', 'a variable is a name')
  return {
    from: term(data.from),
    to: term(data.to),
    ...(data.variable === undefined ? {} : { variable: data.variable }),
    steps: list(data.steps).map(step),
    assuming: all(data.assuming),
    conditions: all(data.conditions),
  }
}

/** Terms and conditions, by their places in a table. */
export interface Reader {
  readonly term: (place: unknown) => Expr
  readonly conditions: (places: unknown) => Condition[]
}

/** Reads terms and conditions by their places in the table of terms. */
export function reader(data: Record<string, unknown>): Reader {
  const terms = readTerms(list(data.terms))
  const term = (place: unknown): Expr =>
    required(typeof place === 'number' ? terms[place] : undefined, 'no such place in the table of terms')
  const conditions = (places: unknown): Condition[] => {
    const found = list(places ?? []).map(term)
    demand(found.every(isCondition), 'a condition must be a statement')
    return found
  }
  return { term, conditions }
}

export function required<T>(value: T | undefined, otherwise: string): T {
  demand(value !== undefined, otherwise)
  return value
}

export function record(value: unknown): Record<string, unknown> {
  demand(typeof value === 'object' && value !== null && !Array.isArray(value), 'an object is missing')
  return value as Record<string, unknown>
}

const LONGEST_LIST = 2_000_000

export function list(value: unknown): readonly unknown[] {
  demand(Array.isArray(value) && value.length <= LONGEST_LIST, 'a list is missing or too long')
  return value
}

function index(n: unknown): number {
  demand(typeof n === 'number' && Number.isInteger(n) && n >= 0, 'a path is made of operand numbers')
  return n
}

const DEEPEST_TERM = 5_000
const LARGEST_TERM = 1_000_000

/** How many operands each head of the language has: exactly, or at least (negative). */
const OPERANDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ add: -2, multiply: -2, and: -2, or: -2, piecewise: -2, negate: 1, divide: 2, power: 2 },
    ...{ '=': 2, '!=': 2, '<': 2, '<=': 2, '>': 2, '>=': 2, D: 2, at: 3, defined: 1, interior: 1 },
  }),
)

/** The right number of operands, statements where statements belong, a variable that can vary. */
function isComplete(head: string, args: readonly Expr[]): boolean {
  const count = (primitive(head) ?? definition(head))?.letters.length ?? OPERANDS.get(head) ?? Number.NaN
  const asks = (i: number): boolean =>
    head === 'and' || head === 'or' || (head === 'piecewise' && i % 2 === 1)
  const [, x] = args
  const varies = x?.kind === 'symbol' && !CONSTANTS.has(x.name)
  return (
    (count < 0 ? args.length >= -count : args.length === count) &&
    args.every((arg, i) => isCondition(arg) === asks(i)) &&
    (varies || (head !== 'D' && head !== 'at'))
  )
}

function readTerms(rows: readonly unknown[]): Expr[] {
  const terms: Expr[] = []
  const depths: number[] = []
  for (const row of rows) {
    const [head, ...rest] = list(row)
    demand(typeof head === 'string', 'a term begins with its head')
    const isLeaf = head === 'symbol' || head === 'number'
    const args = isLeaf ? [] : rest.map((p) => required(terms[p as number], 'an operand must stand earlier'))
    const depth = args.length === 0 ? 1 : 1 + Math.max(...rest.map((p) => depths[p as number] as number))
    const term = isLeaf ? readLeaf(head, rest) : call(head, args)
    demand(isLeaf || isComplete(head, args), `${head.slice(0, 40)} is unknown or has the wrong operands`)
    demand(depth <= DEEPEST_TERM && term.size <= LARGEST_TERM, 'a term is too large')
    terms.push(term)
    depths.push(depth)
  }
  return terms
}

function readLeaf(head: string, [text, ...more]: readonly unknown[]): Expr {
  demand(typeof text === 'string' && text !== '' && more.length === 0, `a ${head} has one text`)
  return head === 'symbol' ? symbol(text) : numeral(exactNumber(text))
}

/** Reads `3`, `-3` and `1/4`. */
export function exactNumber(text: string): Rational {
  const found = /^(-?\d+)(?:\/([1-9]\d*))?$/.exec(text) ?? undefined
  const [, num, den = '1'] = required(found, 'not an exact number')
  return rational(BigInt(num as string), BigInt(den))
}
