/** Chances from coefficients: the linear form of each row, and the link of it. */
import { compile, type Kernel } from '../../compute/index.ts'
import type { Expr } from '../../expression/expr.ts'
import { lossOf } from './loss.ts'

export interface Chances {
  readonly chances: Float64Array
  /** −log p and −log(1 − p). */
  readonly losses: { readonly yes: Float64Array; readonly no: Float64Array }
}

/** z = b₀ + b₁·x₁ + … for rows whose columns these are. */
export function linearForm(
  b: readonly number[],
  columns: readonly ArrayLike<number>[],
  count: number,
): Float64Array {
  const z = new Float64Array(count).fill(b[0] as number)
  columns.forEach((column, j) => {
    const factor = b[j + 1] as number
    for (let i = 0; i < count; i += 1) z[i] = (z[i] as number) + factor * (column[i] as number)
  })
  return z
}

const kernelOf = (form: Expr): Kernel => compile(form, { variables: ['z'], form: 'as-written' })

/** The chance at one z by a link. */
export function chanceOf(link: string | Expr): (z: number) => number {
  const kernel = kernelOf(lossOf(link).probability)
  return (z) => kernel(z)
}

/** The chances at z by a link. */
export function chancesAt(z: Float64Array, link: string | Expr): Chances {
  const { probability, yes, no } = lossOf(link)
  return {
    chances: kernelOf(probability)(z),
    losses: { yes: kernelOf(yes[0])(z), no: kernelOf(no[0])(z) },
  }
}
