/** What to try, where the run as a whole tells more than the error alone. */
import { existsSync, statSync } from 'node:fs'
import { OgeeError } from '../expression/error.ts'
import type { Given } from './arguments.ts'
import { moreTime } from './more-time.ts'
import { Problem } from './problems.ts'

const isFile = (word: string): boolean => existsSync(word) && statSync(word).isFile()

function adviceOn({ error, text = '' }: Problem, given: Given): string | undefined {
  if (error.code === 'E601') return `allow more time, e.g. ${moreTime(Number(given.last('budget') ?? 0))}`
  if (!error.code.startsWith('E1') || !given.words.includes(text) || !isFile(text)) return undefined
  return `this is the name of a file: ogee plot ${text} reads listings, other commands take them as input, < ${text}`
}

/** The problem, with better advice if there is any. */
export function advised(problem: Problem, given: Given): Problem {
  const advice = adviceOn(problem, given)
  if (advice === undefined) return problem
  const { code, message, span } = problem.error
  return new Problem(new OgeeError(code, message, span, advice), problem.text, problem.line)
}
