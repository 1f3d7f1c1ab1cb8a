/** The options of `ogee fit`: values, bounds, columns. */
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import type { Given, Option } from './arguments.ts'
import { nameIn } from './reading.ts'

export const MODEL: Option = {
  name: 'model',
  short: 'm',
  value: 'FORMULA',
  summary:
    'the curve: a name (logistic4, gompertz, hill …) or any formula; letters that are no columns are its parameters',
}
export const X: Option = {
  name: 'x',
  value: 'COLUMN',
  summary: 'the column of x, or LETTER=COLUMN; repeated for several variables',
}
export const Y: Option = { name: 'y', value: 'COLUMN', summary: 'the column that is fitted' }
export const BY: Option = { name: 'by', value: 'COLUMN', summary: 'a fit for each value of this column' }
export const SHARE: Option = {
  name: 'share',
  value: 'NAMES',
  summary:
    'parameters that are the same in all groups of --by, e.g. a,d; an F test says whether that will do',
}
export const WEIGHTS: Option = { name: 'weights', value: 'COLUMN', summary: 'weights of the squares' }
export const ERRORS: Option = {
  name: 'errors',
  value: 'COLUMN',
  summary: 'standard deviations of y, in proportion: the weights are 1/σ²',
}
export const ABSOLUTE: Option = {
  name: 'absolute',
  summary: 'the standard deviations are known as they are, not only in proportion',
}
export const START: Option = {
  name: 'start',
  value: 'a=1,b=2',
  summary: 'values to begin with; they are found from formula and data otherwise',
}
export const FIX: Option = { name: 'fix', value: 'a=0', summary: 'parameters that are held' }
export const BOUNDS: Option = {
  name: 'bounds',
  value: 'b=0:10',
  summary: 'between which values a parameter lies; either end may be left out',
}
export const LEVEL: Option = {
  name: 'level',
  value: 'P',
  summary: 'the probability of intervals, 0.95 by default',
}
export const EFFECTS: Option = {
  name: 'effects',
  value: '10,50,90',
  summary: 'where the curve has gone so many percents of the way between its ends: EC10 …',
}
export const QUANTITY: Option = {
  name: 'quantity',
  value: 'FORMULA',
  summary: 'what is to be worked out from the parameters, with its error; may be repeated',
}

const refuse = (option: string, text: string, what: string, hint: string): OgeeError =>
  new OgeeError('E504', `--${option}: ${what} ${quoted(text)}`, undefined, hint)

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** The parts between commas that say `name=value`. */
function pairs(
  given: Given,
  option: string,
  example: string,
): readonly (readonly [name: string, value: string])[] {
  return given.all(option).flatMap((text) =>
    text.split(',').map((part): readonly [string, string] => {
      const at = part.indexOf('=')
      if (at < 0) throw refuse(option, part, 'there is no "=" in', `for example --${option} ${example}`)
      return [nameIn(option, part.slice(0, at)), part.slice(at + 1).trim()]
    }),
  )
}

/**
 * Values of parameters.
 *
 * @throws OgeeError `E504` for what is no number, or one name twice.
 */
export function valuesIn(given: Given, option: string): Readonly<Record<string, number>> {
  const found = new Map<string, number>()
  for (const [name, text] of pairs(given, option, 'a=1,b=2')) {
    if (!NUMBER.test(text))
      throw refuse(option, text, `${name} is no number:`, 'numbers are written like -1.5e3')
    if (found.has(name)) throw refuse(option, name, 'two values for', 'give each parameter one')
    found.set(name, Number(text))
  }
  return Object.fromEntries(found)
}

/** The names of shared parameters. */
export const sharedIn = (given: Given): readonly string[] =>
  given.all('share').flatMap((text) => {
    let from = 0
    return text.split(',').map((part) => {
      const name = nameIn('share', text, from, from + part.length)
      from += part.length + 1
      return name
    })
  })

/**
 * Bounds of parameters.
 *
 * @throws OgeeError `E504` for what are none.
 */
export function boundsIn(given: Given): Readonly<Record<string, readonly [low: number, high: number]>> {
  const found = new Map<string, readonly [number, number]>()
  for (const [name, text] of pairs(given, 'bounds', 'b=0:10')) {
    const [low, high, more] = text.split(':').map((end) => end.trim())
    const isRead = (end: string | undefined): boolean => end === '' || (end !== undefined && NUMBER.test(end))
    if (more !== undefined || !isRead(low) || !isRead(high))
      throw refuse(
        'bounds',
        text,
        `${name} has no bounds in`,
        'for example --bounds b=0:10, or b=0: for no upper one',
      )
    if (found.has(name)) throw refuse('bounds', name, 'two pairs of bounds for', 'give each parameter one')
    found.set(name, [low === '' ? -Infinity : Number(low), high === '' ? Infinity : Number(high)])
  }
  return Object.fromEntries(found)
}

/** The letters that are columns: the variable of the formula, or named letters. */
export function columnsIn(given: Given): {
  readonly only?: string
  readonly named: ReadonlyMap<string, string>
} {
  const named = new Map<string, string>()
  let only: string | undefined
  for (const text of given.all('x')) {
    const found = /^([\p{L}_][\p{L}\p{N}_]*)=(.+)$/u.exec(text)
    if (found) named.set(found[1] as string, found[2] as string)
    else if (only === undefined) only = text
    else
      throw refuse(
        'x',
        text,
        'a second column without its letter:',
        'for example --x u=temperature --x v=time',
      )
  }
  return { ...(only === undefined ? {} : { only }), named }
}

/**
 * A probability.
 *
 * @throws OgeeError `E504` for anything else.
 */
export function levelIn(given: Given): number {
  const text = given.last('level') ?? '0.95'
  const level = NUMBER.test(text) ? Number(text) : Number.NaN
  if (level > 0 && level < 1) return level
  throw refuse('level', text, 'no probability between 0 and 1:', 'for example --level 0.9')
}

/**
 * Percents.
 *
 * @throws OgeeError `E504` for anything else.
 */
export const effectsIn = (given: Given): readonly number[] =>
  (given.last('effects') ?? '10,50,90').split(',').map((text) => {
    const percent = NUMBER.test(text.trim()) ? Number(text) : Number.NaN
    if (percent > 0 && percent < 100) return percent
    throw refuse('effects', text, 'no percentage between 0 and 100:', 'for example --effects 10,50')
  })
