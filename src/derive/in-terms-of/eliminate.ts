/**
 * Eliminating kernels: f = F(k, …) is an equation for each kernel k in it. Modulo that equation a
 * formula is a polynomial in k of lower degree, without k if F is a quotient of linear functions
 * of k (or of kᵐ, where only such powers occur). What the equation says of k alone is then an equation for
 * what is inside k: from e^u = G(f) follows u = log G(f). So the function is peeled from the outside in.
 * What comes out, in the end the variable itself, is also put into the other kernels that hold it.
 */
import { Canon } from '../../expression/canonical.ts'
import { RELATED } from '../../expression/condition.ts'
import { call, type Expr, type SymbolNode, same } from '../../expression/expr.ts'
import { rational } from '../../expression/rational.ts'
import { primitive as functionRow } from '../../functions/index.ts'
import { isTotal } from '../../rules/forms.ts'
import { Facts } from '../../verify/signs.ts'
import {
  assembled,
  DivisionByZero,
  dividedBy,
  type Fraction,
  fraction,
  minus,
  reduced,
  times,
  whole,
} from './fraction.ts'
import { type Kernels, Opaque, rationalised } from './kernels.ts'
import {
  coefficients,
  degree,
  difference,
  generator,
  generatorsOf,
  isNought,
  lowestDegree,
  opposite,
  type Polynomial,
  primitive,
  product,
  quotient,
  raised,
  TooLarge,
  termsOf,
} from './polynomial.ts'

/** A function with the kernel that is its letter, and what else is known to be 0 because of it. */
export interface Known {
  readonly letter: number
  readonly fraction: Fraction
  readonly layers: readonly Polynomial[]
}

/** A form of the formula, the polynomials known to be 0, and those likely to be factors of it. */
export interface Elimination {
  readonly formula: Fraction
  readonly relations: readonly Polynomial[]
  readonly factors: readonly Polynomial[]
}

const MOST_LAYERS = 4
const MOST_FORMS = 30

/** The formula with kernels of the variable eliminated, in every way found; first as it is. */
export function eliminations(
  formula: Fraction,
  functions: readonly Known[],
  kernels: Kernels,
  variable: string,
): Elimination[] {
  const given: Elimination = { formula, relations: kernels.relations, factors: [] }
  let forms = [given, ...byRelations(given, kernels, variable)]
  for (const { letter, fraction: f, layers } of functions) {
    const relations = [difference(f.above, product(f.below, generator(letter))), ...layers]
    const more = forms.flatMap((form) =>
      relations.flatMap((relation) => [...through(form, relation, kernels, variable, 0)]),
    )
    forms = [...forms, ...more].slice(0, MOST_FORMS)
  }
  const all = [...forms, ...forms.flatMap((form) => byRelations(form, kernels, variable))]
  const letters = functions.map(({ letter }) => (kernels.termOf(letter) as SymbolNode).name)
  return all.map((form) => ({
    ...form,
    formula: possible(() => rationalised(form.formula, kernels, letters)) ?? form.formula,
  }))
}

/** The forms that the relation and the layers below it lead to. */
function* through(
  form: Elimination,
  relation: Polynomial,
  kernels: Kernels,
  variable: string,
  layer: number,
): Generator<Elimination> {
  for (const k of varyingIn(relation, kernels, variable)) {
    const next = possible(() => eliminated(form, relation, k))
    if (!next) continue
    yield next
    const deeper = possible(() => setWithin(next, k, relation, kernels))
    if (deeper) yield deeper
    const inner = layer < MOST_LAYERS ? possible(() => inside(k, relation, kernels, variable)) : undefined
    if (inner && !isNought(inner)) yield* through(next, inner, kernels, variable, layer + 1)
  }
}

function varyingIn(p: Polynomial, kernels: Kernels, variable: string): number[] {
  const varying = kernels.with([variable])
  return [...generatorsOf(p)].filter((v) => varying.has(v)).sort((a, b) => b - a)
}

/** The result, unless it would divide by 0, is too large or has no kernels. */
export function possible<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (problem) {
    if (problem instanceof DivisionByZero || problem instanceof TooLarge || problem instanceof Opaque) {
      return undefined
    }
    throw problem
  }
}

function eliminated(form: Elimination, relation: Polynomial, k: number): Elimination | undefined {
  const without = (u: Fraction): Fraction | undefined => {
    const c = reduced(u, relation, k)
    return c && assembled(c, whole(generator(k)))
  }
  const formula = without(form.formula)
  if (!formula) return undefined
  const relations = form.relations.flatMap((p) => without(whole(p))?.above ?? []).filter((p) => !isNought(p))
  const factors = coefficients(relation, k).flatMap((c) => bracketOf(c))
  return { formula, relations, factors: [...form.factors, ...factors] }
}

/**
 * Where the relation gives k, and the formula has it in exponents: the formula with that put in. Not so in
 * other functions: cos(x) is no plainer as cos(log(f)).
 */
function setWithin(
  form: Elimination,
  k: number,
  relation: Polynomial,
  kernels: Kernels,
): Elimination | undefined {
  const found = purePower(k, relation)
  const term = kernels.termOf(k)
  const { above, below } = form.formula
  const within = [...generatorsOf(above, generatorsOf(below))].filter(
    (v) => v !== k && holds(kernels.termOf(v), term),
  )
  const areExponents = within.every((v) => kernels.kernels[v]?.shape.kind === 'exponential')
  if (found?.m !== 1 || within.length === 0 || !areExponents) return undefined
  const value = kernels.written(found.value)
  return { ...form, formula: kernels.fractionOf(replaced(kernels.written(form.formula), term, value)) }
}

const holds = (u: Expr, part: Expr): boolean =>
  same(u, part) || (u.kind === 'call' && u.args.some((arg) => holds(arg, part)))

/** u with this part, wherever it stands, replaced. */
function replaced(u: Expr, part: Expr, by: Expr): Expr {
  if (same(u, part)) return by
  if (u.kind !== 'call') return u
  return call(
    u.head,
    u.args.map((arg) => replaced(arg, part, by)),
  )
}

/** p without the kernels that divide it, if it then has several terms. */
function bracketOf(p: Polynomial): Polynomial[] {
  let rest = p
  for (const v of generatorsOf(p))
    rest = quotient(rest, raised(generator(v), lowestDegree(p, v))) as Polynomial
  return termsOf(rest).length > 1 ? [primitive(rest)] : []
}

/** By relations between kernels, such as s² + c² = 1; a kernel that is positive also by a root. */
function byRelations(form: Elimination, kernels: Kernels, variable: string): Elimination[] {
  return form.relations.flatMap((relation) =>
    varyingIn(relation, kernels, variable).flatMap((k) => {
      const next = possible(() => eliminated(form, relation, k))
      if (!next) return []
      const root = possible(() => rootOf(k, relation, kernels))
      const further = root && possible(() => eliminated(next, root, k))
      return further ? [next, further] : [next]
    }),
  )
}

/** From kᵐ = G with a k that is never negative: k = G^(1/m). */
function rootOf(k: number, relation: Polynomial, kernels: Kernels): Polynomial | undefined {
  const found = purePower(k, relation)
  if (!found || found.m < 2 || !isNeverNegative(kernels.termOf(k))) return undefined
  return minus(whole(generator(k)), kernels.power(found.value, whole(rational(1n, BigInt(found.m))))).above
}

const isNeverNegative = (u: Expr): boolean =>
  (new Facts([], new Canon(isTotal)).signs(u) & (RELATED.get('<') ?? 0)) === 0

/** The relation as kᵐ = value. */
function purePower(k: number, relation: Polynomial): { m: number; value: Fraction } | undefined {
  const c = coefficients(relation, k)
  const m = degree(relation, k)
  if (c.some((x, i) => i > 0 && i < m && !isNought(x))) return undefined
  return { m, value: fraction(opposite(c[0] as Polynomial), c[m] as Polynomial) }
}

/** If the relation gives a power of k: what it says of what is inside k. */
function inside(k: number, relation: Polynomial, kernels: Kernels, variable: string): Polynomial | undefined {
  const found = purePower(k, relation)
  if (!found) return undefined
  const { m, value } = found
  const { shape } = kernels.kernels[k] ?? { shape: { kind: 'call' } as const }
  const varies = (u: Fraction): boolean =>
    [u.above, u.below].some((p) => varyingIn(p, kernels, variable).length > 0)
  const count = whole(rational(BigInt(m)))
  switch (shape.kind) {
    case 'exponential':
      return minus(times(count, shape.exponent), kernels.logarithm(value)).above
    case 'logarithm':
      return m === 1 ? minus(shape.of, kernels.exponential(value)).above : undefined
    case 'power': {
      const exponent = times(count, shape.exponent)
      if (!varies(shape.exponent)) {
        const isPlain = termsOf(shape.base.above).length === 1 && generatorsOf(shape.base.below).size === 0
        if (isPlain) return undefined
        return minus(shape.base, kernels.power(value, dividedBy(whole(rational(1n)), exponent))).above
      }
      if (varies(shape.base)) return undefined
      return minus(times(exponent, kernels.logarithm(shape.base)), kernels.logarithm(value)).above
    }
    case 'call':
      return m === 1 ? unwrapped(kernels.termOf(k), value, kernels) : undefined
    default:
      return undefined
  }
}

/** From atan(u) = G: u = tan(G). */
function unwrapped(term: Expr, value: Fraction, kernels: Kernels): Polynomial | undefined {
  const inverse = term.kind === 'call' ? functionRow(term.head)?.inverse : undefined
  if (inverse === undefined || term.kind !== 'call') return undefined
  const outside = kernels.fractionOf(call(inverse, [kernels.written(value)]))
  return minus(kernels.fractionOf(term.args[0] as Expr), outside).above
}
