/**
 * Undoing, from the outside in, what is done to the one operand in which the variable stands:
 * f(u) = v, with v free of the variable, becomes a statement about u.
 */
import { type CallNode, type Expr, integer, isCall, productOf, sumOf, symbol } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import type { Path } from '../../expression/path.ts'
import { isZero, negated, rational } from '../../expression/rational.ts'
import { primitive } from '../../functions/index.ts'
import { compiledRule } from '../../rules/compile.ts'
import { zeroOrNot } from './sides.ts'
import { sidesAt, type Working } from './working.ts'

/** Undoes the outermost operation on the left of the equation at `path`; `false` where none can be. */
export function isolate(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  if (left.kind !== 'call' || w.varies(right)) return false
  const varying = left.args.filter((arg) => w.varies(arg))
  if (varying.length !== 1) return false
  const undo = UNDOING.get(left.head) ?? (primitive(left.head) ? undoFunction : undefined)
  return undo?.(w, path, left, right, varying[0] as Expr) ?? false
}

type Undo = (w: Working, path: Path, left: CallNode, right: Expr, varying: Expr) => boolean

const undoSum: Undo = (w, path, left, right, u) => {
  const rest = sumOf(left.args.filter((arg) => arg !== u))
  return w.rule('subtract from both sides', path, { u, w: rest, v: right })
}

/**
 * Dividing by a factor needs that it and the product are not both 0. What cannot be proved is
 * carried: it excludes those parameters for which every value solves the equation.
 */
const undoProduct: Undo = (w, path, left, right, u) => {
  const letters = { u, w: productOf(left.args.filter((arg) => arg !== u)), v: right }
  if (isZeroAt(w, right)) {
    const { u: first, w: second } = letters
    return (
      w.rule('product 0, factor not 0', path, { u: first, w: second }, { strict: true }) ||
      w.rule('product 0', path, { u: first, v: second })
    )
  }
  return w.rule('divide both sides', path, letters, { strict: true }) || divideByEither(w, path, letters)
}

const isZeroAt = (w: Working, u: Expr): boolean => w.canon.value(u)?.num === 0n

const MIXED: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, -1],
]

function divideByEither(w: Working, path: Path, letters: Readonly<Record<'u' | 'v' | 'w', Expr>>): boolean {
  const number = (n: number): Expr => numberTerm(rational(BigInt(n)))
  const apart = MIXED.some(([p, q]) =>
    w.rule(
      'divide both sides, never both 0',
      path,
      { ...letters, p: number(p), q: number(q) },
      { strict: true },
    ),
  )
  if (apart) return true
  if (isSplit(w, path)) return w.attempt(() => divideByCases(w, path, letters))
  const together = w.canon.ratio(letters.w, letters.v) !== undefined
  return (
    (!together && w.rule('divide both sides', path, letters)) ||
    w.rule('divide both sides, divisor not 0', path, letters)
  )
}

/** Where a condition is not carried: it would bind the other alternatives too. */
const isSplit = (w: Working, path: Path): boolean => path.length > 0 || w.parameters === 'by cases'

const divideByCases = (w: Working, path: Path, letters: Readonly<Record<'u' | 'v' | 'w', Expr>>): boolean =>
  zeroOrNot(w, path, letters.w) &&
  w.rule('divide both sides, divisor not 0', [...path, 0, 1], letters, { strict: true }) &&
  w.rule('factor 0', [...path, 1, 1], letters, { strict: true })

const undoQuotient: Undo = (w, path, left, right, varying) => {
  const [u, below] = left.args as [Expr, Expr]
  if (isZeroAt(w, right) && w.rule('fraction 0', path, { u, w: below })) return true
  if (u === varying) return w.rule('multiply by the divisor', path, { u, w: below, v: right })
  const letters = { u, w: below, v: right }
  const exchanged =
    w.rule('exchange divisor and quotient', path, letters, { strict: true }) ||
    w.rule('exchange a divisor that is not 0', path, letters, { strict: true })
  if (exchanged || w.parameters === 'by cases') {
    return exchanged || w.attempt(() => exchangeByCases(w, path, letters))
  }
  return (
    w.rule('exchange a divisor that is not 0', path, letters) ||
    w.rule('exchange divisor and quotient', path, letters)
  )
}

const exchangeByCases = (w: Working, path: Path, letters: Readonly<Record<'u' | 'v' | 'w', Expr>>): boolean =>
  zeroOrNot(w, path, letters.u) &&
  w.rule('exchange divisor and quotient', [...path, 0, 1], letters, { strict: true }) &&
  w.rule('numerator 0 of a quotient', [...path, 1, 1], letters, { strict: true })

const undoPower: Undo = (w, path, left, right, varying) => {
  const [base, exponent] = left.args as [Expr, Expr]
  if (base !== varying) {
    return w.rule('logarithm of both sides, any base', path, { b: base, u: exponent, v: right })
  }
  const value = w.canon.value(exponent)
  if (!value) return undoRealPower(w, path, { u: base, w: exponent, v: right })
  if (value.num < 0n) {
    const n = numberTerm(negated(value))
    return w.rule('negative power', [...path, 0], { v: integer(1), u: base, n })
  }
  if (value.num === 2n && value.den === 1n) {
    return w.rule('square root of both sides', path, { u: base, v: right })
  }
  const letters = { u: base, r: exponent, v: right }
  return (
    w.rule('odd root of both sides', path, letters) ||
    w.rule('even root of both sides', path, letters) ||
    w.rule('undo an even root', path, letters)
  )
}

function undoRealPower(w: Working, path: Path, letters: Readonly<Record<'u' | 'v' | 'w', Expr>>): boolean {
  const undone = w.rule('undo a real power', path, letters, { strict: true })
  if (undone || w.parameters !== 'by cases') return undone || w.rule('undo a real power', path, letters)
  return w.attempt(
    () =>
      zeroOrNot(w, path, letters.w) &&
      w.rule('undo a real power', [...path, 0, 1], letters, { strict: true }) &&
      w.rule('exponent 0', [...path, 1, 1], letters, { strict: true }),
  )
}

const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['exp', 'logarithm of both sides'],
  ['log', 'exponential of both sides'],
  ['sqrt', 'square both sides of a root'],
  ['abs', 'value of an absolute value'],
])

/** Rules for f(u) = 0 that say more than those for f(u) = v. */
const AT_ZERO: ReadonlyMap<string, string> = new Map([
  ['sin', 'zeros of the sine'],
  ['cos', 'zeros of the cosine'],
  ['erf', 'zero of the error function'],
])

const undoFunction: Undo = (w, path, left, right, u) => {
  const value = w.canon.value(right)
  const special = value && isZero(value) ? AT_ZERO.get(left.head) : undefined
  const name = special ?? FUNCTIONS.get(left.head) ?? `undo ${left.head}`
  const rule = compiledRule(name)
  if (!rule) return false
  const letters: Record<string, Expr> = rule.letters.includes('v') ? { u, v: right } : { u }
  if (rule.letters.includes('n')) letters.n = symbol(w.freshLetter())
  return w.rule(name, path, letters)
}

const UNDOING: ReadonlyMap<string, Undo> = new Map<string, Undo>([
  ['add', undoSum],
  ['multiply', undoProduct],
  ['divide', undoQuotient],
  ['power', undoPower],
  ['negate', (w, path, _left, right, u) => w.rule('opposite of both sides', path, { u, v: right })],
  ['piecewise', undoPiecewise],
  ['max', byCases('maximum by cases')],
  ['min', byCases('minimum by cases')],
])

const NAMES: ReadonlyMap<string, string> = new Map([
  ['>', 'strict'],
  ['>=', 'with border'],
  ['=', 'one point'],
  ['!=', 'all but one point'],
])
const TURNED: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
])

/** A form by cases is one of its branches. */
export function undoPiecewise(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  if (!isCall(left, 'piecewise') || left.args.length > 3) return false
  const [u, question, v] = left.args as [Expr, CallNode, Expr | undefined]
  const turned = TURNED.get(question.head)
  const [a, b] = (turned ? [...question.args].reverse() : question.args) as [Expr, Expr]
  const name = NAMES.get(turned ?? question.head)
  if (name === undefined) return false
  const rule = `equation with ${v ? 'two branches' : 'one branch'}, ${name}`
  return compiledRule(rule) !== undefined && w.rule(rule, path, { u, a, b, w: right, ...(v ? { v } : {}) })
}

function byCases(rule: string): Undo {
  return (w, path, left) => {
    const [u, v] = left.args as [Expr, Expr]
    return w.rule(rule, [...path, 0], { u, v })
  }
}
