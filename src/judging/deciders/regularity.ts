/** Continuous, differentiable, smooth, one-to-one; Lipschitz. */
import { conditionsOf, type Interval, isPoint } from '../../analyse/interval.ts'
import { printed } from '../../analyse/printed.ts'
import { workedOut } from '../../derive/worked-out.ts'
import type { Claim } from '../../expression/claim.ts'
import { defined } from '../../expression/condition.ts'
import { call, derivative, type Expr, substitute, symbol } from '../../expression/expr.ts'
import type { Ground } from '../ground.ts'
import { all, no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'
import { relation } from './relation.ts'
import { monotone } from './shape.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

const SAYS = {
  continuous: [
    'it is made of continuous functions, and at the places where they meet the values agree',
    'it jumps',
  ],
  differentiable: ['it has a derivative there', 'the slopes on the two sides differ, or grow without bounds'],
  smooth: ['it is made of functions with derivatives of every order', 'it has a corner'],
} as const

type Kind = keyof typeof SAYS

const CONTINUOUS = { kind: 'continuous' } as Of<'continuous' | 'differentiable' | 'smooth'>

export function regular(
  { kind, at }: Of<'continuous' | 'differentiable' | 'smooth'>,
  ground: Ground,
): Outcome {
  if (kind === 'injective') return injective(ground)
  if (at && !isDefinedAt(at, ground)) return undefinedAt(at, ground)
  const pieces = at ? [around(at, ground)] : ground.pieces
  const outcomes = pieces.filter((piece) => piece !== undefined).map((piece) => onPiece(kind, piece, ground))
  return all(outcomes)
}

function onPiece(kind: Kind, piece: Interval, ground: Ground): Outcome {
  const about = { assuming: ground.on(piece), of: ground.f, variable: ground.variable }
  if (isPoint(piece))
    return kind === 'continuous' ? yes('it has one point there') : unknown('its domain has a single point')
  const [because, otherwise] = SAYS[kind]
  const found = ground.ask({ kind, ...about } as Claim, because, otherwise)
  if (kind !== 'smooth' || found.verdict !== 'unknown') return found
  const corner = ground.refute({ kind: 'differentiable', ...about })
  return corner ? no('it has a corner', corner) : found
}

const isDefinedAt = (at: Expr, { f, variable, study }: Ground): boolean =>
  study.holds([], defined(substitute(f, new Map([[variable, at]])))) !== undefined

function undefinedAt(at: Expr, ground: Ground): Outcome {
  const found = ground.find('domain')
  return found
    ? no(`it is not defined at ${ground.variable} = ${printed(at)}`, ...found.evidence)
    : unknown('its domain is not known')
}

/** The piece of the domain around the place. */
function around(at: Expr, ground: Ground): Interval | undefined {
  const there = [call('=', [symbol(ground.variable), at])]
  return ground.pieces.find((piece) =>
    conditionsOf(piece, ground.variable).every(
      (condition) =>
        ground.study.holds([], substitute(condition, new Map([[ground.variable, at]]))) !== undefined &&
        there.length > 0,
    ),
  )
}

/** Strictly monotone on an interval, or neither. */
function injective(ground: Ground): Outcome {
  if (ground.pieces.length !== 1) return unknown('its domain has gaps')
  const found = monotone({ kind: 'monotone', strictly: true }, ground)
  if (found.verdict === 'true')
    return { ...found, because: `${found.because} strictly, so no value is taken twice` }
  const continuous = regular(CONTINUOUS, ground)
  if (found.verdict !== 'false' || continuous.verdict !== 'true') return unknown('that was not settled')
  return no(
    'it is continuous and turns, so it takes some value twice',
    ...found.evidence,
    ...continuous.evidence,
  )
}

/** |f′| ≤ L. */
export function lipschitz({ constant }: Of<'Lipschitz'>, ground: Ground): Outcome {
  const slope = derivative(ground.f, symbol(ground.variable))
  if (ground.pieces.length !== 1) return unknown('its domain has gaps')
  const continuous = regular(CONTINUOUS, ground)
  if (continuous.verdict !== 'true') return continuous
  const { formula, derivations } = workedOut(slope, ground.context)
  const steep = ground.about(formula)
  if (!constant) {
    const range = steep.find('range')
    if (!range) return unknown('the set of values of the derivative is not known')
    const isOpen = range.value.some(
      ({ low, high }) => typeof low.value === 'string' || typeof high.value === 'string',
    )
    const shown = 'the derivative is bounded'
    return isOpen
      ? no('the derivative is not bounded', ...range.evidence)
      : yes(shown, ...range.evidence, ...continuous.evidence)
  }
  const bound = relation(call('<=', [call('abs', [formula]), constant]), steep)
  if (bound.verdict === 'unknown') return bound
  const because =
    bound.verdict === 'true'
      ? `|f′| ≤ ${printed(constant)}`
      : `|f′| is greater than ${printed(constant)} there`
  return { ...bound, because, evidence: [...bound.evidence, ...derivations] }
}
