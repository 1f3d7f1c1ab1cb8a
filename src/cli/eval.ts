/** `ogee eval`: the value of a formula, every printed digit right. */

import { evaluate } from '../derive/evaluate.ts'
import { renderEvaluation } from '../explain/render/blocks.ts'
import { OgeeError } from '../expression/error.ts'
import type { Expr, ReadingOptions } from '../index.ts'
import { parse } from '../syntax/index.ts'
import { answerEach } from './answers.ts'
import { type Given, type Option, onlyWord, wholeNumber } from './arguments.ts'
import type { Command } from './command.ts'
import { FORCE, LOOKS, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { BUDGET, budgetOf, libraryBudget } from './options.ts'
import { EXIT } from './problems.ts'
import { inOption, nameIn, READING, readFormula, readingOf } from './reading.ts'

const AT: Option = {
  name: 'at',
  value: 'NAME=VALUE',
  summary: 'the value of a symbol, e.g. x=1/3 or x=sqrt(2); may be repeated',
}
const DIGITS: Option = {
  name: 'digits',
  value: 'N',
  summary: 'significant digits, 15 by default, up to 10000',
}

const DATA: Option = {
  name: 'data',
  value: 'FILE',
  summary: 'a .csv file, or - for standard input: the columns have the names of the letters',
}
const GRADIENT: Option = {
  name: 'gradient',
  summary: 'with --data: columns by_x … for the derivatives by all columns',
}
const OUTPUT: Option = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  summary: 'with --data: write this file, whole or not at all',
}

const command: Command = {
  name: 'eval',
  takes: 'FORMULA',
  summary: 'the value, every printed digit right',
  more: 'Outside the domain the answer is "undefined", where the time allowed does not decide it is "unknown". The exit code is then 3. With --data each row of a table gets a column with its value, in double precision and in the form that keeps its digits; where there is none, the field is empty.',
  examples: [
    ['ogee eval "sigmoid(-2)" --digits 50', 'fifty digits'],
    ['ogee eval "x^a" --at x=2 --at a=1/3', 'values for the symbols'],
    ['ogee eval "f(x) = 1/(1+e^-x); f\'(2)"', 'a definition, and its derivative at 2'],
    ['ogee eval "a*e^(-k*x)" --data decay.csv --at k=2', 'a value for each row, a and x from columns'],
  ],
  options: [AT, DIGITS, DATA, GRADIENT, OUTPUT, FORCE, ...READING, ...LOOKS, BUDGET],
  run,
}

export const main: Main = mainOf(command)

async function run(given: Given, manner: Manner): Promise<number> {
  if (given.has('data')) return columns(given, manner)
  const alone = ['gradient', 'output', 'force'].find((name) => given.has(name))
  if (alone !== undefined)
    throw new OgeeError('E504', `--${alone} goes with --data`, undefined, 'for example --data points.csv')
  const { format } = looksOf(given)
  const reading = readingOf(given)
  const at = valuesOf(given, reading)
  const digits = wholeNumber(given, 'digits', 1, 10_000)
  const options = { ...(digits === undefined ? {} : { digits }), budget: libraryBudget(given) }
  return answerEach(given, {
    manner,
    milliseconds: budgetOf(given),
    answer(formula) {
      const { expr, notes } = readFormula(formula, reading)
      const value = evaluate(expr, at, options)
      const exit = value.verdict === 'value' ? EXIT.ok : EXIT.unknown
      return { output: renderEvaluation(value, format), notes, exit }
    },
  })
}

/** What cannot be said of a table. */
const POINTLESS = ['digits', 'format', 'json', 'ascii', 'color']

async function columns(given: Given, manner: Manner): Promise<number> {
  const pointless = POINTLESS.find((name) => given.has(name))
  if (pointless !== undefined)
    throw new OgeeError('E504', `--${pointless} says nothing of a table`, undefined, 'leave it out')
  const formula = onlyWord(given, 'formula')
  if (formula === undefined || formula === '-')
    throw new OgeeError(
      'E506',
      'there is no formula',
      undefined,
      'write one as an argument, e.g. "1/(1+e^-x)"',
    )
  const reading = readingOf(given)
  const at = valuesOf(given, reading)
  const { evaluateColumns } = await import('./columns.ts')
  return evaluateColumns(given, { formula, reading, at }, manner)
}

/** The values that `--at` gives to symbols. */
function valuesOf(given: Given, reading: ReadingOptions): Record<string, Expr> {
  const values = new Map<string, Expr>()
  for (const text of given.all('at')) {
    const equals = text.indexOf('=')
    if (equals < 0) {
      throw new OgeeError('E504', '--at needs a name and a value', undefined, 'for example --at x=2')
    }
    const name = nameIn('at', text, 0, equals)
    if (values.has(name)) throw new OgeeError('E504', `--at gives ${name} two values`)
    const from = equals + 1
    values.set(
      name,
      inOption('at', text, () => parse(text.slice(from), reading), from),
    )
  }
  return Object.fromEntries(values)
}
