/** A field's curve from an S-curve: F(t) = M·S(z), with its slope, that slope through F itself, and places. */
import { differentiate } from '../../derive/index.ts'
import type { Condition } from '../../expression/condition.ts'
import {
  call,
  derivative,
  type Expr,
  integer,
  multiply,
  productOf,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { parse } from '../../syntax/plain-only.ts'
import type { Equation, Pair } from './equation.ts'
import { ONE, type Scaled, scaledOf, tidied } from './scaled.ts'
import type { Bend, Shape } from './shape.ts'

/** How a field writes it; formulas as one would type them. */
export interface Writing {
  /** P(t) */
  readonly name: string
  readonly variable: string
  /** The upper level M; 1 if there is none. */
  readonly size?: string
  /** z and dz/dt */
  readonly z: string
  readonly rate: string
  /** The place with a given z, written z. */
  readonly place: string
  /** The letters that are positive, with spaces between. */
  readonly positive: string
}

export interface Response {
  readonly scaled: Scaled
  /** What is true of the letters. */
  readonly assuming: readonly Condition[]
  /** F */
  readonly form: Expr
  readonly slope: Expr
  readonly defined: Equation
  readonly derived: Equation
  /** The slope through F. */
  readonly reused: Equation | undefined
  /** The place with S(z) = share. */
  readonly placeOf: (share: Expr) => Expr | undefined
  /** Where it is steepest, with F and the slope there. */
  readonly steepest: Steepest | undefined
  /** F, and its slope, at a place. */
  readonly at: (place: Expr) => Expr
  readonly slopeAt: (place: Expr) => Expr
  /** M·u and M·(dz/dt)·u */
  readonly sized: (u: Expr) => Expr
  readonly rated: (u: Expr) => Expr
}

export interface Steepest {
  readonly at: Expr
  readonly value: Expr
  readonly slope: Expr
  /** Of F and of its slope at the place. */
  readonly proofs: readonly [Pair, Pair]
}

export function responseOf(shape: Shape, writing: Writing): Response | undefined {
  const scaled = scaledOf(shape)
  if (!scaled) return undefined
  const { name, variable } = writing
  const [z, rate, place] = [writing.z, writing.rate, writing.place].map((text) => parse(text)) as [
    Expr,
    Expr,
    Expr,
  ]
  const size = writing.size === undefined ? [] : [symbol(writing.size)]
  const t = symbol(variable)
  const sized = (u: Expr): Expr => tidied(productOf([...size, u]))
  const rated = (u: Expr): Expr => tidied(multiply(...size, rate, u))
  const form = sized(scaled.at(z))
  const assuming = positive(writing.positive)
  const derivation = differentiate(form, { variable, assuming })
  const slope = derivation.to
  const called = call(name, [t])
  const left = derivative(called, t)
  const put = (u: Expr, value: Expr): Expr => substitute(u, new Map([[variable, value]]))
  const placed = (value: Expr): Expr => tidied(substitute(place, new Map([['z', value]])))
  return {
    scaled,
    assuming,
    form,
    slope,
    defined: { left: called, right: form },
    derived: { left, right: slope, proof: derivation },
    reused: throughValue(),
    steepest: scaled.bend && steepestAt(scaled.bend),
    placeOf: (share) => {
      const found = scaled.level(share)
      return found && placed(found)
    },
    at: (value) => put(form, value),
    slopeAt: (value) => put(slope, value),
    sized,
    rated,
  }

  function steepestAt(bend: Bend): Steepest {
    const [where, value, there] = [placed(bend.at), sized(bend.value), rated(bend.slope)]
    return {
      at: where,
      value,
      slope: there,
      proofs: [
        [put(form, where), value],
        [put(slope, where), there],
      ],
    }
  }

  function throughValue(): Equation | undefined {
    const value = symbol(name)
    const through = scaled?.through(value, size[0] ?? ONE)
    if (!through) return undefined
    const right = tidied(multiply(rate, through))
    const written = substitute(right, new Map([[name, form]]))
    return { left, right, proof: [slope, written] }
  }
}

/** `K r`: K > 0, r > 0 */
export const positive = (letters: string): Condition[] =>
  letters.split(' ').map((name) => call('>', [symbol(name), integer(0)]))
