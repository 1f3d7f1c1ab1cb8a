/** `ogee compare`: are two formulas equal, and where? */

import { type Comparison, compare } from '../derive/compare.ts'
import { verify } from '../derive/verify.ts'
import { render } from '../explain/render/index.ts'
import { OgeeError } from '../expression/error.ts'
import { answerEach } from './answers.ts'
import type { Given } from './arguments.ts'
import type { Command } from './command.ts'
import { LOOKS, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { ASSUME, BUDGET, budgetOf, contextOf } from './options.ts'
import { PAIRS, pairAsked, readPair, VERDICT_EXIT } from './pair.ts'
import { READING, readingOf } from './reading.ts'
import { unsaidLetters } from './unsaid.ts'

const command: Command = {
  name: 'compare',
  takes: 'A B',
  summary: 'equal, with where that holds; different, with a point that shows it; or unknown',
  more: `${PAIRS} Equal means: the same value wherever both are defined, proved and never guessed. Exit code 0 for equal, 1 for different or nowhere both defined, 3 for unknown.`,
  examples: [
    ['ogee compare "e^x/(1+e^x)^2" "sigmoid\'(x)"', 'two forms of one derivative'],
    ['ogee compare "(x^2-1)/(x-1)" "x+1"', 'equal, but not defined at the same points'],
    ['ogee compare "sqrt(x^2)" x --assume "x > 0"', 'under an assumption'],
    ['ogee compare "cos(2x) = 1 - 2sin(x)^2" --json', 'the certificate, which verify() accepts'],
  ],
  options: [ASSUME, ...READING, ...LOOKS, BUDGET],
  run,
}

export const main: Main = mainOf(command)

/** The verdict, if the checker accepts its certificate; otherwise nothing of it may be shown. */
function accepted(comparison: Comparison): Comparison {
  if (comparison.verdict === 'unknown') return comparison
  const check = verify(comparison.certificate)
  if (check.ok) return comparison
  throw new OgeeError(
    'E999',
    `the checker refuses the verdict: ${check.reason}`,
    undefined,
    'please report it',
  )
}

function run(given: Given, manner: Manner): Promise<number> {
  const { format, ...looks } = looksOf(given)
  const reading = readingOf(given)
  const context = contextOf(given)
  return answerEach(given, {
    asked: pairAsked,
    manner,
    equations: true,
    milliseconds: budgetOf(given),
    answer(formulas, line) {
      const { left, right, notes } = readPair(formulas, reading, line)
      const comparison = accepted(compare(left, right, context))
      const { verdict } = comparison
      const told = verdict === 'different' ? unsaidLetters({ left, right }) : []
      return { output: render(comparison, format, looks), notes, told, exit: VERDICT_EXIT[verdict] }
    },
  })
}
