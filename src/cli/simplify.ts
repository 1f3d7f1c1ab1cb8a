/** `ogee simplify`: the form a person would leave, and the lines that lead there. */
import { simplify } from '../derive/simplify.ts'
import { beside, joined, workedOut } from '../derive/worked-out.ts'
import { renderDerivation } from '../explain/render/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import { answerEach } from './answers.ts'
import type { Given } from './arguments.ts'
import type { Command } from './command.ts'
import { LOOKS, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { ASSUME, BUDGET, budgetOf, contextOf, detailOf, STEPS } from './options.ts'
import { READING, readFunction, readingOf } from './reading.ts'
import { noticeDerivative } from './remarks.ts'

const command: Command = {
  name: 'simplify',
  takes: 'FORMULA',
  summary: 'the form a person would leave: the lines that lead there, each checked',
  more: 'A line says for which values it holds where that is not everywhere. A formula that is simple already is printed by itself.',
  examples: [
    ['ogee simplify "(x^2-1)/(x-1)"', 'a fraction, with the point that it leaves out'],
    ['ogee simplify "sqrt(x^2)" --assume "x > 0"', 'under an assumption'],
    ['ogee simplify "sin(x)^2 + cos(x)^2" --json', 'the certificate'],
  ],
  options: [ASSUME, STEPS, ...READING, ...LOOKS, BUDGET],
  run,
}

export const main: Main = mainOf(command)

function run(given: Given, manner: Manner): Promise<number> {
  const { format, ...looks } = looksOf(given)
  const reading = readingOf(given)
  const context = contextOf(given)
  const detail = detailOf(given)
  return answerEach(given, {
    manner,
    between: format === 'json' ? '' : '\n',
    milliseconds: budgetOf(given),
    answer(formula) {
      const { expr, notes } = readFunction(formula, reading)
      const plain = workedOut(expr, context)
      const chain = joined(plain, simplify(plain.formula, context))
      for (const derivation of beside(plain)) noticeDerivative(derivation, manner)
      if (!chain) throw new OgeeError('E999', 'the checker refuses the chain')
      return { output: renderDerivation(chain, format, { ...looks, detail, why: true }), notes }
    },
  })
}
