/** Reading what was typed: formulas, and the names and terms in options. */
import { isCondition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { freeSymbols, isCall, mentions } from '../expression/expr.ts'
import type { Reading, ReadingNote, ReadingOptions } from '../index.ts'
import { quoted } from '../syntax/errors.ts'
import { parse, READ_NOTATIONS, read, safeParse } from '../syntax/index.ts'
import { nearestName } from '../syntax/suggest.ts'
import { isGreekName } from '../syntax/tokens.ts'
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

/** @throws OgeeError `E110` for a formula that is a single word, nearly the name of a function: `sigmod`. */
function refuseMisspelt({ expr }: Reading): void {
  const name = expr.kind === 'symbol' && expr.name.length >= SHORTEST_MISSPELT ? expr.name : ''
  const near = nearestName(name)
  if (near === undefined || near === name || isGreekName(name)) return
  throw new OgeeError('E110', `unknown function ${quoted(name)}`, undefined, `did you mean ${near}?`)
}

/** Shorter words are letters side by side. */
const SHORTEST_MISSPELT = 3

/**
 * A formula that stands for a number, and how it was read.
 *
 * @throws OgeeError for what cannot be read; `E113` for a relation such as x > 0.
 */
export function readQuantity(text: string, options: ReadingOptions): Reading {
  return quantity(read(text, options))
}

function quantity(reading: Reading): Reading {
  if (!isCondition(reading.expr)) return reading
  const hint = 'a formula without a relation is expected, e.g. x^2 - 1'
  throw new OgeeError('E113', 'this is a condition, not a number', undefined, hint)
}

const OF_NAMES = 'named'

/** Is this more than the reader itself says? An article tells how a formula was read. */
export const isOfNames = ({ rule }: ReadingNote): boolean => rule === OF_NAMES

/**
 * A formula, or y = … for one that is called y: what people write where no equation can be meant.
 *
 * @throws OgeeError as `readQuantity` does.
 */
export function readFormula(text: string, options: ReadingOptions): Reading {
  const reading = read(text, options)
  const [name, right] = isCall(reading.expr, '=') ? reading.expr.args : []
  const isName = name?.kind === 'symbol' && right && !isCondition(right) && !mentions(right, name.name)
  // x = 2 is a value of x.
  if (!isName || freeSymbols(right).length === 0) return quantity(reading)
  const note = { rule: OF_NAMES, span: { start: 0, end: text.length }, read: `a formula for ${name.name}` }
  return { ...reading, expr: right, notes: [note, ...reading.notes] }
}

/**
 * A formula to differentiate.
 *
 * @throws OgeeError as `readFormula` does; `E110` for a misspelt name, `E603` for what is defined nowhere.
 */
export function readFunction(text: string, options: ReadingOptions): Reading {
  const reading = readFormula(text, options)
  refuseMisspelt(reading)
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
