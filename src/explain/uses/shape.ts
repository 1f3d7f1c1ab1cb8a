/**
 * The shape of a function, which decides what it is of use for: what its analysis proves of its values, its
 * slope and its ends. Every property counts only if its certificates are accepted; a name counts for nothing.
 */
import { type Analysis, type PropertyOf, propertiesNamed } from '../../analyse/index.ts'
import type { PropertyName } from '../../analyse/properties/index.ts'
import type { Extended } from '../../expression/claim.ts'
import type { Condition } from '../../expression/condition.ts'
import { type Expr, freeSymbols, mentions, same } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { compareRationals, type Rational, rational } from '../../expression/rational.ts'
import type { Replay } from '../properties/table.ts'

/** What it tends to at the two ends of the line. */
export interface Ends {
  readonly left: Extended | undefined
  readonly right: Extended | undefined
}

/** A place with the value and the slope there. */
export interface Bend {
  readonly at: Expr
  readonly value: Expr
  readonly slope: Expr
}

export interface Shape {
  readonly variable: string
  /** The function, the definition of its name put in. */
  readonly f: Expr
  readonly slope: Expr
  /** The form of the slope holds everywhere. */
  readonly isSmooth: boolean
  /** Its parameters. */
  readonly letters: readonly string[]
  /** Defined and continuous on the whole line. */
  readonly isContinuous: boolean
  /** What is assumed of the parameters. */
  readonly assuming: readonly Condition[]
  /** The least and the greatest number that its values come near, if it is continuous from some place on, or everywhere, and goes one way. */
  readonly span: { readonly low: Expr; readonly high: Expr } | undefined
  /** On the whole line it goes this way or stays, and does not stay everywhere. */
  readonly direction: 'rising' | 'falling' | undefined
  readonly ends: Ends
  readonly slopeEnds: Ends
  /** It has a Lipschitz constant: nowhere is it steeper than some number. */
  readonly isSlopeBounded: boolean
  /** Where it is steepest: the only place where it begins to bend the other way. */
  readonly bend: Bend | undefined
  readonly bends: readonly Bend[]
  /** The point about which it is symmetric. */
  readonly centre: { readonly x: Expr; readonly y: Expr } | undefined
  /** Its only extremum, if that is its greatest value. */
  readonly peak: { readonly at: Expr; readonly value: Expr } | undefined
  readonly isPositive: boolean
  /** The slope by the value alone, in a letter for it. */
  readonly through: { readonly form: Expr; readonly letter: string } | undefined
}

/** What is known of the function besides its analysis. */
export interface Given {
  readonly f: Expr
  readonly slope: Expr
  readonly isSmooth: boolean
  readonly through: Shape['through']
}

/** The facts of an analysis and of that of the derivative. */
export function shapeOf(own: Analysis, slope: Analysis | undefined, given: Given, replay: Replay): Shape {
  const { variable } = own
  const letters = freeSymbols(given.f).filter((name) => name !== variable)
  const known = [...own.assuming, ...own.supposing]
  const has = <Name extends PropertyName>(name: Name, of = own): PropertyOf<Name> | undefined => {
    const [found, ...more] = propertiesNamed(of, name).filter((one) => replay.accepts(one))
    const isAlways = found?.conditions.every((condition) => known.some((one) => same(one, condition)))
    return more.length === 0 && isAlways ? found : undefined
  }
  const isClosed = (u: Extended): u is Expr =>
    typeof u !== 'string' && freeSymbols(u).every((name) => letters.includes(name))
  const pieces = has('continuity')?.value ?? []
  const bends = (has('inflections')?.value ?? []).map(({ at, value, slope: there }) => ({
    at,
    value: value.is,
    slope: there.is,
  }))
  const closed = bends.filter(({ at, value, slope: there }) => [at, value, there].every(isClosed))
  const steepest = has('lipschitz')?.value.constant
  const [extremum, ...others] = has('extrema')?.value ?? []
  const top = extremum?.on.lower
  const isTop = extremum?.kind === 'maximum' && extremum.global === true && others.length === 0
  const signs = has('sign')?.value ?? []
  const [centre] = has('symmetry')?.value.centres ?? []
  const through = given.through
  const direction = directionOf(has('monotone')?.value ?? [])
  return {
    variable,
    ...given,
    letters,
    assuming: known,
    span: spanOf(),
    isContinuous: pieces.length === 1 && pieces[0]?.lower === '-infinity' && pieces[0].upper === 'infinity',
    direction,
    ends: endsOf(has('limits')?.value ?? []),
    slopeEnds: endsOf((slope && has('limits', slope)?.value) ?? []),
    isSlopeBounded: steepest !== undefined && typeof steepest !== 'string',
    bend: isOnce() ? closed[0] : undefined,
    bends: closed.length === bends.length ? closed : [],
    centre,
    peak: isTop && top !== undefined && isClosed(top) ? { at: top, value: extremum.value.is } : undefined,
    isPositive: signs.length > 0 && signs.every(({ sign }) => sign === 'positive'),
    through: through && !mentions(through.form, variable) ? through : undefined,
  }

  /** Has it a slope everywhere that grows in size up to one place and falls after it? */
  function isOnce(): boolean {
    const pieces = (has('convexity')?.value ?? []).map(({ bend }) => bend)
    const { on = [], corners = [] } = has('differentiability')?.value ?? {}
    const wanted = { rising: 'convex concave', falling: 'concave convex' }
    return (
      direction !== undefined &&
      pieces.join(' ') === wanted[direction] &&
      bends.length === 1 &&
      on.length === 1 &&
      corners.length === 0
    )
  }

  function spanOf(): Shape['span'] {
    const [range, ...others] = has('range')?.value ?? []
    const [piece] = pieces
    if (!range || others.length > 0 || pieces.length !== 1 || piece?.upper !== 'infinity') return undefined
    const [low, high] = [range.low.value, range.high.value]
    return isClosed(low) && isClosed(high) ? { low, high } : undefined
  }
}

function directionOf(pieces: PropertyOf<'monotone'>['value']): Shape['direction'] {
  const ways = new Set(pieces.map(({ direction }) => direction))
  ways.delete('constant')
  if (ways.size !== 1) return undefined
  return ways.has('increasing') ? 'rising' : 'falling'
}

function endsOf(limits: PropertyOf<'limits'>['value']): Ends {
  const towards = (end: Extended): Extended | undefined => limits.find(({ to }) => to === end)?.is
  return { left: towards('-infinity'), right: towards('infinity') }
}

const ONE = rational(1n)

const isThe = (u: Extended | undefined, r: Rational): boolean => {
  const value = u === undefined || typeof u === 'string' ? undefined : literalValue(u)
  return value !== undefined && compareRationals(value, r) === 0
}

export const isNought = (u: Extended | undefined): boolean => isThe(u, rational(0n))
export const isOne = (u: Extended | undefined): boolean => isThe(u, ONE)

const isNumber = (u: Extended | undefined): u is Expr =>
  u !== undefined && typeof u !== 'string' && freeSymbols(u).length === 0

/** The two levels between which it goes, the lower one first, if it goes one way on the whole line from one number to another. */
export function levelsOf({
  isContinuous,
  direction,
  ends,
  letters,
}: Shape): readonly [Expr, Expr] | undefined {
  const { left, right } = ends
  if (!isContinuous || !direction || letters.length > 0) return undefined
  if (!isNumber(left) || !isNumber(right)) return undefined
  return direction === 'rising' ? [left, right] : [right, left]
}

/** An S-curve: it goes one way on the whole line, from one number to another. */
export const isSCurve = (shape: Shape): boolean => levelsOf(shape) !== undefined

/** An S-curve whose values can be read as probabilities. */
export function isProbability(shape: Shape): boolean {
  const [low, high] = levelsOf(shape) ?? []
  return isNought(low) && isOne(high)
}

/** Fit to bend what a layer of a network gives: continuous on the line, not affine, with a bounded slope. */
export const isActivation = ({ isContinuous, slope, variable, isSlopeBounded, letters }: Shape): boolean =>
  isContinuous && letters.length === 0 && isSlopeBounded && mentions(slope, variable)

/** Without bound on the right, where the slope goes to a number that is not 0. */
export const passesOnRight = (shape: Shape): boolean =>
  isActivation(shape) &&
  shape.ends.right === 'infinity' &&
  isNumber(shape.slopeEnds.right) &&
  !isNought(shape.slopeEnds.right)

/** Positive with one peak, and 0 far out on both sides. */
export const isBell = ({ isContinuous, isPositive, peak, ends, letters }: Shape): boolean =>
  isContinuous &&
  isPositive &&
  letters.length === 0 &&
  peak !== undefined &&
  [ends.left, ends.right].every(isNought)

/** Its slope tends to 0 at both ends. */
export const fades = ({ slopeEnds }: Shape): boolean => isNought(slopeEnds.left) && isNought(slopeEnds.right)

/** It goes one way between two levels, with letters of its own or on a half-line. */
export const isOwnCurve = (shape: Shape): boolean =>
  !isSCurve(shape) && shape.direction !== undefined && shape.span !== undefined
