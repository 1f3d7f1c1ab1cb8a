/**
 * What is often said of such functions and is not true of this one, each with what is true instead. A claim is
 * chosen by the shape, and shown only if the properties that refute it, or the judge's refutation, were replayed.
 */
import { type Analysis, propertiesNamed } from '../../analyse/index.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { OgeeError } from '../../expression/error.ts'
import { type Expr, mentions } from '../../expression/expr.ts'
import { judgeSentences, type Said as Saying } from '../../judging/index.ts'
import { CHOOSERS, type Claim, type Known, type Shape } from '../claims/choosers.ts'
import { signSlip } from '../claims/sign-slip.ts'
import { absent, type Built, type Said } from '../draft.ts'
import { calledOf, derivativeCalled, type Name } from '../name.ts'
import { ownForm } from '../own-form.ts'
import { ROWS, type SaysOf } from '../properties/rows.ts'
import { Terms } from '../properties/terms.ts'
import { analysisOf, replayFor, slopeAnalysisOf } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { say } from '../wording/message.ts'

type Row = (readonly Said[])[]

export function claimsSection(subject: Subject): Built {
  const shape = shapeOf(subject)
  if (!shape) return absent(say('claims.not-analysed'))
  const rows = [
    ...signSlip(subject),
    ...CHOOSERS.flatMap((choose) => choose(shape)).flatMap((claim) => refuted(claim, subject)),
  ]
  if (rows.length === 0) return absent(say('claims.absent'))
  return {
    id: 'claims',
    title: [say('claims.title')],
    known: 'proved',
    blocks: [
      { kind: 'paragraph', text: [say('claims.about')] },
      { kind: 'table', header: [[say('claims.claim')], [say('claims.instead')]], rows },
    ],
  }
}

function shapeOf(subject: Subject): Shape | undefined {
  const [own, slope] = [analysisOf(subject), slopeAnalysisOf(subject)]
  if (subject.order !== 1 || !own || !slope) return undefined
  const known = (formula: Expr, analysis: Analysis, called: Name): Known => ({
    formula,
    analysis,
    terms: new Terms(analysis, called),
  })
  return {
    own: known(ownForm(subject), own, calledOf(subject)),
    slope: known(slope.formula, slope, derivativeCalled(subject)),
  }
}

/** The row of a claim that is false, with what is true; nothing where either is not proved. */
function refuted({ about, saying, said, instead }: Claim, subject: Subject): Row[] {
  const replay = replayFor(subject)
  if (saying && !isRefuted(saying, about, subject)) return []
  const corrections = instead.map(([known, name]) => {
    const found = propertiesNamed(known.analysis, name).filter((one) => replay.accepts(one))
    const says = ROWS[name] as SaysOf<unknown>
    return found.flatMap(({ value }) => {
      const words = says(value, known.terms)
      return words ? [say('claims.correction', { of: known.terms.fx, property: words })] : []
    })
  })
  // it is these properties that refute the claim
  return corrections.some((one) => one.length === 0) ? [] : [[[said], corrections.flat()]]
}

/** What the judge says of it. */
function isRefuted(saying: Saying, { analysis, formula }: Known, subject: Subject): boolean {
  const given = [...analysis.assuming, ...analysis.supposing]
  const letters = given.filter((condition) => !mentions(condition, subject.variable))
  const sentence = { kind: 'function', of: formula, said: saying, on: [], not: false } as const
  try {
    const judged = judgeSentences([sentence], letters, subject.within(0.2))
    return judged.verdict === 'false' && replayFor(subject).accepts(judged)
  } catch (error) {
    if (error instanceof OutOfBudget || error instanceof OgeeError) return false
    throw error
  }
}
