/**
 * Forms of a formula through given functions, the best first: as few kernels of the variable as
 * possible, then as short as possible.
 */
import { type Expr, integer, isCall, mentions, symbol } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { isInteger } from '../../expression/rational.ts'
import { opened } from '../../rules/forms.ts'
import { type Elimination, eliminations, possible } from './eliminate.ts'
import { dividedBy, type Fraction, fraction, times } from './fraction.ts'
import { ANGULAR, type Angles, inKernels, type Kernels, rationalised } from './kernels.ts'
import { layersOf } from './layers.ts'
import type { Writing } from './pieces.ts'
import { coefficients, degree, generatorsOf, isNought, type Polynomial, withinBounds } from './polynomial.ts'
import { inTerms, waysToWrite } from './written.ts'

/** A function and the letter that stands for it. */
export interface Named {
  readonly letter: string
  readonly formula: Expr
}

const ANGLES: readonly Angles[] = ['exponentials', 'sine and cosine', 'tangent and cosine']

/** Forms of u with the letters in them, the best first. */
export function formsThrough(u: Expr, functions: readonly Named[], variable: string): Expr[] {
  const letters = functions.map(({ letter }) => letter)
  const found = new Map<string, { form: Expr; cost: number }>()
  const before = remains(u, letters, variable)
  const note = (form: Expr): void => {
    const after = remains(form, letters, variable)
    const isThrough = letters.some((letter) => mentions(form, letter)) || !mentions(form, variable)
    const isGain = after.functions < before.functions || before.functions === 0
    const name = `${form.hash} ${form.size}`
    if (isThrough && isGain && after.functions <= before.functions && !found.has(name)) {
      found.set(name, { form, cost: cost(form, after) })
    }
  }
  const hasAngles = [u, ...functions.map(({ formula }) => formula)].some(hasAngle)
  for (const angles of hasAngles ? ANGLES : ANGLES.slice(0, 1)) {
    possible(() => withinBounds(() => formsWith(u, functions, variable, angles).forEach(note)))
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost).map(({ form }) => form)
}

const hasAngle = (u: Expr): boolean =>
  u.kind === 'call' && (ANGULAR.has(u.head) || u.args.some(hasAngle) || hasAngle(opened(u) ?? integer(0)))

function formsWith(u: Expr, functions: readonly Named[], variable: string, angles: Angles): Expr[] {
  const all = [u, ...functions.map(({ formula }) => formula)]
  const { kernels, fractions } = inKernels(all, angles)
  const [formula, ...values] = fractions as [Fraction, ...Fraction[]]
  const known = functions.map(({ letter, formula: body }, i) => {
    const own = kernels.fractionOf(symbol(letter))
    const layers = layersOf(body, symbol(letter), variable).map((layer) => kernels.fractionOf(layer).above)
    return { letter: kernels.numberOf(own), own, fraction: values[i] as Fraction, layers }
  })
  const writing = (factors: Writing['factors']): Writing =>
    writingOf(
      kernels,
      functions.map(({ letter }) => letter),
      variable,
      factors,
    )
  const direct = worthWriting(eliminations(formula, known, kernels, variable), kernels, variable).flatMap(
    (form) => waysToWrite(form.formula, writing(form.factors)),
  )
  // The logarithmic derivative: g = f·(g/f), where g/f may go through the other functions.
  const byRatio = known.flatMap((one) => {
    const ratio = possible(() => dividedBy(formula, one.fraction))
    const others = known.filter((other) => other !== one)
    if (!ratio) return []
    const ratios =
      others.length === 0
        ? [ratio]
        : worthWriting(eliminations(ratio, others, kernels, variable), kernels, variable).map(
            (form) => form.formula,
          )
    return ratios.flatMap((through) => waysToWrite(times(one.own, through), writing([])))
  })
  return [...direct, ...byRatio]
}

/** Forms written out at most. */
const MOST_WRITTEN = 12

/** Different forms with hardly more functions of the variable than the best has. */
function worthWriting(forms: readonly Elimination[], kernels: Kernels, variable: string): Elimination[] {
  const varying = kernels.with([variable])
  const own = kernels.numberOf(kernels.fractionOf(symbol(variable)))
  const counted = new Map<string, { form: Elimination; count: number }>()
  for (const form of forms) {
    const { above, below } = form.formula
    const present = [...generatorsOf(above, generatorsOf(below))].filter((v) => varying.has(v) && v !== own)
    const name = kernels.nameOf(form.formula)
    if (!counted.has(name)) counted.set(name, { form, count: present.length })
  }
  const least = Math.min(...[...counted.values()].map(({ count }) => count))
  return [...counted.values()]
    .filter(({ count }) => count <= least + 1)
    .sort((a, b) => a.count - b.count)
    .slice(0, MOST_WRITTEN)
    .map(({ form }) => form)
}

/** rate·r + rest */
export interface Rate {
  readonly rate: Expr
  readonly rest: Expr | undefined
}

/** u as rate·r + rest for a letter r that stands in u to the first power, each as short as was found. */
export function byRate(u: Expr, r: string, letter: string, variable: string): Rate | undefined {
  return possible(() =>
    withinBounds(() => {
      const { kernels, fractions } = inKernels([u], 'sine and cosine')
      const { above, below } = rationalised(fractions[0] as Fraction, kernels, [letter])
      const v = kernels.numberOf(kernels.fractionOf(symbol(r)))
      const [rest, rate, ...more] = coefficients(above, v)
      if (!rest || !rate || more.length > 0 || degree(below, v) > 0) return undefined
      const written = (p: Polynomial): Expr => shortest(fraction(p, below), kernels, letter, variable)
      return { rate: written(rate), rest: isNought(rest) ? undefined : written(rest) }
    }),
  )
}

/** u by powers of the letter if it is a polynomial in it with numbers for coefficients, else as short as was found. */
export function collectedForm(u: Expr, letter: string, variable: string): Expr | undefined {
  return possible(() =>
    withinBounds(() => {
      const { kernels, fractions } = inKernels([u], 'sine and cosine')
      const form = rationalised(fractions[0] as Fraction, kernels, [letter])
      const v = kernels.numberOf(kernels.fractionOf(symbol(letter)))
      const alone = [...generatorsOf(form.above), ...generatorsOf(form.below)].every((w) => w === v)
      const isPolynomial = alone && degree(form.below, v) === 0
      return isPolynomial
        ? inTerms(form, writingOf(kernels, [letter], variable))
        : shortest(form, kernels, letter, variable)
    }),
  )
}

function shortest(u: Fraction, kernels: Kernels, letter: string, variable: string): Expr {
  const ways = waysToWrite(u, writingOf(kernels, [letter], variable))
  const costs = ways.map((form) => cost(form, remains(form, [letter], variable)))
  return ways[costs.indexOf(Math.min(...costs))] as Expr
}

const writingOf = (
  kernels: Kernels,
  letters: readonly string[],
  variable: string,
  factors: Writing['factors'] = [],
): Writing => ({
  term: (i) => kernels.termOf(i),
  letters: kernels.with(letters),
  varying: kernels.with([variable]),
  factors,
})

/** What is left of the variable and what there is of the letters in a form. */
interface Remains {
  /** Functions of the variable, each once. */
  readonly functions: number
  /** Functions of the letters, each once. */
  readonly ofLetters: number
  /** How often the variable and the letters stand there themselves. */
  readonly variables: number
  readonly letters: number
}

function remains(form: Expr, letters: readonly string[], variable: string): Remains {
  const kernels = new Map<number, Expr>()
  let [variables, ofLetters] = [0, 0]
  const visit = (u: Expr): void => {
    if (u.kind === 'symbol') {
      if (u.name === variable) variables += 1
      if (letters.includes(u.name)) ofLetters += 1
    } else if (u.kind === 'call') {
      if (isArithmetic(u)) u.args.forEach(visit)
      else kernels.set(u.hash, u)
    }
  }
  visit(form)
  const having = (names: readonly string[]): number =>
    [...kernels.values()].filter((u) => names.some((name) => mentions(u, name))).length
  return { functions: having([variable]), ofLetters: having(letters), variables, letters: ofLetters }
}

/** What a reader pays: much for a function of the variable, something for one of f, for letters, for length. */
const cost = (form: Expr, { functions, ofLetters, variables, letters }: Remains): number =>
  8 * functions + ofLetters + 3 * variables + 1.5 * letters + length(form)

/** Numbers and symbols, symbols a little more; functions and signs: what stands on the page. */
function length(u: Expr): number {
  if (u.kind !== 'call') return u.kind === 'symbol' ? 1.5 : 1
  const own = u.head === 'negate' ? 0.3 : isArithmetic(u) ? 0 : 1
  return u.args.reduce((total, arg) => total + length(arg), own)
}

const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'multiply', 'negate', 'divide'])

function isArithmetic(u: Expr): boolean {
  if (u.kind !== 'call') return false
  if (ARITHMETIC.has(u.head)) return true
  const exponent = isCall(u, 'power') ? literalValue(u.args[1] as Expr) : undefined
  return exponent !== undefined && isInteger(exponent)
}
