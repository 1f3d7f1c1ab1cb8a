/** Names that can be applied: functions and curves of the tables, and a person's own definitions. */
import { call, derivative, type Expr, integer, mentions, symbol } from '../expression/expr.ts'
import { definition, PRIMITIVES, primitive } from '../functions/index.ts'
import { functionName, OTHER_MEANINGS } from '../functions/spellings.ts'
import { ofMany } from './of-many.ts'

/** Something that takes operands. A value (`a = 3`) is one without letters. */
export interface Applicable {
  readonly name: string
  readonly letters: readonly string[]
  /** How many operands must be given; the other letters then stand for themselves. */
  readonly required: number
  /** May more operands be given than there are letters? */
  readonly many?: true
  readonly apply: (args: readonly Expr[]) => Expr
}

/** The function or curve of this spelling, `ln` and `arcsin` included. */
export function builtin(spelling: string): Applicable | undefined {
  const many = ofMany(spelling)
  if (many) return many
  const name = functionName(spelling)
  if (name === undefined) return undefined
  const row = definition(name)
  const own = (row ?? primitive(name))?.letters ?? []
  // The u of a general function is written x when nothing is given: tanh alone is tanh(x).
  const letters = own.length === 1 && own[0] === 'u' ? ['x'] : own
  const required = row?.required ?? letters.length
  return { name, letters, required, apply: (args) => call(name, args) }
}

/** sin(x) for `sinx`: a name that begins with a function's and ends with one letter more. */
export function joinedCall(name: string): Expr | undefined {
  const [, head = '', letter = ''] = /^([a-z]{2,})([a-z])$/.exec(name) ?? []
  const f = builtin(name) ? undefined : builtin(head)
  return f?.required === 1 && !f.many ? f.apply(completed(f, [symbol(letter)]) ?? []) : undefined
}

/** Is this log with its base, log_2? */
export const isLogarithm = (name: string): boolean =>
  name.includes('_') && functionName(name.replace(/_.*/, '')) === 'log'

/** The logarithm to this base. */
export const logarithm = (base: Expr): Applicable => ({
  name: 'log',
  letters: ['x'],
  required: 1,
  apply: ([u]) => call('logb', [u as Expr, base]),
})

/** The name of the function with f⁻¹(f(u)) = u where that holds: sin ↦ asin. */
export function inverseName(name: string): string | undefined {
  const row = PRIMITIVES.find((other) => other.inverse === name)
  return primitive(name)?.inverse ?? row?.name
}

/** How a call is written: `hill(x, a, k, n)`. */
export const signature = (f: Applicable): string => `${f.name}(${f.letters.join(', ')}${f.many ? ', …' : ''})`

/** The operands, with the letters that were left out standing for themselves. */
export function completed(f: Applicable, args: readonly Expr[]): readonly Expr[] | undefined {
  const enough = args.length === 0 ? f.required <= 1 : args.length >= f.required
  if (!enough || (args.length > f.letters.length && !f.many)) return undefined
  return [...args, ...f.letters.slice(args.length).map(symbol)]
}

const SPARE_LETTERS = ['x', 't', 's', 'u', 'v', 'w', 'y', 'z']

/**
 * The n-th derivative of f by its first operand, at `args`. f′(y) is D(f(y), y) for a symbol y
 * that f does not mention otherwise; f′(2) is D(f(t), t) at t = 2.
 */
export function derivativeOf(f: Applicable, args: readonly Expr[], order: number): Expr {
  const [operand, ...rest] = args as readonly [Expr, ...Expr[]]
  const others = f.apply([integer(0), ...rest])
  const free = (name: string): boolean => name !== 'e' && name !== 'pi' && !mentions(others, name)
  const direct = operand.kind === 'symbol' && free(operand.name)
  const letter = [...f.letters.slice(0, 1), ...SPARE_LETTERS].find(free) ?? 't_0'
  const t = direct ? operand : symbol(letter)
  let result = f.apply([t, ...rest])
  for (let n = 0; n < order; n += 1) result = derivative(result, t)
  return direct ? result : call('at', [result, t, operand])
}

/** What the name of a curve also means, at these operands; see the table of spellings. */
export function otherMeaning(spelling: string, args: readonly Expr[]): Expr | undefined {
  const other = builtin(OTHER_MEANINGS.get(spelling) ?? '')
  return other?.apply(completed(other, args) ?? args)
}
