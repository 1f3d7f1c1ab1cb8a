/** A claim judged, in a sentence: why it is true, or where it fails and what is true instead. */
import type { Judgement } from '../../judging/index.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import { type DraftBlock, paragraph } from '../draft.ts'
import { inRow } from '../wording/lists.ts'
import { say } from '../wording/message.ts'

export function judgementBlocks(judgement: Judgement): DraftBlock[] {
  if (judgement.verdict === 'unknown')
    return [paragraph(say('judgement.unknown', { reason: judgement.reason }))]
  const { because } = judgement
  if (judgement.verdict === 'true') return [paragraph(say('judgement.true', { because }))]
  const { at = {}, instead } = judgement
  const point = inRow(Object.entries(at).map(([name, value]) => `${name} = ${value}`))
  return [
    paragraph(
      point === '' ? say('judgement.false', { because }) : say('judgement.false-at', { point, because }),
    ),
    ...(instead === undefined ? [] : [paragraph(say('judgement.instead', { instead }))]),
  ]
}

/** The judgement as JSON data, with the certificates that `verify` accepts. */
export function judgementData(judgement: Judgement): object {
  if (judgement.verdict === 'unknown') return { schema: SCHEMA, ...judgement }
  const { certificates, ...said } = judgement
  return { schema: SCHEMA, ...said, certificates: certificates() }
}
