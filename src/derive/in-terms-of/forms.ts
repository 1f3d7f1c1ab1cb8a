/**
 * Forms of a formula through given functions, the best first: as few kernels of the variable as
 * possible, then as short as possible.
 */
import { type Expr, integer, isCall, mentions, symbol } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { isInteger } from '../../expression/rational.ts'
import { opened } from '../../rules/forms.ts'
import { eliminations, possible } from './eliminate.ts'
import { dividedBy, times } from './fraction.ts'
import { ANGULAR, type Angles, inKernels } from './kernels.ts'
import { withinBounds } from './polynomial.ts'
import { type Writing, waysToWrite } from './written.ts'

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
  const [formula, ...values] = fractions as [never, ...never[]]
  const known = functions.map(({ letter }, i) => {
    const own = kernels.fractionOf(symbol(letter))
    return { letter: kernels.numberOf(own), own, fraction: values[i] as never }
  })
  const writing = (factors: Writing['factors']): Writing => ({
    term: (i) => kernels.termOf(i),
    letters: kernels.with(functions.map(({ letter }) => letter)),
    varying: kernels.with([variable]),
    factors,
  })
  const direct = eliminations(formula, known, kernels, variable).flatMap((form) =>
    waysToWrite(form.formula, writing(form.factors)),
  )
  // The logarithmic derivative: g = f·(g/f).
  const byRatio = known.flatMap(({ own, fraction }) => {
    const ratio = possible(() => dividedBy(formula, fraction))
    return ratio ? waysToWrite(times(own, ratio), writing([])) : []
  })
  return [...direct, ...byRatio]
}

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
  8 * functions + ofLetters + 3 * variables + 1.5 * letters + form.size

const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'multiply', 'negate', 'divide'])

function isArithmetic(u: Expr): boolean {
  if (u.kind !== 'call') return false
  if (ARITHMETIC.has(u.head)) return true
  const exponent = isCall(u, 'power') ? literalValue(u.args[1] as Expr) : undefined
  return exponent !== undefined && isInteger(exponent)
}
