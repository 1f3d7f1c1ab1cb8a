/** A formula in a form that keeps its digits, found by measuring, with what was measured. */
import { truth } from '../../decide/double.ts'
import { allOf, type Condition } from '../../expression/condition.ts'
import { CONSTANTS, call, type Expr, freeSymbols, isCall } from '../../expression/expr.ts'
import { once } from '../once.ts'
import { runner } from '../run.ts'
import { asWritten } from './as-written.ts'
import { type Candidate, candidateOf, mean, PER_COST, parts, programOf } from './candidate.ts'
import { casesOf } from './cases.ts'
import { guarded } from './guarded.ts'
import { isHarmless, WORTH } from './harmless.ts'
import { conjuncts, rangesOf } from './ranges.ts'
import { refined } from './refined.ts'
import { axesOf, type Piece, piecewiseOf, regimes, single } from './regimes.ts'
import { type Region, regionsOf } from './regions.ts'
import { type Between, nearRoots, type Sample, Spots, samplesOf, type Where } from './samples.ts'
import { type Effort, forms, USUAL } from './search.ts'
import { type Sureness, surenessOf } from './sureness.ts'
import { truth as nearest } from './truth.ts'

export interface StableOptions {
  /** Where each variable may lie; everywhere by default. */
  readonly ranges?: ReadonlyMap<string, Between>
  /** Conditions under which the formula is used. */
  readonly assuming?: readonly Condition[]
  readonly effort?: Effort
  /** What is known from searches for related formulas. */
  readonly spots?: Spots
  /** Letters are taken between 10^-reach and 10^reach in size; all sizes by default. */
  readonly reach?: number
  /** May it be asked whether something is too large or too small for a double? As a rule; not where exponents are carried. */
  readonly asksSizes?: boolean
  /** Forms of the formula to try first; where one of them is good nothing else is looked for. */
  readonly start?: readonly Expr[]
}

export interface Stable {
  /** Found out when it is asked for. */
  readonly equal: Sureness
  readonly form: Expr
  readonly pieces: readonly Piece[]
  /** The variables, in the order of the samples' coordinates. */
  readonly names: readonly string[]
  /** Wrong bits on average over the samples, as the formula is written and in this form. */
  readonly before: number
  readonly after: number
  /** What is lost where, for a formula of one variable. */
  readonly regions: readonly Region[]
  readonly samples: readonly Sample[]
}

const SAMPLES = 120
/** Other points, at which what was chosen must not be worse. */
const PROOF = 80
const PROOF_SEED = 11

/** A form to start with that loses no more needs no search. */
const WELL = 0.15
/** Longer ones are not tried. */
const LONGEST_START = 150

/** Points of all sizes, and close to the roots of parts. */
function sampled(u: Expr, names: readonly string[], where: Where): readonly Sample[] {
  const { ranges, accepts } = where
  const isWithin = (at: readonly number[]): boolean =>
    accepts(at) &&
    at.every((value, i) => {
      const range = ranges.get(names[i] as string)
      return !range || (value >= range.from && value <= range.to)
    })
  const spread = samplesOf(u, names, where, SAMPLES)
  const sums = [...parts(u)].filter(({ part }) => isCall(part, 'add') || part === u || isCall(part, 'log'))
  return [
    ...spread,
    ...nearRoots(
      u,
      names,
      spread,
      sums.map(({ part }) => runnerOf(part, names)),
      isWithin,
    ),
  ]
}

function runnerOf(u: Expr, names: readonly string[]): (at: readonly number[]) => number {
  const program = programOf(u, names)
  const run = runner(program)
  return (at) => run(at)[program.outputs[0] as number] as number
}

/** The formula in the form that loses least, or as it is where none is better. */
export function stable(u: Expr, options: StableOptions = {}): Stable {
  const { assuming = [], effort = USUAL, spots = new Spots(), reach = Infinity, asksSizes = true } = options
  const names = freeSymbols(u).filter((name) => !CONSTANTS.has(name))
  const ranges = new Map([...rangesOf(assuming), ...(options.ranges ?? [])])
  const where = { ranges, accepts: acceptsOf(assuming, names), spots, reach }
  const samples = sampled(u, names, where)
  const naive = candidateOf(u, names, samples)
  // what loses so little cannot save as much as another form is worth
  const isGood = naive.loss <= WORTH || naive.mean <= WORTH
  const defined = (one: Candidate): Candidate[] => {
    const form = guarded(one.form, u)
    if (form === one.form) return [one]
    return form ? [candidateOf(form, names, samples, one.isNear)] : []
  }
  const start = isGood ? [] : (options.start ?? []).filter(({ size }) => size <= LONGEST_START)
  const started = start.map((form) => candidateOf(form, names, samples))
  const first = started.filter(({ loss }) => loss <= WELL).flatMap(defined)
  const isLookedFor = !isGood && first.length === 0
  const searched = isLookedFor ? forms(u, names, samples, effort, start) : []
  const split = isLookedFor ? inCases(u, names, samples, effort) : undefined
  const found = [
    naive,
    ...first,
    ...(split ? [candidateOf(split, names, samples)] : []),
    ...searched.flatMap(defined),
  ]
  const near = new Set(searched.filter(({ isNear }) => isNear).map(({ form }) => form))
  const proof = once(() => samplesOf(u, names, where, PROOF, PROOF_SEED))
  const naiveElsewhere = once(() => candidateOf(u, names, proof()))
  const isBetter = (after: Candidate): boolean =>
    after.form !== u &&
    after.loss < naive.loss - WORTH &&
    after.mean < naive.mean - WORTH &&
    isHarmless([naive, after, samples], [naiveElsewhere(), candidateOf(after.form, names, proof()), proof()])
  const cut = regimes(found, axesOf(u, names, samples))
  const choices = [refined(u, cut, names, samples), cut, single(found)].flatMap((one): Choice[] => {
    const form = piecewiseOf(one)
    const whole = { after: candidateOf(form, names, samples), pieces: one.pieces }
    const kept = form === u || !asksSizes ? undefined : asWritten(u, form, names, samples)
    // where sizes that hardly occur are left out, few questions are worth asking
    if (!kept || (reach < Infinity && isBetter(whole.after))) return [whole]
    const pieces = [{ form: kept, below: undefined }]
    const after = candidateOf(kept, names, samples)
    const isDear = after.cost - whole.after.cost >= FUNCTION_COST
    if (isDear && after.mean > whole.after.mean - WORTH) return [whole]
    return [whole, { after, pieces, isAsWritten: true }]
  })
  const best = choices
    .filter(({ after }) => isBetter(after))
    .sort((a, b) => price(a) - price(b))
    .find(({ after }) => isSame(after.form, samples, () => surenessOf(after.form, u, near, assuming)))
  const { after, pieces } = best ?? { after: naive, pieces: [{ form: u, below: undefined }] }
  let equal: Sureness | undefined
  return {
    ...report(naive, after, names, samples),
    pieces,
    get equal() {
      equal ??= surenessOf(after.form, u, near, assuming)
      return equal
    },
  }
}

/** The best forms of both cases, where the formula has a smallest or largest value in it. */
function inCases(
  u: Expr,
  names: readonly string[],
  samples: readonly Sample[],
  effort: Effort,
): Expr | undefined {
  const cases = casesOf(u)
  if (!cases) return undefined
  const holds = truth(cases.question, names)
  const side = (form: Expr, answer: number): Expr | undefined => {
    const there = samples.filter(({ at }) => holds(at) === answer)
    if (there.length === 0) return form
    const [best] = single(
      [candidateOf(form, names, there), ...forms(form, names, there, effort)].filter(isExact),
    ).pieces
    return best && guarded(best.form, form)
  }
  const [yes, no] = [side(cases.yes, 1), side(cases.no, 0)]
  return yes && no && call('piecewise', [yes, cases.question, no])
}

const isExact = ({ isNear }: Candidate): boolean => !isNear

/** Polynomials hold nearly only. */
const NEARLY = 2 ** -40

/** The exact value of the form is that of the formula at every point; where it cannot be enclosed, it must be proved. */
function isSame(form: Expr, samples: readonly Sample[], sureness: () => Sureness): boolean {
  let isKnown = true
  for (const { spot, right } of samples) {
    const value = nearest(form, spot)
    if (Math.abs(value - right) > NEARLY * Math.abs(right)) return false
    if (Number.isNaN(value)) isKnown = false
  }
  return isKnown || sureness() === 'proved'
}

interface Choice {
  readonly after: Candidate
  readonly pieces: readonly Piece[]
  readonly isAsWritten?: true
}

/** Wrong bits, rounding and all, with what the form costs; in doubt it is as written where that is good. */
const price = ({ after, isAsWritten }: Choice): number =>
  after.mean + PER_COST * after.cost - (isAsWritten ? IN_DOUBT : 0)

const IN_DOUBT = 0.08
/** One more exponential, say: arrays pay for all branches, so that must be worth it. */
const FUNCTION_COST = 20

const acceptsOf = (assuming: readonly Condition[], names: readonly string[]): Where['accepts'] => {
  const about = assuming
    .flatMap(conjuncts)
    .filter((one) => freeSymbols(one).every((name) => names.includes(name) || CONSTANTS.has(name)))
  if (about.length === 0) return () => true
  const holds = truth(allOf(about), names)
  return (at) => holds(at) === 1
}

const report = (
  naive: Candidate,
  after: Candidate,
  names: readonly string[],
  samples: readonly Sample[],
): Omit<Stable, 'pieces' | 'equal'> => ({
  form: after.form,
  names,
  before: mean(naive.wrong),
  after: after.mean,
  regions: regionsOf(naive, after, runnerOf(after.form, names), samples),
  samples,
})
