/** Analyses of the named curves, and what they say at points, in double precision. */
import { type Analysis, analyse, type Property } from '../../src/analyse/index.ts'
import type { Interval, Isolated } from '../../src/analyse/interval.ts'
import { double, truth } from '../../src/decide/double.ts'
import type { Extended } from '../../src/expression/claim.ts'
import { call, type Expr, symbol } from '../../src/expression/expr.ts'
import { CURVES } from '../../src/functions/index.ts'
import { CURVE_VALUES } from './curve-values.ts'

const AMPLE = { budget: { milliseconds: 60_000 } }

const analyses = new Map<string, Analysis>()

/** The analysis of the curve with its parameters as letters. */
export function analysed(name: string): Analysis {
  const known = analyses.get(name)
  if (known) return known
  const { letters } = CURVES.find((row) => row.name === name) as (typeof CURVES)[number]
  const curve = call(name, letters.map(symbol))
  const analysis = analyse(curve, { variable: letters[0] as string, ...AMPLE })
  analyses.set(name, analysis)
  return analysis
}

/** A curve programmed independently, with values of its parameters. */
export interface Setting {
  readonly real: (x: number) => number
  readonly at: Readonly<Record<string, number>>
}

/** The settings of the parameters at which a property of the curve claims something. */
export function settingsOf(name: string, { conditions }: Pick<Property, 'conditions'>): Setting[] {
  const [real, points] = CURVE_VALUES[name] as (typeof CURVE_VALUES)[string]
  const { letters } = CURVES.find((row) => row.name === name) as (typeof CURVES)[number]
  const rest = [...new Set(points.map(([, ...values]) => JSON.stringify(values)))]
  return rest.flatMap((text): Setting[] => {
    const values = JSON.parse(text) as number[]
    const names = letters.slice(1)
    const at = Object.fromEntries(names.map((letter, i) => [letter, values[i] as number]))
    const holds = conditions.every((condition) => truth(condition, names)(values) === 1)
    return holds ? [{ real: (x) => real(x, ...values), at }] : []
  })
}

/** The number that a term stands for. */
export function numberOf(u: Extended, { at }: Setting, numbers: readonly Isolated[] = []): number {
  if (typeof u === 'string') return u === 'infinity' ? Infinity : -Infinity
  const isolated = Object.fromEntries(
    numbers.map(({ letter, between: [low] }) => [letter, Number((low.num * 10n ** 25n) / low.den) / 1e25]),
  )
  const values = { ...at, ...isolated }
  return double(u as Expr, Object.keys(values))(Object.values(values))
}

/** Numbers inside the interval, spread evenly, not too far out. */
export function inside(
  { lower, upper }: Pick<Interval, 'lower' | 'upper'>,
  setting: Setting,
  numbers: readonly Isolated[] = [],
  count = 41,
): number[] {
  const [a, b] = [numberOf(lower, setting, numbers), numberOf(upper, setting, numbers)]
  const reach = Object.values(setting.at)
  const low = a === -Infinity ? Math.min(b, 0, ...reach) - 12 : a
  const high = b === Infinity ? Math.max(a, 0, ...reach) + 12 : b
  return Array.from({ length: count }, (_, i) => low + ((i + 0.5) / count) * (high - low))
}
