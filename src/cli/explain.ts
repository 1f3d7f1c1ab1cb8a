/** `ogee explain`: the whole article on a formula. */
import { checkSections, explain } from '../explain/index.ts'
import { render } from '../explain/render/index.ts'
import type { Article, ExplainOptions, Format } from '../index.ts'
import { answerEach } from './answers.ts'
import type { Given, Option } from './arguments.ts'
import type { Command } from './command.ts'
import { before, Late } from './deadline.ts'
import { FORCE, LOOKS, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { budgetOf, DIFFERENTIATION, detailOf, differentiationOf } from './options.ts'
import { misspelt, readFunction, readingOf } from './reading.ts'
import { notice } from './remarks.ts'
import { mayWrite, save } from './save.ts'
import { starter } from './start.ts'

const OUTPUT: Option = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  summary: 'write this file, whole or not at all; .md, .html, .tex and .json set the format',
}

const SECTIONS: Option = {
  name: 'sections',
  value: 'LIST',
  summary: 'only these, e.g. derivative,properties; "--sections list" names all',
}

const DETAILS = ['brief', 'usual', 'full'] as const
const DETAIL: Option = {
  name: 'detail',
  value: 'DETAIL',
  choices: DETAILS,
  summary:
    'brief (nothing that has to be searched for), usual (the default) or full (small steps, nothing folded away)',
}

const BY_ENDING: ReadonlyMap<string, Format> = new Map([
  ['md', 'md'],
  ['markdown', 'md'],
  ['html', 'html'],
  ['htm', 'html'],
  ['tex', 'latex'],
  ['json', 'json'],
])

const command: Command = {
  name: 'explain',
  takes: 'FORMULA',
  summary: 'the article: its form, the derivative line by line, what the function does',
  more: 'The sections about why it has this form, the derivative through f, other forms, what the function does, antiderivative and inverse, and saturation need a search; what is not found in time is left out, and --budget gives more time. With --steps nested they show every chain with its small steps.',
  examples: [
    ['ogee explain "1/(1+e^-x)"', 'the sigmoid'],
    ['ogee explain -x^2', 'a leading minus is fine'],
    ['ogee explain "x^n*e^(-a*x)" --assume "x > 0"', 'parameters, assumptions'],
    ['ogee explain "\\frac{1}{1+e^{-x}}" -o sigmoid.html', 'LaTeX in, a page out'],
  ],
  options: [SECTIONS, DETAIL, ...DIFFERENTIATION, ...LOOKS, OUTPUT, FORCE],
  run,
}

export const main: Main = mainOf(command)
/** What a formula without a command asks for, and what no command answers. */
export const start: ReturnType<typeof starter> = starter(main)

/** The part of the time after which nothing more is looked for, and what is too little to begin. */
const SEARCHING = 0.85
const ENOUGH_MILLISECONDS = 20

/** The article; what a search does not find in time is left out, and the caller is told. */
function inTime(formula: string, options: ExplainOptions, milliseconds: number, manner: Manner): Article {
  const deadline = performance.now() + SEARCHING * milliseconds
  let late = false
  const bounded: ExplainOptions['bounded'] = (work) => {
    try {
      const left = Math.floor(deadline - performance.now())
      if (left >= ENOUGH_MILLISECONDS) return before(left, work)
    } catch (thrown) {
      if (!(thrown instanceof Late)) throw thrown
    }
    late = true
    return undefined
  }
  const article = explain(formula, { ...options, bounded })
  if (late || (article.unfinished ?? []).length > 0)
    notice('not everything was looked for in this time; for more, e.g. --budget 10000', manner)
  return article
}

async function run(given: Given, manner: Manner): Promise<number> {
  const output = given.last('output')
  const file = output === '-' ? undefined : output
  const ending = /\.(\w+)$/.exec(file ?? '')?.[1]?.toLowerCase() ?? ''
  const { format, ...looks } = looksOf(given, BY_ENDING.get(ending))
  const coloured = looks.color === true && (file === undefined || given.last('color') === 'always')
  const reading = readingOf(given)
  const options = { ...differentiationOf(given), ...reading, ...extentOf(given) }
  const saving = { overwrite: given.has('force') }
  if (file !== undefined) mayWrite(file, saving)
  const milliseconds = budgetOf(given)
  const written: string[] = []
  const exit = await answerEach(given, {
    manner,
    milliseconds,
    answer(formula, line) {
      const { expr } = readFunction(formula, reading)
      const article = render(inTime(formula, options, milliseconds, manner), format, {
        ...looks,
        color: coloured,
      })
      const onOneLine = format === 'json' && line !== undefined
      const output = onOneLine ? `${JSON.stringify(JSON.parse(article))}\n` : article
      return { output, notes: misspelt(expr) }
    },
    between: format === 'json' ? '' : '\n',
    ...(file === undefined ? {} : { put: (output) => written.push(output) }),
  })
  if (file !== undefined && written.length > 0) save(file, written.join(''), saving)
  return exit
}

/** How much of the article is asked for. */
function extentOf(given: Given): Pick<ExplainOptions, 'brief' | 'detail' | 'sections'> {
  const detail = given.last('detail')
  return {
    ...(detail === 'brief' ? { brief: true } : {}),
    detail: detail === 'full' && !given.has('steps') ? 'nested' : detailOf(given),
    ...sectionsOf(given),
  }
}

/**
 * The sections that are asked for, if any are.
 *
 * @throws OgeeError `E421` for one that no article has.
 */
function sectionsOf(given: Given): Pick<ExplainOptions, 'sections'> {
  const lists = given.all('sections')
  const sections = lists.flatMap((list) => list.split(',').map((id) => id.trim().toLowerCase()))
  checkSections(sections)
  return lists.length === 0 ? {} : { sections }
}
