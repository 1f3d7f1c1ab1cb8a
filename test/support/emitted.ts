/**
 * Programs to be written in other languages, points to run them at, and how far results may lie apart: where
 * every call of a library function may be wrong by some units in the last place, what the program makes of that.
 */
import { expect } from 'vitest'
import { Lowering } from '../../src/compute/lower.ts'
import { OPERATIONS, type OperationName } from '../../src/compute/operations.ts'
import { type Prepared, prepared } from '../../src/compute/prepare.ts'
import { type Program, Writer } from '../../src/compute/program.ts'
import { run } from '../../src/compute/run.ts'
import { OgeeError } from '../../src/expression/error.ts'
import { call, type Expr, symbol } from '../../src/expression/expr.ts'
import { numberTerm } from '../../src/expression/number-term.ts'
import { rational } from '../../src/expression/rational.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { print } from '../../src/syntax/index.ts'
import { FORMULAS, randomTerms } from './written.ts'

/** Ordinary numbers, tiny and huge ones, both noughts, what is no number, and where exponentials leave the doubles. */
const NUMBERS: readonly number[] = [
  ...[-1.25, 0.5, 3.75, -0.75, 36.5, -40, 1, -1, 710.5, -750.25],
  ...[0, -0, 5e-324, -1e-300, 1e-9, 1e300, -1e300, Infinity, -Infinity, Number.NaN],
]

/** For each point the values of the inputs: the other letters are ordinary at every second point. */
export const pointsOf = ({ inputs }: Program): number[][] =>
  NUMBERS.map((x, k) =>
    inputs.map((_, i) =>
      i === 0 ? x : k % 2 === 0 ? 1 + 0.5 * i : (NUMBERS[(5 * k + 3 * i) % NUMBERS.length] as number),
    ),
  )

/** Forms as the search for stable ones finds them, with their derivatives. */
const STABLE: readonly (readonly [value: string, slope: string])[] = [
  ['max(x, 0) + log1p(e^-abs(x))', '{1/(1 + e^-x) if x > 0 else e^x/(1 + e^x)}'],
  ['{1/(1 + e^-x) if x > 0 else e^x/(1 + e^x)}', 'e^-abs(x)/(1 + e^-abs(x))^2'],
  ['{expm1(x)/x if x != 0 else 1}', '{expm1(x) if x < -1 or x > 1 else x*log1p(x^2)}'],
  ['{2*atanh(2*x - 1) if x > 1/4 and x < 3/4 else log(x) - log1p(-x)}', '1/(x*(1 - x))'],
]

/** The value, and its derivatives by these variables. */
function byHand(forms: readonly Expr[], variables: readonly string[]): Prepared {
  const writer = new Writer()
  const lowering = new Lowering(writer)
  const places = forms.map((form) => lowering.place(form))
  return {
    program: writer.program(variables, places),
    variables,
    by: variables,
    formulas: forms.map((form, i) => ({
      of: i === 0 ? 'value' : (variables[i - 1] as string),
      given: form,
      form,
      before: 0,
      after: 0,
    })),
  }
}

function attempt(u: Expr): Prepared | undefined {
  try {
    return prepared(u, { gradient: true, form: 'as-written', budget: { milliseconds: 2_000 } })
  } catch (error) {
    if (error instanceof OgeeError) return undefined
    throw error
  }
}

/** Words of the languages, names of functions, two that differ only in their signs, and what would end a text. */
const HOSTILE = [
  ...['x', 'lambda', 'exp', 'np', 'class', 'value', 'gradient', 'E', 'e2', 't', 'step_1', 'pi2', 'main'],
  ...[
    'a"b',
    "c'); DROP TABLE t; --",
    'd\ne',
    '*/',
    'α',
    'β',
    '$1',
    '%',
    '\\',
    '"""',
    '$' + '{x}',
    '1st',
    '__proto__',
  ],
]

/** Σ (√(nameᵢ²) + i)·nameᵢ, with all derivatives. */
const hostile = (): Prepared => {
  const size = (u: Expr): Expr => call('sqrt', [call('multiply', [u, u])])
  const whole = (i: number): Expr => numberTerm(rational(BigInt(i), 1n))
  const letters = HOSTILE.map(symbol)
  const terms = letters.map((u, i) => call('multiply', [u, call('add', [size(u), whole(i)])]))
  const slopes = letters.map((u, i) => call('add', [call('multiply', [whole(2), size(u)]), whole(i)]))
  return byHand([call('add', terms), ...slopes], HOSTILE)
}

/** Named functions and curves with their parameters, what the case files read, random terms: with all derivatives. */
export const programs = (): Prepared[] => [
  hostile(),
  ...STABLE.map((texts) =>
    byHand(
      texts.map((text) => parsePattern(text)),
      ['x'],
    ),
  ),
  ...[...FORMULAS, ...randomTerms(80, 10, 31)].flatMap((u) => attempt(u) ?? []),
]

/** Computed alike everywhere. */
const EXACT: ReadonlySet<OperationName> = new Set<OperationName>([
  ...(['negate', 'add', 'subtract', 'multiply', 'divide', 'sqrt', 'abs', 'sign', 'min', 'max'] as const),
])

const UNIT = 2 ** -53

/** The results of the program where library functions are wrong by up to so many units. */
function disturbed(program: Program, at: readonly number[], units: number, random: () => number): number[] {
  const saved = new Map<OperationName, (...operands: number[]) => number>()
  const table = OPERATIONS as unknown as Record<OperationName, { run: (...operands: number[]) => number }>
  for (const name of Object.keys(OPERATIONS) as OperationName[]) {
    if (EXACT.has(name)) continue
    const { run: right } = table[name]
    saved.set(name, right)
    table[name].run = (...operands) => {
      const value = right(...operands)
      return value + value * 2 * units * UNIT * (2 * random() - 1) + (2 * random() - 1) * 5e-324
    }
  }
  try {
    return run(program, at)
  } finally {
    for (const [name, right] of saved) table[name].run = right
  }
}

const TRIES = 12

/** What the outputs are in JavaScript, and how far another library may be from that; `undefined` where all is lost. */
export interface Expected {
  readonly value: number
  readonly within: number | undefined
}

function expected(program: Program, at: readonly number[], units = 4): Expected[] {
  let state = 1
  const random = (): number => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  const values = run(program, at)
  const others = Array.from({ length: TRIES }, () => disturbed(program, at, units, random))
  return values.map((value, i) => {
    const found = others.map((other) => other[i] as number)
    if (found.every((other) => Object.is(other, value) || (value === 0 && other === 0)))
      return { value, within: 0 }
    const distances = found.map((other) => Math.abs(other - value))
    return {
      value,
      within: distances.every(Number.isFinite) ? 4 * Math.max(...distances) : undefined,
    }
  })
}

const known = new WeakMap<Program, Expected[][]>()

/** What is expected at each point: the same for all languages. */
function expectedOf(program: Program): Expected[][] {
  const found = known.get(program) ?? pointsOf(program).map((at) => expected(program, at))
  known.set(program, found)
  return found
}

/** What is compared and how it went. */
export interface Tally {
  compared: number
  skipped: number
  readonly wrong: string[]
}

/** Holds results of another language, formula by formula and point by point, against the program's own. */
export function held(
  all: readonly Prepared[],
  found: (formula: number, point: number, output: number) => number,
  same: (found: number, value: number, at: readonly number[], program: Program) => boolean = () => false,
): Tally {
  const tally: Tally = { compared: 0, skipped: 0, wrong: [] }
  all.forEach(({ program, formulas }, i) => {
    pointsOf(program).forEach((at, k) => {
      expectedOf(program)[k]?.forEach(({ value, within }, n) => {
        const other = found(i, k, n)
        if (within === undefined) tally.skipped += 1
        else {
          tally.compared += 1
          const agrees =
            Object.is(value, other) || (value === 0 && other === 0) || Math.abs(other - value) <= within
          if (!agrees && !same(other, value, at, program))
            tally.wrong.push(
              `${i} ${formulas[n]?.of} ${print(formulas[n]?.given as Expr)} at ${program.inputs.map((name, j) => `${name}=${at[j]}`)}: ${other}, not ${value} ± ${within}`,
            )
        }
      })
    })
  })
  return tally
}

export function expectHeld(tally: Tally): void {
  expect(tally.wrong).toEqual([])
  expect(tally.compared).toBeGreaterThan(10_000)
}
