/** Lines that the graph approaches: from the limits of f, of f(x)/x and of f(x) − m·x. */
import type { Extended } from '../../expression/claim.ts'
import { add, divide, type Expr, integer, multiply, negate } from '../../expression/expr.ts'
import type { Analyser, Subject } from '../analyser.ts'
import type { Evidence } from '../property.ts'
import { because, type Reason } from '../reason.ts'
import { type LimitAt, limitOf } from '../tends.ts'
import { limitsOf } from './limits.ts'

export type Asymptote =
  | { readonly kind: 'horizontal'; readonly towards: Extended; readonly y: Expr }
  | { readonly kind: 'vertical'; readonly x: Expr; readonly side: 'left' | 'right' }
  /** y = slope·x + intercept */
  | { readonly kind: 'oblique'; readonly towards: Extended; readonly slope: Expr; readonly intercept: Expr }

type Found = readonly [Asymptote, readonly Evidence[]]

const isNumber = (is: Extended | undefined): is is Expr => is !== undefined && typeof is !== 'string'

function from(limit: LimitAt, { study }: Subject): readonly Found[] {
  const { to, is, side } = limit
  const proofs = [limit.evidence]
  if (is === undefined) return []
  if (typeof to !== 'string')
    return typeof is === 'string' ? [[{ kind: 'vertical', x: to, side }, proofs]] : []
  if (isNumber(is)) return [[{ kind: 'horizontal', towards: to, y: is }, proofs]]
  const steep = limitOf(divide(study.f, study.x), to, side, study)
  if (!isNumber(steep.is) || study.sameValue(steep.is, integer(0))) return []
  const rest = limitOf(add(study.f, negate(multiply(steep.is, study.x))), to, side, study)
  if (!isNumber(rest.is)) return []
  const line: Asymptote = { kind: 'oblique', towards: to, slope: steep.is, intercept: rest.is }
  return [[line, [steep.evidence, rest.evidence]]]
}

const reasonFor = (lines: readonly Asymptote[], { study }: Subject): Reason => {
  if (lines.length === 0) return because('no-line')
  const isOblique = lines.some(({ kind }) => kind === 'oblique')
  return isOblique ? because('limits-of-line', { x: study.x }) : because('limits')
}

export const asymptotes: Analyser<readonly Asymptote[]> = (subject) => {
  const found = limitsOf(subject.shape, subject.study).flatMap((limit) => from(limit, subject))
  return {
    value: found.map(([line]) => line),
    why: reasonFor(
      found.map(([line]) => line),
      subject,
    ),
    how: 'worked out',
    evidence: found.flatMap(([, proofs]) => proofs),
  }
}
