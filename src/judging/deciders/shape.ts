/** Rising and falling, convex and concave, constant. */
import { endsOf, type Interval, isPoint, LINE, sameEnd } from '../../analyse/interval.ts'
import { Missing, Open } from '../../analyse/open.ts'
import { printed } from '../../analyse/printed.ts'
import type { Claim, Monotone } from '../../expression/claim.ts'
import {
  add,
  call,
  derivative,
  type Expr,
  freeSymbols,
  integer,
  negate,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { found, type Ground, inWords, stop } from '../ground.ts'
import { howProved } from '../how.ts'
import { all, no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'
import { shownValue } from '../shown.ts'
import { equalEverywhere } from './comparing.ts'
import { type Shown, wrongChord, wrongOrder } from './gaps.ts'
import { relation } from './relation.ts'
import { inOrder } from './spans.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>
type Direction = 'increasing' | 'decreasing'

/** On an interval by the sign of the derivative; over a gap only the order of the values can tell. */
export function monotone(said: Of<'monotone'>, ground: Ground): Outcome {
  const { direction } = said
  return direction ? oneWay({ ...said, direction }, ground) : eitherWay(said, ground)
}

function oneWay(said: Of<'monotone'> & { readonly direction: Direction }, ground: Ground): Outcome {
  const { direction, strictly } = said
  const refuted = (): Outcome | undefined => {
    const shown = wrongOrder(direction, strictly, ground)
    return shown && no(inWrongOrder(shown, ground), ...shown.proofs, ...ground.derivations)
  }
  const pieces = found(() => ground.pieces)
  if (!pieces) return refuted() ?? unknown(whyOpen(ground))
  const how = strictly ? `strictly ${direction}` : direction
  const steps = strictly ? fromStepToStep(direction, ground) : undefined
  if (steps) return steps
  const outcomes = pieces
    .filter((piece) => !isPoint(piece))
    .map((piece) => {
      const claim = claimOf(said, direction, ground.on(piece), ground)
      const outcome = asked(claim, piece, how, ground)
      return outcome.verdict === 'true'
        ? { ...outcome, because: `it is ${how} ${inWords(piece, ground)}${bySlope(outcome)}` }
        : outcome
    })
  const whole = all(outcomes)
  if (whole.verdict === 'true' && (pieces.length === 1 || said.onPieces)) return whole
  const pair = refuted()
  if (pair || whole.verdict !== 'true') return pair ?? whole
  return acrossGaps(whole, direction, strictly, ground)
}

/** The claim; else what the analyser finds: that it is so all over the piece, or not so on a part of it. */
function asked(claim: Monotone, piece: Interval, how: string, ground: Ground): Outcome {
  const outcome = ground.ask(claim, `it is ${how}`, `it is not ${how}`)
  if (outcome.verdict !== 'unknown') return outcome
  // this notes for the proof where the function turns, or could
  const stretches = found(() => ground.need('monotone'))
  if (!stretches) return byDerivative(claim, ground) ?? outcome
  const evidence = [...stretches.evidence, ...ground.derivations]
  const against = stretches.value.find(
    ({ direction }) => direction !== claim.direction && (claim.strictly || direction !== 'constant'),
  )
  if (against) return no(`it is ${against.direction} ${inWords(against.on, ground)}`, ...evidence)
  const own = stretches.value.find(({ on }) => sameSpan(on, piece))
  return own?.direction === claim.direction ? yes(`it is ${how}`, ...evidence) : outcome
}

/** A derivative of the wrong sign somewhere. */
function byDerivative(claim: Monotone, ground: Ground): Outcome | undefined {
  const slope = ground.about(derivative(ground.f, symbol(ground.variable)))
  const head = claim.direction === 'increasing' ? '>=' : '<='
  const sign = relation(call(head, [slope.f, integer(0)]), slope)
  return sign.verdict === 'false'
    ? {
        ...sign,
        because: 'its derivative has the other sign there',
        evidence: [...sign.evidence, ...slope.derivations],
      }
    : undefined
}

/** The rules that carry the proof, in words. */
function bySlope({ evidence }: Extract<Outcome, { readonly verdict: 'true' }>): string {
  const [first] = evidence
  const how = first && 'proof' in first ? howProved(first.proof) : ''
  return how.includes('derivative') ? ', by the sign of its derivative' : ''
}

const sameSpan = (a: Interval, b: Interval): boolean =>
  sameEnd(a.lower, b.lower) &&
  sameEnd(a.upper, b.upper) &&
  a.closed.lower === b.closed.lower &&
  a.closed.upper === b.closed.upper

/** f(x + T) = f(x) + c, and f is strictly monotone on an interval of length T: then everywhere. */
function fromStepToStep(direction: Direction, ground: Ground): Outcome | undefined {
  const { f, variable, study } = ground
  const [piece, ...others] = ground.pieces
  const isLine = piece?.lower === '-infinity' && piece.upper === 'infinity' && others.length === 0
  const period = isLine ? ground.about(derivative(f, symbol(variable))).onPeriod() : undefined
  const [from, to] = period?.ground.pieces[0] ? endsOf(period.ground.pieces[0]) : []
  if (!period || !from || !to) return undefined
  const [start, end] = [from, to].map((at) => substitute(f, new Map([[variable, at]]))) as [Expr, Expr]
  const rise = study.neat(add(end, negate(start)))
  const next = substitute(f, new Map([[variable, add(symbol(variable), add(to, negate(from)))]]))
  const same = equalEverywhere(next, add(f, rise), ground, { equal: '', different: '' })
  const window = ground.at(period.ground.within)
  // where it turns, or could, is noted for the proof
  found(() => window.need('monotone'))
  const claim = claimOf({ strictly: true }, direction, window.on(window.pieces[0] ?? LINE), window)
  const here = same.verdict === 'true' ? window.prove(claim) : undefined
  if (same.verdict !== 'true' || !here) return undefined
  const step = printed(study.neat(add(to, negate(from))))
  return yes(
    `it is strictly ${direction} from ${printed(from)} to ${printed(to)}, and so on in steps of ${step}`,
    here,
    ...same.evidence,
  )
}

/** Why the pieces of the domain are not known. */
function whyOpen(ground: Ground): string {
  try {
    return ground.pieces.length > 0 ? 'that was not settled' : 'it is defined nowhere there'
  } catch (stopped) {
    if (stopped instanceof Missing) return `it depends on whether ${printed(stopped.condition)}`
    if (stopped instanceof Open) return stopped.message
    throw stopped
  }
}

function inWrongOrder({ at }: Shown, ground: Ground): string {
  const [a, b] = at.map((place) => `f(${printed(place)}) = ${shownValue(ground.f, ground.variable, place)}`)
  return `${a}, but ${b}`
}

const claimOf = (
  { strictly }: { readonly strictly: boolean },
  direction: Direction,
  assuming: Ground['assuming'],
  { f, variable }: Ground,
): Monotone => ({ kind: 'monotone', assuming, of: f, variable, direction, strictly })

/** On each piece it is monotone: are all values on one piece at most those on the next? */
function acrossGaps(whole: Outcome, direction: Direction, strictly: boolean, ground: Ground): Outcome {
  const ranges = ground.need('range')
  const fits = inOrder(ranges.value, direction === 'increasing', strictly, ground.study)
  if (!fits || whole.verdict !== 'true')
    return unknown(`it is ${direction} on each piece of its domain; over the gaps that is not settled`)
  return yes(
    `${whole.because}, and the gaps do not change the order`,
    ...whole.evidence,
    ...ranges.evidence,
    ...fits,
  )
}

/** Monotone in one direction or the other. */
function eitherWay(said: Of<'monotone'>, ground: Ground): Outcome {
  const up = monotone({ ...said, direction: 'increasing' }, ground)
  if (up.verdict === 'true') return up
  const down = monotone({ ...said, direction: 'decreasing' }, ground)
  if (down.verdict === 'true') return down
  if (up.verdict === 'unknown') return up
  if (down.verdict === 'unknown') return down
  return {
    ...up,
    because: 'it neither only rises nor only falls',
    evidence: [...up.evidence, ...down.evidence],
  }
}

export function bent({ direction, strictly }: Of<'bent'>, ground: Ground): Outcome {
  const refuted = (): Outcome | undefined => {
    const shown = wrongChord(direction, ground)
    return shown && no(besideChord(shown, ground), ...shown.proofs, ...ground.derivations)
  }
  const pieces = found(() => ground.pieces)
  if (!pieces) return refuted() ?? unknown(whyOpen(ground))
  const how = strictly ? `strictly ${direction}` : direction
  const { f, variable } = ground
  const outcomes = pieces
    .filter((piece) => !isPoint(piece))
    .map((piece) => {
      const claim: Claim = { kind: 'bent', assuming: ground.on(piece), of: f, variable, direction, strictly }
      const slope = `its derivative ${direction === 'convex' ? 'rises' : 'falls'}`
      const outcome = ground.ask(
        claim,
        `${slope}, so it is ${how} ${inWords(piece, ground)}`,
        `it is not ${how}`,
      )
      return outcome.verdict === 'unknown' ? (byBends(direction, piece, ground) ?? outcome) : outcome
    })
  const whole = all(outcomes)
  if (whole.verdict === 'true' && pieces.length === 1) return whole
  const chord = refuted()
  if (chord || whole.verdict !== 'true') return chord ?? whole
  return unknown(`it is ${how} on each piece of its domain, but that has gaps`)
}

/** By the stretches on which the derivative rises and falls. */
function byBends(direction: 'convex' | 'concave', piece: Interval, ground: Ground): Outcome | undefined {
  const stretches = found(() => ground.need('convexity'))
  if (!stretches) return undefined
  const evidence = [...stretches.evidence, ...ground.derivations]
  const against = stretches.value.find(({ bend }) => bend !== direction && bend !== 'straight')
  if (against) return no(`it is ${against.bend} ${inWords(against.on, ground)}`, ...evidence)
  const own = stretches.value.find(({ on }) => sameSpan(on, piece))
  return own?.bend === direction
    ? yes(`it is ${direction} ${inWords(piece, ground)}`, ...evidence)
    : undefined
}

function besideChord({ at }: Shown, ground: Ground): string {
  const [a, b, middle] = at.map((place) => printed(place))
  const side = shownValue(ground.f, ground.variable, at[2] as never)
  return `its value at ${middle}, ${side}, lies on the wrong side of the chord from ${a} to ${b}`
}

/** f(x) = f(y) for all x and y. */
export function constant(_: Of<'constant'>, ground: Ground): Outcome {
  const { f, variable, within } = ground
  const used = new Set(freeSymbols(f))
  const other =
    [`${variable}_0`, `${variable}_1`, 'y_0'].find((name) => !used.has(name)) ?? stop('no letter is left')
  const there = (u: typeof f): typeof f => substitute(u, new Map([[variable, symbol(other)]]))
  const words = {
    equal: 'its values at any two points are equal',
    different: 'its values at these two points differ',
  }
  return equalEverywhere(f, there(f), ground, words, within.map(there))
}
