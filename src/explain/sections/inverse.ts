/** The inverse: which x the function takes to a given value, and how that was checked. */
import { propertiesNamed } from '../../analyse/index.ts'
import { symbol } from '../../expression/expr.ts'
import type { Block, Section } from '../article.ts'
import { calledOf } from '../name.ts'
import { valuesBetween } from '../properties/rows.ts'
import { Terms } from '../properties/terms.ts'
import { carried } from '../render/words.ts'
import { analysisOf, replayFor } from '../studied.ts'
import type { Subject } from '../subject.ts'

export function inverseSection(subject: Subject): Section | undefined {
  const analysis = subject.order === 1 ? analysisOf(subject) : undefined
  if (!analysis) return undefined
  const terms = new Terms(analysis, calledOf(subject))
  const replay = replayFor(subject)
  const blocks = propertiesNamed(analysis, 'inverse')
    .filter((one) => replay.accepts(one))
    .flatMap(({ value, conditions, why }): Block[] => {
      const { letter, form, domain } = value
      const y = { plain: letter, latex: letter }
      return [
        { kind: 'formula', left: symbol(analysis.variable), right: form },
        {
          kind: 'paragraph',
          text: [
            'This takes each value ',
            symbol(letter),
            ' of the function, ',
            valuesBetween(domain.low, domain.high, y, terms),
            `, back to ${analysis.variable}`,
            ...carried(conditions),
            `: it is one to one, and ${why}.`,
          ],
        },
      ]
    })
  return blocks.length === 0 ? undefined : { id: 'inverse', title: 'The inverse', known: 'proved', blocks }
}
