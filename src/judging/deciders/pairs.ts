/** Two functions: inverse of each other, derivative, antiderivative. */
import { printed } from '../../analyse/printed.ts'
import { compare } from '../../derive/compare.ts'
import { type Condition, defined } from '../../expression/condition.ts'
import { derivative, type Expr, substitute, symbol } from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { variableOf } from '../../syntax/formula.ts'
import type { Ground } from '../ground.ts'
import { all, no, type Outcome, unknown, withEvidence, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'
import { equalEverywhere } from './comparing.ts'
import { regular } from './regularity.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

/** g(f(x)) = x and f(g(y)) = y, at every point of the domain of the inner function. What is said of x restricts g. */
export function inverse({ other }: Of<'inverse of'>, ground: Ground): Outcome {
  const { f, variable, within, assuming } = ground
  const letter = variableOf(other, ground.context)
  const [x, y] = [symbol(variable), symbol(letter)]
  const restricted = within.map((condition) => substitute(condition, new Map([[variable, y]])))
  const free = ground.at([])
  const reaches = all([
    ...restricted.map((condition) => reached(substitute(condition, new Map([[letter, f]])), free)),
    identity(substitute(other, new Map([[letter, f]])), f, x, free, []),
  ])
  if (reaches.verdict !== 'true') return reaches
  const back = identity(substitute(f, new Map([[variable, other]])), other, y, free, restricted)
  const both = all([reaches, back])
  return both.verdict === 'true' ? { ...both, because: 'each undoes the other' } : both

  /** The values of f lie where the other function is said to be restricted to. */
  function reached(condition: Condition, on: Ground): Outcome {
    const proof = on.prove({ kind: 'holds', assuming: [...assuming, on.isDefined], condition })
    return proof ? yes('', proof) : unknown(`whether ${printed(condition)} is not known`)
  }
}

/** Is u the variable again, wherever `inner` is defined? */
function identity(u: Expr, inner: Expr, x: Expr, ground: Ground, within: readonly Condition[]): Outcome {
  const different = `put into one another they give ${printed(u)}, which is not ${printed(x)} there`
  const outcome = equalEverywhere(u, x, ground, { equal: `${printed(u)} = ${printed(x)}`, different }, within)
  if (outcome.verdict !== 'true') return outcome
  const domain = compare(u, inner, { ...ground.context, assuming: [...ground.assuming, ...within] })
  const domains = 'domains' in domain ? domain.domains : 'unknown'
  if (domains === 'same') return withEvidence(outcome, 'certificate' in domain ? [domain.certificate] : [])
  if (domains === 'right-wider')
    return no(`${printed(u)} is not defined wherever ${printed(inner)} is`, ...outcome.evidence)
  const assuming = [...ground.assuming, ...within]
  const proofs = domainOf(u, ground.study.canon).map(
    (condition) =>
      ground.prove({ kind: 'holds', assuming, condition }) ??
      ground.prove({ kind: 'holds', assuming: [...assuming, defined(inner)], condition }),
  )
  return proofs.every((proof) => proof !== undefined)
    ? withEvidence(outcome, proofs)
    : unknown(`whether ${printed(u)} is defined wherever ${printed(inner)} is, is not known`)
}

/** f = g′. */
export const derivativeOf = ({ other }: Of<'derivative of'>, ground: Ground): Outcome =>
  sameAs(derivative(other, symbol(variableOf(other, ground.context))), ground.f, ground)

/** f′ = g, and f has a derivative wherever it is defined. */
export function antiderivativeOf({ other }: Of<'antiderivative of'>, ground: Ground): Outcome {
  const slope = derivative(ground.f, symbol(ground.variable))
  const equal = sameAs(slope, other, ground)
  if (equal.verdict !== 'true') return equal
  const silent = ground
    .about(slope)
    .within.filter((condition) => !ground.prove({ kind: 'holds', assuming: given(ground), condition }))
  if (silent.length === 0) return equal
  const everywhere = regular({ kind: 'differentiable' }, ground)
  return everywhere.verdict === 'true' ? withEvidence(equal, everywhere.evidence) : everywhere
}

const given = ({ assuming, within, isDefined }: Ground): Condition[] => [...assuming, ...within, isDefined]

const sameAs = (slope: Expr, g: Expr, ground: Ground): Outcome => {
  const worked = ground.about(slope)
  const outcome = equalEverywhere(worked.f, g, worked, {
    equal: `the derivative is ${printed(worked.f)}`,
    different: `the derivative is ${printed(worked.f)}, which has another value there`,
  })
  return withEvidence(outcome, ground.derivations)
}
