/** Rules as terms: a row's form read once, its letters, and its two sides for given letters. */
import type { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import { CONSTANTS, call, type Expr, freeSymbols, mentions, productOf, sumOf } from '../expression/expr.ts'
import { type Rational, signOf } from '../expression/rational.ts'
import { ruleNamed } from './book.ts'
import { memo } from './forms.ts'
import { parsePattern } from './pattern.ts'
import type { Kind, Rule } from './rule.ts'

/** What the letters of a rule stand for in one step; a list for a letter with an underscore. */
export type Letters = Readonly<Record<string, Expr | readonly Expr[]>>

/** A rule ready for use. */
export interface CompiledRule {
  readonly rule: Rule
  readonly from: Expr
  readonly to: Expr
  readonly conditions: readonly Condition[]
  /** The letters of both sides, in order of appearance. */
  readonly letters: readonly string[]
  /** May it be read from right to left? */
  readonly twoWay: boolean
  /** Is it about a derivative? Then `x` stands for the variable. */
  readonly differential: boolean
}

/** The rule of this name, read and ready. */
export const compiledRule: (name: string) => CompiledRule | undefined = memo((name) => {
  const rule = ruleNamed(name)
  return rule && compileRule(rule)
})

/**
 * Reads a rule's form and conditions.
 *
 * @throws RangeError if a form cannot be read.
 */
export function compileRule(rule: Rule): CompiledRule {
  const twoWay = rule.form.includes('<=>')
  const [left, right, ...more] = rule.form.split(twoWay ? '<=>' : '=>')
  if (left === undefined || right === undefined || more.length > 0) {
    throw new RangeError(`rule "${rule.name}": expected one arrow in ${rule.form}`)
  }
  const [from, to] = [parsePattern(left.trim()), parsePattern(right.trim())]
  const conditions = (rule.provided ?? []).map((form) => parsePattern(form))
  const letters = freeSymbols(call('and', [from, to, ...conditions]))
  return { rule, from, to, conditions, letters, twoWay, differential: hasDerivative(from) }
}

const hasDerivative = (u: Expr): boolean =>
  u.kind === 'call' && (u.head === 'D' || u.args.some(hasDerivative))

/** Does this letter stand for a list of terms? */
export const isListLetter = (name: string): boolean => name.endsWith('_')

/**
 * The pattern with its letters filled in. `sum(…)` and `prod(…)` run over their list letter.
 * `undefined` if a letter is missing, or a list stands where one term is meant.
 */
export function instantiate(pattern: Expr, letters: Letters): Expr | undefined {
  if (pattern.kind === 'number') return pattern
  if (pattern.kind === 'symbol') {
    if (CONSTANTS.has(pattern.name)) return pattern
    const value = Object.hasOwn(letters, pattern.name) ? letters[pattern.name] : undefined
    return value && !isList(value) ? value : undefined
  }
  const runs = pattern.head === 'sum' || pattern.head === 'prod'
  const parts = runs
    ? termsOf(pattern.args[0] as Expr, letters)
    : pattern.args.map((arg) => instantiate(arg, letters))
  if (!parts.every((part) => part !== undefined) || (runs && parts.length === 0)) return undefined
  if (!runs) return call(pattern.head, parts)
  return pattern.head === 'sum' ? sumOf(parts) : productOf(parts)
}

/** The element of a sum or product, once for each term in the list of its letter. */
function termsOf(element: Expr, letters: Letters): (Expr | undefined)[] {
  const name = freeSymbols(element).find(isListLetter) ?? ''
  const list = Object.hasOwn(letters, name) ? letters[name] : undefined
  if (!list || !isList(list)) return []
  return list.map((item) => instantiate(element, { ...letters, [name]: item }))
}

const isList = (value: Expr | readonly Expr[]): value is readonly Expr[] => Array.isArray(value)

const isOdd = (n: bigint): boolean => n % 2n !== 0n

/** Kinds that are decided by the letter's value, if it has one by arithmetic alone. */
const NUMBERS: ReadonlyMap<Kind, (value: Rational) => boolean> = new Map<Kind, (value: Rational) => boolean>([
  ['number', () => true],
  ['positive number', (value) => signOf(value) > 0],
  ['odd root', (value) => value.num !== 0n && value.den % 2n === 1n],
  ['integer', (value) => value.num !== 0n && value.den === 1n],
  ['positive integer', (value) => value.num > 0n && value.den === 1n],
  ['odd/odd', (value) => isOdd(value.num) && isOdd(value.den)],
  ['even/odd', (value) => value.num !== 0n && !isOdd(value.num)],
  ['odd/even', (value) => !isOdd(value.den)],
])

/** Is the letter of the kind its row asks for? `variable` is the variable of differentiation. */
export function isOfKind(kind: Kind, u: Expr, variable: string | undefined, canon: Canon): boolean {
  if (kind === 'constant') return variable !== undefined && !mentions(u, variable)
  if (kind === 'new whole number') return u.kind === 'symbol' && !CONSTANTS.has(u.name)
  const value = canon.value(u)
  if (kind === 'symbolic') return value === undefined
  if (kind === 'variable') return u.kind === 'symbol' && u.name === variable
  return value !== undefined && NUMBERS.get(kind)?.(value) === true
}
