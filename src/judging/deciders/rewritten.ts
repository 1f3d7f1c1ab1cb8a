/** Inequalities that say the same: without a size, without a fraction, by logarithms. */
import type { Proved } from '../../expression/claim.ts'
import { type Condition, MIRRORED } from '../../expression/condition.ts'
import { call, type Expr, integer, isCall, multiply, negate } from '../../expression/expr.ts'
import { sides } from '../../verify/claims/parts.ts'
import type { Ground } from '../ground.ts'

/** All of these together say the same wherever what is assumed holds, as the proofs show. */
export interface Rewritten {
  readonly conditions: readonly Condition[]
  readonly proofs: readonly Proved[]
}

type Rewriting = (
  condition: Condition,
  assuming: readonly Condition[],
  ground: Ground,
) => Rewritten | undefined

const ZERO = integer(0)
const mirrored = (head: string): string => MIRRORED.get(head) ?? head

/** |u| < c as −c < u < c. */
const withoutSize: Rewriting = (condition) => {
  const [head, left, right] = sides(condition)
  const [inner] = isCall(left, 'abs') ? left.args : []
  if (!inner || !/^<=?$/.test(head)) return undefined
  return {
    conditions: [call(head, [inner, right]), call(mirrored(head), [inner, negate(right)])],
    proofs: [],
  }
}

/** u/v < w as u < w·v for v > 0, as u > w·v for v < 0. */
const withoutFraction: Rewriting = (condition, assuming, ground) => {
  const [head, left, right] = sides(condition)
  const [above, below] = isCall(left, 'divide') ? (left.args as readonly Expr[]) : []
  if (!above || !below || !/^[<>]=?$/.test(head) || !ground.varies(below)) return undefined
  for (const [sign, same] of [
    ['>', head],
    ['<', mirrored(head)],
  ] as const) {
    const proof = ground.prove({ kind: 'holds', assuming, condition: call(sign, [below, ZERO]) })
    const product = multiply(right, below)
    const isOne = right.kind === 'number' && right.value.num === right.value.den
    if (proof) return { conditions: [call(same, [above, isOne ? below : product])], proofs: [proof] }
  }
  return undefined
}

/** u < e^v as log u < v for u > 0. */
const byLogarithms: Rewriting = (condition, assuming, ground) => {
  const [head, left, right] = sides(condition)
  const [exponent] = isCall(right, 'exp') ? right.args : []
  if (!exponent || !/^[<>]=?$/.test(head)) return undefined
  const proof = ground.prove({ kind: 'holds', assuming, condition: call('>', [left, ZERO]) })
  return proof && { conditions: [call(head, [call('log', [left]), exponent])], proofs: [proof] }
}

const swapped = (condition: Condition): Condition => {
  const [head, left, right] = sides(condition)
  return call(mirrored(head), [right, left])
}

const REWRITINGS: readonly Rewriting[] = [withoutFraction, withoutSize, byLogarithms]

/** What says the same, read from either side; one after the other. */
export function* rewritings(
  condition: Condition,
  assuming: readonly Condition[],
  ground: Ground,
): Generator<Rewritten> {
  for (const one of [condition, swapped(condition)]) {
    for (const rewrite of REWRITINGS) {
      const found = rewrite(one, assuming, ground)
      if (found) yield found
    }
  }
}
