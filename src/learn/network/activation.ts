/**
 * Activations: any formula of one variable. What runs is the formula and its derived derivative, in forms that keep
 * their digits, both in one pass. The name of a curve stands for its definition, so a network with `sigmoid` and one
 * with `1/(1+e^-x)` do the same, bit for bit.
 */

import { decimalTerm } from '../../compute/doubles.ts'
import { Runner } from '../../compute/kernel.ts'
import { type Compiled, together } from '../../compute/prepare.ts'
import { Remembered } from '../../compute/remembered.ts'
import { stable } from '../../compute/stable/index.ts'
import { unfolded } from '../../compute/unfolded.ts'
import { differentiate } from '../../derive/index.ts'
import { isCondition } from '../../expression/condition.ts'
import { OgeeError } from '../../expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols, mentions, substitute, symbol } from '../../expression/expr.ts'
import { asExpr, type Formula, variableOf } from '../../syntax/formula.ts'
import { print } from '../../syntax/plain-only.ts'
import { nearestName } from '../../syntax/suggest.ts'

/** A formula, or one with values for its letters. */
export type ActivationFormula =
  | Formula
  | { readonly of: Formula; readonly at: Readonly<Record<string, number>> }

/** A unit's function, ready to run. */
export interface Activation {
  /** The formula as it was given, and what its letters are. */
  readonly of: string
  readonly at: Readonly<Record<string, number>>
  /** Names opened, letters with their values; the variable is x. */
  readonly formula: Expr
  readonly slope: Expr
  /** Runs x to f(x) and f′(x); made ready once for all layers. */
  readonly runner: Runner
}

const VARIABLE = 'x'
/** As many forms are measured as take some tenths of a second. */
const EFFORT = { rounds: 3, forms: 160 }

/**
 * The formula with its derivative, ready to run.
 *
 * @throws OgeeError for a formula that cannot be read or derived; `E110` for a misspelt name, `E113` for a
 * condition, `E403` if the variable is not clear, `E931` for letters without a value.
 * @example
 * ```ts
 * import { activation } from 'ogee/learn'
 * activation({ of: 'x/(1+e^(-b*x))', at: { b: 2 } }).at // → { b: 2 }
 * activation('x/(1+e^(-b*x))') // ✗ E931
 * ```
 */
export function activation(given: ActivationFormula): Activation {
  const { of, at } = withLetters(given)
  const read = formulaIn(of)
  const u = unfolded(read)
  const variable = variableIn(read, at)
  const wrong = Object.entries(at).find(([, value]) => !Number.isFinite(value))
  if (wrong) throw refusal(`${wrong[0]} cannot be ${wrong[1]}`, 'letters stand for numbers, e.g. 1')
  const values = Object.entries(at).map(([name, value]): [string, Expr] => [name, decimalTerm(value)])
  const formula = substitute(u, new Map([...values, [variable, symbol(VARIABLE)]]))
  const [missing] = lettersOf(formula).filter((name) => name !== VARIABLE)
  if (missing !== undefined)
    throw refusal(
      `the activation ${print(read)} has no value for ${missing}`,
      `give it one, e.g. ${missing} = 1`,
    )
  if (!mentions(formula, VARIABLE))
    throw refusal(`the activation ${print(read)} is the same for every input`, 'for example tanh(x)')
  const own = Object.fromEntries(Object.entries(at).filter(([name]) => mentions(u, name)))
  return { of: print(read), at: own, ...known.get(formula, () => made(formula)) }
}

const withLetters = (
  given: ActivationFormula,
): { readonly of: Formula; readonly at: Readonly<Record<string, number>> } =>
  typeof given === 'object' && 'of' in given ? given : { of: given, at: {} }

const refusal = (what: string, hint: string): OgeeError => new OgeeError('E931', what, undefined, hint)

function formulaIn(of: Formula): Expr {
  const read = asExpr(of)
  if (isCondition(read))
    throw new OgeeError(
      'E113',
      'an activation is a formula, not a condition',
      undefined,
      'for example tanh(x)',
    )
  const near = read.kind === 'symbol' && read.name.length > 2 ? nearestName(read.name) : undefined
  if (near !== undefined)
    throw new OgeeError('E110', `unknown function ${print(read)}`, undefined, `did you mean ${near}?`)
  return read
}

/** The letter that stands for the input: x if it occurs, else the only one without a value. */
function variableIn(read: Expr, at: Readonly<Record<string, number>>): string {
  if (mentions(read, VARIABLE)) return VARIABLE
  const open = lettersOf(read).filter((name) => !Object.hasOwn(at, name))
  return open.length === 1 ? (open[0] as string) : variableOf(read, {})
}

/**
 * The letters of an activation that need a value: all but its variable.
 *
 * @throws OgeeError as `activation` does.
 */
export function lettersIn(given: ActivationFormula): readonly string[] {
  const { of, at } = withLetters(given)
  const read = formulaIn(of)
  const variable = variableIn(read, at)
  return lettersOf(unfolded(read)).filter((name) => name !== variable && !Object.hasOwn(at, name))
}

const lettersOf = (u: Expr): string[] => freeSymbols(u).filter((name) => !CONSTANTS.has(name))

const known = new Remembered<Pick<Activation, 'formula' | 'slope' | 'runner'>>()

function made(f: Expr): Pick<Activation, 'formula' | 'slope' | 'runner'> {
  const slope = differentiate(f, { variable: VARIABLE }).to
  const formulas = [mended('value', f), mended(VARIABLE, unfolded(slope))]
  const { program } = together(formulas, [VARIABLE], [VARIABLE])
  return { formula: f, slope, runner: new Runner(program, 64, 'fast') }
}

/** A formula in x and its derivative as they are written, for a few digits at once. */
export function unitsAsWritten(f: Expr, slope: Expr): Activation {
  const formulas = [
    { of: 'value', form: f },
    { of: VARIABLE, form: unfolded(slope) },
  ].map((one) => ({ ...one, given: one.form, before: Number.NaN, after: Number.NaN }))
  const { program } = together(formulas, [VARIABLE], [VARIABLE])
  return { of: print(f), at: {}, formula: f, slope, runner: new Runner(program, 64, 'fast') }
}

function mended(of: string, given: Expr): Compiled {
  const { form, before, after } = stable(given, { effort: EFFORT })
  return { of, given, form, before, after }
}

/** Arrays for x, f(x) and f′(x), and what fills the second and third from the first. */
export interface Units {
  readonly x: Float64Array
  readonly value: Float64Array
  readonly slope: Float64Array
  readonly run: () => void
}

/** Room for so many units. */
export function unitsOf({ runner }: Activation, length: number): Units {
  const { inputs, value, gradient, run } = runner.workspace(length)
  return {
    x: inputs[VARIABLE] as Float64Array,
    value: value as Float64Array,
    slope: gradient[0] as Float64Array,
    run,
  }
}
