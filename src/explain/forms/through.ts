/**
 * A formula written through functions that other people use for it: exponentials through the hyperbolic
 * cosine and tangent, circular functions through those of the double angle. And written out: in
 * exponentials, definitions opened. Only candidates: whoever shows one proves it first.
 */
import { neat } from '../../derive/connect/neat.ts'
import { Setting } from '../../derive/connect/setting.ts'
import { formsThrough } from '../../derive/in-terms-of/forms.ts'
import {
  call,
  divide,
  type Expr,
  integer,
  isCall,
  mentions,
  multiply,
  same,
  substitute,
} from '../../expression/expr.ts'
import { elementaryForm, opened } from '../../rules/forms.ts'

const HYPERBOLIC: readonly string[] = ['sinh', 'cosh', 'tanh']
const CIRCULAR: readonly string[] = ['sin', 'cos', 'tan']

/** Exponents, and angles, that are looked at. */
const MOST_ARGUMENTS = 2

/** u with all definitions and hyperbolic functions written out. */
export function writtenOut(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map(writtenOut)
  const plain = call(u.head, args)
  const body = HYPERBOLIC.includes(u.head) ? elementaryForm(plain) : opened(plain)
  return body ? writtenOut(body) : plain
}

/** The operands of these functions in u, without their sign, that mention the variable. */
function operandsOf(u: Expr, heads: readonly string[], variable: string): Expr[] {
  const found: Expr[] = []
  const visit = (v: Expr): void => {
    if (v.kind !== 'call') return
    for (const arg of v.args) visit(arg)
    if (!heads.includes(v.head)) return
    const [arg] = v.args as [Expr]
    const bare = isCall(arg, 'negate') ? (arg.args[0] as Expr) : arg
    if (mentions(bare, variable) && !found.some((known) => same(known, bare))) found.push(bare)
  }
  visit(u)
  return found.slice(0, MOST_ARGUMENTS)
}

/** A letter that nobody can type. */
const LETTER = '?f'

/** Forms of u in which one such function is all there is of the variable, besides arithmetic. */
export function* throughOthers(u: Expr, variable: string, isOver: () => boolean): Generator<Expr> {
  const plain = writtenOut(u)
  const setting = new Setting([])
  const half = (v: Expr): Expr => neat(divide(v, integer(2)), setting).to
  const twice = (v: Expr): Expr => neat(multiply(integer(2), v), setting).to
  const hyperbolic = (v: Expr): Expr[] => [call('cosh', [v]), call('tanh', [v])]
  const groups = [
    ...operandsOf(plain, ['exp'], variable).flatMap((v) => [hyperbolic(half(v)), hyperbolic(v)]),
    ...operandsOf(u, CIRCULAR, variable).map((v) => [call('cos', [twice(v)]), call('sin', [twice(v)])]),
  ]
  for (const group of groups) {
    let served = false
    for (const f of group) {
      if (isOver()) return
      const [form] = formsThrough(plain, [{ letter: LETTER, formula: f }], variable)
      if (form && mentions(form, LETTER) && isArithmetic(form, variable)) {
        served = true
        yield neat(substitute(form, new Map([[LETTER, f]])), setting).to
      }
    }
    // Where the half of an operand serves, the whole is a longer way to say the same.
    if (served) return
  }
}

const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'multiply', 'divide', 'negate', 'power', 'sqrt'])

/** Does u hold no function of the variable? */
export const isArithmetic = (u: Expr, variable: string): boolean =>
  u.kind !== 'call' ||
  !mentions(u, variable) ||
  (ARITHMETIC.has(u.head) && u.args.every((arg) => isArithmetic(arg, variable)))
