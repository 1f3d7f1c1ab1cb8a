/** Formulas on a page: native MathML, in a box of their own where they may be wider than a narrow screen. */
import type { Expr } from '../../expression/expr.ts'
import { mathmlContent } from '../../syntax/print-mathml.ts'
import type { Related, Sign } from '../article.ts'
import type { Name } from '../name.ts'
import { element, joined, type Markup, printed, words } from './html-element.ts'
import { nameMathml } from './html-latex.ts'
import { widthInEm } from './html-width.ts'

const SIGNS: Readonly<Record<Sign, string>> = {
  '<': '<',
  '<=': '≤',
  '=': '=',
  '>': '>',
  '>=': '≥',
  '->': '→',
}

/** Of `'=' | '<=' | …` and of the words between formulas. */
const operator = (sign: string): Markup =>
  element('mo', {}, words((SIGNS as Record<string, string>)[sign] ?? sign))

/** What may stand in a formula of the article. */
export type Mathematics = Expr | Name | Related

/** The inside of `<math>`. The style sheet of the page, not each cell, says how the cells of cases are set. */
function content(u: Mathematics): Markup {
  if ('related' in u)
    return joined(u.related.map((one) => (typeof one === 'string' ? operator(one) : content(one))))
  if ('plain' in u) return nameMathml(u.latex)
  return printed(mathmlContent(u).replaceAll(' style="text-align:left"', ''))
}

/** About how wide it is. */
function width(u: Mathematics): number {
  if ('related' in u)
    return u.related.reduce<number>((sum, one) => sum + (typeof one === 'string' ? 1.6 : width(one)), 0)
  return 'plain' in u ? 0.55 * u.plain.length : widthInEm(u)
}

/** Wider than the column of a phone, in the size of formulas. */
const WIDE = 13

/** Must the reader be able to reach it with the keyboard, to scroll it? */
export const isWide = (...parts: readonly Mathematics[]): boolean =>
  parts.reduce((sum, part) => sum + width(part), 0) > WIDE

/** Where what surrounds it can be scrolled, or nothing is to be reached. */
export const bareMath = (u: Mathematics): Markup => element('math', {}, content(u))

/** Within a sentence. */
export const inlineMath = (u: Mathematics): Markup =>
  isWide(u) ? element('span', { class: 'wide', role: 'group', tabindex: 0 }, bareMath(u)) : bareMath(u)

/** On a line of its own; the parts stand in a row with signs between them. */
export const displayMath = (...row: readonly (Mathematics | string)[]): Markup =>
  element(
    'math',
    { display: 'block' },
    ...row.map((one) => (typeof one === 'string' ? operator(one) : content(one))),
  )
