/** Formulas and sentences that the worker has set. Their markup comes from our own printers and from nowhere else. */
import type { Maths } from '../worker/maths.ts'
import type { Words } from '../worker/words.ts'

interface FormulaProps {
  readonly of: Maths
  readonly label?: string
  readonly class?: string
}

/** A formula on a line of its own; where a narrow screen must scroll it, the keyboard reaches it. */
export function Formula({ of, label = 'formula', class: name = '' }: FormulaProps) {
  const reachable = of.wide ? ({ tabIndex: 0, role: 'group', 'aria-label': label } as const) : {}
  return <div class={`math ${name}`.trim()} {...reachable} dangerouslySetInnerHTML={{ __html: of.markup }} />
}

/** A sentence with formulas in it. */
export const Sentence = ({ of, as: Tag = 'span', ...rest }: SentenceProps) => (
  <Tag {...rest} dangerouslySetInnerHTML={{ __html: of.markup }} />
)

interface SentenceProps {
  readonly of: Words
  readonly as?: 'span' | 'p' | 'li' | 'td' | 'th' | 'figcaption'
  readonly class?: string
}
