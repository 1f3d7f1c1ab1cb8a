/** `ogee solve`: the real solutions of an equation, with the lines that lead there. */

import { type Solution, solve } from '../derive/solve/index.ts'
import { workedOut } from '../derive/worked-out.ts'
import { render } from '../explain/render/index.ts'
import { OgeeError } from '../expression/error.ts'
import { freeSymbols } from '../expression/expr.ts'
import type { Expr, Reading } from '../index.ts'
import { variableOf } from '../syntax/formula.ts'
import { read } from '../syntax/index.ts'
import { answerEach } from './answers.ts'
import type { Given, Option } from './arguments.ts'
import type { Command } from './command.ts'
import { LOOKS, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { ASSUME, BUDGET, budgetOf, contextOf, detailOf, STEPS } from './options.ts'
import { EXIT, Problem } from './problems.ts'
import { nameIn, READING, readingOf } from './reading.ts'
import { noticeDerivative } from './remarks.ts'

const FOR: Option = { name: 'for', value: 'NAME', summary: 'the letter to solve for; x if there is one' }

const command: Command = {
  name: 'solve',
  takes: 'EQUATION',
  summary: 'the real solutions of an equation, with the lines that lead there',
  more: 'A formula without "=" is set to 0. Every solution is printed with the conditions under which it is one, then whether there are others. Exit code 0 if all solutions are there, 1 if it is proved that there is none, 3 if there may be others.',
  examples: [
    ['ogee solve "log(p/(1-p)) = x" --for p', 'the sigmoid, from the log-odds'],
    ['ogee solve "x^2 - x = 1"', 'a quadratic equation'],
    ['ogee solve "a*x = b"', 'a parameter, which must not be 0'],
    ['ogee solve "sin(x) = 1/2"', 'a family of solutions'],
  ],
  options: [FOR, ASSUME, STEPS, ...READING, ...LOOKS, BUDGET],
  run,
}

export const main: Main = mainOf(command)

function run(given: Given, manner: Manner): Promise<number> {
  const { format, ...looks } = looksOf(given)
  const reading = readingOf(given)
  const context = contextOf(given)
  const detail = detailOf(given)
  const letter = given.last('for')
  const name = letter === undefined ? undefined : nameIn('for', letter)
  return answerEach(given, {
    manner,
    equations: true,
    between: format === 'json' ? '' : '\n',
    milliseconds: budgetOf(given),
    answer(equation, line) {
      const { expr, notes }: Reading = read(equation, reading)
      const { formula, derivations } = workedOut(expr, context)
      for (const derivation of derivations) noticeDerivative(derivation, manner)
      const solution = solve(formula, name ?? unknownOf(formula, equation, line), context)
      return {
        output: render(solution, format, { ...looks, detail, why: true }),
        notes,
        exit: exitFor(solution),
      }
    },
  })
}

const exitFor = ({ branches, complete }: Solution): number =>
  complete ? (branches.length > 0 ? EXIT.ok : EXIT.no) : EXIT.unknown

/** The letter to solve for where none is named. */
function unknownOf(equation: Expr, text: string, line?: number): string {
  try {
    return variableOf(equation, {})
  } catch {
    const letters = freeSymbols(equation)
    const sentence = `the equation has several letters: ${letters.join(', ')}`
    const hint = `say for which to solve it, e.g. --for ${letters[0]}`
    throw new Problem(new OgeeError('E403', sentence, undefined, hint), text, line)
  }
}
