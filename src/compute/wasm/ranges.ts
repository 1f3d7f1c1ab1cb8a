/** Where the values of a program lie, NaN apart, as can be seen from how they are made: up to rounding, signs exactly. */
import type { OperationName } from '../operations.ts'
import { type Node, operandsOf, type Program } from '../program.ts'

export interface Range {
  readonly least: number
  readonly most: number
}

const ANYWHERE: Range = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }
const UNIT: Range = { least: -1, most: 1 }
const POSITIVE: Range = { least: 0, most: Number.POSITIVE_INFINITY }

/** The ranges of all nodes. */
export function rangesOf({ nodes }: Program): readonly Range[] {
  const ranges: Range[] = []
  for (const node of nodes) ranges.push(rangeOf(node, ranges))
  return ranges
}

const among = (values: readonly number[]): Range =>
  values.some(Number.isNaN) ? ANYWHERE : { least: Math.min(...values), most: Math.max(...values) }

const rising =
  (f: (x: number) => number) =>
  ({ least, most }: Range): Range =>
    among([f(least), f(most)])

const ends = ({ least, most }: Range): readonly number[] => [least, most]

/** Nought times infinity is nought, as infinity is only a border. */
const product = (a: Range, b: Range): Range =>
  among(ends(a).flatMap((x) => ends(b).map((y) => (x === 0 || y === 0 ? 0 : x * y))))

const opposite = ({ least, most }: Range): Range => ({ least: -most, most: -least })

/** Of divisors that may be 0, the sign is what counts. */
const inverse = (a: Range): Range =>
  a.least >= 0
    ? among([1 / a.most, 1 / Math.abs(a.least)])
    : a.most <= 0
      ? opposite(inverse(opposite(a)))
      : ANYWHERE

function size({ least, most }: Range): Range {
  const far = Math.max(Math.abs(least), Math.abs(most))
  return { least: least > 0 ? least : most < 0 ? -most : 0, most: far }
}

const RANGES: Readonly<Partial<Record<OperationName, (a: Range, b: Range) => Range>>> = {
  negate: opposite,
  abs: size,
  add: (a, b) => among([a.least + b.least, a.most + b.most]),
  subtract: (a, b) => among([a.least - b.most, a.most - b.least]),
  multiply: product,
  divide: (a, b) => product(a, inverse(b)),
  max: (a, b) => ({ least: Math.max(a.least, b.least), most: Math.max(a.most, b.most) }),
  min: (a, b) => ({ least: Math.min(a.least, b.least), most: Math.min(a.most, b.most) }),
  sqrt: () => POSITIVE,
  exp: rising(Math.exp),
  tanh: rising(Math.tanh),
  erf: () => UNIT,
  sin: () => UNIT,
  cos: () => UNIT,
  cosh: () => ({ least: 1, most: Number.POSITIVE_INFINITY }),
}

function rangeOf(node: Node, ranges: readonly Range[]): Range {
  const of = operandsOf(node).map((place) => ranges[place] ?? ANYWHERE)
  if (node.kind === 'constant') return among([node.value])
  if (node.kind === 'choose') return among(of.slice(1).flatMap(ends))
  if (node.kind !== 'operation') return ANYWHERE
  const [a, b] = of as [Range, Range]
  if (node.name === 'multiply' && node.of[0] === node.of[1]) return product(size(a), size(a))
  return RANGES[node.name]?.(a, b) ?? ANYWHERE
}
