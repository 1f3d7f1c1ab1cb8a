/**
 * Moves towards one fraction: what tidying leaves alone because a person would, but what must go
 * before two forms can be compared. Each gives steps at one node; none is trusted.
 */
import type { Canon } from '../../expression/canonical.ts'
import {
  add,
  type CallNode,
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  negate,
  productOf,
  raise,
  same,
  sumOf,
} from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { isInteger, isOne, rational } from '../../expression/rational.ts'
import { definition } from '../../functions/index.ts'
import { compiledRule, type Letters } from '../../rules/compile.ts'
import { opened } from '../../rules/forms.ts'
import { type Move, operand } from '../move.ts'
import { liftNegativePower } from '../negative-power.ts'
import { shown } from '../shown.ts'
import { asProduct, collected, type Factor, factorTerm, type Product, productTerm, without } from '../view.ts'

/** What to do at a node, or nothing. */
export type Mover = (u: CallNode, canon: Canon) => readonly Move[]

const NOTHING: readonly Move[] = []

/** The rule with its letters, giving what its other side says. */
function by(rule: string, letters: Letters, direction: 'forward' | 'backward' = 'forward'): Move {
  const row = compiledRule(rule)
  if (!row) throw new RangeError(`no rule ${rule}`)
  return { rule, letters, direction, to: shown(direction === 'forward' ? row.to : row.from, letters) }
}

/** A defined function is what its definition says. */
const openDefinition: Mover = (u) => {
  const [row, body] = [definition(u.head), opened(u)]
  if (!row || !body) return NOTHING
  const letters = Object.fromEntries(row.letters.map((letter, i) => [letter, u.args[i] as Expr]))
  return [{ rule: `definition of ${u.head}`, letters, to: body }]
}

/** Fractions in a sum are brought to one denominator; in an exponent they say more apart. */
export const oneDenominator: Mover = (u) => {
  if (u.head !== 'add') return NOTHING
  const terms = u.args.map(asProduct)
  if (!terms.some((term) => term.below.length > 0)) return NOTHING
  const all: Factor[] = []
  for (const { below } of terms) for (const factor of without(below, all)) raiseTo(all, factor)
  const below = productOf(all.map(factorTerm))
  const moves: Move[] = []
  const above = terms.map((term, i) => {
    const [numerator, own] = [productTerm({ ...term, below: [] }), productOf(term.below.map(factorTerm))]
    const missing = without(all, term.below)
    const to = divide(missing.length === 0 ? numerator : times(numerator, missing), below)
    if (missing.length > 0) {
      const letters = { u: numerator, v: own, w: productOf(missing.map(factorTerm)) }
      moves.push({ rule: 'cancel a factor', direction: 'backward', letters, at: [i], to })
    } else if (!same(u.args[i] as Expr, to)) moves.push({ at: [i], to })
    return to.args[0] as Expr
  })
  const letters = { v_: above, w: below }
  return [
    ...moves,
    { rule: 'split the fraction', direction: 'backward', letters, to: divide(add(...above), below) },
  ]
}

/** Adds to the factors what is missing of this one. */
function raiseTo(factors: Factor[], { base, exponent }: Factor): void {
  const i = factors.findIndex((factor) => same(factor.base, base))
  const known = factors[i]
  if (known) factors[i] = { base, exponent: known.exponent + exponent }
  else factors.push({ base, exponent })
}

const times = (u: Expr, factors: readonly Factor[]): Expr =>
  productTerm(asProduct(multiply(u, ...factors.map(factorTerm))))

/** log(e^u), log(c·e^u), log(u^v): an exponential comes out of the logarithm. */
const outOfLogarithm: Mover = (u) => {
  if (u.head !== 'log') return NOTHING
  const inner = operand(u)
  if (inner.kind === 'number' && isOne(inner.value)) return [by('log at 1', {})]
  if (isCall(inner, 'exp')) return [by('log of exp', { u: operand(inner) })]
  if (isCall(inner, 'power') && !literalValue(inner.args[1] as Expr)) {
    return [by('logarithm of a power', { u: inner.args[0] as Expr, v: inner.args[1] as Expr })]
  }
  const product = asProduct(inner)
  const factor = [...product.above, ...product.below].find(isGrowth)
  if (!factor) return NOTHING
  if (product.below.includes(factor)) {
    const above = productTerm({ ...product, below: [] })
    const below = productOf(product.below.map(factorTerm))
    return [by('logarithm of a quotient', { u: above, v: below })]
  }
  const rest = productTerm({ ...product, above: product.above.filter((f) => f !== factor) })
  return [by('logarithm of a product', { u: rest, v: factorTerm(factor) })]
}

const isGrowth = ({ base }: Factor): boolean =>
  isCall(base, 'exp') || (isCall(base, 'power') && !literalValue(base.args[1] as Expr))

/** e^(v·log u) is u^v. */
const outOfExponential: Mover = (u) => {
  if (u.head !== 'exp') return NOTHING
  const inner = operand(u)
  if (isCall(inner, 'log')) return [by('exp of log', { u: operand(inner) })]
  const factors = logarithmsIn(inner)
  if (factors) return [by('power as an exponential', factors, 'backward')]
  if (!isCall(inner, 'add') || !inner.args.some((arg) => isCall(arg, 'log') || logarithmsIn(arg)))
    return NOTHING
  const [first, ...rest] = inner.args as [Expr, ...Expr[]]
  return [by('product of exponentials', { u: first, v: sumOf(rest) }, 'backward')]
}

/** In v·log(u): u and v. */
function logarithmsIn(u: Expr): { u: Expr; v: Expr } | undefined {
  const product = asProduct(u)
  const factor = product.above.find((f) => isCall(f.base, 'log') && f.exponent === 1n)
  if (!factor || isCall(u, 'log')) return undefined
  const rest = productTerm({ ...product, above: product.above.filter((f) => f !== factor) })
  return { u: operand(factor.base), v: rest }
}

/** u^(-n) alone is 1/u^n. */
const belowTheLine: Mover = (u) => {
  const lifted = u.head === 'power' ? liftNegativePower(asProduct(u)) : undefined
  return lifted ? [lifted] : NOTHING
}

/** A power of a power, of an exponential, or to the power 1; before anything is done to the base. */
export const powerOfPower: Mover = (u) => {
  if (u.head !== 'power') return NOTHING
  const [base, w] = u.args as [Expr, Expr]
  if (w.kind === 'number' && isOne(w.value)) return [{ to: base }]
  if (isCall(base, 'exp')) {
    const letters = { u: operand(base), v: w }
    return [{ rule: 'power of an exponential', letters, to: exp(product(letters.u, w)) }]
  }
  if (!isCall(base, 'power')) return NOTHING
  const [v0, v] = base.args as [Expr, Expr]
  if (isWhole(v) && isWhole(w)) return NOTHING
  return [{ rule: 'power of a power', letters: { u: v0, v, w }, to: raise(v0, product(v, w)) }]
}

const isWhole = (u: Expr): boolean => {
  const value = literalValue(u)
  return value !== undefined && isInteger(value)
}

const product = (u: Expr, v: Expr): Expr => productTerm(asProduct(multiply(u, v)))

/** Exponentials in a product become one, also across the fraction line. */
const oneExponential: Mover = (u) => {
  if (!isProduct(u)) return NOTHING
  const whole = asProduct(u)
  const isExponential = (f: Factor): boolean => isCall(f.base, 'exp')
  const below = whole.below.find(isExponential)
  if (below) {
    const rest = productTerm({ ...whole, below: whole.below.filter((f) => f !== below) })
    const v = multiple(below)
    const to = multiply(rest, exp(product(integer(1), negate(v))))
    const turned: Move = { rule: 'reciprocal of an exponential', letters: { v: rest, u: v }, to }
    return [...raised(below, (term) => divide(rest, term)), turned]
  }
  const [f, g] = whole.above.filter(isExponential)
  const power = whole.above.find((h) => isExponential(h) && h.exponent > 1n)
  const without = (...gone: (Factor | undefined)[]): Expr =>
    productTerm({ ...whole, above: whole.above.filter((h) => !gone.includes(h)) })
  if (power) return raised(power, (term) => multiply(without(power), term))
  if (!f || !g) return NOTHING
  const letters = { u: operand(f.base), v: operand(g.base) }
  return [
    { to: multiply(without(f, g), multiply(f.base, g.base)) },
    { rule: 'product of exponentials', letters, at: [1], to: exp(collected(add(letters.u, letters.v))) },
  ]
}

/** n·u in (e^u)ⁿ. */
const multiple = ({ base, exponent }: Factor): Expr => product(integer(exponent), operand(base))

/** (e^u)ⁿ, which stands second in what `join` makes, becomes e^(n·u). */
function raised(factor: Factor, join: (term: Expr) => CallNode): Move[] {
  const apart: Move = { to: join(factorTerm(factor)) }
  if (factor.exponent === 1n) return [apart]
  const letters = { u: operand(factor.base), v: integer(factor.exponent) }
  return [apart, { rule: 'power of an exponential', letters, at: [1], to: exp(multiple(factor)) }]
}

/** u^(v + n) is u^v·u^n: whole powers stand apart from the others. */
const wholePart: Mover = (u) => {
  if (u.head !== 'power') return NOTHING
  const [base, exponent] = u.args as [Expr, Expr]
  if (!isCall(exponent, 'add')) return NOTHING
  const n = exponent.args.find(isWhole)
  if (!n) return NOTHING
  const v = sumOf(exponent.args.filter((arg) => arg !== n))
  return [
    {
      rule: 'add exponents',
      direction: 'backward',
      letters: { u: base, v, w: n },
      to: multiply(raise(base, v), raise(base, n)),
    },
  ]
}

/** x^v·x^w and x^v/x^w become one power, if both exponents are numbers or neither is. */
const onePower: Mover = (u) => {
  if (!isProduct(u)) return NOTHING
  const whole = asProduct(u)
  const rooted = [...whole.above, ...whole.below].filter((f) => isCall(f.base, 'power') && f.exponent === 1n)
  for (const f of rooted) {
    const [base] = (f.base as CallNode).args as [Expr, Expr]
    const others = [...whole.above, ...whole.below]
    const g = others.find((h) => h !== f && same(baseOf(h), base) && isNumber(h) === isNumber(f))
    if (!g) continue
    const [first, second] = whole.above.includes(f) ? [f, g] : [g, f]
    if (!whole.above.includes(first)) continue
    const isBelow = whole.below.includes(second)
    const letters = { u: base, v: exponentOf(first), w: exponentOf(second) }
    const rest = productTerm({
      ...whole,
      above: whole.above.filter((h) => h !== first && h !== second),
      below: whole.below.filter((h) => h !== second),
    })
    const total = collected(add(letters.v, isBelow ? negate(letters.w) : letters.w))
    const [a, b] = [factorTerm(first), factorTerm(second)]
    return [
      { to: multiply(rest, isBelow ? divide(a, b) : multiply(a, b)) },
      { rule: isBelow ? 'subtract exponents' : 'add exponents', letters, at: [1], to: raise(base, total) },
    ]
  }
  return NOTHING
}

const baseOf = (f: Factor): Expr =>
  isCall(f.base, 'power') && f.exponent === 1n ? (f.base.args[0] as Expr) : f.base
const exponentOf = (f: Factor): Expr =>
  isCall(f.base, 'power') && f.exponent === 1n ? (f.base.args[1] as Expr) : integer(f.exponent)

const isNumber = (f: Factor): boolean => literalValue(exponentOf(f)) !== undefined

const isProduct = (u: Expr): boolean => isCall(u, 'multiply') || isCall(u, 'divide') || isCall(u, 'negate')

/** Functions by others: name of the function and the rule. */
const through =
  (rules: ReadonlyMap<string, string>): Mover =>
  (u) => {
    const rule = rules.get(u.head)
    return rule ? [by(rule, { u: operand(u) })] : NOTHING
  }

/** cosh² − sinh² is 1. */
const hyperbolicPythagoras: Mover = (u) => {
  if (u.head !== 'add' || u.args.length !== 2) return NOTHING
  const inside = (term: Product, head: string): Expr | undefined => {
    const [factor, ...more] = term.above
    const isSquare =
      factor?.exponent === 2n && isCall(factor.base, head) && more.length + term.below.length === 0
    return isSquare ? operand(factor.base) : undefined
  }
  const terms = u.args.map(asProduct) as [Product, Product]
  for (const [p, q] of [terms, [terms[1], terms[0]] as const]) {
    const [a, b] = [inside(p, 'cosh'), inside(q, 'sinh')]
    if (
      a &&
      b &&
      same(a, b) &&
      isOne(p.coefficient) &&
      q.coefficient.num === -1n &&
      q.coefficient.den === 1n
    ) {
      return [{ rule: 'hyperbolic Pythagoras', letters: { u: a }, to: integer(1) }]
    }
  }
  return NOTHING
}

/** sin and cos of −u, of 2·u and of (n + 1)·u. */
const multipleAngle: Mover = (u) => {
  if (u.head !== 'sin' && u.head !== 'cos') return NOTHING
  const angle = asProduct(operand(u))
  const { num, den } = angle.coefficient
  const times = (n: bigint): Expr => productTerm({ ...angle, coefficient: rational(n) })
  if (den !== 1n || num === 0n || num === 1n || angle.above.length === 0) return NOTHING
  if (num < 0n) return [by(u.head === 'sin' ? 'sin is odd' : 'cos is even', { u: times(-num) })]
  const name = u.head === 'sin' ? 'sine' : 'cosine'
  return num % 2n === 0n
    ? [by(`${name} of the double angle`, { u: times(num / 2n) })]
    : [by(`${name} of a sum`, { u: times(num - 1n), v: times(1n) })]
}

/** √u as u^(1/2), so that it meets other powers of u. */
const rootAsPower: Mover = (u) =>
  u.head === 'sqrt' ? [by('square root as a power', { u: operand(u) })] : NOTHING

/** Moves in the order in which they are let in: the first rows nearly always suffice. */
export const LEVELS: readonly (readonly Mover[])[] = [
  [],
  [openDefinition, oneDenominator, outOfLogarithm, outOfExponential, powerOfPower],
  [
    belowTheLine,
    oneExponential,
    wholePart,
    onePower,
    through(
      new Map([
        ['tan', 'tangent'],
        ['tanh', 'tanh by sinh and cosh'],
      ]),
    ),
    hyperbolicPythagoras,
  ],
  [
    rootAsPower,
    multipleAngle,
    through(
      new Map([
        ['sinh', 'sinh by exponentials'],
        ['cosh', 'cosh by exponentials'],
      ]),
    ),
  ],
]

/** What gives two fractions the same denominator. */
export function overOneDenominator(u: Expr, v: Expr): readonly [readonly Move[], readonly Move[]] {
  const [p, q] = [asProduct(u), asProduct(v)]
  return [expandedBy(u, p, without(q.below, p.below)), expandedBy(v, q, without(p.below, q.below))]
}

function expandedBy(u: Expr, { below, ...above }: Product, missing: readonly Factor[]): readonly Move[] {
  const numerator = productTerm({ ...above, below: [] })
  const own = productOf(below.map(factorTerm))
  if (missing.length === 0) return below.length === 0 ? NOTHING : [{ to: divide(numerator, own) }]
  const w = productOf(missing.map(factorTerm))
  const letters = { u: numerator, v: own, w }
  const to = divide(multiply(numerator, w), productOf([...below, ...missing].map(factorTerm)))
  return same(u, to) ? NOTHING : [{ rule: 'cancel a factor', direction: 'backward', letters, to }]
}

/** A product with a sum in it is multiplied out; not below a fraction line. */
const multipliedOut: Mover = (u) => {
  if (!isProduct(u) && u.head !== 'power') return NOTHING
  const whole = asProduct(u)
  if (whole.below.length > 0) return NOTHING
  const bracket = whole.above.find((f) => isCall(f.base, 'add'))
  if (!bracket) return NOTHING
  const lower = bracket.exponent - 1n
  const rest = productTerm({
    ...whole,
    above: whole.above.flatMap((f) => (f !== bracket ? [f] : lower > 0n ? [{ ...f, exponent: lower }] : [])),
  })
  const v_ = (bracket.base as CallNode).args
  if (rest.kind === 'number' && isOne(rest.value)) return NOTHING
  return [{ rule: 'distribute', letters: { u: rest, v_ }, to: add(...v_.map((v) => product(rest, v))) }]
}

/** sin² is 1 − cos², sinh² is cosh² − 1: at most one sine is left in a product. */
const noSquareOfSine: Mover = (u) => {
  if (!isCall(u, 'power') || !isCall(u.args[0] as Expr, 'sin') || !same(u.args[1] as Expr, integer(2)))
    return NOTHING
  return [by('sine squared', { u: operand(u.args[0] as Expr) })]
}

/** e^0 is 1. */
const exponentialOfZero: Mover = (u) =>
  isCall(u, 'exp') && same(operand(u), integer(0)) ? [{ rule: 'exp at 0', to: integer(1) }] : NOTHING

/** Like terms and a sum within a sum. */
const likeTerms: Mover = (u, canon) => {
  if (u.head !== 'add') return NOTHING
  const to = collected(u)
  return !same(u, to) && canon.same(u, to) ? [{ to }] : NOTHING
}

/** Moves that multiply everything out. */
export const EXPANDING: readonly Mover[] = [
  multipliedOut,
  oneExponential,
  exponentialOfZero,
  powerOfPower,
  wholePart,
  onePower,
  noSquareOfSine,
  likeTerms,
]
