/** The tables of docs/accuracy.md: the largest errors of operations and curves. Made by scripts/accuracy.mjs. */
import { compile } from '../../src/compute/index.ts'
import { type Numbers, Runner } from '../../src/compute/kernel.ts'
import { OPERATIONS, type OperationName } from '../../src/compute/operations.ts'
import { Writer } from '../../src/compute/program.ts'
import type { Tier } from '../../src/compute/wasm/translate.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { CURVES } from '../../src/functions/index.ts'
import { parse } from '../../src/index.ts'
import { DOUBLE, type Exact, exactly, type Format, SINGLE, stratified, ulps } from './accuracy.ts'

const TIERS: readonly Tier[] = ['fast', 'accurate']
/** Not measured: exact by definition. */
const PLAIN: ReadonlySet<string> = new Set(['negate', 'abs', 'sign'])
/** All digits are lost from here on. */
const LOST = 2 ** 50
/** For parameters of curves. */
const PARAMETERS = ['2', '3/2', '1/2', '5/4', '3/4']

interface Point {
  readonly x: number
  readonly exact: Exact
}

/** Points with their exact values, as many as the time allows. */
function known(u: Expr, xs: readonly number[], milliseconds: number): Point[] {
  const until = performance.now() + milliseconds
  // spread over all of them when there is no time for all
  const order = xs.map((_, i) => xs[(i * 7919) % xs.length] as number)
  const points: Point[] = []
  for (const x of order) {
    if (performance.now() > until) break
    const exact = exactly(u, x)
    if (exact) points.push({ x, exact })
  }
  return points
}

interface Worst {
  readonly ulps: number
  readonly at: number
  readonly lost: number
}

function worst(points: readonly Point[], values: Numbers, format: Format): Worst {
  let found: Worst = { ulps: 0, at: 0, lost: 0 }
  points.forEach(({ x, exact }, i) => {
    const error = ulps(values[i] as number, exact, format)
    const lost = found.lost + (error > LOST ? 1 : 0)
    found = error > found.ulps ? { ulps: error, at: x, lost } : { ...found, lost }
  })
  return found
}

const shown = ({ ulps: error, at, lost }: Worst): string => {
  const text = error < 1000 ? error.toFixed(2) : error.toExponential(1)
  return error === 0 ? '0' : `${text} at ${at.toPrecision(6)}${lost > 0 ? `, lost at ${lost}` : ''}`
}

export const OPERATION_HEAD = [
  'operation',
  'points',
  'fast',
  'accurate',
  'fast, singles',
  'accurate, singles',
]

export function operationRows(count: number, milliseconds: number): string[][] {
  const names = (Object.keys(OPERATIONS) as OperationName[]).filter(
    (name) => OPERATIONS[name].letters.length === 1 && !PLAIN.has(name),
  )
  const doubles = stratified(count, DOUBLE)
  const singles = [...new Set(stratified(count, SINGLE).map(Math.fround))].filter(
    (x) => x !== 0 && Number.isFinite(x),
  )
  return names.map((name) => {
    const u = parse(OPERATIONS[name].meaning.replace(/\bu\b/g, 'x'))
    const writer = new Writer()
    const program = writer.program(['x'], [writer.operation(name, writer.input('x'))])
    const [wide, narrow] = [known(u, doubles, milliseconds), known(u, singles, milliseconds)]
    const cell = (points: readonly Point[], lane: 64 | 32, tier: Tier): string => {
      const make = lane === 64 ? Float64Array : Float32Array
      const out = new make(points.length)
      const column = new make(points.map(({ x }) => x))
      new Runner(program, lane, tier).fill([column], [out], points.length)
      return shown(worst(points, out, lane === 64 ? DOUBLE : SINGLE))
    }
    return [
      name,
      String(wide.length),
      ...TIERS.map((tier) => cell(wide, 64, tier)),
      ...TIERS.map((tier) => cell(narrow, 32, tier)),
    ]
  })
}

export const CURVE_HEAD = ['curve', 'of', 'points', 'fast', 'accurate']

export function curveRows(
  count: number,
  milliseconds: number,
  names: readonly string[],
  report: (row: readonly string[]) => void = () => undefined,
): string[][] {
  const xs = stratified(count, DOUBLE)
  const curves = CURVES.filter(({ name }) => names.length === 0 || names.includes(name))
  return curves.flatMap(({ name, letters }) => {
    const formula = `${name}(${['x', ...PARAMETERS.slice(0, letters.length - 1)].join(', ')})`
    const kernels = TIERS.map((tier) => compile(formula, { gradient: true, tier, variables: ['x'] }))
    const [{ formulas }] = kernels as [(typeof kernels)[0]]
    return formulas.map(({ of, given }, i) => {
      const points = known(given, xs, milliseconds)
      const column = new Float64Array(points.map(({ x }) => x))
      const cells = kernels.map((kernel) => {
        const { value, gradient } = kernel(column)
        return shown(worst(points, i === 0 ? value : (gradient[0] as Numbers), DOUBLE))
      })
      const row = [formula, of === 'value' ? 'value' : 'derivative', String(points.length), ...cells]
      report(row)
      return row
    })
  })
}
