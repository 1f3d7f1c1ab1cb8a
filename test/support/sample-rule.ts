/**
 * Rules put to the test: letters filled in with smooth and nasty terms, both sides valued by
 * enclosures at rational points. The samples of a row are the same each time, and what was found
 * out about them is kept, so that a corrupted row costs little more than its corrupted part.
 */
import type { Interval } from '../../src/enclose/interval.ts'
import { point } from '../../src/enclose/interval.ts'
import { Canon } from '../../src/expression/canonical.ts'
import { isCondition } from '../../src/expression/condition.ts'
import {
  call,
  divide,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  same,
  symbol,
} from '../../src/expression/expr.ts'
import { numberTerm } from '../../src/expression/number-term.ts'
import { rational } from '../../src/expression/rational.ts'
import {
  type CompiledRule,
  instantiate,
  isListLetter,
  isOfKind,
  type Letters,
} from '../../src/rules/compile.ts'
import { isTotal } from '../../src/rules/forms.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import {
  follows,
  holdsAt,
  isValue,
  meets,
  type Point,
  size,
  slopeAt,
  type Value,
  valueOn,
  width,
} from './oracle.ts'
import { Random } from './random.ts'
import { isTrue, madeTrue, waysToSolve } from './statement-truth.ts'

const read = (forms: string): Expr[] => forms.split(';').map((form) => parsePattern(form.trim()))

const PLAIN = read('x; x; a; b; x - 1; a*x; x + b; -x; x^2 + 1; -x^2; 2*x - 1; x^2; 1 - x')
const NASTY = read(
  `1/x; e^x; log(x); sqrt(x); sin(x); |x|; e^(1/x); 1/(x - 1); x^3; x^(1/3); cos(x); x*|x|; sign(x);
  {1 if x > 0 else -1}; {x if x > 0 else 2}; a/x; e^(-x); tanh(x); atan(x); log(|x|); x - x;
  {e^x if x >= 0}; sqrt(x^2); x/x; {1 if x > 1 else 3}; 1/(x^2 + 1); x - a; step(x)`,
)
const NUMBERS = read('0; 1; 2; 3; -1; -2; 1/2; 1/3; -1/2; 2/3; -1/3; 3/2; 2 - 1; 5; pi')
const CONSTANTS = read('a; b; 2; 3; -1; 1/2; 1/3; 0; pi; log(a); 1/a; a^2; a - b; sqrt(a); 3/2; 5/3')
const QUESTIONS = read(
  'x > 0; x >= a; x = 1; x != 0; log(x) > 0; x < 1 and a > 0; 1/x > 0; x <= b; a > 0; x > 1 or a < b',
)
const FIXED = read('a > 0; a = b; log(a) > 0; a != 1; b >= a; a > 0 and b > 0; 1/b < 1')

/** Terms that jump at 0. */
const JUMPS = read('sign(x); step(x); {1 if x > 0 else -1}; {2 if x = 0 else 1}; {x if x > 0 else 2}')
const SMALL = read('0; 1; -1; 1/2; -1/2; 2; x')
const BORDERS = read('x; x; a; 0; 1; -1; -1/2; 2; -x; x^2; log(a)')

const STYLES = [
  [4, 'values'],
  [4, 'terms'],
  [3, 'mixed'],
  [4, 'borders'],
] as const
type Style = (typeof STYLES)[number][1]

const canon = new Canon(isTotal)

/** The letters that stand for a question: after `if`, in `and`, `or`, or as a condition. */
export function questionLetters({ from, to, conditions }: CompiledRule): Set<string> {
  const found = new Set<string>()
  const note = (u: Expr | undefined): void => {
    if (u?.kind === 'symbol') found.add(u.name)
  }
  const visit = (u: Expr): void => {
    if (u.kind !== 'call') return
    if (u.head === 'piecewise') for (let k = 1; k < u.args.length; k += 2) note(u.args[k])
    if (u.head === 'and' || u.head === 'or') u.args.forEach(note)
    u.args.forEach(visit)
  }
  ;[from, to, ...conditions].forEach(visit)
  conditions.forEach(note)
  return found
}

/** Samples of one row: instances and points, and what was found out about them so far. */
export interface Sample {
  readonly letters: Letters
  readonly at: Point
  readonly values: Map<Expr, Value>
  readonly truths: Map<Expr, boolean | 'undefined' | 'unknown'>
  readonly slopes: (readonly [Expr, Value])[]
}

const BITS = 160

/** The samples of a row, made when first asked for. */
export class Samples {
  readonly #made: Sample[] = []
  readonly #random: Random
  readonly #row: CompiledRule
  readonly #questions: ReadonlySet<string>
  readonly #exponents: ReadonlySet<string>
  readonly #continuous: ReadonlySet<string>
  readonly #ways: ReturnType<typeof waysToSolve>

  constructor(row: CompiledRule, seed: number) {
    this.#row = row
    this.#ways = waysToSolve(row)
    this.#random = new Random(seed)
    this.#questions = questionLetters(row)
    this.#exponents = new Set([row.from, row.to].flatMap(exponentLetters))
    this.#continuous = new Set(row.conditions.flatMap((c) => (isCall(c, 'interior') ? freeSymbols(c) : [])))
  }

  at(k: number): Sample {
    while (this.#made.length <= k) this.#made.push(...this.#fresh())
    return this.#made[k] as Sample
  }

  /** One choice of letters, at several points: one at which nasty terms are nasty, one anywhere. */
  #fresh(): Sample[] {
    const random = this.#random
    const jumps = this.#continuous.size > 0 && random.chance(0.5)
    const style = jumps ? 'borders' : random.weighted(STYLES)
    const entries = this.#row.letters.map((name) => [name, this.#letter(name, style)] as const)
    const chosen: Letters = Object.fromEntries(entries)
    const letters =
      this.#ways.length > 0 && random.chance(0.8) ? madeTrue(chosen, this.#ways, random) : chosen
    const points = this.#row.letters.length === 0 ? 1 : 3
    return Array.from({ length: points }, (_, k) => {
      const names = ['x', 'a', 'b', 'p', 'q', 'r']
      const at = Object.fromEntries(names.map((name) => [name, random.rational()]))
      if (k === 0) at.x = rational(random.chance(0.7) ? 0n : 1n)
      return { letters, at, values: new Map(), truths: new Map(), slopes: [] }
    })
  }

  #letter(name: string, style: Style): Expr | Expr[] {
    if (isListLetter(name)) return Array.from({ length: this.#random.whole(1, 3) }, () => this.#term(style))
    const kind = this.#row.rule.where?.[name]
    if (kind === 'new whole number') return symbol(name)
    const random = this.#random
    if (this.#row.differential && name === 'x') return symbol('x')
    if (this.#questions.has(name)) return random.pick(kind === 'constant' ? FIXED : QUESTIONS)
    if (!kind) {
      const near = style === 'borders' && !this.#exponents.has(name)
      if (near && this.#continuous.has(name) && random.chance(0.6)) return random.pick(JUMPS)
      if (near && this.#continuous.size > 1 && this.#continuous.has(name)) return random.pick(SMALL)
      if (style === 'borders' && this.#exponents.has(name)) return random.pick(NUMBERS)
      return this.#term(style)
    }
    const pool = kind === 'constant' ? CONSTANTS : kind === 'symbolic' ? undefined : NUMBERS
    for (;;) {
      const u = pool ? random.pick(pool) : this.#term('mixed')
      if (isOfKind(kind, u, 'x', canon)) return u
    }
  }

  #term(style: Style): Expr {
    const random = this.#random
    if (style === 'borders') {
      if (!this.#row.differential) return random.pick(BORDERS)
      return random.chance(0.5) ? random.pick(JUMPS) : random.pick(PLAIN)
    }
    if (style === 'values' && !this.#row.differential) {
      return random.chance(0.7)
        ? symbol(random.pick(['x', 'a', 'b', 'p', 'q', 'r']))
        : random.chance(0.5)
          ? numberTerm(random.rational())
          : random.pick(NUMBERS)
    }
    const share = style === 'mixed' ? 0.55 : 0.15
    if (random.chance(0.12)) return random.pick(NUMBERS)
    return random.pick(random.chance(share) ? NASTY : PLAIN)
  }
}

/** Letters that stand in exponents. */
function exponentLetters(u: Expr): string[] {
  if (u.kind !== 'call') return []
  const own = u.head === 'power' ? freeSymbols(u.args[1] as Expr) : []
  return [...own, ...u.args.flatMap(exponentLetters)]
}

/** A slope so steep that difference quotients from both sides may only seem to come together is none. */
function slopeOf(u: Expr, at: Point): Value {
  const slope = slopeAt(u, 'x', at)
  return isValue(slope) && size(slope) > 2 ** 16 ? 'unknown' : slope
}

/** The term with a letter for each derivative in it; 1/0 for one that does not exist. */
function workedOut(u: Expr, sample: Sample, box: Map<string, Interval>): Expr | undefined {
  if (u.kind !== 'call') return u
  if (u.head !== 'D') {
    const args: Expr[] = []
    for (const arg of u.args) {
      const part = workedOut(arg, sample, box)
      if (!part) return undefined
      args.push(part)
    }
    return call(u.head, args)
  }
  const known = sample.slopes.find(([term]) => same(term, u))?.[1]
  const slope = known ?? slopeOf(u.args[0] as Expr, sample.at)
  if (known === undefined) sample.slopes.push([u, slope])
  if (slope === 'undefined') return divide(integer(1), integer(0))
  if (!isValue(slope)) return undefined
  const name = `slope_${box.size}`
  box.set(name, slope)
  return symbol(name)
}

/** The value of a side of the row. */
function sideValue(side: Expr, sample: Sample): Value {
  const known = sample.values.get(side)
  if (known !== undefined) return known
  const u = instantiate(side, sample.letters)
  const box = new Map(Object.entries(sample.at).map(([name, r]) => [name, point(r, BITS + 8)] as const))
  const whole = u && workedOut(u, sample, box)
  const value = whole ? valueOn(whole, box, BITS) : 'unknown'
  sample.values.set(side, value)
  return value
}

/** Does the condition hold? */
function truthOf(condition: Expr, sample: Sample): boolean | 'undefined' | 'unknown' {
  const known = sample.truths.get(condition)
  if (known !== undefined) return known
  const c = instantiate(condition, sample.letters)
  const truth = c ? holdsAt(c, sample.at, BITS) : 'unknown'
  sample.truths.set(condition, truth)
  return truth
}

/** What the sides of a row are to each other at one sample, conditions apart. */
export type Finding = 'agrees' | 'both undefined' | 'wider' | 'narrower' | 'differs' | 'silent'

const fine = (a: Interval): boolean => width(a) <= 2 ** -60 * Math.max(size(a), 2 ** -20)

/** Compares the sides; for a row about derivatives only where the right one is defined. */
function compareSides(row: CompiledRule, sample: Sample): Finding {
  if (isCondition(row.from)) return compareStatements(row, sample)
  const right = sideValue(row.to, sample)
  if (right === 'unknown') return 'silent'
  if (!row.twoWay && right === 'undefined') return 'silent'
  const left = sideValue(row.from, sample)
  if (left === 'unknown') return 'silent'
  if (!row.twoWay) {
    const found = follows(left, right)
    return found === 'differs' && !isValue(left) ? 'wider' : found
  }
  if (left === 'undefined') return right === 'undefined' ? 'both undefined' : 'wider'
  if (right === 'undefined') return 'narrower'
  if (!meets(left, right)) return 'differs'
  return fine(left) && fine(right) ? 'agrees' : 'silent'
}

/** Is the right statement true where the left one is, and, for a row read both ways, nowhere else? */
function compareStatements(row: CompiledRule, sample: Sample): Finding {
  const [left, right] = [row.from, row.to].map((side) => {
    const known = sample.truths.get(side)
    const truth = known ?? isTrue(side, row, sample.letters, sample.at, BITS)
    sample.truths.set(side, truth)
    return truth
  })
  if (left === 'unknown' || right === 'unknown') return 'silent'
  if (left === right) return left ? 'agrees' : 'both undefined'
  if (left) return 'narrower'
  return row.twoWay ? 'wider' : 'silent'
}

export interface Report {
  /** Samples at which the conditions hold and a side is defined, and this decides something. */
  readonly usable: number
  readonly fault: { readonly sample: Sample; readonly finding: Finding } | undefined
  /** What happens without the conditions. */
  readonly effects: ReadonlySet<Finding>
}

const FAULTS: ReadonlySet<Finding> = new Set(['wider', 'narrower', 'differs'])

/** Samples the row until it is refuted, or `enough` usable samples agree, or `tries` are made. */
export function sampleRule(
  row: CompiledRule,
  samples: Samples,
  { enough = 30, tries = 600, effects: wanted = false } = {},
): Report {
  let usable = 0
  const effects = new Set<Finding>()
  for (let k = 0; k < tries && usable < enough; k += 1) {
    const sample = samples.at(k)
    const holds = row.conditions.every((c) => truthOf(c, sample) === true)
    if (!holds && !wanted) continue
    const finding = compareSides(row, sample)
    effects.add(finding)
    if (!holds) continue
    if (FAULTS.has(finding)) return { usable, fault: { sample, finding }, effects }
    if (finding === 'agrees') usable += 1
    if (row.letters.length === 0) break
  }
  return { usable, fault: undefined, effects }
}
