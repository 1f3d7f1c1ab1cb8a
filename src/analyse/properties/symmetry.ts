/** Symmetry: odd or even, about other points and vertical lines. Candidates are tried in doubles, then decided by comparing. */

import type { VerdictCertificate } from '../../decide/index.ts'
import { compare } from '../../derive/compare.ts'
import { solve } from '../../derive/solve/index.ts'
import type { Extended } from '../../expression/claim.ts'
import {
  add,
  call,
  divide,
  type Expr,
  integer,
  mentions,
  multiply,
  negate,
  same,
} from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { scan } from '../isolate.ts'
import { Missing, Open } from '../open.ts'
import { seemingOrder } from '../order.ts'
import { bisected } from '../proofs/numbers.ts'
import type { Evidence } from '../property.ts'
import { because } from '../reason.ts'
import { slopeOf } from '../slopes.ts'
import type { Study } from '../study.ts'
import { valueAt } from '../values.ts'
import { inflectionsOf } from './convexity.ts'
import { extremaOf } from './extrema.ts'
import { limitsOf } from './limits.ts'

export interface Symmetry {
  readonly parity: 'odd' | 'even' | 'odd and even' | 'neither'
  /** f(2a − x) = 2b − f(x) */
  readonly centres: readonly { readonly x: Expr; readonly y: Expr }[]
  /** f(2a − x) = f(x) */
  readonly axes: readonly Expr[]
}

const ZERO = integer(0)
const TWO = integer(2)
const TRIED = [0.31, 1.17, 2.9]
const NEAR = 1e-9
const ROUGHLY = 1e-6

const reflected = (a: Expr, { f, variable, x }: Study): Expr =>
  put(f, variable, same(a, ZERO) ? negate(x) : add(multiply(TWO, a), negate(x)))

/** Does f(2a − x) seem to be what `other` is? */
function seems(a: Expr, other: Expr, study: Study): boolean {
  const left = reflected(a, study)
  let seen = 0
  const fits = study.samples.every((sample) =>
    TRIED.every((step) => {
      const x = study.value(a, sample) + step
      const [p, q] = [study.value(left, sample, x), study.value(other, sample, x)]
      if (Number.isNaN(p) !== Number.isNaN(q)) return false
      if (!Number.isNaN(p)) seen += 1
      return Number.isNaN(p) || Math.abs(p - q) <= NEAR * Math.max(1, Math.abs(p))
    }),
  )
  return fits && seen > 0
}

/** The certificate that f(2a − x) is `other` with the same domain, if it is. */
function proved(a: Expr, other: Expr, study: Study): VerdictCertificate | undefined {
  if (study.numbersIn([a, other]).length > 0 || !seems(a, other, study)) return undefined
  const verdict = compare(reflected(a, study), other, {
    variable: study.variable,
    assuming: study.assuming,
    budget: study.budget(),
  })
  const isSame = verdict.verdict === 'equal' && verdict.where.length === 0 && verdict.domains === 'same'
  return isSame ? verdict.certificate : undefined
}

/** What shows that it is not so: a point, or that the domain is no mirror image of itself. */
function refuted(other: Expr, { shape, study }: Subject): readonly Evidence[] {
  const [lower, upper] = [shape.pieces[0]?.on.lower, shape.pieces.at(-1)?.on.upper]
  if (lower === undefined || upper === undefined || isLopsided(lower, upper, study)) return shape.proofs
  const verdict = compare(reflected(ZERO, study), other, {
    variable: study.variable,
    assuming: study.assuming,
    budget: study.budget(),
  })
  const isShown =
    verdict.verdict === 'different' ||
    verdict.verdict === 'disjoint' ||
    (verdict.verdict === 'equal' && ['left-wider', 'right-wider', 'overlap'].includes(verdict.domains))
  if (isShown) return [verdict.certificate]
  throw new Open(because('parity-open'))
}

function isLopsided(lower: Extended, upper: Extended, study: Study): boolean {
  if (typeof lower === 'string' || typeof upper === 'string') return typeof lower !== typeof upper
  return seemingOrder(lower, negate(upper), study) !== 0
}

/** What an analyser finds, unless that stays open. */
function ifFound<T>(find: () => readonly T[]): readonly T[] {
  try {
    return find()
  } catch (stop) {
    if (stop instanceof Open || stop instanceof Missing) return []
    throw stop
  }
}

const half = (u: Expr): Expr => divide(u, TWO)

/** Middles of the domain; places where it turns; where it has its mean value; last, where it bends the other way. */
function* candidates(subject: Subject): Generator<Expr> {
  const { shape, study } = subject
  const [first, last] = [shape.pieces[0]?.on.lower, shape.pieces.at(-1)?.on.upper]
  const between = (places: readonly Expr[]): Expr[] => {
    const [a, b] = [places[0], places.at(-1)]
    return a && b && a !== b ? [study.neat(half(add(a, b)))] : []
  }
  if (first !== undefined && last !== undefined && typeof first !== 'string' && typeof last !== 'string')
    yield study.neat(half(add(first, last)))
  yield* shape.pieces
    .slice(1)
    .map(({ on }) => on.lower)
    .filter((end) => typeof end !== 'string')
  const turns = ifFound(() => extremaOf(subject)).flatMap(({ on }) =>
    typeof on.lower === 'string' ? [] : [on.lower],
  )
  yield* [...turns, ...between(turns)]
  const breaks = shape.pieces.flatMap((piece) => piece.breaks.map(({ at }) => at))
  yield* [...breaks, ...between(breaks), ...means(subject)]
  if (!seemsCentred(subject)) return
  const bends = ifFound(() => inflectionsOf(subject)).map(({ at }) => at)
  yield* [...bends, ...between(bends)]
}

/** Each place once, 0 first. */
function* places(subject: Subject): Generator<Expr> {
  const before: Expr[] = [ZERO]
  yield ZERO
  for (const a of candidates(subject)) {
    if (before.some((b) => same(a, b))) continue
    before.push(a)
    yield a
  }
}

/**
 * Does the graph seem to be its own image about a point where it bends the other way? Which points these
 * are takes long to prove, so they are first looked for in doubles.
 */
function seemsCentred({ shape, study }: Subject): boolean {
  const sample = study.samples[0] ?? []
  const value = (x: number): number => study.value(study.f, sample, x)
  const isCentre = (a: number): boolean =>
    TRIED.every((step) => {
      const [p, q, middle] = [value(a + step), value(a - step), value(a)]
      return !(Math.abs(p + q - 2 * middle) > ROUGHLY * Math.max(1, Math.abs(p), Math.abs(q)))
    })
  return shape.pieces
    .flatMap(({ patches }) => patches)
    .some(({ on, slope }) => {
      const bend = slope && slopeOf(slope.to, study)?.to
      const xs = bend ? scan(on, study, sample) : []
      const signs = xs.map((x) => Math.sign(bend ? study.value(bend, sample, x) : 0))
      return xs.some((x, i) => {
        const before = xs[i - 1]
        if (!bend || before === undefined || (signs[i - 1] as number) * (signs[i] as number) > 0) return false
        return isCentre(bisected(([t]) => study.value(bend, sample, t as number), before, x))
      })
    })
}

/** Where the function has the value half-way between its limits. */
function means({ shape, study }: Subject): readonly Expr[] {
  return ifFound(() => {
    const ends = limitsOf(shape, study)
    const [a, b] = [ends[0]?.is, ends.at(-1)?.is]
    if (
      ends.length !== 2 ||
      a === undefined ||
      b === undefined ||
      typeof a === 'string' ||
      typeof b === 'string'
    )
      return []
    const equation = call('=', [study.f, study.neat(half(add(a, b)))])
    const { branches } = solve(equation, study.variable, {
      assuming: study.assuming,
      budget: study.budget(300),
    })
    return branches.length === 1
      ? branches.map(({ value }) => value).filter((v) => !mentions(v, study.variable))
      : []
  })
}

export const symmetry: Analyser<Symmetry> = (subject) => {
  const { shape, study } = subject
  const evidence: Evidence[] = []
  const kept = (certificate: VerdictCertificate | undefined): boolean => {
    if (certificate) evidence.push(certificate)
    return certificate !== undefined
  }
  const [odd, even] = [negate(study.f), study.f].map((other) => kept(proved(ZERO, other, study)))
  if (!odd) evidence.push(...refuted(negate(study.f), subject))
  if (!even) evidence.push(...refuted(study.f, subject))
  const centres: { x: Expr; y: Expr }[] = odd ? [{ x: ZERO, y: ZERO }] : []
  const axes: Expr[] = even ? [ZERO] : []
  const others = odd || even ? [] : places(subject)
  for (const a of others) {
    if (!same(a, ZERO) && kept(proved(a, study.f, study))) axes.push(a)
    const b = heightAt(a, subject)
    const turned = b && add(multiply(TWO, b), negate(study.f))
    if (b && turned && kept(proved(a, turned, study))) centres.push({ x: a, y: b })
    if (axes.length + centres.length > 0) break
  }
  const parity = odd && even ? 'odd and even' : odd ? 'odd' : even ? 'even' : 'neither'
  const why = centres.length + axes.length > 0 ? because('mirror-image') : because('no-mirror-image')
  return { value: { parity, centres, axes }, why, how: 'proved', evidence }

  function heightAt(a: Expr, { study: own }: Subject): Expr | undefined {
    const there = put(own.f, own.variable, a)
    if (own.samples.every((sample) => Number.isFinite(own.value(there, sample))))
      return valueAt(a, shape, own).is
    const ends = ifFound(() => limitsOf(shape, own))
    const [p, q] = [ends[0]?.is, ends.at(-1)?.is]
    if (p === undefined || q === undefined || typeof p === 'string' || typeof q === 'string') return ZERO
    return own.neat(half(add(p, q)))
  }
}
