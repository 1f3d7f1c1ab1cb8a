/**
 * A command that takes formulas: one as an argument, or one for each line of standard input, or a
 * whole script there. Every formula is answered in its turn; what is wrong with one does not stop the next.
 */
import { OgeeError } from '../expression/error.ts'
import type { ReadingNote } from '../index.ts'
import { type Given, onlyWord } from './arguments.ts'
import { before } from './deadline.ts'
import { inputLines, isSilent, type Line } from './lines.ts'
import type { Manner } from './looks.ts'
import { EXIT, exitOf, problemOf, report } from './problems.ts'
import type { Progress } from './progress.ts'
import { notice, remark } from './remarks.ts'
import { orScript } from './script-input.ts'
import { isTerminal, STDERR, STDOUT, write } from './streams.ts'

/** What is printed for a formula, how the formula was read, what the caller is told. */
export interface Answer {
  readonly output: string
  readonly notes?: readonly ReadingNote[]
  /** What else the caller is told, in sentences. */
  readonly told?: readonly string[]
  readonly exit?: number
}

/** How a command answers. */
export interface Answering {
  /** The answer; one that is asked for on a line of input takes a line, if its format has lines. */
  readonly answer: (formula: string, line?: number) => Answer
  /** What the words of the command line ask, if they ask anything; by default the one formula. */
  readonly asked?: (given: Given) => string | undefined
  readonly manner: Manner
  /** Is y = 2x an equation to answer, and no definition? */
  readonly equations?: true
  /** How long a formula may take. */
  readonly milliseconds: number
  /** Stands between two answers. */
  readonly between?: string
  /** Where answers go; standard output by default. */
  readonly put?: (output: string) => void
}

const print = (output: string): void => write(STDOUT, output)

/**
 * Answers the formula that is given, or those on standard input: the worst exit code.
 *
 * @throws OgeeError `E505` for several formulas, `E506` for none.
 */
export async function answerEach(given: Given, answering: Answering): Promise<number> {
  const formula = answering.asked ? answering.asked(given) : onlyWord(given, 'formula')
  const isWatched = isTerminal(STDERR) && !answering.manner.quiet
  const progress = isWatched ? (await import('./progress.ts')).progress() : undefined
  const exit =
    formula === undefined || formula === '-'
      ? await answerLines(answering, progress)
      : answerOne(formula, answering, progress)
  progress?.over()
  return exit
}

/** Answers one formula, or reports why not. */
function answerOne(text: string, answering: Answering, progress?: Progress, line?: number): number {
  const { answer, manner, milliseconds, put = print } = answering
  let found: Answer
  try {
    found = before(milliseconds, () => answer(text, line))
  } catch (thrown) {
    progress?.answered()
    return refuse(thrown, manner, text, line)
  }
  progress?.answered()
  put(found.output)
  remark(found.notes ?? [], manner, line)
  for (const sentence of found.told ?? []) notice(sentence, manner)
  return found.exit ?? EXIT.ok
}

function refuse(thrown: unknown, manner: Manner, text: string, line?: number): number {
  const problem = problemOf(thrown, text, line)
  report(problem, manner)
  return exitOf(problem)
}

async function answerLines(answering: Answering, progress?: Progress): Promise<number> {
  const { manner, between = '', put = print } = answering
  let worst: number = EXIT.ok
  let lines = 0
  let answers = 0
  const spaced = (output: string): void => {
    put(answers === 0 ? output : between + output)
    answers += 1
  }
  const exit = ({ text, number, script, fault }: Line): number =>
    fault
      ? refuse(fault, manner, text, number)
      : answerOne(text, { ...answering, put: spaced }, progress, script ? undefined : number)
  for await (const line of orScript(inputLines(), answering.equations)) {
    if (isSilent(line)) continue
    lines += 1
    if (line.script) notice('all lines are one script, and its last formula is taken', manner)
    worst = Math.max(worst, exit(line))
  }
  if (lines > 0) return worst
  const hint = 'write one as an argument, e.g. "1/(1+e^-x)", or one per line on standard input'
  throw new OgeeError('E506', 'there is no formula', undefined, hint)
}
