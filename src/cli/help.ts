/** Help: examples first, then what there is. */
import type { Option } from './arguments.ts'
import type { Command, Example } from './command.ts'
import type { Paint } from './paint.ts'
import { SCRIPTS } from './script-input.ts'

const TITLE = 'ogee: formulas derived, compared, connected, solved; every step checked'

const EXAMPLES: readonly Example[] = [
  ['ogee "1/(1+e^-x)"', 'the article on the sigmoid'],
  ['ogee derive "x^2*sin(x)" --steps nested', 'the derivative, with the small steps'],
  ['ogee compare "(x^2-1)/(x-1)" "x+1"', 'equal or not, and where'],
  ['ogee connect "x/(1+x)^2" "1/(1+x) - 1/(1+x)^2"', 'from one form to another'],
  ['ogee solve "log(p/(1-p)) = x" --for p', 'the solutions, with their conditions'],
  ['ogee analyse tanh', 'what the function does, each property with its reason'],
  ['ogee judge "sigmoid\' <= 1/4"', 'is it true, and if not, what is true instead'],
  ['ogee plot sigmoid', 'its graph, in the terminal or with -o as a picture'],
  ['ogee eval "sigmoid(-2)" --digits 50', 'fifty digits, each of them right'],
  ['ogee rule power-rule', 'what a rule says'],
]

const NOTES = [
  'A formula without a command is explained. With "-", or with a pipe and no formula, formulas (or pairs of them, or equations) are read from standard input, one per line; empty lines and lines that begin with # are passed over. A formula that looks like an option stands behind "--".',
  SCRIPTS,
  'Answers go to standard output, everything else to standard error. Exit codes: 0 answered, 1 the answer is no, 2 the input cannot be used, 3 not known, out of time or out of scope.',
]

const WIDTH = 80

/** Words in lines of at most `width` characters. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** Two columns, the second wrapped. */
function columns(rows: readonly Example[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 5
  return rows.flatMap(([left, right]) =>
    wrapped(right, WIDTH - width).map((line, i) => (i === 0 ? `  ${left}` : '').padEnd(width) + line),
  )
}

const paragraph = (text: string): string[] => ['', ...wrapped(text, WIDTH)]

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
