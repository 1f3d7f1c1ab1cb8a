/** Mirror and point symmetry, periods: the function compared with itself at another place. */

import { printed } from '../../analyse/printed.ts'
import { compare } from '../../derive/compare.ts'
import { add, type Expr, integer, multiply, negate, substitute, symbol } from '../../expression/expr.ts'
import type { Ground } from '../ground.ts'
import { no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

const twice = (u: Expr): Expr => multiply(integer(2), u)

export function mirrored({ about }: Of<'mirrored'>, ground: Ground): Outcome {
  const other = shifted(ground, add(twice(about), negate(symbol(ground.variable))))
  return same(
    ground.f,
    other,
    ground,
    `f(2a − ${ground.variable}) = f(${ground.variable}) with a = ${printed(about)}`,
  )
}

export function turned({ about, value }: Of<'turned'>, ground: Ground): Outcome {
  const other = shifted(ground, add(twice(about), negate(symbol(ground.variable))))
  const turnedBack = add(twice(value), negate(other))
  const [a, b] = [printed(about), printed(value)]
  return same(
    ground.f,
    turnedBack,
    ground,
    `f(2a − ${ground.variable}) = 2b − f(${ground.variable}) with a = ${a}, b = ${b}`,
  )
}

export function periodic({ period }: Of<'periodic'>, ground: Ground): Outcome {
  if (period) {
    const other = shifted(ground, add(symbol(ground.variable), period))
    return same(ground.f, other, ground, `f(${ground.variable} + ${printed(period)}) = f(${ground.variable})`)
  }
  for (const candidate of PERIODS) {
    const outcome = periodic({ kind: 'periodic', period: candidate }, ground)
    if (outcome.verdict === 'true') return outcome
  }
  const limits = ground.find('limits')?.value ?? []
  const moves = ground.find('monotone')
  const tends = limits.find(({ to, proof }) => typeof to === 'string' && proof)
  const isConstant = moves?.value.every(({ direction }) => direction === 'constant')
  if (tends?.proof && isConstant === false) {
    return no(
      'it tends to a limit far out and is not constant, as no periodic function does',
      tends.proof,
      ...(moves?.evidence ?? []),
    )
  }
  return unknown('no period was found')
}

const pi = symbol('pi')
const PERIODS: readonly Expr[] = [twice(pi), pi, integer(1), integer(2), multiply(integer(4), pi)]

const shifted = ({ f, variable }: Ground, to: Expr): Expr => substitute(f, new Map([[variable, to]]))

function same(
  f: Expr,
  other: Expr,
  { assuming, within, context, derivations }: Ground,
  says: string,
): Outcome {
  const verdict = compare(other, f, { ...context, assuming: [...assuming, ...within] })
  switch (verdict.verdict) {
    case 'equal':
      if (verdict.domains === 'same') return yes(says, verdict.certificate, ...derivations)
      return verdict.domains === 'unknown'
        ? unknown('whether the domain has the symmetry is not known')
        : no('the domain does not have that symmetry', verdict.certificate)
    case 'different':
      return { ...no(`there ${says} fails`, verdict.certificate, ...derivations), at: verdict.at } as Outcome
    case 'disjoint':
      return no('the function is nowhere defined at both places', verdict.certificate)
    case 'unknown':
      return unknown(verdict.reason)
  }
}
