/** A plotting word with what stands in its brackets, as text: `plt.plot(x, s, 'b*')`, `hold on`. */

export interface Command {
  /** Without what it belongs to: `plot` of `plt.plot`. */
  readonly word: string
  readonly args: readonly string[]
}

const CALL = /^\s*(?:\w+\.)*(\w+)\s*\((.*)\)\s*$/s
const BARE = /^\s*(\w+)(?:\s+(\w+))?\s*$/

export function commandIn(text: string): Command | undefined {
  const call = CALL.exec(text)
  if (call) return { word: call[1] as string, args: argumentsOf(call[2] as string) }
  const bare = BARE.exec(text)
  return bare ? { word: bare[1] as string, args: bare[2] === undefined ? [] : [bare[2]] } : undefined
}

/** Where a text in quotes ends; in both languages a quote within is written twice or behind a backslash. */
const QUOTED = /[rbu]?'(?:[^'\\]|\\.|'')*'|[rbu]?"(?:[^"\\]|\\.|"")*"/y

/** What stands between commas outside brackets and quotes. */
export function argumentsOf(text: string): string[] {
  const parts: string[] = []
  let part = ''
  let depth = 0
  for (let at = 0; at < text.length; ) {
    const sign = text[at] as string
    QUOTED.lastIndex = at
    // After a name or a bracket, ' transposes in MATLAB.
    const quote = /[\w)\]'.]$/.test(part.slice(-1)) ? null : QUOTED.exec(text)
    if (quote) {
      part += quote[0]
      at += quote[0].length
      continue
    }
    if ('([{'.includes(sign)) depth += 1
    if (')]}'.includes(sign)) depth -= 1
    if (sign === ',' && depth === 0) {
      parts.push(part.trim())
      part = ''
    } else part += sign
    at += 1
  }
  if (part.trim() !== '') parts.push(part.trim())
  return parts
}

/** The text in quotes; undefined if it is something else. */
export function textOf(arg: string): string | undefined {
  const found = /^([rbuf]?)(['"])(.*)\2$/s.exec(arg.trim())
  if (!found) return undefined
  const [, , quote = '', inside = ''] = found
  const plain = inside.replaceAll(quote + quote, quote)
  // matplotlib writes TeX between dollars.
  return plain.replace(/\$([^$]*)\$/g, '$1')
}
