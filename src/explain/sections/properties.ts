/** What the function does, and what its derivative does: every property with its value and the reason. */
import type { Known } from '../article.ts'
import type { DraftBlock, DraftSection } from '../draft.ts'
import { calledOf, derivativeCalled } from '../name.ts'
import { told } from '../properties/table.ts'
import { analysisOf, replayFor, slopeAnalysisOf } from '../studied.ts'
import type { Subject } from '../subject.ts'

export function propertiesSection(subject: Subject): DraftSection | undefined {
  if (subject.order !== 1) return undefined
  const analysis = analysisOf(subject)
  const replay = replayFor(subject)
  const own = analysis && told(analysis, calledOf(subject), { replay })
  if (!own) return undefined
  const slope = slopeAnalysisOf(subject)
  const said = [...analysis.assuming, ...analysis.supposing]
  const after = slope && told(slope, derivativeCalled(subject), { replay, said })
  const blocks: DraftBlock[] = [...own.blocks]
  if (after) {
    const text = ['Of its derivative ', derivativeCalled(subject, subject.variable), ':']
    blocks.push({ kind: 'paragraph', text }, ...after.blocks)
  }
  const known: readonly Known[] = [own.known, ...(after ? [after.known] : [])]
  return {
    id: 'properties',
    title: ['Properties'],
    known: known.includes('enclosed') ? 'enclosed' : 'proved',
    blocks,
  }
}
