/** What the function does, and what its derivative does: every property with its value and the reason. */
import type { Known } from '../article.ts'
import { absent, type Built, type DraftBlock, paragraph } from '../draft.ts'
import { calledOf, derivativeCalled } from '../name.ts'
import { told } from '../properties/table.ts'
import { analysisOf, replayFor, slopeAnalysisOf } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { say } from '../wording/message.ts'

export function propertiesSection(subject: Subject): Built {
  if (subject.order !== 1) return absent(say('properties.of-higher'))
  const analysis = analysisOf(subject)
  const replay = replayFor(subject)
  const own = analysis && told(analysis, calledOf(subject), { replay })
  if (!own) return absent(say('properties.absent'))
  const slope = slopeAnalysisOf(subject)
  const said = [...analysis.assuming, ...analysis.supposing]
  const after = slope && told(slope, derivativeCalled(subject), { replay, said })
  const blocks: DraftBlock[] = [...own.blocks]
  if (after) {
    const name = derivativeCalled(subject, subject.variable)
    blocks.push(paragraph(say('properties.of-derivative', { slope: name })), ...after.blocks)
  }
  const known: readonly Known[] = [own.known, ...(after ? [after.known] : [])]
  return {
    id: 'properties',
    title: [say('properties.title')],
    known: known.includes('enclosed') ? 'enclosed' : 'proved',
    blocks,
  }
}
