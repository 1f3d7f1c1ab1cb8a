/** Two formulas compared, in a sentence or two: where they are equal, or a point that shows they are not. */
import type { Domains, Verdict } from '../../decide/verdict.ts'
import type { Comparison } from '../../derive/compare.ts'
import { toJson } from '../../derive/json.ts'
import { print } from '../../syntax/index.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import type { DraftBlock, Said } from '../draft.ts'
import { apart } from './about.ts'
import { listed } from './words.ts'

/** How the domains lie to each other, as the second half of a sentence. */
const DOMAINS: Readonly<Record<Domains, string>> = {
  same: 'both have the same domain',
  'left-wider': 'the left side is defined at more points',
  'right-wider': 'the right side is defined at more points',
  overlap: 'each is defined at points where the other is not',
  disjoint: 'they are nowhere both defined',
  unknown: 'how their domains compare is not known',
}

/** The verdict in a sentence. */
function verdictSentence(verdict: Verdict): Said[] {
  switch (verdict.verdict) {
    case 'equal': {
      const { where, domains } = verdict
      const held: Said[] = where.length === 0 ? [] : ['for ', ...listed(where), ', ']
      return ['equal ', ...held, 'wherever both are defined; ', DOMAINS[domains]]
    }
    case 'different': {
      const point = Object.entries(verdict.at).map(([name, value]) => `${name} = ${value}`)
      const at = point.length === 0 ? '' : `at ${point.join(', ')} `
      const values = apart(verdict.left, verdict.right)
      return values
        ? [`different: ${at}the left side is ${values[0]}, the right side is ${values[1]}`]
        : [`different: ${at}the two sides differ, but only after more digits than fit here`]
    }
    case 'disjoint':
      return [`disjoint: ${DOMAINS.disjoint}, so there is nothing to compare`]
    case 'unknown':
      return [`unknown: ${verdict.reason}`]
  }
}

/** What is to be said: the sentence, and how derivatives in the formulas were worked out. */
export function comparisonBlocks(comparison: Comparison): DraftBlock[] {
  const worked = (comparison.derivations ?? []).map(
    ({ from, to }): DraftBlock => ({ kind: 'formula', left: from, right: to }),
  )
  const blocks: DraftBlock[] = [{ kind: 'paragraph', text: verdictSentence(comparison) }]
  if (worked.length === 0) return blocks
  return [...blocks, { kind: 'paragraph', text: ['with the derivatives worked out:'] }, ...worked]
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
