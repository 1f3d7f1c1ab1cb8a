/**
 * Where a function is nearly flat towards an end of the line: |f′| < 1/100, up to a thousandth. The derivative need not
 * vanish there; in double precision the function may all the same reach its limit, and where was measured.
 */

import type { Extended, Proved } from '../../expression/claim.ts'
import { call, divide, type Expr, integer, negate } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { rational } from '../../expression/rational.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { between, type Interval } from '../interval.ts'
import { Open } from '../open.ts'
import { because } from '../reason.ts'
import { known } from '../region.ts'
import type { Patch } from '../shape.ts'
import { limitOf } from '../tends.ts'
import { limitsOf } from './limits.ts'

export interface Saturation {
  /** The bound on the size of the derivative. */
  readonly below: Expr
  readonly on: readonly Interval[]
  /** Towards which end the function, evaluated in double precision as it stands, equals its limit from which number on. */
  readonly inDoubles: readonly { readonly towards: Extended; readonly from: number }[]
}

const SMALL = divide(integer(1), integer(100))

const THOUSANDTHS = 1_000n
const DOUBLINGS = 30
const NEAREST = 1e-6

/** How far from the base, towards the end of the line, the slope seems to be that small for good; 0 if it is so throughout. */
function distanceOfTail(slope: Expr, base: number, sign: 1 | -1, { study }: Subject): number | undefined {
  const sizeAt = (t: number): number => Math.abs(study.value(slope, [], base + sign * t))
  const tried = Array.from({ length: DOUBLINGS }, (_, k) => 2 ** (k - 1))
  // far out the doubles may overflow
  const steep = tried.findLastIndex((t) => sizeAt(t) >= 1 / 100)
  const first = tried[steep + 1]
  if (first === undefined || !(sizeAt(first) < 1 / 100)) return undefined
  let [low, high] = [tried[steep] ?? NEAREST, first]
  if (sizeAt(low) < 1 / 100) return 0
  for (let i = 0; i < STEPS; i += 1) {
    const middle = (low + high) / 2
    if (sizeAt(middle) < 1 / 100) high = middle
    else low = middle
  }
  return high
}

const outwards = (x: number, sign: 1 | -1): Expr =>
  numberTerm(rational(BigInt(sign) * BigInt(Math.ceil(sign * x * Number(THOUSANDTHS))), THOUSANDTHS))

/** The flat part of a patch towards an end of the line, with its proof. */
function tailOf({ on, slope }: Patch, subject: Subject): (readonly [Interval, Proved])[] {
  const { study } = subject
  if (!slope) throw new Open(because('no-rule'))
  const bounds = [call('<', [slope.to, SMALL]), call('>', [slope.to, negate(SMALL)])]
  return (['lower', 'upper'] as const).flatMap((side) => {
    const sign = side === 'upper' ? 1 : -1
    if (
      typeof on[side] !== 'string' ||
      limitOf(slope.to, on[side], sign > 0 ? 'left' : 'right', study).is === undefined
    )
      return []
    const inner = side === 'upper' ? on.lower : on.upper
    const base = typeof inner === 'string' ? 0 : study.value(inner, [])
    const distance = distanceOfTail(slope.to, base, sign, subject)
    if (distance === undefined) return []
    const isWhole = distance === 0 && typeof inner !== 'string'
    const from = isWhole ? inner : outwards(base + sign * distance, sign)
    const part = sign > 0 ? between(from, 'infinity', !isWhole) : between('-infinity', from, false, !isWhole)
    const claim = { kind: 'holds' as const, assuming: known(part, study), condition: call('and', bounds) }
    return [[part, study.demand(claim, because('flat-open'))] as const]
  })
}

const FAR = 2_000
const STEPS = 60

/** From where on the doubles are the limit, as far as was tried. */
function measured({ shape, study }: Subject): { towards: Extended; from: number }[] {
  return limitsOf(shape, study).flatMap(({ to, is }) => {
    if (typeof to !== 'string' || is === undefined || typeof is === 'string') return []
    const sign = to === 'infinity' ? 1 : -1
    const limit = study.value(is, [])
    const isThere = (x: number): boolean => study.value(study.f, [], sign * x) === limit
    if (!isThere(FAR) || isThere(1)) return []
    let [low, high] = [1, FAR]
    for (let i = 0; i < STEPS; i += 1) {
      const middle = (low + high) / 2
      if (isThere(middle)) high = middle
      else low = middle
    }
    return [{ towards: to, from: sign * Number(high.toPrecision(4)) }]
  })
}

export const saturation: Analyser<Saturation> = (subject) => {
  const { shape, study } = subject
  if (study.letters.length > 0 || subject.isPeriod) return undefined
  const found = shape.pieces.flatMap(({ patches }) => patches).flatMap((patch) => tailOf(patch, subject))
  if (found.length === 0) return undefined
  const inDoubles = measured(subject)
  return {
    value: { below: SMALL, on: found.map(([on]) => on), inDoubles },
    why: because(inDoubles.length === 0 ? 'flat' : 'flat-measured', { low: negate(SMALL), high: SMALL }),
    how: 'proved',
    evidence: found.map(([, proof]) => proof),
  }
}
