/** Words and code for LaTeX. */
import { plain } from '../../plot/tex.ts'

/** What a picture has no need of, and characters that stand for others. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ['`', '\\textasciigrave{}'],
  ['\u00a0', '~'],
  ['⇒', '$\\Rightarrow$'],
  ['⇔', '$\\Leftrightarrow$'],
  ['∪', '$\\cup$'],
  ['∈', '$\\in$'],
  ['⟦', '['],
  ['⟧', ']'],
  ['½', '1/2'],
  ['¼', '1/4'],
  ['²', '\\textsuperscript{2}'],
  ['³', '\\textsuperscript{3}'],
  ['ⁿ', '\\textsuperscript{n}'],
])

/** Text in which no character is a command; what TeX has no character for is `?`. */
export const latexText = (text: string): string =>
  text
    .split(/([`\u00a0⇒⇔∪∈⟦⟧½¼²³ⁿ])/u)
    .map((part) => SPELLED.get(part) ?? plain(part))
    .join('')

/** What one would type. */
export const latexCode = (text: string): string =>
  `\\texttt{${latexText(text).replaceAll("''", '\\textquotedbl{}').replaceAll("'", '\\textquotesingle{}')}}`
