/** `ogee explain`: the whole article on a formula. */
import { explain, type Format, render } from '../explain/index.ts'
import type { Given } from './arguments.ts'
import { answerEach } from './answers.ts'
import type { Command } from './command.ts'
import { LOOKS, looksOf, type Manner } from './looks.ts'
import { ASSUME, BUDGET, budgetOf, detailOf, differentiationOf, NOTATION, ORDER, readingOf, ROUTE, STEPS, VAR } from './options.ts'
import { save } from './save.ts'
import { definedSomewhere } from './somewhere.ts'

const BY_ENDING: ReadonlyMap<string, Format> = new Map([
  ['md', 'md'],
  ['markdown', 'md'],
  ['tex', 'latex'],
  ['json', 'json'],
])

export const explainCommand: Command = {
  name: 'explain',
  takes: 'FORMULA',
  summary: 'the article: what a formula is, its derivative line by line, where it holds',
  examples: [
    ['ogee explain "1/(1+e^-x)"', 'the sigmoid'],
    ['ogee explain -x^2', 'a formula may begin with a minus sign'],
    ['ogee explain "x^n*e^(-a*x)" --assume "a > 0" --steps nested', 'with the small steps'],
    ['ogee explain "\\frac{1}{1+e^{-x}}" -o sigmoid.md', 'into a file, as Markdown'],
  ],
  options: [
    VAR,
    ORDER,
    ROUTE,
    ASSUME,
    STEPS,
    NOTATION,
    ...LOOKS,
    { name: 'output', short: 'o', value: 'FILE', summary: 'write to this file, whole or not at all; .md, .tex and .json choose the format' },
    BUDGET,
  ],
  run,
}

async function run(given: Given, manner: Manner): Promise<number> {
  const file = given.last('output')
  const ending = file === undefined ? '' : (/\.(\w+)$/.exec(file)?.[1] ?? '')
  const { format, ...looks } = looksOf(given, BY_ENDING.get(ending.toLowerCase()))
  const color = looks.color && (file === undefined || given.last('color') === 'always')
  const options = { ...differentiationOf(given), ...readingOf(given), detail: detailOf(given) }
  const answer = (text: string): { output: string } => {
    definedSomewhere(text, readingOf(given))
    return { output: render(explain(text, options), format, { ...looks, color }) }
  }
  const written: string[] = []
  const exit = await answerEach(given.words, manner, {
    answer,
    ...(format === 'json' ? { answerLine: (text) => ({ output: `${JSON.stringify(JSON.parse(answer(text).output))}\n` }) } : { between: '\n' }),
    ...(file === undefined ? {} : { put: (output) => written.push(output) }),
    milliseconds: budgetOf(given),
  })
  if (file !== undefined && written.length > 0) save(file, written.join(''))
  return exit
}
