/**
 * A line as a person writes it: words or a formula, an arrow or an equals sign in front, a reason beside
 * it. What is not formula is taken off before the formula is read.
 */
import { isTaken } from '../syntax/own-names.ts'

/** A line taken apart. */
export interface Written {
  readonly kind: 'comment' | 'heading' | 'formula'
  /** The formula alone. */
  readonly formula: string
  /** Does it begin with `=`, so that its left side is the line before? */
  readonly continues: boolean
  /** What is said beside it. */
  readonly said?: string
}

const HEADING = /^\s*(?:#{1,6}\s|[-*_=~]{3,}\s*$)/
const FENCE = /^\s*(?:```|~~~)/
const BULLET = /^\s*(?:\(?\d{1,3}[.):]\s+|[*•]\s+|\([a-z]\)\s+)/
const WRAPPERS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:\${1,2}|\\\[|\\\(|`)\s*|\s*(?:\${1,2}|\\\]|\\\)|`)\s*$/g, ''],
  [/\\\\\s*$|&/g, ''],
  [/\\(?:left|right|displaystyle|quad|qquad|,|;|!)(?![A-Za-z])/g, ' '],
]
const ARROW =
  /^\s*(?:=>|<=>|->|⇒|⇔|⟹|⟺|→|∴|\\(?:Rightarrow|Leftrightarrow|implies|iff|Longrightarrow|therefore)\b|(?:so|hence|thus|therefore|then|or)\b[,:]?)\s*/i
/** A verb before a formula. */
const TASK =
  /^\s*(?:let|solve|simplify|differentiate|expand|factor|given|consider|find|show that|we have|now)\s+(?=\S)/i
const SUPPOSITION = /^\s*(?:assum\w+|suppose|for|where|let(?=[^=]*$))\b/i
const REMARK = /\s+(?:#|\/\/|%|--|—)\s*(.+)$/
const BRACKETED = /\s+[([{]\s*([^()[\]{}]*[A-Za-z]{3,}[^()[\]{}]*)[)\]}]\s*$/
const BESIDE =
  /[\s,;]+((?:by|using|with|since|because|from|via|as|where|for|when|assuming)\s+\|?[A-Za-z].*)$/i
/** A condition behind a comma. */
const GIVEN = /,\s*([^,()=]*(?:!=|≠|<|>|≤|≥)[^,()]*)$/
const AHEAD = /^\s*([A-Za-z][A-Za-z ,'-]*[A-Za-z]{3,}[A-Za-z ,'-]*):\s*(?==|\S)/
const DIFFERENTIAL =
  /(?:\\frac\s*\{\s*d\s*([a-z])\s*\}\s*\{\s*d\s*[a-z]\s*\}|\bd([a-z])\s*\/\s*d[a-z]\b(?!\s*\())/g

/** The line, taken apart; `names` are those that the person has defined. */
export function written(text: string, names: ReadonlySet<string>): Written {
  const none = { formula: '', continues: false }
  if (HEADING.test(text)) return { kind: 'heading', ...none }
  const isSilent = text.trim() === '' || FENCE.test(text) || /^\s*(?:#|\/\/|%|>)/.test(text)
  if (isSilent || SUPPOSITION.test(text)) return { kind: 'comment', ...none }
  let formula = text.replace(BULLET, '')
  for (const [wrapper, by] of WRAPPERS) formula = formula.replace(wrapper, by)
  let said: string | undefined
  const takeOff = (pattern: RegExp): void => {
    const found = pattern.exec(formula)
    if (!found || (pattern === BRACKETED && !isProse(found[1] as string, names))) return
    const rest = formula.replace(pattern, '')
    if (rest.trim() === '') return
    said = [said, pattern === GIVEN ? `for ${found[1]}` : found[1]]
      .filter((part) => part !== undefined)
      .join(' ')
    formula = rest
  }
  for (const pattern of [REMARK, AHEAD, BRACKETED, BESIDE, GIVEN]) takeOff(pattern)
  formula = formula
    .replace(ARROW, '')
    .replace(TASK, '')
    .replace(DIFFERENTIAL, (_, tex, plain) => `${tex ?? plain}'`)
  formula = formula.trim().replace(/[.;,]$/, '')
  for (const [words, statement] of SOLUTIONS) formula = formula.replace(words, statement)
  const continues = /^=(?!=|>)/.test(formula)
  if (continues) formula = formula.slice(1).trim()
  if (formula === '' || isProse(formula, names)) return { kind: 'comment', ...none }
  return { kind: 'formula', formula, continues, ...(said === undefined ? {} : { said }) }
}

/** Words that say which values are solutions. */
const SOLUTIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:true|all|all real numbers)$/i, '0 = 0'],
  [/^(?:false|none|no (?:real )?solutions?)$/i, '0 = 1'],
]

/** Words that formulas use. */
const FORMULA_WORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'if',
  'else',
  'otherwise',
  'true',
  'false',
])
const OPERATORS = /[=<>≤≥+*/^√±]|\d|\w\s*\(|\\frac/

/** Is this said in words? Several words that mean nothing in a formula, or one and no sign of arithmetic. */
function isProse(text: string, names: ReadonlySet<string>): boolean {
  const words = (text.replace(/\\[A-Za-z]+/g, ' ').match(/[A-Za-zÀ-ÿ]{3,}/g) ?? []).filter(
    (word) => !FORMULA_WORDS.has(word) && !names.has(word) && !isTaken(word),
  )
  return words.length > 1 || (words.length === 1 && !OPERATORS.test(text))
}

/** The alternatives that `±` writes, joined by `or`. */
export function withBothSigns(formula: string): string {
  const plain = formula.replace(/\\pm(?![A-Za-z])|\+\/-/g, '±')
  if (!plain.includes('±')) return formula
  return `${plain.replaceAll('±', '+')} or ${plain.replaceAll('±', '-')}`
}
