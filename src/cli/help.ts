/** Help: examples first, then what there is. */
import type { Option } from './arguments.ts'
import type { Command, Example } from './command.ts'
import type { Paint } from './paint.ts'
import { SCRIPTS } from './script-input.ts'
import { wrapped } from './wrapped.ts'

const TITLE = 'ogee: formulas explained, derived, compared, drawn; every step is checked'

const EXAMPLES: readonly Example[] = [
  ['ogee sigmoid', 'what it is: the whole article'],
  ['ogee "1/(1+e^-x)" -o sigmoid.md', 'the article on a formula, as a file'],
  ['ogee derive "1/(1+e^-x)"', 'its derivative, line by line'],
  ['ogee connect "sigmoid\'" "e^x/(e^x+1)^2"', 'from one form to another'],
  ['ogee compare "(x^2-1)/(x-1)" "x+1"', 'equal or not, and where'],
  ['ogee plot sigmoid "sigmoid\'"', 'curves, here or as SVG and PNG'],
  ['ogee analyse tanh', 'what a function does, and why'],
  ['ogee judge "sigmoid\' <= 1/4"', 'is it true; if not, what is'],
  ['ogee solve "log(p/(1-p)) = x" --for p', 'the solutions, line by line'],
  ['ogee mark work.txt', 'your own lines: what follows'],
  ['ogee eval "sigmoid(-2)" --digits 50', 'fifty digits, all of them right'],
  ['ogee rule power-rule', 'what a rule says'],
]

const NOTES = [
  'A formula without a command is explained. With "-", or with a pipe and no formula, formulas (or pairs of them, or equations) are read from standard input, one per line; empty lines and lines that begin with # are passed over. A formula that looks like an option stands behind "--".',
  SCRIPTS,
  'Answers go to standard output, everything else to standard error. Exit codes: 0 answered, 1 the answer is no, 2 the input cannot be used, 3 not known, out of time or out of scope.',
]

const WIDTH = 80

/** Two columns, the second wrapped. */
function columns(rows: readonly Example[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 5
  return rows.flatMap(([left, right]) =>
    wrapped(right, WIDTH - width).map((line, i) => (i === 0 ? `  ${left}` : '').padEnd(width) + line),
  )
}

const paragraph = (text: string): string[] => ['', ...wrapped(text, WIDTH)]

const QUESTIONS: readonly Example[] = [
  ['ogee COMMAND --help', 'examples and options of a command'],
  ['ogee --help', 'all commands, input and output'],
]

/** What to begin with, on one screen. */
export const firstHelp = (commands: readonly string[], { bold }: Paint): string =>
  [
    bold(TITLE),
    '',
    ...columns(EXAMPLES),
    ...paragraph(`A formula or the name of a curve alone is explained. Commands: ${commands.join(', ')}.`),
    '',
    ...columns(QUESTIONS),
    '',
  ].join('\n')

/** The help of the program as a whole. */
export function generalHelp(commands: readonly Command[], { bold }: Paint): string {
  const questions: readonly Example[] = [
    ['ogee COMMAND --help', 'examples and options of a command'],
    ['ogee --version', 'the version'],
  ]
  return [
    bold(TITLE),
    '',
    ...columns(EXAMPLES),
    '',
    bold('Commands'),
    ...columns(commands.map(({ name, takes, summary }) => [`${name} ${takes}`, summary])),
    '',
    ...columns(questions),
    ...NOTES.flatMap(paragraph),
    '',
  ].join('\n')
}

const optionRow = ({ name, short, value, summary }: Option): Example => [
  `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
  summary,
]

/** The help of one command. */
export function commandHelp(command: Command, { bold }: Paint): string {
  const { name, takes, summary, more, examples, options } = command
  return [
    bold(`ogee ${name} ${takes}`),
    ...wrapped(summary, WIDTH),
    '',
    ...columns(examples),
    '',
    bold('Options'),
    ...columns(options.map(optionRow)),
    ...(more === undefined ? [] : paragraph(more)),
    '',
  ].join('\n')
}
