/** Reading what was typed: formulas, and the names and terms in options. */
import { isCondition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import type { Expr, Reading, ReadingNote, ReadingOptions } from '../index.ts'
import { quoted } from '../syntax/errors.ts'
import { parse, READ_NOTATIONS, read, safeParse } from '../syntax/index.ts'
import { nearestName } from '../syntax/suggest.ts'
import type { Given, Option } from './arguments.ts'
import { Problem, problemOf } from './problems.ts'
import { definedSomewhere } from './somewhere.ts'

const NOTATION: Option = {
  name: 'notation',
  value: 'NOTATION',
  choices: ['auto', ...READ_NOTATIONS],
  summary: 'how formulas are written; auto (the default) recognises it',
}

export const DEFINE: Option = {
  name: 'define',
  value: 'DEFINITION',
  summary: 'a function or value of your own, e.g. "f(x) = x/(1+x)"; may be repeated',
}
/** How formulas are written, and what they may use. */
export const READING: readonly Option[] = [NOTATION, DEFINE]

/**
 * How formulas are to be read.
 *
 * @throws Problem about a definition: `E412` for what is none, else as `read` does.
 */
export function readingOf(given: Given): ReadingOptions {
  const notation = given.last('notation') as ReadingOptions['notation']
  const definitions = given.all('define')
  const options = notation === undefined ? {} : { notation }
  definitions.forEach((text, i) => {
    inOption('define', text, () => checkDefinition(text, definitions.slice(0, i), options))
  })
  return definitions.length === 0 ? options : { ...options, definitions }
}

/** Throws for a definition that cannot be used; what stands in it is read first, for its place. */
function checkDefinition(text: string, before: readonly string[], options: ReadingOptions): void {
  read(text, { ...options, definitions: before })
  const { error } = withDefinitions([...before, text], options)
  if (error?.code !== 'E119') {
    if (error) throw error
    return
  }
  const hint = 'for example --define "f(x) = x/(1+x)"'
  throw new OgeeError('E412', 'this is no definition', undefined, hint)
}

function withDefinitions(definitions: readonly string[], options: ReadingOptions): { error?: OgeeError } {
  const result = safeParse('0', { ...options, definitions })
  return result.ok ? {} : { error: result.error }
}

const SHORTEST_MISSPELT = 4
const MISSPELT = 'misspelt'

/** A formula that is a single letter of several characters was perhaps to be a curve: `sigmod`. */
function misspelt(u: Expr): readonly ReadingNote[] {
  const name = u.kind === 'symbol' && u.name.length >= SHORTEST_MISSPELT ? u.name : ''
  const other = nearestName(name)
  if (other === undefined || other === name) return []
  return [{ rule: MISSPELT, span: { start: 0, end: name.length }, read: `the letter ${name}`, other }]
}

/**
 * A formula that stands for a number, and how it was read.
 *
 * @throws OgeeError for what cannot be read; `E113` for a relation such as x > 0.
 */
export function readQuantity(text: string, options: ReadingOptions): Reading {
  const reading = read(text, options)
  const isDoubted = reading.notes.length > 0
  if (!isCondition(reading.expr)) return isDoubted ? reading : { ...reading, notes: misspelt(reading.expr) }
  const hint = 'a formula without a relation is expected, e.g. x^2 - 1'
  throw new OgeeError('E113', 'this is a condition, not a number', undefined, hint)
}

/** Is this more than the reader itself says? An article tells how a formula was read. */
export const isOfNames = ({ rule }: ReadingNote): boolean => rule === MISSPELT

/**
 * A formula to differentiate.
 *
 * @throws OgeeError as `readQuantity` does; `E603` for what is defined nowhere.
 */
export function readFunction(text: string, options: ReadingOptions): Reading {
  const reading = readQuantity(text, options)
  definedSomewhere(reading.expr)
  return reading
}

/**
 * What stands in the text of an option, read.
 *
 * @throws Problem about this text, if `read` cannot read it.
 */
export function inOption<T>(name: string, text: string, read: () => T, from = 0): T {
  try {
    return read()
  } catch (thrown) {
    const { error } = problemOf(thrown)
    const { code, message, hint, span = { start: 0, end: text.length - from } } = error
    const before = `--${name} `
    const shift = before.length + from
    const place = { start: span.start + shift, end: span.end + shift }
    throw new Problem(new OgeeError(code, message, place, hint), before + text)
  }
}

const isName = /^[\p{L}_][\p{L}\p{N}_{}]*$/u

/** The name of a variable under which the library knows it: `α` is `alpha`. */
export function nameIn(option: string, text: string, from = 0, to: number = text.length): string {
  const name = text.slice(from, to).trim()
  return inOption(
    option,
    text,
    (): string => {
      const u = isName.test(name) ? parse(name, { notation: 'plain' }) : undefined
      if (u?.kind === 'symbol') return u.name
      throw new OgeeError('E403', `${name === '' ? 'nothing' : quoted(name)} is not a name for a variable`)
    },
    from,
  )
}
