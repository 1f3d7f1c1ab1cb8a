/** Another form of the formula: equal or not, where, and the way from one to the other. */
import { compare } from '../../../../src/derive/compare.ts'
import { connect } from '../../../../src/derive/connect/index.ts'
import { verify } from '../../../../src/derive/verify.ts'
import { shownLines } from '../../../../src/explain/lines.ts'
import { comparisonBlocks } from '../../../../src/explain/render/comparison.ts'
import { blocksMarkup } from '../../../../src/explain/render/html.ts'
import { worded } from '../../../../src/explain/wording/worded.ts'
import { linesOfWork } from '../../../../src/explain/work.ts'
import { OgeeError } from '../../../../src/expression/error.ts'
import { describePlot, plot } from '../../../../src/plot/index.ts'
import { read } from '../../../../src/syntax/index.ts'
import type { Subject } from '../../state.ts'
import { type Line, linesShown, type Maths, mathsOf } from '../maths.ts'
import { pictureMarkup } from '../picture.ts'
import { subjectRead } from '../subject.ts'

export interface FormsAnswer {
  readonly verdict: 'equal' | 'different' | 'disjoint' | 'unknown'
  /** In sentences: where, or at which point not. */
  readonly said: string
  /** The way from the formula to the other form. */
  readonly path: { readonly from: Maths; readonly lines: readonly Line[] } | undefined
  /** Both over each other, with the point at which they differ. */
  readonly picture: { readonly svg: string; readonly described: string } | undefined
}

const BUDGET_MILLISECONDS = 4_000

/** @throws OgeeError for what cannot be read, and for what the checker refuses. */
export function answer({ other, ...subject }: Subject & { readonly other: string }): FormsAnswer {
  const { expr, variable, context } = subjectRead(subject, BUDGET_MILLISECONDS)
  const right = readOther(other)
  const comparison = compare(expr, right, context)
  if (comparison.verdict !== 'unknown') {
    const check = verify(comparison.certificate)
    if (!check.ok) throw new OgeeError('E999', `the checker refuses the verdict: ${check.reason}`)
  }
  const way = comparison.verdict === 'equal' ? connect(expr, right, context) : undefined
  const isShown = way !== undefined && 'steps' in way && verify(way).ok
  return {
    verdict: comparison.verdict,
    said: blocksMarkup(worded(comparisonBlocks(comparison))),
    path: isShown
      ? {
          from: mathsOf(way.from),
          lines: linesShown(
            way.from,
            worded(linesOfWork(way, 'main')),
            shownLines(way, 'main').map(({ head }) => head.rule ?? undefined),
          ),
        }
      : undefined,
    picture: pictureMarkup(() => {
      const at = comparison.verdict === 'different' ? Number(comparison.at[variable]) : Number.NaN
      const curves = [
        { of: expr, label: 'yours' },
        { of: right, label: 'the other' },
      ]
      const options = { variable, ...(Number.isFinite(at) ? { ...around(at), data: [pointAt(at)] } : {}) }
      return { svg: plot(curves, options), described: describePlot(curves, options) }
    }),
  }

  function pointAt(at: number) {
    const values = comparison.verdict === 'different' ? [comparison.left, comparison.right] : []
    const y = values.map(([low]) => Number(low)).filter(Number.isFinite)
    return { x: y.map(() => at), y, label: 'here they differ', marker: 'o' }
  }
}

const around = (at: number): object => (Math.abs(at) <= 10 ? {} : { from: at - 10, to: at + 10 })

/** An error about the other form is told as one about it. */
function readOther(text: string) {
  if (text.trim() === '') throw new OgeeError('E101', 'another form of the formula is missing')
  return read(text).expr
}
