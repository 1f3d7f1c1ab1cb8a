/** A single step as a text for elsewhere. */
import type { Line } from '../worker/work.ts'

const RELATIONS: Readonly<Record<Line['sign'], string>> = { '=': '=', '⇔': '\\iff', '⇒': '\\implies' }

const equation = ({ above, maths, sign }: Line): string => `${above.latex} ${RELATIONS[sign]} ${maths.latex}`

/** What LaTeX would take for a command in a run of words. */
const escaped = (words: string): string =>
  words.replace(/[\\{}$&#^_%~]/g, (sign) => (sign === '\\' ? '' : `\\${sign}`))

export const asLatex = (step: Line): string =>
  `\\[ ${equation(step)} \\qquad \\text{(${escaped(step.reason.spoken)})} \\]\n`

export const asMarkdown = (step: Line): string =>
  `$$\n${equation(step)}\n$$\n\n**${step.reason.spoken}** ${step.sentence.spoken}\n`

/** Both sides in one formula, as word processors take it, without the marks of this page. */
export function asMathml({ above, maths, sign }: Line): string {
  const [left, right] = [above, maths].map(({ markup }) =>
    markup.replace(/^<math[^>]*>|<\/math>$/g, '').replaceAll(' class="mark"', ''),
  )
  return `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow>${left}</mrow><mo>${sign}</mo><mrow>${right}</mrow></math>\n`
}
