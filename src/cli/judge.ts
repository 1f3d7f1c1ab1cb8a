/** `ogee judge`: is a claim about a function true, and if not, where does it fail? */

import { verify } from '../analyse/verify.ts'
import { render } from '../explain/render/index.ts'
import { OgeeError } from '../expression/error.ts'
import { type Judgement, judgeRead } from '../judging/index.ts'
import { parse } from '../syntax/index.ts'
import { answerEach } from './answers.ts'
import type { Given } from './arguments.ts'
import type { Command } from './command.ts'
import { LOOKS, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { ASSUME, BUDGET, budgetOf, contextOf } from './options.ts'
import { EXIT } from './problems.ts'
import { READING, readingOf } from './reading.ts'

const command: Command = {
  name: 'judge',
  takes: 'CLAIM',
  summary: 'true, with why; false, with a point and what is true instead; or unknown',
  more: 'A claim is a relation between formulas, or words about one: that it is increasing, even, convex, bounded, differentiable, has so many zeros, extrema or inflection points, a limit, a range, an asymptote. It may end with where it is said to hold ("for x > 0", "on [0, 1]") and with assumptions in brackets ("[a > 0]"); several may be joined by "and", and definitions may stand before it ("f(x) = x^2; f is convex"). Exit code 0 for true, 1 for false, 3 for unknown.',
  examples: [
    ['ogee judge "0 < sigmoid < 1"', 'a bound'],
    ['ogee judge "sigmoid\' is decreasing"', 'false, and what it does instead'],
    ['ogee judge "e^x >= 1 + x"', 'an inequality'],
    ['ogee judge "a*e^(-b*x) is decreasing [a > 0, b > 0]"', 'under assumptions'],
    ['ogee judge "limit of x*sigmoid(-x) at infinity is 0"', 'a limit'],
  ],
  options: [ASSUME, ...READING, ...LOOKS, BUDGET],
  run,
}

export const main: Main = mainOf(command)

const VERDICT_EXIT: Readonly<Record<Judgement['verdict'], number>> = {
  true: EXIT.ok,
  false: EXIT.no,
  unknown: EXIT.unknown,
}

/** The judgement, if the checker accepts what it rests on; otherwise nothing of it may be shown. */
function accepted(judgement: Judgement): Judgement {
  if (judgement.verdict === 'unknown') return judgement
  for (const certificate of judgement.certificates()) {
    const check = verify(certificate)
    if (check.ok) continue
    const message = `the checker refuses the judgement: ${check.reason}`
    throw new OgeeError('E999', message, undefined, 'please report it')
  }
  return judgement
}

function run(given: Given, manner: Manner): Promise<number> {
  const { format, ...looks } = looksOf(given)
  const reading = readingOf(given)
  const context = contextOf(given)
  return answerEach(given, {
    manner,
    milliseconds: budgetOf(given),
    answer(claim) {
      const judgement = accepted(judgeRead(claim, context, (text) => parse(text, reading)))
      return { output: render(judgement, format, looks), exit: VERDICT_EXIT[judgement.verdict] }
    },
  })
}
