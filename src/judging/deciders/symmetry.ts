/** Mirror and point symmetry, periods: the function compared with itself at another place. */

import { printed } from '../../analyse/printed.ts'
import { reasonText } from '../../analyse/reason.ts'
import type { Extended } from '../../expression/claim.ts'
import type { Condition } from '../../expression/condition.ts'
import {
  add,
  call,
  divide,
  type Expr,
  integer,
  multiply,
  negate,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import type { Ground } from '../ground.ts'
import { found } from '../ground.ts'
import { type Evidence, no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'
import { shown } from '../shown.ts'
import { equalEverywhere } from './comparing.ts'
import { constant } from './shape.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

const twice = (u: Expr): Expr => multiply(integer(2), u)
const ZERO = integer(0)
const isZero = (u: Expr): boolean => u.kind === 'number' && u.value.num === 0n

/** 2a − x, as one would write it. */
const reflected = (about: Expr, variable: string): Expr =>
  isZero(about) ? negate(symbol(variable)) : add(twice(about), negate(symbol(variable)))

export function mirrored({ about }: Of<'mirrored'>, ground: Ground): Outcome {
  const to = reflected(about, ground.variable)
  const f = `f(${printed(to)})`
  return same(substituted(ground, to), ground, to, `${f} = f(${ground.variable})`)
}

export function turned({ about, value }: Of<'turned'>, ground: Ground): Outcome {
  const to = reflected(about, ground.variable)
  const there = substituted(ground, to)
  const back = isZero(value) ? negate(there) : add(twice(value), negate(there))
  const right = isZero(value) ? '−' : `${printed(ground.study.neat(twice(value)))} − `
  return same(back, ground, to, `f(${printed(to)}) = ${right}f(${ground.variable})`)
}

const substituted = ({ f, variable }: Ground, to: Expr): Expr => substitute(f, new Map([[variable, to]]))

/** Is it the other one, on a set that the map x ↦ to leads to itself? */
function same(other: Expr, ground: Ground, to: Expr, says: string): Outcome {
  const moved = ground.within.map((condition) => substitute(condition, new Map([[ground.variable, to]])))
  const outcome = equalEverywhere(other, ground.f, ground, {
    equal: says,
    different: `${says} fails there`,
    sameDomain: true,
  })
  const lopsided = moved.find((condition) => !ground.study.holds(ground.within, condition))
  if (outcome.verdict !== 'true' || !lopsided) return outcome
  return unknown(`${says}, but where this is claimed has not that symmetry`)
}

export function periodic({ period, smallest = false }: Of<'periodic'>, ground: Ground): Outcome {
  if (period) {
    const outcome = withPeriod(period, ground)
    return smallest && outcome.verdict === 'true' ? isSmallest(period, outcome, ground) : outcome
  }
  if (ground.within.length > 0) return unknown('a period is judged of the whole function')
  const known = ground.find('periodicity')
  const own = known?.value.period
  if (known && own)
    return yes(`f(${ground.variable} + ${printed(own)}) = f(${ground.variable})`, ...known.evidence)
  const moves = constant({ kind: 'constant' }, ground)
  if (moves.verdict === 'true') return yes('it is constant', ...moves.evidence)
  const tends = found(() => ground.need('limits'))?.value.find(
    ({ to, is, proof }) => typeof to === 'string' && is && proof,
  )
  if (tends?.proof && moves.verdict === 'false') {
    const because = `it tends to ${shown(tends.is as Extended, ground.study)} far out and is not constant, as no periodic function does`
    return no(because, tends.proof, ...moves.evidence)
  }
  return known ? no(reasonText(known.why), ...known.evidence) : unknown('no period was found')
}

function withPeriod(period: Expr, ground: Ground): Outcome {
  if (ground.within.length > 0) return unknown('a period is judged of the whole function')
  const isNot0: Condition = call('!=', [period, ZERO])
  const is0 = ground.prove({ kind: 'holds', assuming: ground.assuming, condition: call('=', [period, ZERO]) })
  if (is0) return no('a period is a number other than 0', is0)
  const proof = ground.prove({ kind: 'holds', assuming: ground.assuming, condition: isNot0 })
  if (!proof) return unknown(`it depends on whether ${printed(isNot0)}`)
  const to = add(symbol(ground.variable), period)
  const says = `f(${printed(to)}) = f(${ground.variable})`
  const outcome = equalEverywhere(substituted(ground, to), ground.f, ground, {
    equal: says,
    different: `${says} fails there`,
    sameDomain: true,
  })
  return outcome.verdict === 'true' ? { ...outcome, evidence: [...outcome.evidence, proof] } : outcome
}

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31]

/** The smallest period is a whole part of any other: are these parts none? */
function isSmallest(period: Expr, outcome: Outcome, ground: Ground): Outcome {
  if (outcome.verdict !== 'true') return outcome
  const evidence: Evidence[] = []
  for (const prime of PRIMES) {
    const part = divide(period, integer(prime))
    const is = withPeriod(part, ground)
    if (is.verdict === 'true')
      return no(`${printed(ground.study.neat(part))} is a period too`, ...is.evidence)
    if (is.verdict === 'unknown') return unknown(`whether ${printed(part)} is a period too is not known`)
    evidence.push(...is.evidence)
  }
  return yes(
    `${outcome.because}, and no part of it down to a ${PRIMES.at(-1)}st is a period`,
    ...outcome.evidence,
    ...evidence,
  )
}
