/** Formulas and sentences that the worker has set. Their markup comes from our own printers and from nowhere else. */
import type { Maths, Words } from '../worker/maths.ts'

/** A formula on a line of its own; where a narrow screen must scroll it, the keyboard reaches it. */
export function Formula({ of, label = 'formula' }: { readonly of: Maths; readonly label?: string }) {
  const reachable = of.wide ? ({ tabIndex: 0, role: 'group', 'aria-label': label } as const) : {}
  return <div class="math" {...reachable} dangerouslySetInnerHTML={{ __html: of.markup }} />
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
