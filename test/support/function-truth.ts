/**
 * What is known about the primitives without asking their rows: the floating-point functions of
 * the language. A row is compared with them fact by fact, in both directions: what it claims must
 * be so, and what is so must be claimed.
 */
import { call, type Expr, integer, substitute } from '../../src/expression/expr.ts'
import { numberTerm } from '../../src/expression/number-term.ts'
import { type Rational, rational } from '../../src/expression/rational.ts'
import type { Primitive } from '../../src/functions/index.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { compareEnds, holdsAt, isValue, valueAt } from './oracle.ts'

/** A row with its forms read. */
export interface PrimitiveFacts {
  readonly name: string
  readonly domain: readonly Expr[]
  readonly interior: readonly Expr[]
  readonly range: readonly Expr[]
  readonly derivative: Expr | undefined
  readonly differentiable: readonly Expr[]
  readonly parity: 'odd' | 'even' | undefined
  readonly sign: Primitive['sign']
  readonly period: Expr | undefined
  readonly inverse: string | undefined
  readonly where: readonly Expr[]
  readonly values: readonly (readonly [Expr, Expr])[]
}

/** The facts of a row of one operand. */
export function factsOf(row: Primitive): PrimitiveFacts {
  const read = (forms: readonly string[] = []): Expr[] => forms.map((form) => parsePattern(form))
  const slope = row.derivative ?? (row.reciprocal && `1/(${row.reciprocal})`)
  return {
    name: row.name,
    domain: read(row.domain),
    interior: read(row.interior),
    range: read(row.range),
    derivative: slope === undefined ? undefined : parsePattern(slope),
    differentiable: read(row.differentiable),
    parity: row.odd ? 'odd' : row.even ? 'even' : undefined,
    sign: row.sign,
    period: row.period === undefined ? undefined : parsePattern(row.period),
    inverse: row.inverse,
    where: read(row.where),
    values: row.values.map(([u, y]) => [parsePattern(u), parsePattern(y)]),
  }
}

type Real = (u: number) => number

/** erf u = 2/√π·e^(−u²)·Σ 2ⁿu²ⁿ⁺¹/(1·3·…·(2n+1)), whose terms have one sign (DLMF 7.6.2). */
function erf(u: number): number {
  if (Math.abs(u) > 6) return Math.sign(u)
  let [sum, term] = [u, u]
  for (let n = 1; n < 200; n += 1) {
    term *= (2 * u * u) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-u * u) * sum
}

/** By halving: erf rises. */
function erfinv(y: number): number {
  if (Math.abs(y) >= 1) return Math.abs(y) === 1 ? y / 0 : Number.NaN
  if (y <= 0) return y === 0 ? 0 : -erfinv(-y)
  let [lo, hi] = [0, 6]
  for (let n = 0; n < 60; n += 1) {
    const middle = (lo + hi) / 2
    if (erf(middle) < y) lo = middle
    else hi = middle
  }
  return (lo + hi) / 2
}

/** The primitives of one operand in floating point: not finite where they are undefined. */
export const REAL: Readonly<Record<string, Real>> = {
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  step: (u) => (u > 0 ? 1 : u < 0 ? 0 : 0.5),
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  erf,
  erfinv,
}

/** Points: borders of domains, turning points, and others; none nearer to a border than 1/1000. */
export const POINTS: readonly Rational[] = [
  ...[0, 1, -1, 2, -2, 3, -3, 4, 5, -4, -5],
  ...[1 / 2, -1 / 2, 1 / 4, -1 / 4, 3 / 2, -3 / 2, 5 / 2, -5 / 2, 1 / 8, -1 / 8, 7 / 8, -7 / 8],
  ...[9 / 8, -9 / 8, 1023 / 1024, -1023 / 1024, 1025 / 1024, -1025 / 1024, 1 / 512, -1 / 512],
  ...[27 / 16, -27 / 16, 13 / 4, -13 / 4],
].map((n) => rational(BigInt(n * 1024), 1024n))

const float = (r: Rational): number => Number(r.num) / Number(r.den)

/** The value of a closed term in floating point, by enclosures. */
function numberOf(u: Expr): number {
  const value = valueAt(u, {}, 200)
  if (!isValue(value)) return Number.NaN
  const { m, e } = compareEnds(value.lo, value.hi) <= 0 ? value.lo : value.hi
  const shift = Math.max(0, m.toString(2).length - 60)
  return Number(m >> BigInt(shift)) * 2 ** (e + shift)
}

const close = (a: number, b: number, within = 1e-9): boolean =>
  Number.isFinite(a - b) && Math.abs(a - b) <= within * Math.max(1, Math.abs(a), Math.abs(b))

const at = (forms: readonly Expr[], r: Rational): boolean | 'unclear' => {
  const states = forms.map((form) => holdsAt(form, { u: r }))
  if (states.includes('unknown')) return 'unclear'
  return states.every((state) => state === true)
}

/** All that the row says and is not so, or is so and the row does not say. */
export function faultsOf(facts: PrimitiveFacts): string[] {
  const f = REAL[facts.name] as Real
  return [
    ...POINTS.flatMap((r) => pointFaults(facts, f, r)),
    ...rangeFaults(facts, f),
    ...symmetryFaults(facts, f),
    ...inverseFaults(facts, f),
    ...poleFaults(facts),
    ...facts.values.flatMap(([u, y]) => {
      const right = close(f(numberOf(u)), numberOf(y), 1e-12)
      return right ? [] : [`value at ${numberOf(u)}`]
    }),
  ]
}

/** Domain, continuity, value and slope at one point. */
function pointFaults(facts: PrimitiveFacts, f: Real, r: Rational): string[] {
  const u = float(r)
  const faults: string[] = []
  const defined = Number.isFinite(f(u))
  if (at(facts.domain, r) !== defined) faults.push(`domain at ${u}`)
  if (defined && !close(numberOf(call(facts.name, [numberTerm(r)])), f(u), 1e-12))
    faults.push(`value at ${u}`)
  const near = [u - 1e-7, u + 1e-7].map(f)
  const continuous = defined && near.every((y) => Math.abs(y - f(u)) < 1e-3)
  if (at(facts.interior, r) !== continuous) faults.push(`interior at ${u}`)
  if (!facts.derivative) return faults
  const slope = numberOf(substitute(facts.derivative, new Map([['u', numberTerm(r)]])))
  const claimed = at(facts.differentiable, r) === true && Number.isFinite(slope)
  const h = 2 ** -17
  const [left, right] = [(f(u) - f(u - h)) / h, (f(u + h) - f(u)) / h]
  const smooth = continuous && close(left, right, 2e-2)
  if (claimed !== smooth) faults.push(`differentiable at ${u}`)
  if (claimed && smooth && !close((left + right) / 2, slope, 1e-4)) faults.push(`slope at ${u}`)
  return faults
}

const HALF_TURNS = [1, -1, 2, -2].map((k) => (k * Math.PI) / 2)
const FAR = [20, 1e3, 1e300].flatMap((u) => [u, -u])
const NEAR_ONE = [1 - 2 ** -53, -1 + 2 ** -53]

/** Bounded above and below exactly as claimed, and equal to a bound exactly where that is allowed. */
function rangeFaults(facts: PrimitiveFacts, f: Real): string[] {
  const inner = [...POINTS.map(float).filter((u) => Math.abs(u) <= 3), ...HALF_TURNS].map(f)
  const all = [...inner, ...[...POINTS.map(float), ...FAR, ...NEAR_ONE].map(f)].filter(
    (y) => !Number.isNaN(y) && facts.name !== 'tan',
  )
  const faults: string[] = []
  for (const [heads, end] of [
    [['<', '<='], Math.max(...all)],
    [['>', '>='], Math.min(...all)],
  ] as const) {
    const bounds = facts.range.filter((c) => c.kind === 'call' && heads.includes(c.head as never))
    const bounded = Math.abs(end) <= 10
    if (bounds.length !== (bounded ? 1 : 0)) faults.push(`${heads[0]} ${end}`)
    const [bound] = bounds
    if (bound?.kind !== 'call') continue
    const limit = numberOf(bound.args[1] as Expr)
    const reached = inner.some((y) => Math.abs(y - limit) < 1e-12)
    if (!close(limit, end, 1e-3)) faults.push(`bound ${limit}`)
    if (reached !== bound.head.endsWith('=')) faults.push(`bound ${limit} reached or not`)
  }
  return faults
}

/** Odd, even, periodic, and the sign that of the operand, exactly if so. */
function symmetryFaults(facts: PrimitiveFacts, f: Real): string[] {
  const points = POINTS.map(float)
  const values = points.map((u) => [u, f(u)] as const)
  const alike = (a: number, b: number): boolean => (Number.isFinite(a) ? close(a, b) : !Number.isFinite(b))
  const odd = points.every((u) => alike(f(u), -f(-u)))
  const even = points.every((u) => alike(f(u), f(-u)))
  const faults = facts.parity === (odd ? 'odd' : even ? 'even' : undefined) ? [] : ['parity']
  const defined = values.filter(([, y]) => Number.isFinite(y))
  const follows = defined.every(([u, y]) => Math.sign(u) === Math.sign(y))
  const vanishes =
    f(0) === 0 && !(Math.abs(f(Math.PI)) < 1e-12) && defined.every(([u, y]) => (u === 0) === (y === 0))
  const sided = defined.every(([u]) => u >= 0) || defined.every(([, y]) => y >= 0)
  const sign = follows && !sided ? 'that of the operand' : vanishes ? '0 only at 0' : undefined
  if (facts.sign !== sign) faults.push('sign')
  const repeats = (p: number): boolean => points.every((u) => alike(f(u), f(u + p)))
  if (!facts.period) return repeats(2 * Math.PI) ? [...faults, 'period'] : faults
  const p = numberOf(facts.period)
  return repeats(p) && !repeats(p / 2) ? faults : [...faults, 'period']
}

/** g(f(u)) = u exactly where the row says so. */
function inverseFaults(facts: PrimitiveFacts, f: Real): string[] {
  if (facts.inverse === undefined) return facts.where.length === 0 ? [] : ['where']
  const g = REAL[facts.inverse] as Real
  return POINTS.flatMap((r) => {
    const u = float(r)
    const [y, before, after] = [1, 1 - 2 ** -51, 1 + 2 ** -51].map((k) => g(k * f(u))) as [
      number,
      number,
      number,
    ]
    // A value rounded by a unit may lead further away: erf 5 is nearly 1.
    const undone = Number.isFinite(f(u)) && close(y, u, Math.max(1e-7, Math.abs(after - before) || 0))
    return at(facts.where, r) === undone ? [] : [`inverse at ${u}`]
  })
}

/** No tangent at π/2: the conditions cannot be true on all of an interval around it. */
function poleFaults({ name, domain, interior }: PrimitiveFacts): string[] {
  if (name !== 'tan') return []
  const turn = call('divide', [parsePattern('pi'), integer(2)])
  return [domain, interior].flatMap((list, i) => {
    const states = list.map((form) => holdsAt(substitute(form, new Map([['u', turn]])), {}))
    return states.every((state) => state === true) ? [`pole ${i}`] : []
  })
}
