/**
 * The display term: a formula exactly as a person wrote it. Constructors never simplify, so x/x
 * stays x/x until a checked step says otherwise.
 *
 * Three kinds of node. A *number* is what one writes as a single numeral: a non-negative
 * terminating decimal, kept exactly; −3 is `negate(3)` and 1/3 is `divide(1, 3)`. A *symbol* is a
 * variable, a parameter or one of the constants `pi` and `e`. A *call* is a head with operands:
 * arithmetic (`add` and `multiply` take two or more), a function, a relation, `piecewise`
 * (value, condition, value, condition, …, otherwise?), `D` (the derivative of its first operand by
 * the symbol in its second) or `at` (first operand with the symbol in the second set to the third).
 * e^u and exp(u) are the same node, the call `exp`.
 *
 * Every node carries a structural `hash` and its `size` (number of nodes, saturating).
 */
import { isDecimal, type Rational, rational } from './rational.ts'

/** A numeral. */
export interface NumberNode {
  readonly kind: 'number'
  readonly value: Rational
  readonly hash: number
  readonly size: 1
}

/** A variable, a parameter or a constant. */
export interface SymbolNode {
  readonly kind: 'symbol'
  readonly name: string
  readonly hash: number
  readonly size: 1
}

/** A head with its operands. */
export interface CallNode {
  readonly kind: 'call'
  readonly head: string
  readonly args: readonly Expr[]
  readonly hash: number
  readonly size: number
}

/** A formula as immutable data. */
export type Expr = NumberNode | SymbolNode | CallNode

/** The relations, in the order they are tried when printing and reading. */
export const RELATIONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>=']
/** Symbols that stand for one number each. */
export const CONSTANTS: ReadonlySet<string> = new Set(['pi', 'e'])

const mix = (h: number, x: number): number => Math.imul(h ^ x, 0x9e3779b1) ^ (h >>> 15)

function hashText(text: string, seed: number): number {
  let h = seed
  for (let i = 0; i < text.length; i += 1) h = mix(h, text.charCodeAt(i))
  return h
}

/** The name as the engine keeps names of properties, which it finds and compares by address. */
const interned = (name: string): string => Object.keys({ [name]: 0 })[0] as string

interface Head {
  readonly name: string
  readonly hash: number
}

const heads = new Map<string, Head>()
function headNamed(name: string): Head {
  const known = heads.get(name)
  if (known !== undefined) return known
  const head = { name: interned(name), hash: hashText(name, 3) }
  if (heads.size < 4096) heads.set(head.name, head)
  return head
}

/**
 * A numeral: a non-negative terminating decimal.
 *
 * @throws RangeError for a value that no single numeral writes; see `numberTerm`.
 */
export function numeral(value: Rational): NumberNode {
  if (value.num < 0n || !isDecimal(value)) {
    throw new RangeError('a numeral is a decimal that is not negative')
  }
  const small = value.den === 1n && value.num < 1_000_000_000n
  const hash = small ? mix(1, Number(value.num)) : hashText(`${value.num}/${value.den}`, 1)
  return { kind: 'number', value, hash, size: 1 }
}

const symbols = new Map<string, SymbolNode>()

/** A variable, a parameter or a constant, by name. */
export function symbol(name: string): SymbolNode {
  const known = symbols.get(name)
  if (known !== undefined) return known
  const node: SymbolNode = { kind: 'symbol', name: interned(name), hash: hashText(name, 2), size: 1 }
  if (symbols.size < 4096) symbols.set(node.name, node)
  return node
}

/** The head with the operands, as given: nothing is evaluated, sorted or flattened. */
export function call(head: string, args: readonly Expr[]): CallNode {
  const { name, hash: seed } = headNamed(head)
  let hash = seed
  let size = 1
  for (const arg of args) {
    hash = mix(hash, arg.hash)
    size += arg.size
  }
  return { kind: 'call', head: name, args, hash, size }
}

const SMALL: readonly NumberNode[] = Array.from({ length: 32 }, (_, n) => numeral(rational(BigInt(n))))

/** The numeral n ≥ 0. */
export const integer = (n: bigint | number): NumberNode => SMALL[Number(n)] ?? numeral(rational(BigInt(n)))

export const add = (...terms: readonly Expr[]): CallNode => call('add', terms)
export const multiply = (...factors: readonly Expr[]): CallNode => call('multiply', factors)
export const negate = (u: Expr): CallNode => call('negate', [u])
export const divide = (u: Expr, v: Expr): CallNode => call('divide', [u, v])
export const raise = (u: Expr, v: Expr): CallNode => call('power', [u, v])
export const exp = (u: Expr): CallNode => call('exp', [u])
/** d/dx of u, still to be worked out. */
export const derivative = (u: Expr, x: Expr): CallNode => call('D', [u, x])

/** The sum of any number of terms: 0 for none, the term itself for one. */
export const sumOf = (terms: readonly Expr[]): Expr =>
  terms.length === 0 ? integer(0) : terms.length === 1 ? (terms[0] as Expr) : call('add', terms)

/** The product of any number of factors: 1 for none, the factor itself for one. */
export const productOf = (factors: readonly Expr[]): Expr =>
  factors.length === 0 ? integer(1) : factors.length === 1 ? (factors[0] as Expr) : call('multiply', factors)

/** Is u a call of this head? */
export const isCall = <H extends string>(u: Expr, head: H): u is CallNode & { readonly head: H } =>
  u.kind === 'call' && u.head === head

/**
 * Structural identity: the same formula, written the same way.
 *
 * @example
 * ```ts
 * same(parse('x + 1'), parse('x+1')) // → true
 * same(parse('x + 1'), parse('1 + x')) // → false
 * ```
 */
export function same(a: Expr, b: Expr): boolean {
  if (a === b) return true
  if (a.hash !== b.hash || a.kind !== b.kind) return false
  if (a.kind === 'symbol') return a.name === (b as SymbolNode).name
  if (a.kind === 'number') {
    const other = (b as NumberNode).value
    return a.value.num === other.num && a.value.den === other.den
  }
  const other = b as CallNode
  return (
    a.head === other.head &&
    a.args.length === other.args.length &&
    a.args.every((arg, i) => same(arg, other.args[i] as Expr))
  )
}

/** Does the symbol `name` occur in u? */
export function mentions(u: Expr, name: string): boolean {
  if (u.kind === 'symbol') return u.name === name
  return u.kind === 'call' && u.args.some((arg) => mentions(arg, name))
}

/**
 * The names of the variables and parameters of u, without the constants, in order of appearance.
 *
 * @example
 * ```ts
 * freeSymbols(parse('a*e^(-b*x) + pi')) // → ['a', 'b', 'x']
 * ```
 */
export function freeSymbols(u: Expr): string[] {
  const names = new Set<string>()
  const visit = (v: Expr, bound: string | undefined): void => {
    if (v.kind === 'symbol' && v.name !== bound && !CONSTANTS.has(v.name)) names.add(v.name)
    if (v.kind !== 'call') return
    const [body, variable] = v.args
    if (v.head === 'at' && body && variable?.kind === 'symbol') {
      visit(body, variable.name)
      for (const rest of v.args.slice(2)) visit(rest, bound)
    } else for (const arg of v.args) visit(arg, bound)
  }
  visit(u, undefined)
  return [...names]
}

/** u with each symbol named in `values` replaced, all at once. Unchanged parts are shared. */
export function substitute(u: Expr, values: ReadonlyMap<string, Expr>): Expr {
  if (u.kind === 'symbol') return values.get(u.name) ?? u
  if (u.kind === 'number') return u
  let changed = false
  const args = u.args.map((arg) => {
    const replaced = substitute(arg, values)
    changed ||= replaced !== arg
    return replaced
  })
  return changed ? call(u.head, args) : u
}
