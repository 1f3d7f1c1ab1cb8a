/** `ogee connect`: the way from one form to another, line by line. */
import { compare } from '../derive/compare.ts'
import { type ConnectOptions, connect } from '../derive/connect/index.ts'
import { beside, joined, workedOut } from '../derive/worked-out.ts'
import { render } from '../explain/render/index.ts'
import type { Expr } from '../index.ts'
import { print } from '../syntax/index.ts'
import { answerEach } from './answers.ts'
import type { Given, Option } from './arguments.ts'
import type { Command } from './command.ts'
import { LOOKS, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { ASSUME, BUDGET, budgetOf, contextOf, detailOf, STEPS } from './options.ts'
import { PAIRS, pairAsked, readPair, VERDICT_EXIT } from './pair.ts'
import { EXIT } from './problems.ts'
import { inOption, READING, readingOf, readQuantity } from './reading.ts'
import { notice, noticeDerivative } from './remarks.ts'
import { ruleCalled } from './rule-called.ts'
import { unsaidLetters } from './unsaid.ts'

const THROUGH: Option = {
  name: 'by-way-of',
  value: 'FORM',
  summary: 'a form that the chain is to pass',
}
const AVOID: Option = {
  name: 'avoid',
  value: 'RULE',
  summary: 'a rule that the chain is not to use; may be repeated',
}

const command: Command = {
  name: 'connect',
  takes: 'A B',
  summary: 'the chain of steps from one form to another, each step checked',
  more: `${PAIRS} Exit code 0 for a chain, 1 if the two are different, with a point that shows it, 3 if no chain was found.`,
  examples: [
    ['ogee connect "e^-x/(1+e^-x)^2" "1/(1+e^-x)*(1-1/(1+e^-x))"', 'to f(1 - f)'],
    ['ogee connect "x/(1+x)^2" "1/(1+x) - 1/(1+x)^2" --steps every', 'every step'],
    ['ogee connect "cos(2x)" "1 - 2sin(x)^2" --json', 'the certificate'],
  ],
  options: [THROUGH, AVOID, ASSUME, STEPS, ...READING, ...LOOKS, BUDGET],
  run,
}

export const main: Main = mainOf(command)

const REFUSED = { verdict: 'unknown', reason: 'the checker refuses the chain' } as const

function run(given: Given, manner: Manner): Promise<number> {
  const { format, ...looks } = looksOf(given)
  const reading = readingOf(given)
  const options = optionsOf(given)
  const { through } = options
  const detail = detailOf(given)
  return answerEach(given, {
    asked: pairAsked,
    manner,
    equations: true,
    between: format === 'json' ? '' : '\n',
    milliseconds: budgetOf(given),
    answer(formulas, line) {
      const { left, right, notes } = readPair(formulas, reading, line)
      const [start, end] = [workedOut(left, options), workedOut(right, options)]
      const chain = connect(start.formula, end.formula, options)
      const found = 'steps' in chain ? (joined(start, chain) ?? REFUSED) : chain
      const aside = [...beside(start), ...end.derivations]
      for (const derivation of aside) noticeDerivative(derivation, manner)
      if ('verdict' in found && compare(start.formula, end.formula, options).verdict === 'equal') {
        const way = through ? ` by way of ${print(through)}` : ''
        notice(`the two formulas are equal; what is missing is a chain${way}`, manner)
      }
      const exit = 'steps' in found ? EXIT.ok : VERDICT_EXIT[found.verdict]
      const isDifferent = 'verdict' in found && found.verdict === 'different'
      const told = isDifferent ? unsaidLetters({ left, right }) : []
      const shown = { ...looks, detail, why: true, ...(through ? { kept: through } : {}) }
      return { output: render(found, format, shown), notes, told, exit }
    },
  })
}

function optionsOf(given: Given): ConnectOptions & { readonly through?: Expr } {
  const form = given.last('by-way-of')
  const through =
    form === undefined
      ? undefined
      : inOption('by-way-of', form, () => readQuantity(form, readingOf(given)).expr)
  const avoiding = given.all('avoid').map((name) => inOption('avoid', name, () => ruleCalled(name).name))
  return { ...contextOf(given), avoiding, ...(through === undefined ? {} : { through }) }
}
