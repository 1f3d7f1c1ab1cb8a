/** Lines of code that are not too long: cut before an operator or behind a comma, within as few brackets as possible. */

/** What a language says of its lines. */
export interface Lines {
  /** What begins a comment that ends with its line. */
  readonly comment: string
  /** What stands at the end of a line that goes on: ` ...` in MATLAB. */
  readonly goesOn?: string
  /** Lines go on within brackets only, as in Python. */
  readonly isBracketed?: boolean
}

const WIDEST = 100
const INDENT = '    '
/** A line that is cut is at least so full. */
const LEAST = 40

const OPENING = '([{'
const CLOSING = ')]}'
const QUOTES = '"\'`'
/** Behind these no line ends: it would look complete, or not say how it goes on. */
const HANGING = /(?:^|[\s(])(?:[-+*/<>&|?:=!~.]+|return|AS|CASE|WHEN|THEN|ELSE|AND|OR|IS|NOT)$/

/** What follows a good cut: the better the sooner. A comparison is cut last. */
const AFTER: readonly RegExp[] = [
  /^(?:&&?|\|\|?|[?:]|AND|OR|THEN|WHEN|ELSE|END|AS)(?=\s)/,
  /^[-+] /,
  /^\.?[*/]/,
  /^[<>=!~]/,
]

interface Cut {
  readonly at: number
  /** The lower the better; brackets count most. */
  readonly cost: number
}

const costOf = (line: string, at: number, depth: number): number => {
  const kind = line[at - 1] === ',' ? 0 : AFTER.findIndex((sign) => sign.test(line.slice(at + 1)))
  return depth * (AFTER.length + 1) + (kind < 0 ? AFTER.length : kind)
}

const isEnd = (line: string, at: number): boolean => line[at + 1] !== '{' && !HANGING.test(line.slice(0, at))

/** The spaces at which the line may be cut. */
function cutsOf(line: string, { comment, isBracketed = false }: Lines): Cut[] {
  const cuts: Cut[] = []
  let depth = 0
  let quote = ''
  for (let at = line.search(/\S/); at < line.length; at += 1) {
    const sign = line[at] as string
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (QUOTES.includes(sign)) quote = sign
    else if (line.startsWith(comment, at)) break
    else if (OPENING.includes(sign)) depth += 1
    else if (CLOSING.includes(sign)) depth -= 1
    else if (sign === ' ' && (depth > 0 || !isBracketed) && isEnd(line, at))
      cuts.push({ at, cost: costOf(line, at, depth) })
  }
  return cuts
}

/** The line, or several: what follows the first is indented. */
export function wrapped(line: string, lines: Lines): string[] {
  if (line.length <= WIDEST) return [line]
  const { goesOn = '' } = lines
  const below = `${/^ */.exec(line)?.[0] ?? ''}${INDENT}`
  const cuts = cutsOf(line, lines)
  const parts: string[] = []
  let [from, indent] = [0, '']
  while (indent.length + line.length - from > WIDEST) {
    const full = from + WIDEST - indent.length - goesOn.length
    const within = cuts.filter(({ at }) => at > from + LEAST && at <= full)
    const least = Math.min(...within.map(({ cost }) => cost))
    const cut = within.findLast(({ cost }) => cost === least) ?? cuts.find(({ at }) => at > full)
    if (cut === undefined) break
    parts.push(`${indent}${line.slice(from, cut.at)}${goesOn}`)
    ;[from, indent] = [cut.at + 1, below]
  }
  return [...parts, `${indent}${line.slice(from)}`]
}
