/**
 * The canonical layer: a *key* for every term, equal for two terms when a calculation joins them.
 *
 * A calculation is what a reader does not call a step: order and grouping of sums and products;
 * arithmetic with numbers; like terms; u·u = u²; (uv)ⁿ and (u/v)ⁿ for n ≥ 1; u/v/w = u/(vw); a
 * number times a sum; the sign and the numerical content of a sum. A key never cancels across a
 * fraction line, never multiplies sums out, never adds symbolic exponents and never looks into the
 * meaning of a function. It preserves the domain: a term whose coefficient became 0 stays, with
 * that coefficient, unless it is defined everywhere (0·log x needs x > 0; 0·x does not).
 *
 * Notation. An *atom* is what arithmetic cannot open: a symbol, a function call, a power other
 * than a positive integer one, a sum of two or more terms (with content 1), 1/(1/w), or what is
 * defined nowhere. A *monomial* is ∏ atomᵏ / ∏ atomᵏ with integers k ≥ 1 and nothing
 * cancelled. A *form* is a rational coefficient times a monomial; a key is the number of a form.
 * Everything is hash-consed in one `Canon`, so that equal means same number.
 */
import type { CallNode, Expr } from './expr.ts'
import {
  exactRoot,
  gcd,
  isInteger,
  isOne,
  isZero,
  MINUS_ONE,
  ONE,
  over,
  plus,
  power,
  type Rational,
  rational,
  signOf,
  times,
  ZERO,
} from './rational.ts'

/** The number of a form within one `Canon`. */
export type Key = number

type AtomId = number
type MonomialId = number
type Factors = readonly (readonly [AtomId, bigint])[]

type Atom =
  | { readonly kind: 'symbol' }
  | { readonly kind: 'call'; readonly head: string; readonly args: readonly Key[] }
  | { readonly kind: 'sum'; readonly terms: readonly (readonly [MonomialId, Rational])[] }
  | { readonly kind: 'twice inverted'; readonly of: AtomId }
  | { readonly kind: 'undefined' }

interface Monomial {
  readonly above: Factors
  readonly below: Factors
}

interface Form {
  readonly coefficient: Rational
  readonly monomial: MonomialId
}

/** Factors above and below the line that must be defined. */
interface Demands {
  readonly above: Set<AtomId>
  readonly below: Set<AtomId>
}

const UNIT: MonomialId = 0
/** The monomial of what is defined nowhere, such as 1/0; it swallows all it is joined with. */
const NOWHERE: MonomialId = 1
const UNDEFINED: AtomId = 0
const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'multiply', 'negate', 'divide', 'power'])

/** Most coefficients are 1, and writing a bigint takes long. */
const text = (r: Rational): string => (isOne(r) ? '1' : r.den === 1n ? `${r.num}` : `${r.num}/${r.den}`)

/** One shelf of the hash-consing: gives equal values, by name, the same number. */
class Shelf<T> {
  readonly items: T[] = []
  readonly #numbers = new Map<string, number>()

  number(name: string, item: T): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const fresh = this.items.push(item) - 1
    this.#numbers.set(name, fresh)
    return fresh
  }

  at(n: number): T {
    return this.items[n] as T
  }
}

function mergeFactors(a: Factors, b: Factors): Factors {
  if (b.length === 0) return a
  const merged = new Map(a)
  for (const [atom, k] of b) merged.set(atom, (merged.get(atom) ?? 0n) + k)
  return [...merged].sort((p, q) => p[0] - q[0])
}

function nameFactors(factors: Factors): string {
  let name = ''
  for (const [atom, k] of factors) name += k === 1n ? `${atom}.` : `${atom}^${k}.`
  return name
}

/**
 * An arena of canonical forms. `isTotal` tells which functions are defined for every operand.
 *
 * @example
 * ```ts
 * const canon = new Canon((head) => head === 'exp')
 * canon.key(parse('2*(x + 1) - x')) === canon.key(parse('x + 2')) // → true
 * canon.key(parse('x/x')) === canon.key(parse('1')) // → false
 * ```
 */
export class Canon {
  readonly #isTotal: (head: string) => boolean
  readonly #atoms = new Shelf<Atom>()
  readonly #monomials = new Shelf<Monomial>()
  readonly #forms = new Shelf<Form>()
  readonly #keys = new Map<Expr, Key>()
  readonly #totalAtoms = new Map<AtomId, boolean>()
  readonly #notes = new Map<object, unknown>()

  constructor(isTotal: (head: string) => boolean) {
    this.#isTotal = isTotal
    this.#monomial([], [])
    this.#monomial([[this.#atoms.number('undefined', { kind: 'undefined' }), 1n]], [])
  }

  /** The key of u. */
  key(u: Expr): Key {
    const known = this.#keys.get(u)
    if (known !== undefined) return known
    const key = this.#keyOf(u)
    this.#keys.set(u, key)
    return key
  }

  /** Are u and v joined by a calculation? */
  same(u: Expr, v: Expr): boolean {
    return u === v || this.key(u) === this.key(v)
  }

  /** The value of u if it is a rational number by arithmetic alone. */
  value(u: Expr): Rational | undefined {
    return this.#value(this.#form(this.key(u)))
  }

  /** Is u 0 by calculation wherever it is defined? */
  isNull(u: Expr): boolean {
    return isZero(this.#form(this.key(u)).coefficient)
  }

  /** The ratio u : v if u is a rational multiple of v, and neither is 0, by calculation. */
  ratio(u: Expr, v: Expr): Rational | undefined {
    const [a, b] = [this.#form(this.key(u)), this.#form(this.key(v))]
    if (a.monomial !== b.monomial || isZero(a.coefficient) || isZero(b.coefficient)) return undefined
    return over(a.coefficient, b.coefficient)
  }

  /**
   * What has been noted about terms under this subject, to be forgotten together with the canon. (A
   * WeakMap from canons would do the same, but V8 keeps its values until a full collection.)
   */
  notes<T>(subject: object, begin: () => T): T {
    const known = this.#notes.get(subject) as T | undefined
    if (known !== undefined) return known
    const fresh = begin()
    this.#notes.set(subject, fresh)
    return fresh
  }

  /** The keys of all symbols and function calls that occur in u: what a calculation may not add. */
  vocabulary(u: Expr): Set<Key> {
    const found = new Set<Key>()
    const visit = (v: Expr): void => {
      if (v.kind === 'symbol' || (v.kind === 'call' && !ARITHMETIC.has(v.head))) found.add(this.key(v))
      if (v.kind === 'call') v.args.forEach(visit)
    }
    visit(u)
    return found
  }

  #form(key: Key): Form {
    return this.#forms.at(key)
  }

  #value(form: Form): Rational | undefined {
    return form.monomial === UNIT ? form.coefficient : undefined
  }

  #keyOf(u: Expr): Key {
    if (u.kind === 'number') return this.#make(u.value, UNIT)
    if (u.kind === 'symbol') {
      return u.name === 'e'
        ? this.#call('exp', [this.#make(ONE, UNIT)])
        : this.#lone(`s${u.name}`, { kind: 'symbol' })
    }
    const operand = (i: number): Form => this.#form(this.key(u.args[i] as Expr))
    switch (u.head) {
      case 'add':
        return this.#sum(u.args.map((arg) => this.#form(this.key(arg))))
      case 'multiply':
        return u.args
          .map((arg) => this.key(arg))
          .reduce((a, b) => this.#product(this.#form(a), this.#form(b)))
      case 'negate':
        return this.#make(times(MINUS_ONE, operand(0).coefficient), operand(0).monomial)
      case 'divide':
        return this.#quotient(operand(0), this.key(u.args[1] as Expr))
      case 'power':
        return this.#power(this.key(u.args[0] as Expr), this.key(u.args[1] as Expr))
      case 'sqrt':
        return this.#root(operand(0)) ?? this.#plainCall(u)
      case 'piecewise':
        return this.#piecewise(u, 0)
      case '<':
        return this.#call('>', [this.key(u.args[1] as Expr), this.key(u.args[0] as Expr)])
      case '<=':
        return this.#call('>=', [this.key(u.args[1] as Expr), this.key(u.args[0] as Expr)])
      default:
        return this.#plainCall(u)
    }
  }

  #plainCall(u: CallNode): Key {
    const args = u.args.map((arg) => this.key(arg))
    return this.#call(u.head, args)
  }

  /** Branches one inside the other; without a last one, what is left is undefined. */
  #piecewise(u: CallNode, from: number): Key {
    const [value, condition] = [u.args[from], u.args[from + 1]]
    if (!value) return this.#make(ONE, NOWHERE)
    if (!condition) return this.key(value)
    return this.#call('piecewise', [this.key(value), this.key(condition), this.#piecewise(u, from + 2)])
  }

  #monomial(above: Factors, below: Factors): MonomialId {
    return this.#monomials.number(`${nameFactors(above)}|${nameFactors(below)}`, { above, below })
  }

  /** The form coefficient·monomial; 0 swallows the factors that are defined everywhere. */
  #make(coefficient: Rational, monomial: MonomialId): Key {
    const { above, below } = this.#monomials.at(monomial)
    const isNowhere = above[0]?.[0] === UNDEFINED || below[0]?.[0] === UNDEFINED
    if (isNowhere) return this.#forms.number('undefined', { coefficient: ONE, monomial: NOWHERE })
    const rest = isZero(coefficient) ? this.#partial(monomial) : monomial
    return this.#forms.number(`${text(coefficient)}*${rest}`, { coefficient, monomial: rest })
  }

  #lone(name: string, atom: Atom): Key {
    const id = this.#atoms.number(name, atom)
    return this.#make(ONE, this.#monomial([[id, 1n]], []))
  }

  #call(head: string, args: readonly Key[]): Key {
    return this.#lone(`c${head}(${args.join()})`, { kind: 'call', head, args })
  }

  #product(a: Form, b: Form): Key {
    const [m, n] = [this.#monomials.at(a.monomial), this.#monomials.at(b.monomial)]
    const monomial = this.#monomial(mergeFactors(m.above, n.above), mergeFactors(m.below, n.below))
    return this.#make(times(a.coefficient, b.coefficient), monomial)
  }

  /**
   * a/b. Dividing by v/w asks for w ≠ 0: above the line it stands as the atom 1/(1/w), below the
   * line that is w again. What is divided by 0 is defined nowhere.
   */
  #quotient(a: Form, bKey: Key): Key {
    const b = this.#form(bKey)
    const [m, n] = [this.#monomials.at(a.monomial), this.#monomials.at(b.monomial)]
    if (isZero(b.coefficient)) return this.#make(ONE, NOWHERE)
    const raised = n.below.map(
      ([w, k]) => [this.#atoms.number(`r${w}`, { kind: 'twice inverted', of: w }), k] as const,
    )
    const lowered = n.above.map(([atom, k]) => [this.#lowered(atom), k] as const)
    const monomial = this.#monomial(mergeFactors(m.above, raised), mergeFactors(m.below, lowered))
    return this.#make(over(a.coefficient, b.coefficient), monomial)
  }

  #lowered(atom: AtomId): AtomId {
    const inner = this.#atoms.at(atom)
    return inner.kind === 'twice inverted' ? inner.of : atom
  }

  #power(baseKey: Key, exponentKey: Key): Key {
    const base = this.#form(baseKey)
    const exponent = this.#value(this.#form(exponentKey))
    const number = this.#value(base)
    const opaque = (key: Key): Key => this.#call('power', [key, exponentKey])
    if (!exponent) return opaque(baseKey)
    if (number) {
      const root = exactRoot(number, exponent.den)
      const value = root && power(root, exponent.num)
      return value ? this.#make(value, UNIT) : opaque(baseKey)
    }
    if (!isInteger(exponent) || isZero(exponent)) return opaque(baseKey)
    const coefficient = power(base.coefficient, exponent.num)
    if (!coefficient) return opaque(baseKey)
    if (signOf(exponent) > 0) {
      const raised = (factors: Factors): Factors => factors.map(([atom, k]) => [atom, k * exponent.num])
      const { above, below } = this.#monomials.at(base.monomial)
      return this.#make(coefficient, this.#monomial(raised(above), raised(below)))
    }
    const bare = this.#form(opaque(this.#make(ONE, base.monomial)))
    return this.#make(coefficient, bare.monomial)
  }

  #root(radicand: Form): Key | undefined {
    const number = this.#value(radicand)
    const root = number && exactRoot(number, 2n)
    return root && this.#make(root, UNIT)
  }

  /** Like terms are added; a number times a lone sum is opened; zeros keep what may be undefined. */
  #sum(addends: readonly Form[]): Key {
    const terms = new Map<MonomialId, Rational>()
    const put = (coefficient: Rational, monomial: MonomialId): void => {
      const inner = this.#loneSum(monomial)
      if (inner) for (const [m, c] of inner) put(times(coefficient, c), m)
      else terms.set(monomial, plus(terms.get(monomial) ?? ZERO, coefficient))
    }
    for (const { coefficient, monomial } of addends) put(coefficient, monomial)
    if (terms.has(NOWHERE)) return this.#make(ONE, NOWHERE)
    this.#gatherZeros(terms)
    const sorted = [...terms].sort((p, q) => p[0] - q[0])
    const [first = [UNIT, ZERO] as const] = sorted
    if (sorted.length < 2) return this.#make(first[1], first[0])
    const content = contentOf(sorted.map(([, c]) => c))
    const primitive = isOne(content) ? sorted : sorted.map(([m, c]) => [m, over(c, content)] as const)
    let name = '+'
    for (const [m, c] of primitive) name += `${text(c)}*${m} `
    const atom = this.#atoms.number(name, { kind: 'sum', terms: primitive })
    return this.#make(content, this.#monomial([[atom, 1n]], []))
  }

  /** All terms with coefficient 0 become one: what they need to be defined and no other term needs. */
  #gatherZeros(terms: Map<MonomialId, Rational>): void {
    const zeroTerms = [...terms].filter(([, coefficient]) => isZero(coefficient))
    if (zeroTerms.length === 0) return
    const zeros: Demands = { above: new Set(), below: new Set() }
    const others: Demands = { above: new Set(), below: new Set() }
    for (const [monomial] of zeroTerms) {
      terms.delete(monomial)
      this.#demands(monomial, zeros)
    }
    for (const monomial of terms.keys()) this.#demands(monomial, others)
    for (const id of others.above) zeros.above.delete(id)
    for (const id of others.below) zeros.below.delete(id)
    const rest = this.#withDemands(zeros)
    if (rest !== UNIT) terms.set(rest, ZERO)
  }

  /** The terms of the monomial if it is one sum to the first power and nothing else. */
  #loneSum(monomial: MonomialId): readonly (readonly [MonomialId, Rational])[] | undefined {
    const { above, below } = this.#monomials.at(monomial)
    const [only] = above
    if (above.length !== 1 || below.length !== 0 || only?.[1] !== 1n) return undefined
    const atom = this.#atoms.at(only[0])
    return atom.kind === 'sum' ? atom.terms : undefined
  }

  /** What of the monomial may be undefined: its value is forgotten, its domain is kept. */
  #partial(monomial: MonomialId): MonomialId {
    return this.#withDemands(this.#demands(monomial, { above: new Set(), below: new Set() }))
  }

  /** Adds the factors that may be undefined; a sum is defined where its terms are. */
  #demands(monomial: MonomialId, demands: Demands): Demands {
    const { above, below } = this.#monomials.at(monomial)
    for (const [id] of above) {
      const atom = this.#atoms.at(id)
      if (atom.kind === 'sum') for (const [term] of atom.terms) this.#demands(term, demands)
      else if (!this.#atomIsTotal(id)) demands.above.add(id)
    }
    for (const [id] of below) demands.below.add(id)
    return demands
  }

  #withDemands({ above, below }: Demands): MonomialId {
    const factors = (atoms: ReadonlySet<AtomId>): Factors =>
      [...atoms].sort((p, q) => p - q).map((id) => [id, 1n] as const)
    return this.#monomial(factors(above), factors(below))
  }

  #keyIsTotal(key: Key): boolean {
    return this.#monomialIsTotal(this.#form(key).monomial)
  }

  #monomialIsTotal(monomial: MonomialId): boolean {
    const { above, below } = this.#monomials.at(monomial)
    return below.length === 0 && above.every(([atom]) => this.#atomIsTotal(atom))
  }

  #atomIsTotal(id: AtomId): boolean {
    const known = this.#totalAtoms.get(id)
    if (known !== undefined) return known
    const total = this.#decideTotal(this.#atoms.at(id))
    this.#totalAtoms.set(id, total)
    return total
  }

  #decideTotal(atom: Atom): boolean {
    if (atom.kind === 'symbol') return true
    if (atom.kind === 'sum') return atom.terms.every(([monomial]) => this.#monomialIsTotal(monomial))
    if (atom.kind === 'undefined' || atom.kind === 'twice inverted') return false
    if (atom.head === 'power') {
      const exponent = this.#value(this.#form(atom.args[1] as Key))
      const rooted = exponent && signOf(exponent) >= 0 && exponent.den % 2n === 1n
      return rooted === true && this.#keyIsTotal(atom.args[0] as Key)
    }
    return this.#isTotal(atom.head) && atom.args.every((arg) => this.#keyIsTotal(arg))
  }
}

/** The rational number that leaves coprime integers with a positive first one; 1 for zeros only. */
function contentOf(coefficients: readonly Rational[]): Rational {
  let content = coefficients.every(isInteger) && coefficients.some(isUnit) ? ONE : ZERO
  if (isZero(content)) for (const c of coefficients) content = gcdOf(content, c)
  if (isZero(content)) return ONE
  const first = coefficients.find((c) => !isZero(c)) as Rational
  return signOf(first) < 0 ? times(MINUS_ONE, content) : content
}

const isUnit = ({ num, den }: Rational): boolean => (num === 1n || num === -1n) && den === 1n

const gcdOf = (a: Rational, b: Rational): Rational =>
  rational(gcd(a.num * b.den, b.num * a.den), a.den * b.den)
