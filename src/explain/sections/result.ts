/** The result, and where it holds. */
import { whereDefined } from '../../derive/conditions.ts'
import { Canon } from '../../expression/canonical.ts'
import { isCall } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { type Built, type DraftBlock, paragraph } from '../draft.ts'
import { primed } from '../name.ts'
import type { Subject } from '../subject.ts'
import { conditionsSaid, either } from '../wording/lists.ts'
import { say } from '../wording/message.ts'

export function resultSection(subject: Subject): Built {
  const { formula, derivation } = subject
  const { assuming, conditions } = derivation
  const domain = whereDefined(formula, assuming, new Canon(isTotal))
  const blocks: DraftBlock[] = [{ kind: 'formula', left: primed(subject), right: derivation.to }]
  if (assuming.length > 0)
    blocks.push(paragraph(say('result.assuming', { conditions: conditionsSaid(assuming) })))
  if (conditions.length > 0)
    blocks.push(paragraph(say('result.holds', { conditions: conditionsSaid(conditions) })))
  blocks.push(
    paragraph(
      domain.length === 0
        ? say('result.everywhere')
        : say('result.defined', { conditions: conditionsSaid(domain) }),
    ),
  )
  const borders = conditions.filter((condition) => isCall(condition, '!='))
  if (borders.length > 0) blocks.push(paragraph(say('result.silent', { conditions: either(borders) })))
  return { id: 'result', title: [say('result.title')], known: 'proved', blocks }
}
