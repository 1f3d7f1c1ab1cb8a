/** `ogee mark`: a person's working, marked line by line. */
import { createReadStream } from 'node:fs'
import { toJson } from '../derive/json.ts'
import { OgeeError } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'
import { mark } from '../marking/index.ts'
import type { LikelyMistake, Mark, MarkedLine, Marking } from '../marking/marking.ts'
import { quoted } from '../syntax/errors.ts'
import type { Context } from '../syntax/formula.ts'
import { print } from '../syntax/index.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { type Given, onlyWord, wholeNumber } from './arguments.ts'
import type { Command } from './command.ts'
import { before } from './deadline.ts'
import { inputLines } from './lines.ts'
import { COLOR, JSON_FORMAT, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { markingText } from './mark-text.ts'
import { ASSUME, BUDGET, contextOf } from './options.ts'
import { EXIT } from './problems.ts'
import { DEFINE, readingOf } from './reading.ts'
import { STDOUT, write } from './streams.ts'

/** Milliseconds for all lines together, and for what runs on after that. */
const DEFAULT_BUDGET = 10_000
const GRACE = 2_000
/** The rest is for reading and printing. */
const FOR_MARKING = 0.9
const LONGEST_BUDGET = 3_600_000
const MOST_LINES = 100_000

const VERDICT_EXIT: Readonly<Record<Marking['verdict'], number>> = {
  right: EXIT.ok,
  wrong: EXIT.no,
  unknown: EXIT.unknown,
}

const command: Command = {
  name: 'mark',
  takes: 'FILE',
  summary: 'your own working, line by line: what follows, by which rule, and what went wrong',
  more: 'Each line is held against the one before: a formula, "= …", "d/dx(…) = …", "f\'(x) = …", or an equation to solve. Words are kept; a heading begins anew. A reason may stand beside a line: "(chain rule)". Without FILE, or with "-", lines come from standard input. Exit code 0 if all is right, 1 if something is wrong, 3 if something is not decided.',
  examples: [
    ['ogee mark steps.md', 'marks in the margin, and the first wrong line explained'],
    ['printf "(x+3)^2\\n= x^2+9\\n" | ogee mark', 'two lines'],
    ['ogee mark steps.md --json', 'every mark as data'],
  ],
  options: [ASSUME, DEFINE, JSON_FORMAT, COLOR, BUDGET],
  run,
}

export const main: Main = mainOf(command)

async function run(given: Given, manner: Manner): Promise<number> {
  const budget = wholeNumber(given, 'budget', 1, LONGEST_BUDGET) ?? DEFAULT_BUDGET
  const texts = await textsOf(onlyWord(given, 'file'))
  const context = { ...contextOf(given), budget: { milliseconds: Math.ceil(budget * FOR_MARKING) } }
  const { definitions = [] } = readingOf(given)
  const marking = before(budget + GRACE, () => markAfter(definitions, texts, context))
  write(STDOUT, manner.json ? `${JSON.stringify(dataOf(marking))}\n` : markingText(marking, looksOf(given)))
  return VERDICT_EXIT[marking.verdict]
}

/** The marks of the lines where the definitions stand above them, set apart by dashes. */
function markAfter(definitions: readonly string[], texts: readonly string[], context: Context): Marking {
  const above = definitions.length === 0 ? [] : [...definitions, '---']
  const { verdict, lines } = mark([...above, ...texts], context)
  const below = lines.slice(above.length)
  return { verdict, lines: below.map((line) => ({ ...line, number: line.number - above.length })) }
}

/**
 * The lines of the file, or of standard input.
 *
 * @throws OgeeError `E510` for a file that cannot be read, and what is wrong with a line that is no text.
 */
async function textsOf(path: string | undefined): Promise<string[]> {
  const texts: string[] = []
  try {
    const lines = path === undefined || path === '-' ? inputLines() : inputLines(createReadStream(path))
    for await (const { text, fault } of lines) {
      if (fault) throw fault
      texts.push(text)
      if (texts.length > MOST_LINES) {
        throw new OgeeError('E109', `there are more than ${MOST_LINES} lines`, undefined, 'mark it in parts')
      }
    }
  } catch (thrown) {
    if (thrown instanceof OgeeError || !(thrown as NodeJS.ErrnoException).code) throw thrown
    throw new OgeeError('E510', `the file ${quoted(path ?? '')} cannot be read`, undefined, 'check its name')
  }
  return texts
}

const dataOf = ({ verdict, lines }: Marking): object => ({
  schema: SCHEMA,
  verdict,
  lines: lines.map(lineData),
})

const lineData = ({ number, text, mark: found, wrongReason }: MarkedLine): object => ({
  number,
  text,
  ...markData(found),
  ...(wrongReason ? { wrongReason } : {}),
})

/** The mark with its formulas printed. */
function markData(found: Mark): object {
  switch (found.verdict) {
    case 'follows': {
      const { derivation, where, ...rest } = found
      return { ...rest, where: printed(where), ...(derivation ? { derivation: toJson(derivation) } : {}) }
    }
    case 'equivalent, but': {
      const { where, mistake, ...rest } = found
      return { ...rest, where: printed(where), ...(mistake ? { mistake: mistakeData(mistake) } : {}) }
    }
    case 'wrong': {
      const { mistake, agrees, instead, ...rest } = found
      return {
        ...rest,
        ...(mistake ? { mistake: mistakeData(mistake) } : {}),
        ...(agrees ? { agrees: print(agrees) } : {}),
        ...(instead ? { instead: print(instead) } : {}),
      }
    }
    case 'unreadable': {
      const { code, message, hint, span } = found.error
      return { verdict: found.verdict, error: { code, message, hint, span } }
    }
    default:
      return found
  }
}

const printed = (terms: readonly Expr[]): string[] => terms.map((u) => print(u))

const mistakeData = ({ name, say, before: part, after, also }: LikelyMistake): object => ({
  name,
  say,
  before: print(part),
  after: print(after),
  ...(also ? { also: mistakeData(also) } : {}),
})
