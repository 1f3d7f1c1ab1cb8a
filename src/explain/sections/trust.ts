/** How each line is known: what was replayed, and what that rests on. */
import { ruleNamed, tableOf } from '../../rules/book.ts'
import type { DraftSection, Said } from '../draft.ts'
import type { Subject } from '../subject.ts'

export function trustSection({ derivation }: Subject): DraftSection {
  const { steps } = derivation
  const names = [...new Set(steps.flatMap((step) => (step.rule === null ? [] : [step.rule])))]
  const calculations = steps.filter((step) => step.rule === null).length
  const counted = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`
  const items = names.map((name): Said[] => {
    const times = steps.filter((step) => step.rule === name).length
    const form = ruleNamed(name)?.form ?? ''
    return [
      `${name}: `,
      { code: form },
      ` (${tableOf(name)?.title ?? ''}${times > 1 ? `, ${times} times` : ''})`,
    ]
  })
  return {
    id: 'trust',
    title: ['How this is known'],
    known: 'proved',
    blocks: [
      {
        kind: 'paragraph',
        text: [
          `The checker has replayed every chain of lines above. The derivative took ${counted}`,
          calculations > 0 ? `, ${calculations} of them plain arithmetic` : '',
          '. Beyond arithmetic they rest on these rules, each asserted in a table and sampled in the tests for value and domain:',
        ],
      },
      { kind: 'list', items },
    ],
  }
}
