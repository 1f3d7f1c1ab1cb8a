/** Why there are no best coefficients, in words with the columns' names. */
import { CONSTANT, type Collinear, type Separated } from './result.ts'
import type { Scaling } from './scaling.ts'
import type { Separation } from './separation.ts'

/** A factor beside the largest that is this small is none. */
const NOTHING = 1e-9

/** Separation, with the columns that count named. */
export function separated(
  { kind, direction, onBorder }: Separation,
  features: readonly string[],
  rows: number,
  { deviations }: Scaling,
): Separated {
  const sizes = direction.map((c, j) => (j === 0 ? 0 : Math.abs(c) * (deviations[j] as number)))
  const most = Math.max(...sizes)
  const parts = direction.flatMap((value, j) =>
    j > 0 && (sizes[j] as number) <= NOTHING * most
      ? []
      : [{ name: j === 0 ? CONSTANT : (features[j - 1] as string), value }],
  )
  const names = parts.slice(1).map(({ name }) => name)
  const how = kind === 'complete' ? 'all rows' : `all rows but ${onBorder} on the border itself`
  return {
    verdict: 'separated',
    kind,
    direction: parts,
    onBorder,
    rows,
    reason: `${names.join(', ')} ${names.length === 1 ? 'separates' : 'separate'} the outcomes of ${how}: the likelihood grows for ever, so there is no best estimate`,
  }
}

/** A column that is made of those before it, with these multiples of the scaled ones. */
export function collinear(
  i: number,
  of: Float64Array,
  features: readonly string[],
  { shifts, scales }: Scaling,
): Collinear {
  const column = features[i - 1] ?? CONSTANT
  const own = (scales[i] ?? 1) as number
  const factors = Array.from(of, (c, k) => (k === 0 ? 0 : (c * (scales[k] as number)) / own))
  const constant =
    (shifts[i] as number) +
    (of[0] ?? 0) / own -
    factors.reduce((sum, f, k) => sum + f * (shifts[k] as number), 0)
  const sizes = factors.map((f, k) => (k === 0 ? 0 : Math.abs(f) / (scales[k] as number)))
  const parts = factors.flatMap((factor, k) =>
    k > 0 && (sizes[k] as number) * own > NOTHING
      ? [{ name: features[k - 1] as string, factor: neat(factor) }]
      : [],
  )
  const reach = factors.reduce((sum, f, k) => sum + Math.abs(f * (shifts[k] as number)), 1 / own)
  const isNothing = Math.abs(constant) <= NOTHING * (reach + Math.abs(shifts[i] as number))
  const whole = isNothing && parts.length > 0 ? parts : [...parts, { name: CONSTANT, factor: neat(constant) }]
  const said = whole.map(({ name, factor }) =>
    name === CONSTANT ? `${factor}` : factor === 1 ? name : `${factor}·${name}`,
  )
  return {
    verdict: 'collinear',
    column,
    of: whole,
    reason:
      parts.length === 0
        ? `${column} is the same in all rows`
        : `${column} = ${said.join(' + ').replaceAll('+ -', '− ')}: it says nothing that the others do not say`,
  }
}

/** Without the last digits, which rounding made. */
const neat = (value: number): number => Number(value.toPrecision(9))
