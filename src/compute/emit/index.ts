/** Formulas as functions of other languages, in the form that keeps their digits. */
import { OgeeError } from '../../expression/error.ts'
import type { Formula } from '../../syntax/formula.ts'
import { type CompileOptions, type Prepared, prepared } from '../prepare.ts'
import { aboutAll } from './about.ts'
import { C } from './c.ts'
import { approximated } from './error-function.ts'
import { JAVASCRIPT, TYPESCRIPT } from './javascript.ts'
import { MATLAB } from './matlab.ts'
import { NUMPY } from './python.ts'
import { PYTORCH } from './pytorch.ts'
import { folded, free, sourceOf } from './source.ts'
import { identifier, SQL } from './sql.ts'
import type { Target } from './target.ts'

const TARGETS: Readonly<Record<Language, Target>> = {
  javascript: JAVASCRIPT,
  typescript: TYPESCRIPT,
  c: C,
  python: NUMPY,
  pytorch: PYTORCH,
  matlab: MATLAB,
  sql: SQL,
}

export type Language = 'javascript' | 'typescript' | 'c' | 'python' | 'pytorch' | 'matlab' | 'sql'
export const LANGUAGES: readonly Language[] = Object.keys(TARGETS) as Language[]

export interface EmitOptions extends CompileOptions {
  /** What the function is called, or the table in SQL: `f`. */
  readonly name?: string
}

/**
 * The formula as a function of another language, with its derivatives where these are asked for: the form that keeps
 * its digits, with names for what is used twice and comments that say what each is.
 *
 * @throws OgeeError for a formula that cannot be read or derived, `E921` for an operation that the language lacks.
 * @example
 * ```ts
 * emit('x^2 + 1', 'c').includes('return x * x + 1.0;') // → true
 * ```
 */
export const emit = (formula: Formula, language: Language, options: EmitOptions = {}): string =>
  emitted(prepared(formula, options), language, options.name ?? 'f')

/** As `emit`, for what was prepared already. */
export function emitted({ program, formulas, by }: Prepared, language: Language, name: string): string {
  const target = TARGETS[language]
  const words = avoided(target)
  if (!/^[A-Za-z]\w*$/.test(name) || (words.has(name) && language !== 'sql'))
    throw new OgeeError('E922', `${JSON.stringify(name)} cannot be the name of a function there`)
  const taken = new Set([...words, name].map(folded))
  const names = new Map(program.inputs.map((letter) => [letter, free(plainName(letter), taken)]))
  const named = language === 'sql' ? new Map(program.inputs.map((at) => [at, identifier(at)])) : names
  const computed = target.approximates ? approximated(program, target.approximates) : program
  const source = sourceOf(computed, target, named, new Set([...words, name, ...program.inputs]))
  const inputs = [...named.values()]
  return target.written({
    name,
    inputs,
    by: by.map((letter) => (language === 'sql' ? letter : (named.get(letter) as string))),
    ...source,
    about: aboutAll(formulas, language === 'sql' ? 'value' : `${name}(${program.inputs.join(', ')})`),
  })
}

/** Letters, digits and underscores, a letter first; none that a derivative has. */
const plainName = (letter: string): string =>
  letter.replaceAll(/\W/g, '_').replace(/^(?![A-Za-z])|^(?=by_)/i, 'v')

/** The words of the language, and the functions that its sources call. */
const avoided = ({ reserved, calls, helpers }: Target): ReadonlySet<string> =>
  new Set([
    ...reserved,
    ...Object.keys(helpers),
    ...Object.values(calls).flatMap((template) => template.match(/(?<![\w.])[A-Za-z_]\w*/g) ?? []),
  ])
