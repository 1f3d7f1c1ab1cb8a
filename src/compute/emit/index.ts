/** Formulas as functions of other languages, in the form that keeps their digits. */
import { OgeeError } from '../../expression/error.ts'
import { quoted } from '../../syntax/errors.ts'
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
 * @throws OgeeError for a formula that cannot be read or derived, `E922` for a name that no function can have there,
 * `E923` for an unknown language.
 * @example
 * ```ts
 * emit('x^2 + 1', 'c').includes('return x * x + 1.0;') // → true
 * ```
 */
export const emit = (formula: Formula, language: Language, options: EmitOptions = {}): string =>
  emitted(prepared(formula, options), language, checkedName(options.name ?? 'f', language))

/**
 * The name, if a function or table of the language can have it.
 *
 * @throws OgeeError `E922` where it cannot, `E923` for an unknown language.
 */
export function checkedName(name: string, language: Language): string {
  const target = Object.hasOwn(TARGETS, language) ? TARGETS[language] : undefined
  if (!target) {
    const hint = `one of ${LANGUAGES.join(', ')}`
    throw new OgeeError('E923', `there is no language ${quoted(language)}`, undefined, hint)
  }
  if (/^[A-Za-z]\w*$/.test(name) && (language === 'sql' || !avoided(target).has(name))) return name
  const what = language === 'sql' ? 'a table' : `a function in ${target.language}`
  const hint = 'a letter, then letters, digits and underscores; no word of the language'
  throw new OgeeError('E922', `${quoted(name)} cannot be the name of ${what}`, undefined, hint)
}

/** As `emit`, for what was prepared already. */
export function emitted(made: Prepared, language: Language, called: string): string {
  const { program, by } = made
  const name = checkedName(called, language)
  const target = TARGETS[language]
  const words = avoided(target)
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
    about: aboutAll(made, language === 'sql' ? 'value' : `${name}(${program.inputs.join(', ')})`),
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
