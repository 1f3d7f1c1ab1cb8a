/**
 * LaTeX that a Markdown parser leaves alone. Some programs take what stands between dollars as it is,
 * others (GitHub among them, in places) read it as Markdown first, where `\{` loses its backslash, two
 * `_` are emphasis, `](` is a link and `|` ends a cell. Signs with such a meaning are written as
 * commands of the same meaning, so that both get the same formula.
 */

/** What is written instead of a sign, by CommonMark 0.31 §2.4 and GitHub's tables. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['\\\\', '\\cr'],
  ['\\,', '\\thinspace'],
  ['\\:', '\\medspace'],
  ['\\;', '\\thickspace'],
  ['\\!', '\\negthinspace'],
  ['\\{', '\\lbrace'],
  ['\\}', '\\rbrace'],
  ['\\|', '\\Vert'],
  ['|', '\\vert'],
  ['<', '\\lt'],
  ['>', '\\gt'],
  ['*', '\\ast'],
  ['[', '\\lbrack'],
  [']', '\\rbrack'],
])

/** The degree of a root stays in its brackets; a command is one sign. */
const SIGN = /\\sqrt\[[^[\]]*\]|\\[A-Za-z]+|\\[^A-Za-z]|[|<>*[\]]/g

/** The formula without signs that mean something in Markdown. */
const plainer = (latex: string): string =>
  latex.replace(SIGN, (sign, at: number) => {
    const command = COMMANDS.get(sign)
    if (command === undefined) return sign
    return /[A-Za-z]/.test(latex.charAt(at + sign.length)) ? `${command} ` : command
  })

/** An underscore may begin emphasis unless it stands behind a letter or digit. */
const DOUBTFUL = /(?:^|[^\p{L}\p{N}])_|\\[^A-Za-z\s]|[`$]/u

/** A formula in a sentence. What cannot be written plainer stands in GitHub's own signs. */
export function inlineMath(latex: string): string {
  const text = plainer(latex)
  return DOUBTFUL.test(text) ? `$\`${text}\`$` : `$${text}$`
}

/** A formula on lines of its own. */
export function displayMath(lines: readonly string[]): string {
  const text = lines.map(plainer)
  const doubtful = text.some((line) => DOUBTFUL.test(line))
  return [doubtful ? '```math' : '$$', ...text, doubtful ? '```' : '$$'].join('\n')
}
