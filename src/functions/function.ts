/**
 * What a row of the function tables says. Forms are plain-notation strings in the row's own
 * letters; they are read once, when first needed. This folder is the only place that asserts
 * facts about functions: everything else is derived from them and checked against them.
 */

/** A function taken as given, with the facts about it that everything else rests on. */
export interface Primitive {
  readonly name: string
  /** The letters of its operands, `['u']` or `['u', 'v']`. */
  readonly letters: readonly string[]
  /** It is defined exactly where all of these hold. */
  readonly domain: readonly string[]
  /** It is defined and continuous near every point where all of these hold. */
  readonly interior: readonly string[]
  /** True of every value y. */
  readonly range: readonly string[]
  /** Its derivative by its one operand, where `differentiable` holds and the form is defined. */
  readonly derivative?: string
  /** One over its derivative, where that is the simpler form; in brackets unless it is one factor. */
  readonly reciprocal?: string
  /** Conditions that the derivative's form does not imply by itself. */
  readonly differentiable?: readonly string[]
  readonly odd?: true
  readonly even?: true
  /** What its value's sign has to do with its operand's. */
  readonly sign?: 'that of the operand' | '0 only at 0'
  readonly period?: string
  /** A function g with g(f(u)) = u where all of `where` holds. */
  readonly inverse?: string
  readonly where?: readonly string[]
  /** The same function, with the same domain, by exponentials, logarithms, sines, roots and |u|. */
  readonly elementary?: string
  /** The same function by a formula in one u that is as tight on an interval as at its ends. */
  readonly enclosure?: string
  /** It rises everywhere, it is odd, and |f(u)/u − 1| ≤ u² for |u| ≤ ½. */
  readonly likeIdentity?: true
  /** Pairs of an operand and the exact value there. */
  readonly values: readonly (readonly [string, string])[]
  /** How it is written in LaTeX, `\\sin`; the operand follows in parentheses. */
  readonly latex: string
  /** What it is called in a sentence. */
  readonly title: string
}

/** A function that is only a name for a formula. */
export interface Definition {
  readonly name: string
  /** Its operands: first the variables, then the parameters, which may be left out in a call. */
  readonly letters: readonly string[]
  /** How many of the letters a call must give; the other letters stand for themselves. */
  readonly required: number
  readonly form: string
  readonly synonyms: readonly string[]
  readonly latex: string
  readonly title: string
}
