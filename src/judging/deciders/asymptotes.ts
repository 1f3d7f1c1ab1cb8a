/** Lines that the graph comes near to. */
import { limit as limitOf } from '../../analyse/limit.ts'
import { printed } from '../../analyse/printed.ts'
import type { Asymptote } from '../../analyse/properties/asymptotes.ts'
import type { LimitAt } from '../../analyse/tends.ts'
import type { Extended } from '../../expression/claim.ts'
import { add, type Expr, integer, isCall, mentions, multiply, negate, symbol } from '../../expression/expr.ts'
import { sides } from '../../verify/claims/parts.ts'
import type { Ground } from '../ground.ts'
import { type Evidence, no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'
import { shown } from '../shown.ts'
import { onPeriod } from './on-period.ts'
import { sameNumber } from './spans.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

export function asymptote({ direction, line, to }: Of<'asymptote'>, ground: Ground): Outcome {
  const ends = to === undefined ? (['infinity', '-infinity'] as const) : [to]
  if (line) return onLine(line, direction, ends, ground)
  if (direction === 'vertical') return onPeriod(ground, someVertical)
  return someOther(direction, ground)
}

function onLine(
  line: Expr,
  direction: Of<'asymptote'>['direction'],
  ends: readonly Extended[],
  ground: Ground,
): Outcome {
  if (!isCall(line, '=')) return unknown('an asymptote is said as y = … or x = …')
  const [, left, right] = sides(line)
  const isVertical = left.kind === 'symbol' && left.name === ground.variable
  const isSlanted = mentions(right, ground.variable)
  const own = isVertical ? 'vertical' : isSlanted ? 'oblique' : 'horizontal'
  if (direction && direction !== own) return unknown(`that line is ${own}, not ${direction}`)
  if (isVertical) {
    const isPole = (is: Extended): boolean => typeof is === 'string'
    const near = (['left', 'right'] as const).map((side) => limitThere(ground.f, right, ground, side))
    return decided(near, isPole, `${printed(left)} = ${shown(right, ground.study)}`)
  }
  const gap = add(ground.f, negate(right))
  const far = ends.map((end) => limitThere(gap, end, ground))
  return decided(far, (is) => sameNumber(is, ZERO, ground.study), `y = ${printed(right)}`)
}

const ZERO = integer(0)

interface Found {
  /** Nothing: that there is no limit. */
  readonly is: Extended | undefined
  readonly evidence: readonly Evidence[]
}

/** The limit; nothing if it is not known. */
function limitThere(u: Expr, to: Extended, ground: Ground, side?: 'left' | 'right'): Found | undefined {
  const options = { ...ground.context, assuming: ground.assuming, ...(side ? { side } : {}) }
  const known = limitOf(u, ground.variable, to, options)
  if (known.verdict === 'unknown' || known.conditions.length > 0) return undefined
  return { is: known.verdict === 'none' ? undefined : known.value, evidence: [known.certificate] }
}

/** One of the limits is as wanted, or all are known and none is. */
function decided(
  limits: readonly (Found | undefined)[],
  fits: (is: Extended) => boolean,
  name: string,
): Outcome {
  const one = limits.find((limit) => limit?.is !== undefined && fits(limit.is))
  if (one) return yes(`it comes as near to ${name} as one likes`, ...one.evidence)
  if (limits.includes(undefined)) return unknown(`whether it comes near to ${name} is not known`)
  return no(`it does not come near to ${name}`, ...limits.flatMap((limit) => limit?.evidence ?? []))
}

export const lineInWords = (line: Asymptote, { variable, study }: Ground): string => {
  if (line.kind === 'vertical') return `${variable} = ${shown(line.x, study)}`
  if (line.kind === 'horizontal') return `y = ${shown(line.y, study)}`
  const [m, b] = [shown(study.neat(line.slope), study), shown(line.intercept, study)]
  const steep = m === '1' ? variable : m === '-1' ? `-${variable}` : `${m}*${variable}`
  return `y = ${steep}${b === '0' ? '' : b.startsWith('-') ? ` - ${b.slice(1)}` : ` + ${b}`}`
}

const isProved = ({ proof }: LimitAt): boolean => proof !== undefined

function someVertical(ground: Ground): Outcome {
  const domain = ground.domain
  const limits = ground.find('limits')
  // none is asked for where the domain is the whole line, or closed at each end
  const none = ground.pieces.every(({ lower, upper, closed }) =>
    [typeof lower === 'string' || closed.lower, typeof upper === 'string' || closed.upper].every((is) => is),
  )
  if (!limits)
    return none && domain
      ? noVertical(domain.outside)
      : unknown('the limits at the ends of its domain are not known')
  const near = limits.value.filter(({ to }) => typeof to !== 'string')
  const at = near.find((limit) => typeof limit.is === 'string' && isProved(limit))
  if (at) return yes(`${ground.variable} = ${shown(at.to, ground.study)}`, at.proof)
  const isSettled = near.every(
    (limit) => limit.is !== undefined && typeof limit.is !== 'string' && isProved(limit),
  )
  return isSettled
    ? noVertical([...domain.outside, ...limits.evidence])
    : unknown('the limits at the ends of its domain are not all known')
}

const noVertical = (evidence: readonly Evidence[]): Outcome =>
  no('it has finite limits, or values, at all ends and gaps of its domain', ...evidence)

/** Is the line one that it comes near to? */
function approached(line: Asymptote, ground: Ground): Outcome {
  const { f, variable, study } = ground
  if (line.kind === 'vertical') {
    return decided([limitThere(f, line.x, ground, line.side)], (is) => typeof is === 'string', 'the line')
  }
  const right =
    line.kind === 'horizontal' ? line.y : add(multiply(line.slope, symbol(variable)), line.intercept)
  const gap = limitThere(add(f, negate(right)), line.towards, ground)
  return decided([gap], (is) => sameNumber(is, ZERO, study), 'the line')
}

/** Horizontal or oblique, or any. */
function someOther(direction: Of<'asymptote'>['direction'], ground: Ground): Outcome {
  const lines = ground
    .need('asymptotes')
    .value.filter(({ kind }) => direction === undefined || kind === direction)
  for (const line of lines) {
    const near = approached(line, ground)
    if (near.verdict === 'true') return { ...near, because: lineInWords(line, ground) }
  }
  if (lines.length > 0)
    return unknown(`that ${lineInWords(lines[0] as Asymptote, ground)} is one is not proved`)
  if (direction !== 'horizontal')
    return unknown('no asymptote was found; whether there is none is judged of horizontal and vertical ones')
  const ends = (['infinity', '-infinity'] as const).filter((end) =>
    ground.pieces.some(({ lower, upper }) => lower === end || upper === end),
  )
  const far = ends.map((end) => limitThere(ground.f, end, ground))
  return decided(far, (is) => typeof is === 'object', 'a horizontal line')
}

/** How many lines there are; of all limits at ends and gaps it must be known whether they are finite. */
export function countAsymptotes({ what, many }: Of<'count'>, ground: Ground): Outcome {
  const limits = ground.need('limits')
  const lines = ground.need('asymptotes')
  if (limits.value.some(({ is, proof }) => is === undefined || !proof)) return unknown('a limit is not known')
  const kinds = lines.value.filter(({ kind }) => what === 'asymptote' || what === `${kind} asymptote`)
  const named = [...new Set(kinds.map((line) => lineInWords(line, ground)))]
  const says =
    named.length === 0 ? 'there is none' : `there ${named.length === 1 ? 'is' : 'are'} ${named.join(', ')}`
  const near = kinds.map((line) => approached(line, ground))
  if (near.some(({ verdict }) => verdict !== 'true')) return unknown('not all of them are proved')
  const proofs = near.flatMap((outcome) => ('evidence' in outcome ? outcome.evidence : []))
  const evidence = [...limits.evidence, ...proofs, ...ground.domain.outside]
  const isOpen = what === 'oblique asymptote' || what === 'asymptote'
  const unbounded = limits.value.some(({ to, is }) => typeof to === 'string' && typeof is === 'string')
  if (isOpen && unbounded && lines.value.every(({ kind }) => kind !== 'oblique'))
    return unknown('whether it comes near to an oblique line is not known')
  return named.length >= many.least && named.length <= many.most
    ? yes(says, ...evidence)
    : no(says, ...evidence)
}
