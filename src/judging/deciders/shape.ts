/** Rising and falling, convex and concave, constant. */
import { isPoint } from '../../analyse/interval.ts'
import { compare } from '../../derive/compare.ts'
import type { Claim } from '../../expression/claim.ts'
import { call, symbol } from '../../expression/expr.ts'
import { type Ground, inWords } from '../ground.ts'
import { all, no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

/** On an interval by the sign of the derivative; over a gap only the order of the values can tell. */
export function monotone(said: Of<'monotone'>, ground: Ground): Outcome {
  const { direction } = said
  if (!direction) return eitherWay(said, ground)
  const pieces = ground.pieces.filter((piece) => !isPoint(piece))
  const claims = pieces.map((piece): Claim => claimOf(said, direction, ground.on(piece), ground))
  const outcomes = claims.map((claim) =>
    ground.ask(
      claim,
      `its derivative shows that it is ${direction}`,
      `it is not ${direction} between these points`,
    ),
  )
  const found = all(outcomes)
  if (found.verdict !== 'true' || pieces.length === 1) return found
  return acrossGaps(claims, ground, direction) ?? unknown('its domain has gaps')
}

const claimOf = (
  { strictly }: { readonly strictly: boolean },
  direction: 'increasing' | 'decreasing',
  assuming: Ground['assuming'],
  { f, variable }: Ground,
): Claim => ({ kind: 'monotone', assuming, of: f, variable, direction, strictly })

/** Two points on different sides of a gap in the wrong order. */
function acrossGaps(
  claims: readonly Claim[],
  ground: Ground,
  direction: 'increasing' | 'decreasing',
): Outcome | undefined {
  const [first] = claims
  if (first?.kind !== 'monotone') return undefined
  const refuted = ground.refute({ ...first, assuming: [...ground.assuming, ...ground.within] })
  return refuted && no(`it is ${direction} on each piece of its domain, but not over the gap`, refuted)
}

/** Monotone in one direction or the other. */
function eitherWay(said: Of<'monotone'>, ground: Ground): Outcome {
  const up = monotone({ ...said, direction: 'increasing' }, ground)
  if (up.verdict === 'true') return up
  const down = monotone({ ...said, direction: 'decreasing' }, ground)
  if (down.verdict === 'true') return down
  if (up.verdict !== 'false' || down.verdict !== 'false') return unknown('neither direction is settled')
  return {
    ...up,
    because: 'it neither only rises nor only falls',
    evidence: [...up.evidence, ...down.evidence],
  }
}

export function bent({ direction }: Of<'bent'>, ground: Ground): Outcome {
  const pieces = ground.pieces.filter((piece) => !isPoint(piece))
  const outcomes = pieces.map((piece) =>
    ground.ask(
      {
        kind: 'bent',
        assuming: ground.on(piece),
        of: ground.f,
        variable: ground.variable,
        direction,
        strictly: false,
      },
      `its derivative ${direction === 'convex' ? 'rises' : 'falls'}, so it is ${direction} ${inWords(piece, ground)}`,
      `it is not ${direction}: the middle of a chord lies on the wrong side`,
    ),
  )
  const found = all(outcomes)
  return found.verdict === 'true' && pieces.length > 1
    ? unknown('its domain has gaps, which no convex or concave function has')
    : found
}

/** f(x) = f(y). */
export function constant(_: Of<'constant'>, { f, variable, assuming, within, context }: Ground): Outcome {
  const other = `${variable}_0`
  const there = call('at', [f, symbol(variable), symbol(other)])
  const verdict = compare(f, there, { ...context, assuming: [...assuming, ...within] })
  if (verdict.verdict === 'equal') return yes('its values at any two points are equal', verdict.certificate)
  if (verdict.verdict === 'different') {
    return { ...no('its values at two points differ', verdict.certificate), at: verdict.at } as Outcome
  }
  return unknown('reason' in verdict ? verdict.reason : 'it is defined nowhere')
}
