/** Two functions: inverse of each other, derivative, antiderivative. */
import { printed } from '../../analyse/printed.ts'
import { compare } from '../../derive/compare.ts'
import { derivative, type Expr, substitute, symbol } from '../../expression/expr.ts'
import { variableOf } from '../../syntax/formula.ts'
import type { Ground } from '../ground.ts'
import { no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

/** g(f(x)) = x and f(g(x)) = x, at every point where the inner function is defined. */
export function inverse({ other }: Of<'inverse of'>, ground: Ground): Outcome {
  const { f, variable, context } = ground
  const letter = variableOf(other, context)
  const both = [
    { inner: f, outer: other, by: letter, of: variable },
    { inner: other, outer: f, by: variable, of: letter },
  ]
  const outcomes = both.map(({ inner, outer, by, of }) =>
    identity(substitute(outer, new Map([[by, inner]])), inner, symbol(of), ground),
  )
  const failing = outcomes.find(({ verdict }) => verdict === 'false')
  if (failing) return failing
  const open = outcomes.find(({ verdict }) => verdict === 'unknown')
  if (open) return open
  return yes(
    'each undoes the other',
    ...outcomes.flatMap((outcome) => ('evidence' in outcome ? outcome.evidence : [])),
  )
}

/** Is u the variable again, wherever `inner` is defined? */
function identity(u: Expr, inner: Expr, x: Expr, { assuming, context }: Ground): Outcome {
  const verdict = compare(u, x, { ...context, assuming })
  if (verdict.verdict === 'different') {
    return {
      ...no(
        `put into one another they give ${printed(u)}, which is not ${printed(x)} there`,
        verdict.certificate,
      ),
      at: verdict.at,
    } as Outcome
  }
  if (verdict.verdict !== 'equal')
    return unknown('reason' in verdict ? verdict.reason : 'they are nowhere both defined')
  const domain = compare(u, inner, { ...context, assuming })
  if ('domains' in domain && domain.domains !== 'same' && domain.domains !== 'unknown') {
    return no(`${printed(u)} is not defined wherever ${printed(inner)} is`, verdict.certificate)
  }
  return yes(`${printed(u)} = ${printed(x)}`, verdict.certificate)
}

/** f = g′. */
export const derivativeOf = ({ other }: Of<'derivative of'>, ground: Ground): Outcome =>
  sameAs(derivative(other, symbol(variableOf(other, ground.context))), ground.f, ground)

/** f′ = g. */
export const antiderivativeOf = ({ other }: Of<'antiderivative of'>, ground: Ground): Outcome =>
  sameAs(derivative(ground.f, symbol(ground.variable)), other, ground)

function sameAs(slope: Expr, g: Expr, { assuming, within, context, derivations }: Ground): Outcome {
  const verdict = compare(slope, g, { ...context, assuming: [...assuming, ...within] })
  switch (verdict.verdict) {
    case 'equal':
      return yes(
        `the derivative is ${printed(g)}`,
        verdict.certificate,
        ...(verdict.derivations ?? []),
        ...derivations,
      )
    case 'different':
      return {
        ...no('the derivative has another value there', verdict.certificate, ...derivations),
        at: verdict.at,
      } as Outcome
    case 'disjoint':
      return no('the two are nowhere both defined', verdict.certificate)
    case 'unknown':
      return unknown(verdict.reason)
  }
}
