/** The result, and where it holds. */
import { whereDefined } from '../../derive/conditions.ts'
import { Canon } from '../../expression/canonical.ts'
import { isCall } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import type { DraftBlock, DraftSection, Said } from '../draft.ts'
import { primed } from '../name.ts'
import { listed } from '../render/words.ts'
import type { Subject } from '../subject.ts'

export function resultSection(subject: Subject): DraftSection {
  const { formula, derivation } = subject
  const { assuming, conditions } = derivation
  const paragraph = (...text: Said[]): DraftBlock => ({ kind: 'paragraph', text })
  const domain = whereDefined(formula, assuming, new Canon(isTotal))
  const blocks: DraftBlock[] = [{ kind: 'formula', left: primed(subject), right: derivation.to }]
  if (assuming.length > 0) blocks.push(paragraph('Assuming ', ...listed(assuming), '.'))
  if (conditions.length > 0) blocks.push(paragraph('It holds for ', ...listed(conditions), '.'))
  blocks.push(
    domain.length === 0
      ? paragraph('The formula is defined for all real numbers.')
      : paragraph('The formula is defined where ', ...listed(domain), '.'),
  )
  const borders = conditions.filter((condition) => isCall(condition, '!='))
  if (borders.length > 0) {
    blocks.push(
      paragraph(
        'Where ',
        ...listed(borders, ' or '),
        ' fails, the rules used here are silent: that alone does not say that there is no derivative.',
      ),
    )
  }
  return { id: 'result', title: ['The result'], known: 'proved', blocks }
}
