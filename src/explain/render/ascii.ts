/** Words for a terminal that shows nothing beyond ASCII. */
import { greekName } from '../../syntax/tokens.ts'

const SPELLED: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['–', '-'],
  ['·', '*'],
  ['×', 'x'],
  ['…', '...'],
  ['′', "'"],
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['≈', '~'],
  ['→', '->'],
  ['∞', 'infinity'],
  ['∪', 'and'],
  ['∈', 'in'],
  ['∫', 'integral of'],
  ['ⁿ', '^n'],
  ['²', '^2'],
])

const MARKS = /\p{Mn}/gu
const BEYOND = /[^\n\u00a0 -~]/gu

/** The text with signs and Greek letters spelled out and accents left out. */
export const toAscii = (text: string): string =>
  text.replaceAll(
    BEYOND,
    (sign) => SPELLED.get(sign) ?? greekName(sign) ?? sign.normalize('NFD').replaceAll(MARKS, ''),
  )
