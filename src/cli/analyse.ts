/** `ogee analyse`: what a function does, each property with its reason. */
import { analyse } from '../analyse/index.ts'
import { render } from '../explain/render/index.ts'
import { answerEach } from './answers.ts'
import type { Given } from './arguments.ts'
import type { Command } from './command.ts'
import { LOOKS, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { ASSUME, BUDGET, budgetOf, contextOf, VAR } from './options.ts'
import { EXIT } from './problems.ts'
import { nameIn, READING, readFunction, readingOf } from './reading.ts'

const command: Command = {
  name: 'analyse',
  takes: 'FORMULA',
  summary: 'what a function does: domain, range, limits, extrema …, each with its reason',
  more: 'Each line says a property, its value and why; "proved" is what the checker accepts; numbers without a closed form lie between two rational ones. What has to be supposed of parameters stands first; a property that depends on more is told case by case. What stays open is listed with the reason. Without --budget it may take six seconds. Exit code 3 if nothing is known.',
  examples: [
    ['ogee analyse sigmoid', 'the properties of the sigmoid'],
    ['ogee analyse "x*sigmoid(x)"', 'a minimum without closed form, enclosed'],
    ['ogee analyse "a*e^(-b*e^(-c*x))"', 'with parameters: what is supposed of them is said'],
    ['ogee analyse "log(p/(1-p))" --var p --json', 'with certificates'],
  ],
  options: [VAR, ASSUME, ...READING, ...LOOKS, BUDGET],
  run,
}

export const main: Main = mainOf(command)

/** A search for extrema takes longer than other answers. */
const PATIENCE = 6_000

function run(given: Given, manner: Manner): Promise<number> {
  const { format, ...looks } = looksOf(given)
  const reading = readingOf(given)
  const name = given.last('var')
  const milliseconds = given.has('budget') ? budgetOf(given) : PATIENCE
  const context = {
    ...contextOf(given),
    budget: { milliseconds: 0.7 * milliseconds },
    ...(name === undefined ? {} : { variable: nameIn('var', name) }),
  }
  return answerEach(given, {
    manner,
    between: format === 'json' ? '' : '\n',
    milliseconds,
    answer(formula) {
      const { expr, notes } = readFunction(formula, reading)
      const analysis = analyse(expr, context)
      const exit = analysis.properties.length > 0 ? EXIT.ok : EXIT.unknown
      return { output: render(analysis, format, looks), notes, exit }
    },
  })
}
