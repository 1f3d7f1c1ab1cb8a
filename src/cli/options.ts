/** The options of several commands, and what they mean to the library. */
import { type DifferentiateOptions, ROUTES, type Route } from '../derive/index.ts'
import { OgeeError } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'
import { quoted } from '../syntax/errors.ts'
import { assumptions } from '../syntax/formula.ts'
import { parse, type ReadingOptions } from '../syntax/index.ts'
import { type Given, type Option, wholeNumber } from './arguments.ts'
import { Problem, problemOf } from './problems.ts'

const VAR: Option = { name: 'var', value: 'NAME', summary: 'the variable; x if there is one' }
const ORDER: Option = {
  name: 'order',
  value: 'N',
  summary: '2 for the second derivative, up to 20',
}
const ROUTE: Option = {
  name: 'route',
  value: 'ROUTE',
  choices: ROUTES,
  summary: 'how quotients are treated: reciprocal, quotient, chain, product or logarithmic',
}
const ASSUME: Option = {
  name: 'assume',
  value: 'CONDITION',
  summary: 'what may be taken for granted, e.g. "a > 0"; may be repeated',
}
const STEPS: Option = {
  name: 'steps',
  value: 'DETAIL',
  choices: ['main', 'every', 'nested'],
  summary: 'main (one line per rule, the default), every (each single step) or nested (both)',
}
export const NOTATION: Option = {
  name: 'notation',
  value: 'NOTATION',
  choices: ['auto', 'plain', 'latex'],
  summary: 'how formulas are written: auto (the default), plain or latex',
}
export const BUDGET: Option = {
  name: 'budget',
  value: 'MS',
  summary: 'milliseconds that a formula may take, 2000 by default',
}

/** How to differentiate, and how much of it to show. */
export const DIFFERENTIATION: readonly Option[] = [
  VAR,
  ORDER,
  ROUTE,
  ASSUME,
  STEPS,
  NOTATION,
  BUDGET,
]

const DEFAULT_BUDGET = 2_000
const LONGEST_BUDGET = 3_600_000

/** How formulas are to be read. */
export function readingOf(given: Given): ReadingOptions {
  const notation = given.last('notation') as ReadingOptions['notation']
  return notation === undefined ? {} : { notation }
}

/** Milliseconds that one formula may take. */
export const budgetOf = (given: Given): number =>
  wholeNumber(given, 'budget', 1, LONGEST_BUDGET) ?? DEFAULT_BUDGET

/** How much of the working to show. */
export const detailOf = (given: Given): 'main' | 'every' | 'nested' =>
  (given.last('steps') as 'main' | 'every' | 'nested' | undefined) ?? 'main'

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
      const u: Expr | undefined = isName.test(name) ? parse(name, { notation: 'plain' }) : undefined
      if (u?.kind === 'symbol') return u.name
      throw new OgeeError(
        'E403',
        `${name === '' ? 'nothing' : quoted(name)} is not a name for a variable`,
      )
    },
    from,
  )
}

/** How to differentiate, as the options say. */
export function differentiationOf(
  given: Given,
): DifferentiateOptions & { readonly budget: { milliseconds: number } } {
  const variable = given.last('var')
  const order = wholeNumber(given, 'order', 1, 20)
  const route = given.last('route') as Route | undefined
  const assuming = given
    .all('assume')
    .flatMap((text) =>
      inOption('assume', text, () => assumptions({ assuming: [parse(text, readingOf(given))] })),
    )
  return {
    ...(variable === undefined ? {} : { variable: nameIn('var', variable) }),
    ...(order === undefined ? {} : { order }),
    ...(route === undefined ? {} : { route }),
    assuming,
    budget: { milliseconds: budgetOf(given) },
  }
}
