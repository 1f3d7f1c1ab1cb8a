/** Two formulas compared, in a sentence or two: where they are equal, or a point that shows they are not. */
import type { Verdict } from '../../decide/verdict.ts'
import type { Comparison } from '../../derive/compare.ts'
import { toJson } from '../../derive/json.ts'
import { print } from '../../syntax/index.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import { type DraftBlock, paragraph } from '../draft.ts'
import { conditionsSaid, inRow } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'
import { textSaid } from '../wording/reasons.ts'
import { apart } from './about.ts'

/** The verdict in a sentence. */
function verdictSentence(verdict: Verdict): Message {
  switch (verdict.verdict) {
    case 'equal': {
      const { where } = verdict
      const domains = say(`comparison.domains.${verdict.domains}`)
      return where.length === 0
        ? say('comparison.equal', { domains })
        : say('comparison.equal-for', { conditions: conditionsSaid(where), domains })
    }
    case 'different': {
      const point = inRow(Object.entries(verdict.at).map(([name, value]) => `${name} = ${value}`))
      const values = apart(verdict.left, verdict.right)
      if (!values) return point === '' ? say('comparison.differs') : say('comparison.differs-at', { point })
      const [left, right] = values
      return point === ''
        ? say('comparison.different', { left, right })
        : say('comparison.different-at', { point, left, right })
    }
    case 'disjoint':
      return say('comparison.disjoint')
    case 'unknown':
      return say('comparison.unknown', { reason: textSaid(verdict.reason) })
  }
}

/** What is to be said: the sentence, and how derivatives in the formulas were worked out. */
export function comparisonBlocks(comparison: Comparison): DraftBlock[] {
  const worked = (comparison.derivations ?? []).map(
    ({ from, to }): DraftBlock => ({ kind: 'formula', left: from, right: to }),
  )
  const blocks: DraftBlock[] = [paragraph(verdictSentence(comparison))]
  if (worked.length === 0) return blocks
  return [...blocks, paragraph(say('comparison.worked-out')), ...worked]
}

/** The comparison as JSON data; its certificate is what `verify` accepts. */
export function comparisonData(comparison: Comparison): object {
  const head = { schema: SCHEMA, verdict: comparison.verdict }
  const derivations = comparison.derivations ? { derivations: comparison.derivations.map(toJson) } : {}
  switch (comparison.verdict) {
    case 'equal': {
      const { by, domains, where, certificate } = comparison
      return { ...head, by, domains, where: where.map((c) => print(c)), certificate, ...derivations }
    }
    case 'different': {
      const { at, left, right, certificate } = comparison
      return { ...head, at, left, right, certificate, ...derivations }
    }
    case 'disjoint':
      return { ...head, domains: comparison.domains, certificate: comparison.certificate, ...derivations }
    case 'unknown':
      return { ...head, reason: comparison.reason, ...derivations }
  }
}
