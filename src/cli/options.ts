/** The options of several commands, and what they mean to the library. */

import { ROUTES } from '../derive/index.ts'
import type { Condition, Context, DifferentiateOptions, Route } from '../index.ts'
import { assumptions } from '../syntax/formula.ts'
import { parse } from '../syntax/index.ts'
import { type Given, type Option, wholeNumber } from './arguments.ts'
import { inOption, nameIn, READING, readingOf } from './reading.ts'

export const VAR: Option = { name: 'var', value: 'NAME', summary: 'the variable; x if there is one' }
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
export const ASSUME: Option = {
  name: 'assume',
  value: 'CONDITION',
  summary: 'what may be taken for granted, e.g. "a > 0"; may be repeated',
}
export const STEPS: Option = {
  name: 'steps',
  value: 'DETAIL',
  choices: ['main', 'every', 'nested'],
  summary: 'main (one line per rule, the default), every (each single step) or nested (both)',
}
export const BUDGET: Option = {
  name: 'budget',
  value: 'MS',
  summary: 'milliseconds that a formula may take, 1700 by default',
}

/** How to differentiate, and how much of it to show. */
export const DIFFERENTIATION: readonly Option[] = [VAR, ORDER, ROUTE, ASSUME, STEPS, ...READING, BUDGET]

/** With the start of the program, answers come within two seconds. */
const DEFAULT_BUDGET = 1_700
const LONGEST_BUDGET = 3_600_000

/** Milliseconds that one formula may take. */
export const budgetOf = (given: Given): number =>
  wholeNumber(given, 'budget', 1, LONGEST_BUDGET) ?? DEFAULT_BUDGET

/** The part of it after which the library gives up by itself, and says why. */
export const libraryBudget = (given: Given): { readonly milliseconds: number } => ({
  milliseconds: Math.ceil(0.7 * budgetOf(given)),
})

/** How much of the working to show. */
export const detailOf = (given: Given): 'main' | 'every' | 'nested' =>
  (given.last('steps') as 'main' | 'every' | 'nested' | undefined) ?? 'main'

/** What may be taken for granted. */
const assumedIn = (given: Given): Condition[] =>
  given
    .all('assume')
    .flatMap((text) =>
      inOption('assume', text, () => assumptions({ assuming: [parse(text, readingOf(given))] })),
    )

/** Under what to work, as the options say, and how long. */
export const contextOf = (given: Given): Context => ({
  assuming: assumedIn(given),
  budget: libraryBudget(given),
})

/** How to differentiate, as the options say. */
export function differentiationOf(given: Given): DifferentiateOptions {
  const variable = given.last('var')
  const order = wholeNumber(given, 'order', 1, 20)
  const route = given.last('route') as Route | undefined
  return {
    ...(variable === undefined ? {} : { variable: nameIn('var', variable) }),
    ...(order === undefined ? {} : { order }),
    ...(route === undefined ? {} : { route }),
    ...contextOf(given),
  }
}
