/**
 * Expansions in several scales (multiseries). A *scale* is a positive function that tends to 0; the
 * scales at hand are ordered from slow to fast, and every power of a faster one beats all powers of a slower one.
 * A series is a number, or Σ cᵢ·gᵉⁱ in its fastest scale g, with exponents that are numbers and increase
 * and coefficients that are series in slower scales. It claims for each n that its function is the sum
 * of the first n terms plus something that is O(c·gᵉ) for a c in slower scales and the next exponent
 * e; where the terms end, it is their sum. Terms are worked out when asked for, and may turn out to be 0.
 *
 * Source: D. Richardson, B. Salvy, J. Shackell, J. van der Hoeven, Asymptotic expansions of exp-log
 * functions, ISSAC 1996; M. Eberl, Verified real asymptotics in Isabelle/HOL, ISSAC 2019.
 */
import { add, type Expr, multiply, raise } from '../../expression/expr.ts'
import { type Constants, MINUS, ONE, Open, ZERO } from './constants.ts'

/** A positive function that tends to 0. */
export interface Scale {
  readonly term: Expr
  /** Its logarithm, which tends to −∞, in slower scales. */
  readonly log: () => Series
}

/** cᵢ·gᵉⁱ. */
export interface Part {
  readonly coefficient: Series
  readonly exponent: Expr
}

export interface Series {
  /** The fastest scale that occurs; none for a number. */
  readonly scale: Scale | undefined
  readonly parts: Parts
  /** The function itself; for a number, the number. */
  readonly term: Expr
}

/** A list worked out as far as it has been looked at. What stopped it once stops it again. */
export class Parts {
  readonly #found: Part[] = []
  #rest: Iterator<Part> | undefined
  #stopped: { readonly by: unknown } | undefined

  constructor(parts: Iterable<Part>) {
    this.#rest = parts[Symbol.iterator]()
  }

  at(i: number): Part | undefined {
    while (this.#rest && this.#found.length <= i) {
      if (this.#stopped) throw this.#stopped.by
      try {
        const { value, done } = this.#rest.next()
        if (done) this.#rest = undefined
        else this.#found.push(value)
      } catch (by) {
        // A generator that has thrown would say that it is at its end.
        this.#stopped = { by }
        throw by
      }
    }
    return this.#found[i]
  }

  *from(i: number): Generator<Part> {
    for (let k = i, part = this.at(k); part; k += 1, part = this.at(k)) yield part
  }
}

export const number = (term: Expr): Series => ({ scale: undefined, parts: new Parts([]), term })
export const NOUGHT: Series = number(ZERO)
export const UNITY: Series = number(ONE)

interface FirstPart extends Part {
  readonly place: number
}

const FEW_ZEROS = 4
export const MANY_ZEROS = 24

/** Sums, products and leading terms of series. */
export class Algebra {
  readonly constants: Constants
  /** From slow to fast. */
  readonly scales: Scale[] = []
  readonly #first = new Map<Series, FirstPart | undefined>()

  constructor(constants: Constants) {
    this.constants = constants
  }

  series(scale: Scale, parts: Iterable<Part>, term: Expr): Series {
    return { scale, parts: new Parts(parts), term }
  }

  /** gᵉ. */
  power(scale: Scale, exponent: Expr): Series {
    return this.series(scale, [{ coefficient: UNITY, exponent }], raise(scale.term, exponent))
  }

  sum(a: Series, b: Series): Series {
    if (isNought(a)) return b
    if (isNought(b)) return a
    const scale = this.#faster(a, b)
    if (!scale) return number(this.constants.plus(a.term, b.term))
    return this.series(scale, this.#sum(this.#in(scale, a), this.#in(scale, b)), add(a.term, b.term))
  }

  product(a: Series, b: Series): Series {
    if (isNought(a) || isNought(b)) return NOUGHT
    if (isUnity(a)) return b
    if (isUnity(b)) return a
    const scale = this.#faster(a, b)
    if (!scale) return number(this.constants.times(a.term, b.term))
    return this.series(scale, this.#product(this.#in(scale, a), this.#in(scale, b)), multiply(a.term, b.term))
  }

  scaled(a: Series, factor: Expr): Series {
    return this.product(number(factor), a)
  }

  minus(a: Series, b: Series): Series {
    return this.sum(a, this.scaled(b, MINUS))
  }

  /** Σ aₖ·uᵏ for a u of positive exponents. */
  *composed(coefficient: (k: number) => Series, u: Parts, k = 0): Generator<Part> {
    yield { coefficient: coefficient(k), exponent: ZERO }
    yield* this.#product(u, new Parts(this.composed(coefficient, u, k + 1)))
  }

  /** The c of u ~ c·gᵉ·… near the point; `undefined` if u is 0 there. */
  leading(u: Series): Expr | undefined {
    if (!u.scale) return this.constants.isNull(u.term) ? undefined : u.term
    const first = this.firstPart(u)
    return first && this.leading(first.coefficient)
  }

  /** The exponents in u ~ c·gᵉ·… by their scales, for a u that is not 0. */
  exponents(u: Series): ReadonlyMap<Scale, Expr> {
    if (!u.scale) return new Map()
    const { coefficient, exponent } = this.firstPart(u) as Part
    return new Map(this.exponents(coefficient)).set(u.scale, exponent)
  }

  /** The first part that is not 0, and its place; none if u is 0. */
  firstPart(u: Series): FirstPart | undefined {
    if (!this.#first.has(u)) this.#first.set(u, this.#firstPart(u))
    return this.#first.get(u)
  }

  #firstPart(u: Series): FirstPart | undefined {
    for (let place = 0; ; place += 1) {
      const part = u.parts.at(place)
      if (!part || (place === FEW_ZEROS && this.constants.isIdenticallyNull(u.term))) return undefined
      if (this.leading(part.coefficient)) return { ...part, place }
      if (place > MANY_ZEROS) throw new Open('whether a part is 0 is not decided')
    }
  }

  /** Something that is asymptotic to u, where nothing is known beyond that. */
  firstOnly(u: Series, term: Expr): Series {
    let result = number(this.leading(u) as Expr)
    for (const [scale, exponent] of this.exponents(u))
      result = this.series(scale, only(result, exponent), term)
    return result
  }

  tendsToNought(u: Series): boolean {
    const first = [...this.exponents(u).values()]
      .reverse()
      .find((exponent) => !this.constants.isNull(exponent))
    return first !== undefined && this.constants.sign(first) > 0
  }

  /** The sign of u near the point. */
  sign(u: Series): -1 | 0 | 1 {
    const leading = this.leading(u)
    return leading ? this.constants.sign(leading) : 0
  }

  #faster(a: Series, b: Series): Scale | undefined {
    if (!a.scale || !b.scale) return a.scale ?? b.scale
    return this.scales.indexOf(a.scale) > this.scales.indexOf(b.scale) ? a.scale : b.scale
  }

  /** The parts of a series in a scale that is not slower. */
  #in(scale: Scale, a: Series): Parts {
    return a.scale === scale ? a.parts : new Parts([{ coefficient: a, exponent: ZERO }])
  }

  *#sum(a: Parts, b: Parts): Generator<Part> {
    for (let i = 0, j = 0; ; ) {
      this.constants.spend()
      const [p, q] = [a.at(i), b.at(j)]
      if (!p || !q) {
        yield* p ? a.from(i) : b.from(j)
        return
      }
      const order = this.constants.compare(p.exponent, q.exponent)
      if (order === 0) yield { ...p, coefficient: this.sum(p.coefficient, q.coefficient) }
      else yield order < 0 ? p : q
      if (order <= 0) i += 1
      if (order >= 0) j += 1
    }
  }

  /** Row i holds aᵢ·b; each is begun when the one before has given its first term. */
  *#product(a: Parts, b: Parts): Generator<Part> {
    const rows: { i: number; j: number; exponent: Expr }[] = []
    const { constants } = this
    const enter = (i: number, j: number): void => {
      const [p, q] = [a.at(i), b.at(j)]
      if (p && q) rows.push({ i, j, exponent: constants.plus(p.exponent, q.exponent) })
    }
    for (enter(0, 0); rows.length > 0; ) {
      constants.spend(rows.length)
      const exponent = rows
        .map((row) => row.exponent)
        .reduce((e, f) => (constants.compare(e, f) <= 0 ? e : f))
      const now = rows.filter((row) => constants.compare(row.exponent, exponent) === 0)
      yield {
        exponent,
        coefficient: now
          .map(({ i, j }) => this.product((a.at(i) as Part).coefficient, (b.at(j) as Part).coefficient))
          .reduce((u, v) => this.sum(u, v)),
      }
      for (const { i, j } of now) {
        rows.splice(
          rows.findIndex((row) => row.i === i && row.j === j),
          1,
        )
        enter(i, j + 1)
        if (j === 0) enter(i + 1, 0)
      }
    }
  }
}

function* only(coefficient: Series, exponent: Expr): Generator<Part> {
  yield { coefficient, exponent }
  throw new Open('only the first term of an expansion is known')
}

/** The series under another name of the same function; a number is its own name. */
export const named = (a: Series, term: Expr): Series => (a.scale ? { ...a, term } : a)

export const isNought = (a: Series): boolean => !a.scale && a.term === ZERO
const isUnity = (a: Series): boolean => !a.scale && a.term === ONE
