/** Rules for claims that a condition holds wherever others do. */
import { decide } from '../../enclose/enclose.ts'
import { between, type Interval, point } from '../../enclose/interval.ts'
import type { Canon } from '../../expression/canonical.ts'
import type { Claim, Holds, Monotone, Proof, Tends } from '../../expression/claim.ts'
import { allOf, type Condition, defined, MIRRORED, nonZero } from '../../expression/condition.ts'
import type { Step } from '../../expression/derivation.ts'
import { add, call, type Expr, freeSymbols, integer, multiply, negate, same } from '../../expression/expr.ts'
import { compareRationals, plus, type Rational, rational, times } from '../../expression/rational.ts'
import { demand } from '../fault.ts'
import { compareNormalForms } from '../normal-form/normal-form.ts'
import { unproved } from '../prove.ts'
import { Facts } from '../signs.ts'
import {
  finite,
  holds,
  interval,
  isLetter,
  only,
  put,
  putAll,
  sameRelation,
  sides,
  termOf,
  without,
} from './parts.ts'

/** From what is known of signs, ranges and enclosures. */
export function bySigns({ assuming, condition }: Holds, _: Proof, canon: Canon): Claim[] {
  demand(unproved(condition, new Facts(assuming, canon)).length === 0, 'the signs do not show it')
  return []
}

/** One condition after the other. */
export function byParts({ assuming, condition }: Holds): Claim[] {
  demand(condition.kind === 'call' && condition.head === 'and', 'there are no parts')
  return condition.args.map((part) => holds(assuming, part))
}

/** First something else, which then may be used. */
export function byLemma({ assuming, condition }: Holds, proof: Proof): Claim[] {
  const lemma = only(proof.conditions, 'lemma')
  return [holds(assuming, lemma), holds([...assuming, lemma], condition)]
}

/** For u < v, u = v and u > v in turn. */
export function byCases({ assuming, condition }: Holds, proof: Proof): Claim[] {
  const [u, v] = [termOf(proof, 'u'), termOf(proof, 'v')]
  const both = allOf([defined(u), defined(v)])
  const cases = ['<', '=', '>'].map((head) => holds([...assuming, call(head, [u, v])], condition))
  return [holds(assuming, both), ...cases]
}

/** Where x = c, by putting c for x. */
export function bySubstitution({ assuming, condition }: Holds, proof: Proof): Claim[] {
  const equation = only(proof.conditions, 'equation')
  const [head, x, c] = sides(equation)
  demand(
    head === '=' && x.kind === 'symbol' && assuming.some((known) => same(known, equation)),
    'not assumed',
  )
  return [holds(putAll(assuming, x.name, c), put(condition, x.name, c))]
}

/** From a claim about letters, terms put for them; or from one that assumes less. */
export function byInstance({ assuming, condition }: Holds, proof: Proof): Claim[] {
  const general = proof.claim
  demand(general?.kind === 'holds', 'the proof must hold a general claim')
  const entries = Object.entries(proof.terms ?? {})
  const fresh = (name: string): boolean => entries.every(([, u]) => !freeSymbols(u).includes(name))
  // one letter after the other is the same as all at once only if no term mentions a letter that is replaced
  const isSafe = entries.every(([name]) => fresh(name))
  demand(isSafe, 'the terms must not mention the letters they replace')
  const filled = (u: Expr): Expr => entries.reduce((v, [name, term]) => put(v, name, term), u)
  demand(same(filled(general.condition), condition), 'this is no instance')
  const needed = [...general.assuming.map(filled), ...entries.map(([, u]) => defined(u))]
  return [general, holds(assuming, allOf(needed))]
}

const MOST_WORK = 4_000_000

/** Two formulas are equal by their normal forms. */
export function byNormalForm({ assuming, condition }: Holds): Claim[] {
  const [head, u, v] = sides(condition)
  demand(head === '=', 'an equation is needed')
  const found = compareNormalForms(u, v, assuming, MOST_WORK)
  demand(found.outcome === 'equal', 'the normal forms do not show it')
  return [holds(assuming, allOf([defined(u), defined(v), ...found.except]))]
}

/** By a derivation: of one side from the other, or of a condition that says the same. */
export function byDerivation({ assuming, condition }: Holds, proof: Proof): Claim[] {
  const { from, to, steps, ...needs } = only(proof.derivations, 'derivation')
  const needed = [...needs.assuming, ...needs.conditions]
  if (same(from, condition)) {
    // a letter that only `to` has stands for some whole number, not for what is assumed of it
    const known = new Set(freeSymbols(condition))
    const isKnown = (name: string): boolean => known.has(name)
    demand(freeSymbols(to).every(isKnown), 'a new letter')
    const isBack = ({ relation }: Step): boolean => relation !== 'implies'
    demand(steps.every(isBack), 'the way back is needed')
    const [, u, v] = sides(condition)
    return [holds(assuming, allOf([...needed, defined(u), defined(v), to]))]
  }
  const [head, u, v] = sides(condition)
  demand(head === '=' && same(from, u) && same(to, v), 'the derivation is about something else')
  return [holds(assuming, allOf([...needed, defined(v)]))]
}

/** u − v is a multiple m·(p − q) of what is known to stand in the relation. */
export function byMultiple({ assuming, condition }: Holds, proof: Proof): Claim[] {
  const [head, u, v] = sides(condition)
  const known = only(proof.conditions, 'relation')
  const [relation, p, q] = sides(known)
  const m = termOf(proof, 'm')
  const keeps = relation === head
  demand(keeps || relation === MIRRORED.get(head), 'the relations do not fit')
  // m > 0, m < 0, m ≠ 0; m may be 0 for what holds between equal numbers
  const zero = head.endsWith('=') && head !== '!=' ? '=' : ''
  const sided = call(`${keeps ? '>' : '<'}${zero}`, [m, integer(0)])
  const sign = head === '=' ? defined(m) : head === '!=' ? nonZero(m) : sided
  const difference = (a: Expr, b: Expr): Expr => add(a, negate(b))
  const equation = call('=', [difference(u, v), multiply(m, difference(p, q))])
  return [holds(assuming, known), holds(assuming, sign), holds(assuming, equation)]
}

/** f(a) < f(b) from a < b for a function that increases. */
export function byMonotony({ assuming, condition }: Holds, proof: Proof): Claim[] {
  const claim = monotone(proof)
  const { of, variable, direction, strictly } = claim
  const [a, b] = [termOf(proof, 'a'), termOf(proof, 'b')]
  const [low, high] = direction === 'increasing' ? [a, b] : [b, a]
  const said = call(strictly ? '<' : '<=', [put(of, variable, low), put(of, variable, high)])
  const weaker = call('<=', [put(of, variable, low), put(of, variable, high)])
  const isSaid = sameRelation(said, condition)
  demand(isSaid || sameRelation(weaker, condition), 'monotony says something else')
  const places = [...putAll(claim.assuming, variable, a), ...putAll(claim.assuming, variable, b)]
  // a letter that the claim's set does not mention must still have a value
  const order = call(isSaid && strictly ? '<' : '<=', [a, b])
  return [claim, holds(assuming, allOf([...places, order]))]
}

/** f(b) > L if f increases on an open interval below b and tends to L at its lower end; and its mirror images. */
export function byLimit({ assuming, condition }: Holds, proof: Proof): Claim[] {
  const claim = monotone(proof)
  const { of, variable, direction, strictly } = claim
  const [b, to, is] = [termOf(proof, 'b'), proof.terms?.to, termOf(proof, 'is')]
  const isLower = proof.terms?.upper === undefined
  const { lower, upper } = interval(claim.assuming, variable)
  const bounds = isLower ? lower : upper
  const fits = to
    ? bounds.every(({ end, closed }) => same(end, to) && !closed) && bounds.length > 0
    : bounds.length === 0
  demand(fits, 'the limit must be at the open end of the interval')
  const above = (direction === 'increasing') === isLower
  const heads = strictly ? ['>', '>='] : ['>=']
  const said = heads.map((head) => call(head, [put(of, variable, b), is]))
  const turned = heads.map((head) => call(MIRRORED.get(head) as string, [put(of, variable, b), is]))
  demand(
    (above ? said : turned).some((c) => sameRelation(c, condition)),
    'the limit says something else',
  )
  const limit: Tends = {
    kind: 'tends',
    assuming: without(claim.assuming, variable),
    of,
    variable,
    to: to ?? (isLower ? '-infinity' : 'infinity'),
    side: isLower ? 'right' : 'left',
    is,
  }
  finite(limit.is)
  return [claim, limit, holds(assuming, allOf([...putAll(claim.assuming, variable, b), defined(b)]))]
}

function monotone(proof: Proof): Monotone {
  demand(proof.claim?.kind === 'monotone', 'the proof must hold a claim of monotony')
  return proof.claim
}

const MOST_BOXES = 20_000
const BITS = 96
/** The smallest part of the box, against the whole, that is still divided. */
const FINEST = 40

/** By enclosures on a box that is divided until they tell, every letter being bounded by numbers. */
export function byBoxes({ assuming, condition }: Holds, _: Proof, canon: Canon): Claim[] {
  const names = freeSymbols(allOf([...assuming, condition]))
  const box = names.map((name) => numericBounds(assuming, name, canon))
  let left = MOST_BOXES
  const boxes: (readonly [readonly (readonly [Rational, Rational])[], number])[] = [[box, 0]]
  for (let next = boxes.pop(); next; next = boxes.pop()) {
    left -= 1
    demand(left > 0, 'too many boxes')
    const [here, depth] = next
    const at = new Map(names.map((name, i) => [name, spanned(...(here[i] as [Rational, Rational]))]))
    if (decide(condition, at, BITS) === true) continue
    const isEmpty = (known: Condition): boolean => [false, 'undefined'].includes(decide(known, at, BITS))
    if (assuming.some(isEmpty)) continue
    demand(depth < FINEST * names.length, 'the enclosures do not show it')
    const i = depth % names.length
    const [a, b] = here[i] as [Rational, Rational]
    const middle = times(plus(a, b), rational(1n, 2n))
    const half = (ends: readonly [Rational, Rational]): (typeof boxes)[number] => [
      here.map((side, k) => (k === i ? ends : side)),
      depth + 1,
    ]
    boxes.push(half([a, middle]), half([middle, b]))
  }
  return []
}

const spanned = (a: Rational, b: Rational): Interval => {
  const [low, high] = [point(a, BITS), point(b, BITS)]
  return compareRationals(a, b) === 0 ? low : between(low.lo, high.hi)
}

/** Numbers that the letter lies between. */
function numericBounds(
  assuming: readonly Condition[],
  name: string,
  canon: Canon,
): readonly [Rational, Rational] {
  const about = assuming.filter((condition) => {
    const [head, args] = condition.kind === 'call' ? [condition.head, condition.args] : ['', []]
    const isBound = /^[<>]=?$/.test(head) && args.some((u) => canon.value(u))
    return isBound && args.some((u) => isLetter(u, name))
  })
  const { lower, upper } = interval(about, name)
  const values = (bounds: typeof lower): Rational[] =>
    bounds.map(({ end }) => canon.value(end)).filter((value) => value !== undefined)
  const [low, high] = [values(lower), values(upper)]
  demand(low.length > 0 && high.length > 0, `${name} must be bounded by numbers`)
  const furthest = (all: Rational[], sign: number): Rational =>
    all.reduce((a, b) => (compareRationals(a, b) === sign ? a : b))
  return [furthest(low, 1), furthest(high, -1)]
}
