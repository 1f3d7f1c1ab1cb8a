/** The derivative from its definition: the limit of the slope between two points as they meet; the checker works it out. */
import { type Limit, limit } from '../../analyse/limit.ts'
import { verify } from '../../analyse/verify.ts'
import { compare } from '../../derive/compare.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { simplify } from '../../derive/simplify.ts'
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { OgeeError } from '../../expression/error.ts'
import {
  add,
  divide,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  negate,
  same,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { isArithmetic } from '../forms/through.ts'
import { ownForm } from '../own-form.ts'
import type { Subject } from '../subject.ts'

/** (f(x + h) − f(x))/h, what it tends to as h → 0, and how h is cancelled, where that is done by a few rules. */
export interface QuotientLimit {
  readonly letter: string
  readonly quotient: Expr
  readonly value: Expr
  readonly conditions: readonly Condition[]
  /** From the quotient to a form that is defined at h = 0. */
  readonly cancelled?: Derivation
}

const LETTERS = ['h', 'd', 'k', 'r', 's']
/** Formulas with more nodes fill lines with their difference. */
const LARGEST = 40

export function quotientLimitOf(subject: Subject): QuotientLimit | undefined {
  const { variable, derivation, within } = subject
  const f = ownForm(subject)
  const taken = new Set([variable, ...freeSymbols(f)])
  const letter = LETTERS.find((name) => !taken.has(name))
  if (letter === undefined || f.size > LARGEST) return undefined
  const h = symbol(letter)
  const moved = substitute(f, new Map([[variable, add(symbol(variable), h)]]))
  const quotient = divide(add(moved, negate(f)), h)
  try {
    const assuming = [...subject.assuming, ...derivation.conditions]
    const found = limit(quotient, letter, integer(0), { ...within(0.3), assuming, variable: letter })
    if (found.verdict !== 'limit' || typeof found.value === 'string' || !verify(found).ok) return undefined
    const isSame = compare(derivation.to, found.value, within(0.5))
    if (isSame.verdict !== 'equal' || isSame.where.length > 0) return undefined
    const value = new Canon(isTotal).same(found.value, derivation.to) ? derivation.to : found.value
    const cancelled = cancelledIn(quotient, h, subject)
    return { letter, quotient, value, conditions: conditionsOf(found), ...(cancelled ? { cancelled } : {}) }
  } catch (error) {
    if (error instanceof OutOfBudget || error instanceof OgeeError) return undefined
    throw error
  }
}

const conditionsOf = (found: Limit): readonly Condition[] => ('conditions' in found ? found.conditions : [])

/** The quotient without h below the line, so that 0 can be put in. */
function cancelledIn(quotient: Expr, h: Expr, { variable, within }: Subject): Derivation | undefined {
  // out of a function h does not come by cancelling
  if (!isArithmetic(quotient, variable)) return undefined
  const derivation = simplify(quotient, within(0.3))
  const { to, conditions } = derivation
  if (isBelow(to, h) || !verify(derivation).ok) return undefined
  const isOfStep = conditions.every((condition) =>
    freeSymbols(condition).every((name) => same(symbol(name), h)),
  )
  return isOfStep ? derivation : undefined
}

/** Does h stand in a divisor, or in an operand of a function, where 0 need not be put in without more ado? */
const isBelow = (u: Expr, h: Expr): boolean => {
  if (u.kind !== 'call') return false
  const isArithmetic = isCall(u, 'add') || isCall(u, 'multiply') || isCall(u, 'negate')
  const isPower = isCall(u, 'power') && u.args[1]?.kind === 'number'
  const isPlain = isArithmetic || isPower
  return u.args.some((arg) => (isPlain ? isBelow(arg, h) : holds(arg, h)))
}

const holds = (u: Expr, h: Expr): boolean =>
  same(u, h) || (u.kind === 'call' && u.args.some((arg) => holds(arg, h)))
