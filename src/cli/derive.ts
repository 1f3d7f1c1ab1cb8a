/** `ogee derive`: the derivative and the lines that lead there, and nothing else. */
import { asked } from '../derive/asked.ts'
import { differentiate } from '../derive/index.ts'
import { toJson } from '../derive/json.ts'
import { verify } from '../derive/verify.ts'
import { renderDerivation } from '../explain/render/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import type { Derivation } from '../index.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { type Answer, answerEach } from './answers.ts'
import type { Given, Option } from './arguments.ts'
import type { Command } from './command.ts'
import { LOOKS, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { budgetOf, DIFFERENTIATION, detailOf, differentiationOf } from './options.ts'
import { nameIn, readFunction, readingOf } from './reading.ts'

const GRAD: Option = {
  name: 'grad',
  value: 'NAMES',
  summary: 'the derivative by each of these variables, e.g. x,y',
}

const command: Command = {
  name: 'derive',
  takes: 'FORMULA',
  summary: 'the derivative: the lines of working, each checked, and the result',
  examples: [
    ['ogee derive "1/(1+e^-x)"', 'one line for each rule'],
    ['ogee derive "x^2*sin(x)" --steps every', 'every single step'],
    ['ogee derive "1/(1+e^-x)" --route chain', 'as a power, by the chain rule'],
    ['ogee derive "x^2*y" --grad x,y', 'the gradient'],
    ['ogee derive "log(x)" --json > log.json', 'the certificate, which verify() accepts'],
  ],
  options: [GRAD, ...DIFFERENTIATION, ...LOOKS],
  run,
}

export const main: Main = mainOf(command)

function run(given: Given, manner: Manner): Promise<number> {
  const { format, ...looks } = looksOf(given)
  const options = differentiationOf(given)
  const reading = readingOf(given)
  const detail = detailOf(given)
  const variables = gradientOf(given)
  const answer = (formula: string): Answer => {
    const { expr, notes } = readFunction(formula, reading)
    const parts = variables
      ? variables.map((variable) => checked(differentiate(expr, { ...options, variable })))
      : [checked(differentiate(...asked(expr, options)))]
    const output =
      variables && format === 'json'
        ? gradientJson(parts)
        : parts.map((part) => renderDerivation(part, format, { ...looks, detail })).join('\n')
    return { output, notes }
  }
  const between = format === 'json' ? '' : '\n'
  return answerEach(given, { answer, manner, between, milliseconds: budgetOf(given) })
}

const gradientJson = (parts: readonly Derivation[]): string =>
  `${JSON.stringify({ schema: SCHEMA, kind: 'gradient', derivations: parts.map(toJson) })}\n`

/** The derivation, if the checker accepts it; otherwise nothing of it may be shown. */
function checked(derivation: Derivation): Derivation {
  const verdict = verify(derivation)
  if (verdict.ok) return derivation
  const { step, reason } = verdict
  const hint = 'nothing of it is shown: this is a fault in ogee, please report it with the formula'
  throw new OgeeError(
    'E999',
    `the checker refuses step ${step} of the derivation: ${reason}`,
    undefined,
    hint,
  )
}

/** The variables of `--grad`. */
function gradientOf(given: Given): string[] | undefined {
  const list = given.last('grad')
  if (list === undefined) return undefined
  if (given.has('var')) throw new OgeeError('E504', '--grad and --var cannot be given together')
  let from = 0
  return list.split(',').map((part) => {
    const name = nameIn('grad', list, from, from + part.length)
    from += part.length + 1
    return name
  })
}
