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
  /** Are values rounded, by what the line says? */
  readonly isApproximate?: boolean
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
const MAPPING = /^\s*([A-Za-z])\s*:\s*([a-z])\s*(?:->|→|↦|\\mapsto|\\to)\s*/
/** What is done to both sides, behind a stroke. */
const OPERATION = /\s+\|\s*([-+*/·:÷]\s*[^|=]{1,20}|[a-z]+|\(\s*\)\^?[²2])\s*$/
const APPROXIMATELY = /≈|≃|≅|\\approx(?![A-Za-z])|~=/
/** A verb before a formula. */
const TASK =
  /^\s*(?:let|solve|simplify|differentiate|expand|factori[sz]e|factor|given|consider|find|show that|we have|now|calculate|evaluate|compute|determine|rewrite|prove that|prove|verify|check|note that|note|clearly|also|again|finally|next|first|similarly|combine|substitute|since|because|but|and|if)\s+(?=\S)/i
/** A fraction divided by a fraction. */
const FRACTIONS = /(\w+\s*\/\s*\w+)\s*÷\s*(\w+\s*\/\s*\w+)/g
const SUPPOSITION = /^\s*(?:assum\w+|suppose|for|where|let(?=[^=]*$))\b/i
const REMARK = /\s+(?:#|\/\/|%|--|—)\s*(.+)$/
const BRACKETED = /\s+[([{]\s*([^()[\]{}]*[A-Za-z]{3,}[^()[\]{}]*)[)\]}]\s*$/
const BESIDE =
  /[\s,;]+((?:by|using|with|since|because|from|via|as|where|for|when|assuming)\s+\|?[A-Za-z].*)$/i
/** A condition behind a comma, or in brackets. */
const GIVEN = /,\s*([^,()=]*(?:!=|≠|\\neq?\b|<|>|≤|≥)[^,()]*)$/
const GIVEN_IN_BRACKETS =
  /\s+[([]\s*(?:for|if|when|where|as|with|assuming)?\s*([^()[\]=]*(?:!=|≠|\\neq?\b|<|>|≤|≥)[^()[\]]*)[)\]]\s*$/
/** What needs something behind it. */
const UNFINISHED = /(?:\b(?:and|or|not)|[-+*/^=<>≤≥(])\s*$/
/** Words in brackets about a value: `(x = 1 is extraneous)`. */
const ASIDE =
  /\s+[([]\s*([^()[\]]*\b(?:is|are|does|not|extraneous|reject(?:ed)?|since|because|check|so)\b[^()[\]]*)[)\]]\s*$/i
const AHEAD = /^\s*([A-Za-z][A-Za-z ,'-]*[A-Za-z]{3,}[A-Za-z ,'-]*):\s*(?==|\S)/
/** The line, taken apart; `names` are those that the person has defined. */
export function written(text: string, names: ReadonlySet<string>): Written {
  const none = { formula: '', continues: false }
  if (HEADING.test(text)) return { kind: 'heading', ...none }
  const isSilent = text.trim() === '' || FENCE.test(text) || /^\s*(?:#|\/\/|%|>)/.test(text)
  if (isSilent || SUPPOSITION.test(text)) return { kind: 'comment', ...none }
  const isApproximate = APPROXIMATELY.test(text)
  let formula = text
    .replace(BULLET, '')
    .replace(':=', '=')
    .replaceAll('″', "''")
    .replaceAll('‴', "'''")
    .replace(FRACTIONS, '($1)/($2)')
    .replace(MAPPING, '$1($2) = ')
    .replace(APPROXIMATELY, '=')
    .replace(/\.{3}\s*$|…\s*$/, '')
  for (const [wrapper, by] of WRAPPERS) formula = formula.replace(wrapper, by)
  let said: string | undefined
  const takeOff = (pattern: RegExp): void => {
    const found = pattern.exec(formula)
    const isRemark = (text: string): boolean => isProse(text, names) || beginsWithWord(text, names)
    if (!found || (pattern === BRACKETED && !isRemark(found[1] as string))) return
    const rest = formula.replace(pattern, '')
    if (rest.trim() === '' || UNFINISHED.test(rest)) return
    said = [said, pattern === GIVEN || pattern === GIVEN_IN_BRACKETS ? `for ${found[1]}` : found[1]]
      .filter((part) => part !== undefined)
      .join(' ')
    formula = rest
  }
  for (const pattern of [OPERATION, REMARK, AHEAD, BRACKETED, ASIDE, BESIDE, GIVEN, GIVEN, GIVEN_IN_BRACKETS])
    takeOff(pattern)
  formula = formula.replace(ARROW, '').replace(TASK, '')
  formula = formula.trim().replace(/[.;,]$/, '')
  formula = listed(formula)
  for (const [words, statement] of SOLUTIONS) formula = formula.replace(words, statement)
  const continues = /^=(?!=|>)/.test(formula)
  if (continues) formula = formula.slice(1).trim()
  if (formula === '' || isProse(formula, names)) return { kind: 'comment', ...none }
  return { kind: 'formula', formula, continues, isApproximate, ...(said === undefined ? {} : { said }) }
}

const ELEMENT = /^([A-Za-z])\s*(?:∈|\\in)\s*\\?\{(.+?)\\?\}$/
const BOTH = /^([A-Za-z])(?:_\{?1\s*[,/]?\s*2\}?|₁\s*[,/]?\s*₂)\s*=/
const NUMBERED = /^([A-Za-z])(?:_?\{?\d\}?|[₀-₉])\s*=/

/** What a comma joins: solutions of one letter are alternatives, all else holds together. */
function listed(formula: string): string {
  const [, element, values] = ELEMENT.exec(formula) ?? []
  const text = (element === undefined ? formula : `${element} = ${values}`).replace(BOTH, '$1 =')
  const parts = splitAtCommas(text)
  if (parts.length < 2 || !/[=<>]/.test(parts[0] as string)) return text
  const plain = parts.map((part) => part.replace(NUMBERED, '$1 ='))
  const letters = plain.map((part) => /^([A-Za-z])\s*=/.exec(part)?.[1])
  const [letter] = letters
  const isList =
    letter !== undefined &&
    letters.slice(1).every((l, i) => l === letter || !/[=<>≠≤≥]/.test(plain[i + 1] as string))
  if (isList) return plain.map((part, i) => (letters[i] ? part : `${letter} = ${part}`)).join(' or ')
  return parts.every((part) => /[=<>]/.test(part)) ? parts.join(' and ') : text
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let i = 0; i <= text.length; i += 1) {
    const c = text[i] ?? ','
    if ('([{'.includes(c)) depth += 1
    if (')]}'.includes(c)) depth -= 1
    if ((c === ',' || c === ';') && depth === 0) {
      parts.push(
        text
          .slice(from, i)
          .trim()
          .replace(/^(?:and|or)\s+/, ''),
      )
      from = i + 1
    }
  }
  return parts.filter((part) => part !== '')
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
const GREEK: ReadonlySet<string> = new Set(
  'alpha beta gamma delta epsilon zeta eta theta kappa lambda omega sigma phi psi rho tau'.split(' '),
)
/** A word, unless a bracket follows at once: then it is a function. */
const WORD = /(?<![A-Za-zÀ-ÿ])[A-Za-zÀ-ÿ]{3,}(?![A-Za-zÀ-ÿ]|['′’]*\()/g
const OPERATORS = /[=<>≤≥+*/^√±]|\d|\w\s*\(|\\frac/

/** Is this said in words? Several words that mean nothing in a formula, or one and no sign of arithmetic. */
function isProse(text: string, names: ReadonlySet<string>): boolean {
  const words = (text.replace(/\\[A-Za-z]+/g, ' ').match(WORD) ?? []).filter(
    (word) => !FORMULA_WORDS.has(word) && !GREEK.has(word) && !names.has(word) && !isTaken(word),
  )
  return words.length > 1 || (words.length === 1 && !OPERATORS.test(text))
}

/** `times 12`: a word that means nothing in a formula, and something behind it. */
function beginsWithWord(text: string, names: ReadonlySet<string>): boolean {
  const [, word] = /^\s*([A-Za-z]{3,})\s+\S/.exec(text) ?? []
  return word !== undefined && !FORMULA_WORDS.has(word) && !names.has(word) && !isTaken(word)
}

/** The alternatives that `±` writes, joined by `or`. */
export function withBothSigns(formula: string): string {
  const plain = formula.replace(/\\pm(?![A-Za-z])|\+\/-/g, '±')
  if (!plain.includes('±')) return formula
  return `${plain.replaceAll('±', '+')} or ${plain.replaceAll('±', '-')}`
}
