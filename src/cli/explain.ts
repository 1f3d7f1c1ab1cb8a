/** `ogee explain`: the whole article on a formula. */
import { checkSections, explain } from '../explain/index.ts'
import { render } from '../explain/render/index.ts'
import type { Article, ExplainOptions, Format } from '../index.ts'
import { answerEach } from './answers.ts'
import type { Given, Option } from './arguments.ts'
import { ArticleFiles } from './article-files.ts'
import type { Command } from './command.ts'
import { before, Late } from './deadline.ts'
import { FORCE, LOOKS, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { BUDGET, budgetOf, DIFFERENTIATION, detailOf, differentiationOf } from './options.ts'
import { isOfNames, readFunction, readingOf } from './reading.ts'
import { notice } from './remarks.ts'

const OUTPUT: Option = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  summary:
    'write this file, whole or not at all; .md (with its pictures beside it), .html, .tex and .json set the format',
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

/** An article has much to look for. */
const PATIENCE = 2_700

const withOwnBudget = (option: Option): Option =>
  option === BUDGET
    ? { ...option, summary: `milliseconds that a formula may take, ${PATIENCE} by default` }
    : option

const command: Command = {
  name: 'explain',
  takes: 'FORMULA',
  summary: 'the article: its form, the derivative line by line, what the function does',
  more: 'Most sections need a search; what is not found in time is left out, which is said; --budget gives more time. The terminal shows only the titles of what a reader may pass over, such as other roads to the derivative: --detail full shows all. With several formulas, one per line of standard input, each has its own .html or .tex file: work.tex, work-2.tex.',
  examples: [
    ['ogee explain "1/(1+e^-x)"', 'the sigmoid'],
    ['ogee explain -x^2', 'a leading minus is fine'],
    ['ogee explain "x^n*e^(-a*x)" --assume "x > 0"', 'parameters, assumptions'],
    ['ogee explain "\\frac{1}{1+e^{-x}}" -o sigmoid.html', 'LaTeX in, a page out'],
  ],
  options: [SECTIONS, DETAIL, ...DIFFERENTIATION.map(withOwnBudget), ...LOOKS, OUTPUT, FORCE],
  run,
}

export const main: Main = mainOf(command)

/** The part of the time after which nothing more is looked for, and what is too little to begin. */
const SEARCHING = 0.85
/** What was found is set and drawn on a busy machine too: everything may take so many times as long. */
const AT_MOST = 3
const ENOUGH_MILLISECONDS = 20

/** The article, and what the caller is told: what a search does not find in time is left out. */
function inTime(formula: string, options: ExplainOptions, milliseconds: number): [Article, string[]] {
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
  const isWhole = !late && (article.unfinished ?? []).length === 0
  return [article, isWhole ? [] : ['there may be more to find, in more time: --budget 10000']]
}

async function run(given: Given, manner: Manner): Promise<number> {
  const output = given.last('output')
  const file = output === '-' ? undefined : output
  const ending = /\.(\w+)$/.exec(file ?? '')?.[1]?.toLowerCase() ?? ''
  const { format, width, ...looks } = looksOf(given, BY_ENDING.get(ending))
  const coloured = looks.color === true && (file === undefined || given.last('color') === 'always')
  const reading = readingOf(given)
  const milliseconds = given.has('budget') ? budgetOf(given) : PATIENCE
  const budget = { milliseconds: Math.ceil(0.7 * milliseconds) }
  const options = { ...differentiationOf(given), ...reading, ...extentOf(given), budget }
  const files =
    file === undefined ? undefined : new ArticleFiles(file, format, { overwrite: given.has('force') })
  const exit = await answerEach(given, {
    manner,
    milliseconds: AT_MOST * milliseconds,
    answer(formula, line) {
      const { notes } = readFunction(formula, reading)
      const [article, told] = inTime(formula, options, milliseconds)
      const pictureFile = files?.picturesFor(article)
      const text = render(article, format, {
        ...looks,
        color: coloured,
        unfolded: given.last('detail') === 'full',
        // A file is as wide on every terminal.
        ...(width === undefined || files ? {} : { width }),
        ...(pictureFile ? { pictureFile } : {}),
      })
      const onOneLine = format === 'json' && line !== undefined
      const output = onOneLine ? `${JSON.stringify(JSON.parse(text))}\n` : text
      return { output, notes: notes.filter(isOfNames), told }
    },
    between: format === 'json' ? '' : '\n',
    ...(files ? { put: files.add } : {}),
  })
  const written = files?.write() ?? []
  if (written.length > 0) notice(`a file for each: ${written.join(', ')}`, manner)
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
