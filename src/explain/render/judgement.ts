/** A claim judged, in a sentence: why it is true, or where it fails and what is true instead. */
import type { Judgement } from '../../judging/index.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import type { DraftBlock } from '../draft.ts'

export function judgementBlocks(judgement: Judgement): DraftBlock[] {
  const paragraph = (text: string): DraftBlock => ({ kind: 'paragraph', text: [text] })
  if (judgement.verdict === 'unknown') return [paragraph(`unknown: ${judgement.reason}`)]
  if (judgement.verdict === 'true') return [paragraph(`true: ${judgement.because}`)]
  const { at, because, instead } = judgement
  const point = Object.entries(at ?? {}).map(([name, value]) => `${name} = ${value}`)
  const where = point.length === 0 ? '' : `at ${point.join(', ')}: `
  return [
    paragraph(`false: ${where}${because}`),
    ...(instead === undefined ? [] : [paragraph(`instead: ${instead}`)]),
  ]
}

/** The judgement as JSON data, with the certificates that `verify` accepts. */
export function judgementData(judgement: Judgement): object {
  if (judgement.verdict === 'unknown') return { schema: SCHEMA, ...judgement }
  const { certificates, ...said } = judgement
  return { schema: SCHEMA, ...said, certificates: certificates() }
}
