/** Continuous, differentiable, smooth; Lipschitz. */
import { conditionsOf, type Interval, isPoint } from '../../analyse/interval.ts'
import { seemingOrder } from '../../analyse/order.ts'
import { printed } from '../../analyse/printed.ts'
import type { Claim, Extended, Proof } from '../../expression/claim.ts'
import { type Condition, defined } from '../../expression/condition.ts'
import { add, call, derivative, type Expr, negate, substitute, symbol } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { rational } from '../../expression/rational.ts'
import { found, type Ground } from '../ground.ts'
import { all, type Evidence, no, type Outcome, unknown, withEvidence, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'
import { relation } from './relation.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>
type Kind = 'continuous' | 'differentiable' | 'smooth'

const SAYS: Readonly<Record<Kind, readonly [string, string]>> = {
  continuous: ['it is made of continuous functions that meet where its form changes', 'it jumps'],
  differentiable: ['it has a derivative', 'it has no derivative'],
  smooth: ['it is made of functions with derivatives of every order', 'it has a corner'],
}

export function regular({ kind, at, times = 1 }: Of<Kind>, ground: Ground): Outcome {
  if (times > 1) return repeatedly(times, ground)
  if (at) return regularAt(kind, at, ground)
  const pieces = found(() => ground.pieces)
  const whole = pieces && all(pieces.map((piece) => onPiece(kind, piece, ground)))
  if (whole && whole.verdict === 'true') return whole
  // two periods, without their ends, hold each point of one with all that is beside it
  const period = ground.onPeriod(2)
  if (!period) return whole ?? all(ground.pieces.map((piece) => onPiece(kind, piece, ground)))
  const inner = period.ground.pieces.map(({ lower, upper }): Interval => ({ lower, upper, closed: OPEN }))
  return withEvidence(all(inner.map((piece) => onPiece(kind, piece, period.ground))), period.evidence)
}

const OPEN = { lower: false, upper: false }

/** On each piece of the domain. */
export const continuousOn = (ground: Ground): Outcome =>
  all(ground.pieces.map((piece) => onPiece('continuous', piece, ground)))

function onPiece(kind: Kind, piece: Interval, ground: Ground): Outcome {
  if (isPoint(piece)) {
    return kind === 'continuous' ? yes('it has one point there') : unknown('its domain has a single point')
  }
  const [because, otherwise] = SAYS[kind]
  const claim = claimOf(kind, piece, ground)
  const outcome = ground.ask(claim, because, otherwise)
  if (outcome.verdict === 'false') return broken(kind, outcome, ground)
  if (outcome.verdict === 'true' || kind === 'continuous') return outcome
  const corner = ground.refute(claimOf('differentiable', piece, ground))
  if (corner) return broken(kind, no('', corner), ground)
  const later = kind === 'smooth' ? laterCorner(piece, ground) : undefined
  if (later) return later
  const isClosed = piece.closed.lower || piece.closed.upper
  const within = isClosed ? ground.prove(claimOf(kind, { ...piece, closed: OPEN }, ground)) : undefined
  return within ? unknown('inside its domain it is; at the end of it only one side counts') : outcome
}

/** As often as derivatives are asked for: of every order, or one after the other. */
function repeatedly(times: number, ground: Ground): Outcome {
  const smooth = all(ground.pieces.map((piece) => onPiece('smooth', piece, ground)))
  if (smooth.verdict === 'true') return smooth
  const once = regular({ kind: 'differentiable' }, ground)
  if (once.verdict !== 'true') return once
  for (const piece of ground.pieces) {
    const corner = laterCorner(piece, ground, times - 1)
    if (corner) return corner
  }
  return unknown(`it has a derivative; whether it has one ${times} times was not settled`)
}

const ORDERS = ['first', 'second', 'third']

/** A derivative that is continuous and has a corner: were the function smooth, it would have none. */
function laterCorner(piece: Interval, ground: Ground, most: number = ORDERS.length): Outcome | undefined {
  let slope = ground.at(conditionsOf(piece, ground.variable))
  const derivations: Evidence[] = []
  for (const order of ORDERS.slice(0, most)) {
    slope = ground
      .at(conditionsOf(piece, ground.variable))
      .about(derivative(slope.f, symbol(ground.variable)))
    derivations.push(...slope.derivations)
    const continuous = ground.prove({ ...claimOf('continuous', piece, ground), of: slope.f } as Claim)
    if (!continuous) return undefined
    const corner = ground.refute({ ...claimOf('differentiable', piece, ground), of: slope.f } as Claim)
    if (corner) return no(`its ${order} derivative has a corner`, corner, continuous, ...derivations)
  }
  return undefined
}

const claimOf = (kind: Kind, piece: Interval, ground: Ground): Claim => ({
  kind,
  assuming: ground.on(piece),
  of: ground.f,
  variable: ground.variable,
})

/** Where it fails, if the refutation names the place. */
function broken(kind: Kind, outcome: Outcome, ground: Ground): Outcome {
  if (outcome.verdict !== 'false') return outcome
  const [proved] = outcome.evidence
  const proof = proved && 'proof' in proved ? placed(proved.proof) : undefined
  const at = proof?.terms?.at
  if (!proof || !at) return outcome
  const there = `at ${ground.variable} = ${printed(ground.study.neat(at))}`
  const { left, right } = proof.terms ?? {}
  const slopes =
    left && right
      ? `: its slope is ${printed(ground.study.neat(left))} on the left and ${printed(ground.study.neat(right))} on the right`
      : ''
  const steep = slopes === '' && kind !== 'continuous' ? ': it is infinitely steep there' : slopes
  return {
    ...outcome,
    because: kind === 'continuous' ? `it jumps ${there}` : `it has no derivative ${there}${steep}`,
  }
}

/** The part of the proof that names a place. */
function placed(proof: Proof): Proof | undefined {
  if (proof.terms?.at) return proof
  for (const part of proof.from ?? []) {
    const inner = placed(part)
    if (inner) return inner
  }
  return undefined
}

const NEAR = [rational(1n), rational(1n, 100n), rational(1n, 10_000n)]

/** On small intervals about the place. */
function regularAt(kind: Kind, at: Expr, ground: Ground): Outcome {
  const { f, variable, study } = ground
  const here = new Map([[variable, at]])
  if (!study.holds([], defined(substitute(f, here)))) return undefinedAt(at, ground)
  const outside = ground.within.find((condition) => !study.holds([], substitute(condition, here)))
  if (outside) return unknown(`${variable} = ${printed(at)} does not lie where ${printed(outside)}`)
  const piece = ground.pieces.find((one) => isIn(at, one, ground))
  if (!piece) return unknown('the piece of its domain around the place is not known')
  const isAtEnd = [piece.lower, piece.upper].some(
    (end) => typeof end !== 'string' && seemingOrder(end, at, study) === 0,
  )
  const [because] = SAYS[kind]
  for (const step of NEAR) {
    const proof = ground.prove(claimOf(kind, around(at, piece, numberTerm(step), ground), ground))
    if (proof) return yes(`${because} near ${variable} = ${printed(at)}`, proof, ...ground.derivations)
  }
  const claimed = kind === 'smooth' ? 'differentiable' : kind
  for (const step of NEAR) {
    const refuted = ground.refute(claimOf(claimed, around(at, piece, numberTerm(step), ground), ground))
    const where = refuted && placed(refuted.proof)?.terms?.at
    if (refuted && where && study.sameValue(where, at))
      return broken(kind, no(SAYS[kind][1], refuted, ...ground.derivations), ground)
  }
  if (isAtEnd && kind !== 'continuous') return unknown(`${variable} = ${printed(at)} is an end of its domain`)
  return unknown(`whether it is ${kind} at ${variable} = ${printed(at)} was not settled`)
}

const isIn = (at: Expr, piece: Interval, { study, variable }: Ground): boolean =>
  conditionsOf(piece, variable).every(
    (condition) => study.holds([], substitute(condition, new Map([[variable, at]]))) !== undefined,
  )

/** The part of the piece that is nearer to the place than the step. */
function around(at: Expr, piece: Interval, step: Expr, { study }: Ground): Interval {
  const ends = { lower: study.neat(add(at, negate(step))), upper: study.neat(add(at, step)) }
  const isBeyond = (end: Extended, side: 'lower' | 'upper'): boolean =>
    typeof end !== 'string' && seemingOrder(end, ends[side], study) !== (side === 'lower' ? -1 : 1)
  const [cutLow, cutHigh] = [isBeyond(piece.lower, 'lower'), isBeyond(piece.upper, 'upper')]
  return {
    lower: cutLow ? piece.lower : ends.lower,
    upper: cutHigh ? piece.upper : ends.upper,
    closed: { lower: cutLow && piece.closed.lower, upper: cutHigh && piece.closed.upper },
  }
}

function undefinedAt(at: Expr, ground: Ground): Outcome {
  const there: Condition = defined(substitute(ground.f, new Map([[ground.variable, at]])))
  const refuted = ground.refute({ kind: 'holds', assuming: ground.assuming, condition: there })
  const says = `it is not defined at ${ground.variable} = ${printed(at)}`
  if (refuted) return no(says, refuted)
  const { pieces, outside } = ground.domain
  return pieces.some((piece) => isIn(at, piece, ground))
    ? unknown(`whether it is defined at ${ground.variable} = ${printed(at)} is not known`)
    : no(says, ...outside)
}

/** |f′| ≤ L, of a function that is continuous on an interval; a derivative that is greater refutes it anyway. */
export function lipschitz({ constant }: Of<'Lipschitz'>, ground: Ground): Outcome {
  const period = ground.onPeriod()
  const one = period?.ground ?? ground
  const steep = one.about(derivative(one.f, symbol(one.variable)))
  const outcome = constant ? steepness(constant, steep) : boundedSlope(steep)
  const evidence = [...steep.derivations, ...ground.derivations, ...(period?.evidence ?? [])]
  if (outcome.verdict === 'false') return withEvidence(outcome, evidence)
  const continuous = continuousOn(one)
  if (continuous.verdict === 'false') return { ...continuous, because: 'it jumps, so it is not Lipschitz' }
  if (outcome.verdict === 'unknown') return outcome
  if (one.pieces.length !== 1) return unknown(`${outcome.because}, but its domain has gaps`)
  return continuous.verdict === 'true'
    ? withEvidence(outcome, [...continuous.evidence, ...evidence])
    : continuous
}

/** By the set of values of the derivative. */
function withinRange(constant: Expr, steep: Ground): Outcome {
  const range = steep.need('range')
  const ends = range.value.flatMap(({ low, high }) => [
    call('>=', [low.value as Expr, negate(constant)]),
    call('<=', [high.value as Expr, constant]),
  ])
  if (range.value.some(({ low, high }) => typeof low.value === 'string' || typeof high.value === 'string'))
    return no('', ...range.evidence)
  const proofs = ends.map((condition) =>
    steep.prove({
      kind: 'holds',
      assuming: [...steep.assuming, ...steep.study.about([condition])],
      condition,
    }),
  )
  return proofs.every((proof) => proof !== undefined)
    ? yes('', ...range.evidence, ...proofs)
    : unknown('how steep it is was not settled')
}

function boundedSlope(steep: Ground): Outcome {
  const range = steep.need('range')
  const open = range.value.some(
    ({ low, high }) => typeof low.value === 'string' || typeof high.value === 'string',
  )
  return open
    ? no('its derivative is not bounded', ...range.evidence)
    : yes('its derivative is bounded', ...range.evidence)
}

function steepness(constant: Expr, steep: Ground): Outcome {
  const size = relation(call('<=', [call('abs', [steep.f]), constant]), steep)
  const bound = size.verdict === 'unknown' ? withinRange(constant, steep) : size
  if (bound.verdict === 'unknown') return bound
  const shown = printed(constant)
  return {
    ...bound,
    because: bound.verdict === 'true' ? `|f′| ≤ ${shown}` : `there |f′| is greater than ${shown}`,
  }
}
