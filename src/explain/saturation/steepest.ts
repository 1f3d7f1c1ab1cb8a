/** How steep a function is at most, and where its derivative fades: found by its analysis, kept once found. */
import { decimalOf } from '../../analyse/decimals.ts'
import { type Analysis, analyse, propertiesNamed } from '../../analyse/index.ts'
import { type Work, workWithin } from '../../analyse/proofs/index.ts'
import { differentiate, OutOfBudget } from '../../derive/index.ts'
import type { Condition } from '../../expression/condition.ts'
import { OgeeError } from '../../expression/error.ts'
import { call, type Expr, negate, symbol } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { compareRationals, rational } from '../../expression/rational.ts'
import { opened } from '../../rules/forms.ts'
import type { Context } from '../../syntax/formula.ts'
import { Replay } from '../properties/table.ts'
import { type Side, type Slope, smallBeyond, tenToMinus } from './tails.ts'

const SIDES: readonly Side[] = ['left', 'right']
const CLAIMS = 4_000

/** The steepest slope and the tails of a function. */
export interface Steepness {
  /** The Lipschitz constant. */
  readonly decimals: string
  /** Where |f′| < 10⁻⁶, on the left and on the right. */
  readonly small: readonly Small[]
}

/** Where a derivative is small on one side: from there on, nowhere far out, or not settled. */
export type Small = Condition | 'nowhere' | 'open'

/** The Lipschitz constant, if it is a number. */
export function steepestIn(analysis: Analysis, replay: Replay): Expr | undefined {
  const [found, ...others] = propertiesNamed(analysis, 'lipschitz')
  if (!found || others.length > 0 || typeof found.value.constant === 'string') return undefined
  return replay.accepts(found) ? found.value.constant : undefined
}

/** On which sides, far out, the derivative tends to 0. */
export function fadingSides(slope: Analysis, replay: Replay): Side[] {
  const limits = propertiesNamed(slope, 'limits').filter((one) => replay.accepts(one))
  return SIDES.filter((side) => {
    const end = side === 'left' ? '-infinity' : 'infinity'
    return limits
      .flatMap(({ value }) => value)
      .some(({ to, is }) => to === end && typeof is === 'object' && literalValue(is)?.num === 0n)
  })
}

/** Is the derivative even? Then what holds on one side holds on the other. */
export const isEven = (slope: Analysis, replay: Replay): boolean =>
  propertiesNamed(slope, 'symmetry').some((one) => one.value.parity === 'even' && replay.accepts(one))

/** Where |f′| < 10⁻ⁿ on the left and on the right, if it tends to 0 on these `sides`; of an even derivative one side is proved. */
export function smallOn(
  slope: Slope,
  sides: readonly Side[],
  digits: number,
  { work, even = false }: { readonly work: Work; readonly even?: boolean },
): Small[] {
  const on = (side: Side): Small =>
    sides.includes(side) ? (smallBeyond(slope, side, tenToMinus(digits), work) ?? 'open') : 'nowhere'
  const right = on('right')
  if (!even) return [on('left'), right]
  return [typeof right === 'string' ? right : mirrored(right), right]
}

/** x > p as x < −p. */
function mirrored(condition: Condition): Condition {
  const [x, p] = (condition as { readonly args: readonly Expr[] }).args as [Expr, Expr]
  return call('<', [x, literalValue(p)?.num === 0n ? p : negate(p)])
}

/** For a few claims about one derivative. */
export const workFor = (milliseconds: number): Work => workWithin({ milliseconds, claims: CLAIMS })

const known = new Map<string, Steepness>()

/** The same for a named curve of one letter; nothing where it is not found in time. */
export function steepnessOf(name: string, variable: string, within: () => Context): Steepness | undefined {
  const before = known.get(name)
  if (before) return before
  try {
    const f = call(name, [symbol(variable)])
    const found = searched(opened(f) ?? f, variable, within)
    if (found && !found.small.includes('open')) known.set(name, found)
    return found
  } catch (error) {
    if (error instanceof OutOfBudget || error instanceof OgeeError) return undefined
    throw error
  }
}

function searched(f: Expr, variable: string, within: () => Context): Steepness | undefined {
  const replay = new Replay()
  const own = analyse(f, { ...within(), variable, only: ['lipschitz'] })
  const constant = steepestIn(own, replay)
  const decimals = constant && decimalOf(constant, own.numbers)
  if (decimals === undefined) return undefined
  const { to, conditions } = differentiate(f, { ...within(), variable })
  const slope = analyse(to, { ...within(), variable, assuming: conditions, only: ['limits', 'symmetry'] })
  const sides = fadingSides(slope, replay)
  const work = workFor(within().budget?.milliseconds ?? 0)
  const even = isEven(slope, replay)
  const small = smallOn({ form: to, variable, assuming: conditions }, sides, 6, { work, even })
  return { decimals, small }
}

/** Is the number less than 1, 1, or more? Nothing where it is not rational. */
export function sizeOf(constant: Expr): number | undefined {
  const value = literalValue(constant)
  return value && compareRationals(value, rational(1n))
}
