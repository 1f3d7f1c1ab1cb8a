/**
 * A command that takes formulas: one as an argument, or one for each line of standard input. Every
 * formula is answered in its turn; what is wrong with one does not stop the next.
 */
import { OgeeError } from '../expression/error.ts'
import { visible } from '../syntax/errors.ts'
import type { ReadingNote } from '../syntax/index.ts'
import { inputLines, isSilent, type Line } from './lines.ts'
import type { Manner } from './looks.ts'
import { EXIT, exitOf, problemOf, report } from './problems.ts'
import { progress } from './progress.ts'
import { remark } from './remarks.ts'
import { STDOUT, write } from './streams.ts'

/** What is printed for a formula, how the formula was read, what the caller is told. */
export interface Answer {
  readonly output: string
  readonly notes?: readonly ReadingNote[]
  readonly exit?: number
}

/** How a command answers. */
export interface Answering {
  readonly answer: (formula: string) => Answer
  /** The answer to a line of input: one line, if the format has lines. */
  readonly answerLine?: (formula: string) => Answer
  /** Stands between two answers. */
  readonly between?: string
  /** Where answers go; standard output by default. */
  readonly put?: (output: string) => void
  /** How long a formula may take. */
  readonly milliseconds?: number
}

const print = (output: string): void => write(STDOUT, output)

/** Answers the formula among the words, or those on standard input; the worst exit code. */
export function answerEach(
  words: readonly string[],
  manner: Manner,
  answering: Answering,
): number | Promise<number> {
  const [formula, ...more] = words
  if (more.length > 0) throw tooMany(words)
  if (formula === undefined || formula === '-') return answerLines(manner, answering)
  return answerOne(formula, manner, answering)
}

/** Answers one formula, or reports why not. */
function answerOne(formula: string, manner: Manner, answering: Answering, line?: number): number {
  const { answer, put = print } = answering
  const finish = progress(answering.milliseconds)
  let found: Answer
  try {
    found = answer(formula)
  } catch (thrown) {
    finish()
    const problem = problemOf(thrown, formula, line)
    report(problem, manner)
    return exitOf(problem)
  }
  finish()
  put(found.output)
  remark(found.notes ?? [], manner, line)
  return found.exit ?? EXIT.ok
}

async function answerLines(manner: Manner, answering: Answering): Promise<number> {
  const { between = '', put = print, answerLine = answering.answer } = answering
  let worst: number = EXIT.ok
  let answers = 0
  let formulas = 0
  const spaced = (output: string): void => {
    put(answers === 0 ? output : between + output)
    answers += 1
  }
  for await (const line of inputLines()) {
    if (isSilent(line)) continue
    formulas += 1
    const exit = line.fault
      ? faulty(line, manner)
      : answerOne(line.text, manner, { ...answering, answer: answerLine, put: spaced }, line.number)
    worst = Math.max(worst, exit)
  }
  if (formulas === 0) throw new OgeeError('E506', 'there is no formula', undefined, NO_FORMULA)
  return worst
}

const NO_FORMULA = 'write one as an argument, e.g. "1/(1+e^-x)", or one per line on standard input'

function faulty({ fault, text, number }: Line, manner: Manner): number {
  const problem = problemOf(fault, text, number)
  report(problem, manner)
  return exitOf(problem)
}

const tooMany = (words: readonly string[]): OgeeError =>
  new OgeeError(
    'E505',
    'one formula is expected here',
    undefined,
    `put it in quotes, e.g. "${visible(words.join(' '))}"`,
  )
