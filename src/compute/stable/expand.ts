/** Sums multiplied out and collected, where that leaves less: x² − (x² − 4ac) is 4ac. */
import {
  call,
  type Expr,
  integer,
  isCall,
  multiply,
  negate,
  raise,
  same,
  sumOf,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { isZero, negated, plus, type Rational, rational, signOf, times } from '../../expression/rational.ts'
import { cancelled } from './together.ts'

const MOST_TERMS = 40
const HIGHEST = 6n

/** Monomials in atoms: a key for the product, its factors, its coefficient. */
interface Term {
  readonly coefficient: Rational
  readonly powers: ReadonlyMap<Expr, number>
}

class TooLong extends Error {}

/** Terms that look the same are the same object here. */
class Atoms {
  readonly #known = new Map<number, Expr[]>()

  of(u: Expr): Expr {
    const shelf = this.#known.get(u.hash) ?? []
    this.#known.set(u.hash, shelf)
    const known = shelf.find((other) => same(other, u))
    if (known) return known
    shelf.push(u)
    return u
  }
}

const ONE = rational(1n)

/** Nobody wants the digits of a series multiplied out. */
const isLong = ({ num, den }: Rational): boolean => den > LONGEST || num > LONGEST || num < -LONGEST
const LONGEST = 10n ** 20n

function product(a: readonly Term[], b: readonly Term[]): Term[] {
  if (a.length * b.length > MOST_TERMS) throw new TooLong()
  return a.flatMap((s) =>
    b.map((t) => {
      const powers = new Map(s.powers)
      for (const [atom, n] of t.powers) powers.set(atom, (powers.get(atom) ?? 0) + n)
      if (isLong(s.coefficient) || isLong(t.coefficient)) throw new TooLong()
      return { coefficient: times(s.coefficient, t.coefficient), powers }
    }),
  )
}

function termsOf(u: Expr, atoms: Atoms): Term[] {
  if (u.kind === 'number') return [{ coefficient: u.value, powers: new Map() }]
  if (isCall(u, 'add')) return u.args.flatMap((arg) => termsOf(arg, atoms))
  if (isCall(u, 'negate'))
    return termsOf(u.args[0] as Expr, atoms).map((t) => ({ ...t, coefficient: negated(t.coefficient) }))
  if (isCall(u, 'multiply')) return u.args.map((arg) => termsOf(arg, atoms)).reduce(product)
  if (isCall(u, 'power')) {
    const [base, exponent] = u.args as [Expr, Expr]
    if (
      exponent.kind === 'number' &&
      exponent.value.den === 1n &&
      exponent.value.num <= HIGHEST &&
      exponent.value.num > 0n
    ) {
      const terms = termsOf(base, atoms)
      return Array.from({ length: Number(exponent.value.num) }, () => terms).reduce(product)
    }
  }
  if (isCall(u, 'sqrt')) return [{ coefficient: ONE, powers: new Map([[atoms.of(u), 1]]) }]
  if (isCall(u, 'divide') && u.args[1]?.kind === 'number' && !isZero(u.args[1].value)) {
    const by = u.args[1].value
    return termsOf(u.args[0] as Expr, atoms).map((t) => ({
      ...t,
      coefficient: rational(t.coefficient.num * by.den, t.coefficient.den * by.num),
    }))
  }
  return [{ coefficient: ONE, powers: new Map([[atoms.of(u), 1]]) }]
}

/** √u·√u is u; it may have to be multiplied out again. */
function rooted({ coefficient, powers }: Term, atoms: Atoms): Term[] {
  const [root] = [...powers].find(([atom, n]) => isCall(atom, 'sqrt') && n >= 2) ?? []
  if (root?.kind !== 'call') return [{ coefficient, powers }]
  const rest = new Map(powers)
  rest.set(root, (rest.get(root) as number) - 2)
  if (rest.get(root) === 0) rest.delete(root)
  return product([{ coefficient, powers: rest }], termsOf(root.args[0] as Expr, atoms)).flatMap((t) =>
    rooted(t, atoms),
  )
}

const written = ({ coefficient, powers }: Term): Expr => {
  const factors = [...powers].map(([atom, n]) => (n === 1 ? atom : raise(atom, integer(n))))
  const isNegative = signOf(coefficient) < 0
  const size = isNegative ? negated(coefficient) : coefficient
  const isUnit = size.num === 1n && size.den === 1n
  const all = isUnit && factors.length > 0 ? factors : [numberTerm(size), ...factors]
  const term = all.length === 1 ? (all[0] as Expr) : multiply(...all)
  return isNegative ? negate(term) : term
}

/** The sum multiplied out, like terms put together; nothing where it is too long. */
function expanded(u: Expr): Expr | undefined {
  const atoms = new Atoms()
  try {
    const sums = new Map<string, Term>()
    const names = new Map<Expr, number>()
    const nameOf = (atom: Expr): number => {
      const name = names.get(atom) ?? names.size
      names.set(atom, name)
      return name
    }
    for (const term of termsOf(u, atoms).flatMap((t) => rooted(t, atoms))) {
      const key = [...term.powers]
        .map(([atom, n]) => `${nameOf(atom)}^${n}`)
        .sort()
        .join(' ')
      const before = sums.get(key)
      sums.set(key, before ? { ...before, coefficient: plus(before.coefficient, term.coefficient) } : term)
    }
    const left = [...sums.values()].filter(({ coefficient }) => !isZero(coefficient))
    if (left.length === 0) return integer(0)
    // a positive term first, so that no sum begins with a minus needlessly
    left.sort((a, b) => signOf(b.coefficient) - signOf(a.coefficient))
    return sumOf(left.map(written))
  } catch (error) {
    if (error instanceof TooLong || error instanceof RangeError) return undefined
    throw error
  }
}

/** The term with each sum in it multiplied out where that makes it smaller, and products with 1 and 0 worked out. */
export function slimmed(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const found = slim.get(u)
  if (found) return found
  const shelf = known.get(u.hash) ?? []
  let one = shelf.find(({ of }) => same(of, u))
  if (!one) {
    one = { of: u, slim: slimmer(u) }
    if (known.size > MOST_KNOWN) known.clear()
    known.set(u.hash, [...(known.get(u.hash) ?? []), one])
  }
  slim.set(u, one.slim)
  slim.set(one.slim, one.slim)
  return one.slim
}

/** Forms share most of their parts, as the same terms or as others that are alike. */
const slim = new WeakMap<Expr, Expr>()
const known = new Map<number, readonly { readonly of: Expr; readonly slim: Expr }[]>()
const MOST_KNOWN = 10_000

function slimmer(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const v = call(u.head, u.args.map(slimmed))
  const shorter = v.head === 'add' || v.head === 'multiply' || v.head === 'negate' ? expanded(v) : undefined
  if (
    shorter &&
    (weight(shorter) < weight(v) || (weight(shorter) === weight(v) && terms(shorter) < terms(v)))
  )
    return shorter
  return cancelled(units(v))
}

/** Like terms put together lose less: 1 − 2x is exact near ½, (1 − x) − x is not. */
const terms = (u: Expr): number =>
  isCall(u, 'add') || isCall(u, 'negate') ? u.args.reduce((sum, arg) => sum + terms(arg), 0) : 1

/** Letters, numbers and operations; sums and products count as their grouping in twos does. */
const weight = (u: Expr): number =>
  u.kind !== 'call'
    ? 1
    : u.args.reduce((sum, arg) => sum + weight(arg), 0) +
      (u.head === 'negate' ? 0 : Math.max(1, u.args.length - 1))

const isNumber = (u: Expr | undefined, n: bigint): boolean =>
  u?.kind === 'number' && u.value.den === 1n && u.value.num === n

function units(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const [a, b] = u.args as [Expr, Expr | undefined]
  if ((u.head === 'multiply' || u.head === 'divide') && u.args.some((arg) => isCall(arg, 'negate'))) {
    const sizes = u.args.map((arg) => (isCall(arg, 'negate') ? (arg.args[0] as Expr) : arg))
    const isNegative = u.args.filter((arg) => isCall(arg, 'negate')).length % 2 === 1
    const size = units(call(u.head, sizes))
    return isNegative ? negate(size) : size
  }
  if (u.head === 'multiply' && a.kind !== 'number' && u.args.every((arg) => same(arg, a)))
    return raise(a, integer(u.args.length))
  if (u.head === 'divide' && isNumber(b, 1n)) return a
  if (u.head === 'divide' && isNumber(a, 0n)) return a
  if (u.head === 'power' && isNumber(b, 1n)) return a
  if (u.head === 'negate' && isCall(a, 'negate')) return a.args[0] as Expr
  if (u.head === 'sqrt' && isNumber(a, 1n)) return a
  if (u.head === 'sqrt' && isCall(a, 'power') && isNumber(a.args[1], 2n))
    return call('abs', [a.args[0] as Expr])
  if (u.head === 'add' && u.args.some((arg) => isNumber(arg, 0n)))
    return sumOf(u.args.filter((arg) => !isNumber(arg, 0n)))
  return u
}
