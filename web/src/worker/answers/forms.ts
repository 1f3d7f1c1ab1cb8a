/** Another form of the formula or of its derivative: equal or not, where, and the way from one to the other. */
import { type Comparison, compare } from '../../../../src/derive/compare.ts'
import { connect } from '../../../../src/derive/connect/index.ts'
import { differentiate } from '../../../../src/derive/index.ts'
import { verify } from '../../../../src/derive/verify.ts'
import { comparisonBlocks } from '../../../../src/explain/render/comparison.ts'
import { blocksMarkup } from '../../../../src/explain/render/html.ts'
import { worded } from '../../../../src/explain/wording/worded.ts'
import { OgeeError } from '../../../../src/expression/error.ts'
import type { Expr } from '../../../../src/expression/expr.ts'
import { describePlot, plot } from '../../../../src/plot/index.ts'
import type { PlotOptions } from '../../../../src/plot/options.ts'
import type { Context } from '../../../../src/syntax/formula.ts'
import { read } from '../../../../src/syntax/index.ts'
import type { Subject } from '../../state.ts'
import { type Maths, mathsOf } from '../maths.ts'
import { pictureMarkup } from '../picture.ts'
import { subjectRead } from '../subject.ts'
import { type WorkShown, workShown } from '../work.ts'

export interface FormsQuestion extends Subject {
  readonly other: string
  /** `0` for f, `1` for f′, `2` for f″; otherwise whichever it is. */
  readonly against: string
}

export interface FormsAnswer {
  readonly verdict: 'equal' | 'different' | 'disjoint' | 'unknown'
  /** With what it was compared: `f`, and as a formula. */
  readonly name: string
  readonly maths: Maths
  readonly other: Maths
  /** Names of what it was found not to be before. */
  readonly not: readonly string[]
  /** In sentences: where, or at which point not. */
  readonly said: string
  /** The way from the formula to the other form. */
  readonly path: WorkShown | undefined
  /** Both over each other, with the point at which they differ. */
  readonly picture: { readonly svg: string; readonly described: string } | undefined
}

const BUDGET_MILLISECONDS = 4_000
const NAMES = ['f', 'f′', 'f″'] as const

/** A formula that the other form was compared with. */
interface Tried {
  readonly name: string
  readonly left: Expr
  readonly comparison: Comparison
}

/** @throws OgeeError for what cannot be read, and for what the checker refuses. */
export function answer({ other, against, ...subject }: FormsQuestion): FormsAnswer {
  const { expr, variable, context } = subjectRead(subject, BUDGET_MILLISECONDS)
  const right = readOther(other)
  const tried: Tried[] = []
  for (const [order, name] of NAMES.entries()) {
    if (against !== '' && against !== `${order}`) continue
    const left = derivativeOf(expr, order, { ...context, variable })
    if (!left) break
    tried.push({ name, left, comparison: compared(left, right, context) })
    if (tried.at(-1)?.comparison.verdict === 'equal') break
  }
  const last = tried.at(-1)
  if (!last) throw new OgeeError('E401', 'the formula cannot be derived')
  const { name, left, comparison } = last.comparison.verdict === 'equal' ? last : (tried[0] as Tried)
  const way = comparison.verdict === 'equal' ? connect(left, right, context) : undefined
  return {
    verdict: comparison.verdict,
    name,
    maths: mathsOf(left),
    other: mathsOf(right),
    not: tried.flatMap((one) =>
      one.name !== name && one.comparison.verdict === 'different' ? [one.name] : [],
    ),
    said: blocksMarkup(worded(comparisonBlocks(comparison))),
    path: way && 'steps' in way && verify(way).ok ? workShown(way, 'nested') : undefined,
    picture: pictureMarkup(() => {
      const curves = [
        { of: left, label: name },
        { of: right, label: 'the other' },
      ]
      const options = { variable, ...differenceShown(comparison, variable) }
      return { svg: plot(curves, options), described: describePlot(curves, options) }
    }),
  }
}

function compared(left: Expr, right: Expr, context: Context): Comparison {
  const comparison = compare(left, right, context)
  const check = comparison.verdict === 'unknown' ? undefined : verify(comparison.certificate)
  if (check && !check.ok) throw new OgeeError('E999', `the checker refuses the verdict: ${check.reason}`)
  return comparison
}

/** Nothing where the rules do not lead there. */
function derivativeOf(u: Expr, order: number, context: Context): Expr | undefined {
  if (order === 0) return u
  try {
    const derivation = differentiate(u, { ...context, order })
    return verify(derivation).ok ? derivation.to : undefined
  } catch (thrown) {
    if (thrown instanceof OgeeError) return undefined
    throw thrown
  }
}

const NEAR = 10

/** The point at which they differ, within the picture. */
function differenceShown(comparison: Comparison, variable: string): PlotOptions {
  const at = comparison.verdict === 'different' ? Number(comparison.at[variable]) : Number.NaN
  if (comparison.verdict !== 'different' || !Number.isFinite(at)) return {}
  const y = [comparison.left, comparison.right].map(([low]) => Number(low)).filter(Number.isFinite)
  return {
    ...(Math.abs(at) <= NEAR ? {} : { from: at - NEAR, to: at + NEAR }),
    data: [{ x: y.map(() => at), y, label: 'here they differ', marker: 'o' }],
  }
}

/** An error about the other form is told as one about it. */
function readOther(text: string): Expr {
  if (text.trim() === '') throw new OgeeError('E101', 'another form of the formula is missing')
  return read(text).expr
}
