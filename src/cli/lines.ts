/** Standard input line by line, as bytes arrive, so that each line can be answered at once. */
import { OgeeError } from '../expression/error.ts'

/** A line of input: its number from 1, and its text or what is wrong with it. */
export interface Line {
  readonly number: number
  readonly text: string
  /** Are these the lines of a whole script, which is one formula? */
  readonly script?: true
  readonly fault?: OgeeError
}

/** Longer lines are not kept: no formula of that length is read. */
const LONGEST = 4_000_000

const NEW_LINE = 10

/** Bytes as text, strictly: a byte that is no UTF-8 is an error and not another character. */
function decoded(bytes: Buffer, number: number): Line {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { number, text: text.replace(/\r$/, '') }
  } catch {
    const fault = new OgeeError('E508', 'this line is not UTF-8 text', undefined, 'save the input as UTF-8')
    return { number, text: '', fault }
  }
}

/** The lines of standard input, without a limit to their number. */
export async function* inputLines(input: AsyncIterable<Buffer> = process.stdin): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let length = 0
  let number = 1
  const taken = (): Line => {
    const line =
      length > LONGEST
        ? {
            number,
            text: '',
            fault: new OgeeError('E109', `this line has ${length} bytes`, undefined, 'read it in parts'),
          }
        : decoded(Buffer.concat(parts), number)
    parts = []
    length = 0
    number += 1
    return line
  }
  const keep = (part: Buffer): void => {
    length += part.length
    if (length <= LONGEST) parts.push(part)
    else parts = []
  }
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, from)) {
      keep(chunk.subarray(from, at))
      yield taken()
      from = at + 1
    }
    if (from < chunk.length) keep(chunk.subarray(from))
  }
  if (length > 0) yield taken()
}

/** Is there nothing to answer on this line? Comments begin with `#`. */
export const isSilent = ({ text, fault }: Line): boolean => !fault && /^\s*(#|$)/.test(text)
