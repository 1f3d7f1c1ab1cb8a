/**
 * A pasted script on standard input. Where the first line defines something (`s = 1/(1+exp(-x))`,
 * `f(x) = x^2`, `def f(x):`, `const k = 2;`) or is a remark or command of a programming language,
 * all lines are one script, and its last formula is taken. Otherwise each line is a formula.
 */
import { OgeeError } from '../expression/error.ts'
import { isSilent, type Line } from './lines.ts'

/** What the help says of it. */
export const SCRIPTS =
  'If the first line defines something, as in "s = 1/(1+exp(-x))", "f(x) = x^2;" or "def f(x):", or is a remark or command of a programming language, all lines are one script, and its last formula is taken.'

/** Beginnings that no formula has. */
const BEGINNING =
  /^\s*(?:%|\/\/|\/\*|"""|function\b|(?:def|import|from|syms|clear|clearvars|clc|close|figure)(?=\s+\w|\s*;|\s*$)|(?:export\s+)?(?:const|let|var)\s+\w+\s*=)/
/** One statement `name = …` or `f(x, a) = …`. */
const ASSIGNMENT =
  /^\s*[\p{L}_][\p{L}\p{N}_]*\s*(?:\([^()=]*\)\s*)?=(?!=)[^;]*(?<end>;\s*(?:[%#].*|\/\/.*)?)?$/u
/** Several statements, the last of them `name = …;`. One that ends by showing something is complete. */
const STATEMENTS = /;\s*[\p{L}_][\p{L}\p{N}_]*\s*=(?!=)[^;]*;\s*(?:[%#].*|\/\/.*)?$/u

/** More text than any script that can be read. */
const LONGEST = 1_000_000

/**
 * Does a script begin with this line? Where lines are `equations`, y = 2x is one, and only
 * `y = 2x;` defines y.
 */
export function beginsScript(line: string, equations = false): boolean {
  if (BEGINNING.test(line) || STATEMENTS.test(line)) return true
  const assignment = ASSIGNMENT.exec(line)
  return assignment !== null && (!equations || assignment.groups?.end !== undefined)
}

/** The lines as they come and, if a script begins with the first, one line that is all of them. */
export async function* orScript(lines: AsyncGenerator<Line>, equations?: boolean): AsyncGenerator<Line> {
  let number = 0
  for await (const line of lines) {
    number += 1
    if (isSilent(line)) continue
    if (line.fault || !beginsScript(line.text, equations)) {
      yield line
      yield* lines
      return
    }
    // Empty lines stand for the remarks before, so that places in the text are right.
    const texts = [...Array<string>(number - 1).fill(''), line.text]
    let length = line.text.length
    for await (const next of lines) {
      if (next.fault) return yield next
      length += next.text.length + 1
      if (length <= LONGEST) texts.push(next.text)
    }
    const fault = new OgeeError('E109', `this script has ${length} characters`, undefined, 'read it in parts')
    yield { number, text: texts.join('\n'), script: true, ...(length > LONGEST ? { fault } : {}) }
  }
}
