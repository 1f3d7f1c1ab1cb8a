/**
 * Inequalities. Each is brought to the form P > 0 or P ≥ 0, P being a product of factors or one of
 * them that is a sum; and such a sum is shown to be positive by what is tried in turn.
 */
import { double, truth } from '../../../decide/double.ts'
import type { Holds, Proof } from '../../../expression/claim.ts'
import {
  type CallNode,
  call,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  negate,
  same,
} from '../../../expression/expr.ts'
import { numberTerm } from '../../../expression/number-term.ts'
import { negated, signOf } from '../../../expression/rational.ts'
import { type Factored, factored } from '../factored.ts'
import { conditionsWithPins, pinsIn, withPins } from '../pinned.ts'
import { lettersOf, signsSeen, spanOf } from '../scout.ts'
import type { Work } from '../work.ts'
import { numericZeros } from '../zeros.ts'
import { byBoxes } from './boxes.ts'
import { byBranches } from './branches.ts'
import { byCircle } from './circle.ts'
import { byCommonTerm } from './common.ts'
import { byConjugate } from './conjugate.ts'
import { byDivision } from './divided.ts'
import { byFactors } from './factors.ts'
import { from, type Inequality, inequalityIn, isPositive } from './form.ts'
import { byLogarithms } from './logarithms.ts'
import { byOperand } from './operand.ts'
import { byPieces } from './pieces.ts'

type Way = (inequality: Inequality, work: Work) => Proof | undefined

const WAYS: readonly Way[] = [
  byBranches,
  byOperand,
  byBoxes,
  byCircle,
  byConjugate,
  byCommonTerm,
  byDivision,
  byPieces,
  byLogarithms,
]

const LARGEST = 400
const NEARLY = 1e-12

export function proveInequality(claim: Holds, work: Work): Proof | undefined {
  const inequality = inequalityIn(claim)
  const { of, strict } = inequality
  const number = withPins(of, pinsIn(claim.assuming))
  const isNought = freeSymbols(number).length === 0 && Math.abs(double(number, [])([])) < NEARLY
  // where a value with the wrong sign is seen, no proof is looked for
  if (of.size > LARGEST || (!isNought && signsSeen(of, claim.assuming).negative)) return undefined
  if (strict && touches(of, claim.assuming)) return undefined
  const form = work.isKept(of) ? undefined : work.note('factors', [of], () => factored(of))
  if (isNought || (form && signOf(form.number) === 0)) return byEquality(claim, strict, work)
  const [only, ...more] = form?.factors ?? []
  if (form && only && (more.length > 0 || only.exponent !== 1)) return byFactors(inequality, form, work)
  const core = !form ? of : only ? turned(only.base, form) : numberTerm(form.number)
  const m = form && only ? numberTerm(sizeOf(form)) : integer(1)
  const isPlain = same(isPositive(of, strict), claim.condition)
  // the order of the terms is no difference
  if (!isPlain || !work.canon.same(core, of)) {
    const proof = from(inequality, core, m, work)
    if (proof || !isPlain) return proof
  }
  for (const way of WAYS) {
    const proof = work.isOver ? undefined : way(inequality, work)
    if (proof) return proof
  }
  return undefined
}

/** Does it seem to be 0 somewhere, not far out, where what is not 0 may be too small for a double? */
function touches(given: Expr, known: Holds['assuming']): boolean {
  const pins = pinsIn(known)
  const [of, assuming] = [withPins(given, pins), conditionsWithPins(known, pins)]
  const [letter, ...others] = lettersOf([of, ...assuming])
  if (letter === undefined || others.length > 0) return false
  const f = double(of, [letter])
  const { low, high, hasLow, hasHigh } = spanOf(assuming, letter, new Map())
  const isInside = (x: number): boolean => x >= low + (hasLow ? 0 : AWAY) && x <= high - (hasHigh ? 0 : AWAY)
  const isThere = (x: number): boolean => Math.abs(x) < 6 && isInside(x) && Math.abs(f([x])) < NOTHING
  const allowed = assuming.map((condition) => truth(condition, [letter]))
  return numericZeros(of, letter, assuming).some(
    (x) => isThere(x) && allowed.every((holds) => holds([x]) === 1),
  )
}

const NOTHING = 1e-15
/** Towards an open end it may become as small as it likes. */
const AWAY = 1e-2

/** Where both sides are the same number. */
function byEquality(claim: Holds, strict: boolean, work: Work): Proof | undefined {
  if (strict) return undefined
  const { head } = claim.condition as CallNode
  const nought = call(head, [integer(0), integer(0)])
  return work.by('multiple', claim, { terms: { m: integer(1) }, conditions: [nought] })
}

const sizeOf = ({ number }: Factored) => (signOf(number) < 0 ? negated(number) : number)

/** The base, or its negative with the signs of its terms changed. */
function turned(base: Expr, { number }: Factored): Expr {
  if (signOf(number) > 0) return base
  if (!isCall(base, 'add')) return negate(base)
  const opposite = (term: Expr): Expr => (isCall(term, 'negate') ? (term.args[0] as Expr) : negate(term))
  return call('add', base.args.map(opposite))
}
