/** Does the function take no value twice? */
import { isPoint } from '../../analyse/interval.ts'
import { printed } from '../../analyse/printed.ts'
import { found, type Ground, stop } from '../ground.ts'
import { type Evidence, no, type Outcome, unknown, yes } from '../judgement.ts'
import { shownValue } from '../shown.ts'
import { equalValues } from './gaps.ts'
import { continuousOn } from './regularity.ts'
import { monotone } from './shape.ts'
import { spanOfRange, union } from './spans.ts'

export function injective(_: unknown, ground: Ground): Outcome {
  const twice = equalValues(ground)
  if (twice) {
    const [a, b] = twice.at.map(printed)
    const value = shownValue(ground.f, ground.variable, twice.at[0] as never)
    return no(`f(${a}) = f(${b}) = ${value}`, ...twice.proofs, ...ground.derivations)
  }
  return ground.pieces.length === 1 ? onInterval(ground) : onPieces(ground)
}

/** Continuous and one-to-one on an interval is strictly monotone, and no other is. */
function onInterval(ground: Ground): Outcome {
  const moves = monotone({ kind: 'monotone', strictly: true }, ground)
  if (moves.verdict === 'true') return { ...moves, because: `${moves.because}, so no value is taken twice` }
  if (moves.verdict === 'unknown') return moves
  const continuous = continuousOn(ground)
  if (continuous.verdict !== 'true') return unknown('it jumps, and does not only rise or only fall')
  const because = 'it is continuous and neither only rises nor only falls, so it takes some value twice'
  return no(because, ...moves.evidence, ...continuous.evidence)
}

/** Strictly monotone on each piece: do the values on two pieces overlap? */
function onPieces(ground: Ground): Outcome {
  const evidence: Evidence[] = []
  for (const piece of ground.pieces.filter((one) => !isPoint(one))) {
    const here = (['increasing', 'decreasing'] as const)
      .map((direction) =>
        ground.prove({
          kind: 'monotone',
          assuming: ground.on(piece),
          of: ground.f,
          variable: ground.variable,
          direction,
          strictly: true,
        }),
      )
      .find((proof) => proof)
    if (!here) return unknown('that was not settled on each piece of its domain')
    evidence.push(here)
  }
  const values = ground.need('range')
  const spans = values.value.map(spanOfRange)
  const whole = found(() => union(spans, ground.study)) ?? stop('the order of its values is not known')
  const all = [...evidence, ...values.evidence]
  if (whole.length === spans.length)
    return yes('it rises or falls strictly on each piece, and the values differ', ...all)
  return unknown('its values on different pieces of its domain may be the same')
}
