/**
 * Sines and cosines of one angle: A + B·s + C·c, or A + D·s² + E·s·c + F·c². As s² + c² = 1, a multiple of
 * s² + c² − 1 may be added, so that what comes out is a sum of squares.
 */

import { DivisionByZero } from '../../../derive/in-terms-of/fraction.ts'
import { inKernels, Opaque } from '../../../derive/in-terms-of/kernels.ts'
import {
  numberIn,
  type Term,
  TooLarge,
  termsOf,
  withinBounds,
} from '../../../derive/in-terms-of/polynomial.ts'
import type { Proof } from '../../../expression/claim.ts'
import { add, call, type Expr, integer, isCall, multiply, raise } from '../../../expression/expr.ts'
import { numberTerm } from '../../../expression/number-term.ts'
import {
  minus,
  over,
  plus,
  type Rational,
  rational,
  signOf,
  times,
  ZERO,
} from '../../../expression/rational.ts'
import type { Work } from '../work.ts'
import { from, type Inequality } from './form.ts'

export function byCircle(inequality: Inequality, work: Work): Proof | undefined {
  const found = onCircle(inequality.of)
  const squares = found && (ofLines(found) ?? ofSquares(found))
  return squares && from(inequality, squares, found.size, work)
}

/** The coefficients, by the exponents of s and c: `10` is that of s. */
interface OnCircle {
  readonly angle: Expr
  readonly of: (exponents: string) => Rational
  readonly isLinear: boolean
  /** What the sum was divided by. */
  readonly size: Expr
}

const KINDS = new Set(['00', '10', '01', '20', '11', '02'])

function onCircle(u: Expr): OnCircle | undefined {
  const read = readTerms(u)
  if (!read) return undefined
  const { terms, kernel, below } = read
  const angles = new Map<string, Rational>()
  let angle: Expr | undefined
  for (const { coefficient, exponents } of terms) {
    let [s, c] = [0, 0]
    for (const [v, n] of exponents) {
      const term = kernel(v)
      const isSine = isCall(term, 'sin')
      if (!isSine && !isCall(term, 'cos')) return undefined
      angle ??= (term as Extract<Expr, { readonly kind: 'call' }>).args[0]
      if (isSine) s += n
      else c += n
    }
    angles.set(`${s}${c}`, coefficient)
  }
  const kinds = [...angles.keys()]
  if (!angle || !kinds.every((kind) => KINDS.has(kind)) || signOf(below) <= 0) return undefined
  const isLinear = kinds.every((kind) => ['00', '10', '01'].includes(kind))
  const of = (exponents: string): Rational => angles.get(exponents) ?? ZERO
  return { angle, of, isLinear, size: numberTerm(over(rational(1n), below)) }
}

interface Read {
  readonly terms: readonly Term[]
  readonly kernel: (v: number) => Expr
  readonly below: Rational
}

function readTerms(u: Expr): Read | undefined {
  try {
    return withinBounds(() => {
      const { kernels, fractions } = inKernels([u], 'sine and cosine')
      const [fraction] = fractions
      const below = fraction && numberIn(fraction.below)
      return fraction && below && { terms: termsOf(fraction.above), kernel: (v) => kernels.termOf(v), below }
    })
  } catch (stopped) {
    if ([Opaque, TooLarge, DivisionByZero].some((kind) => stopped instanceof kind)) return undefined
    throw stopped
  }
}

const FOUR = rational(4n)
const HALF = rational(1n, 2n)

/** ½A·(s + B/A)² + ½A·(c + C/A)² + ½A − (B² + C²)/(2A). */
function ofLines({ angle, of, isLinear }: OnCircle): Expr | undefined {
  const [a, b, c] = [of('00'), of('10'), of('01')]
  if (!isLinear || signOf(a) <= 0) return undefined
  const half = times(a, HALF)
  const rest = minus(half, over(plus(times(b, b), times(c, c)), times(rational(2n), a)))
  const square = (head: string, shift: Rational): Expr =>
    multiply(numberTerm(half), raise(add(call(head, [angle]), numberTerm(shift)), integer(2)))
  return add(square('sin', over(b, a)), square('cos', over(c, a)), numberTerm(rest))
}

/** With A·(s² + c²) for A: a·(s + E/(2a)·c)² + (F + A − E²/(4a))·c², where a = A + D. */
function ofSquares({ angle, of }: OnCircle): Expr | undefined {
  if (signOf(of('10')) !== 0 || signOf(of('01')) !== 0) return undefined
  const a = plus(of('00'), of('20'))
  if (signOf(a) <= 0) return undefined
  const e = of('11')
  const rest = minus(plus(of('02'), of('00')), over(times(e, e), times(FOUR, a)))
  const [sine, cosine] = [call('sin', [angle]), call('cos', [angle])]
  const turned = add(sine, multiply(numberTerm(over(e, times(rational(2n), a))), cosine))
  return add(
    multiply(numberTerm(a), raise(turned, integer(2))),
    multiply(numberTerm(rest), raise(cosine, integer(2))),
  )
}
