/**
 * What a row costs: −log p where the outcome is 1 and −log(1 − p) where it is 0, with p = link(z) and z linear in the
 * columns. Both are derived twice by z, from the link as it was given, and brought into forms that keep their digits;
 * the loss of a row is y·(−log p) + (1 − y)·(−log(1 − p)), and so are its derivatives.
 */
import { Remembered } from '../../compute/remembered.ts'
import { stable } from '../../compute/stable/index.ts'
import { unfolded } from '../../compute/unfolded.ts'
import { compare } from '../../decide/index.ts'
import { inTermsOf } from '../../derive/in-terms-of/index.ts'
import { differentiate } from '../../derive/index.ts'
import { simplify } from '../../derive/simplify.ts'
import { OgeeError } from '../../expression/error.ts'
import {
  add,
  CONSTANTS,
  call,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  multiply,
  negate,
  same,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import type { Formula } from '../../syntax/formula.ts'
import { asExpr } from '../../syntax/formula.ts'

/** A link with what follows from it, in the letter z. */
export interface Loss {
  /** The probability of the outcome 1, as it was given. */
  readonly link: Expr
  /** The same in the form that is computed, and its slope. */
  readonly probability: Expr
  readonly slope: Expr
  /** −log p and its first two derivatives. */
  readonly yes: readonly [Expr, Expr, Expr]
  /** The same of −log(1 − p). */
  readonly no: readonly [Expr, Expr, Expr]
  /** Is z the logarithm of the odds? Then e^b is an odds ratio. */
  readonly isLogit: boolean
}

const SIGMOID = '1/(1+e^-z)'
const z = symbol('z')
const known = new Remembered<Loss>()

/**
 * The loss of a link, a formula in one letter.
 *
 * @throws OgeeError `E831` for a formula that is no probability of one letter.
 */
export function lossOf(formula: Formula = SIGMOID): Loss {
  const given = unfolded(asExpr(formula))
  const letters = freeSymbols(given).filter((name) => !CONSTANTS.has(name))
  const [letter, ...others] = letters
  if (letter === undefined || others.length > 0)
    throw new OgeeError('E831', 'a link is a formula in one letter', undefined, 'for example 1/(1+e^-z)')
  const link = substitute(given, new Map([[letter, z]]))
  return known.get(link, () => made(link))
}

const formOf = (u: Expr): Expr => stable(unfolded(u)).form
const one = integer(1)

function made(link: Expr): Loss {
  const p = formOf(link)
  const q = formOf(simplify(add(one, negate(link)), { variable: 'z', budget: PATIENCE }).to)
  const slopeOf = (u: Expr): Expr => differentiate(u, { variable: 'z' }).to
  const inForm = (u: Expr): Expr => asProduct(u, link, p, q) ?? formOf(u)
  const derived = (u: Expr, value: Expr): readonly [Expr, Expr, Expr] => {
    const slope = slopeOf(u)
    return [formOf(value), inForm(slope), inForm(slopeOf(slope))]
  }
  const minusLog = (u: Expr): Expr => negate(call('log', [u]))
  return {
    link,
    probability: p,
    slope: inForm(slopeOf(link)),
    yes: derived(minusLog(link), minusLog(link)),
    no: derived(minusLog(add(one, negate(link))), minusLog(q)),
    isLogit: compare(link, SIGMOID).verdict === 'equal',
  }
}

/** The searches are bounded by counts; no machine is so slow that they need longer. */
const PATIENCE = { milliseconds: 60_000 }

const PRODUCTS: ReadonlySet<string> = new Set(['multiply', 'divide', 'negate', 'power'])

/** The formula as a product of p, q = 1 − p and numbers, if it is one: each factor keeps its digits, so they all do. */
function asProduct(u: Expr, link: Expr, p: Expr, q: Expr): Expr | undefined {
  const found = inTermsOf(u, link, { variable: 'z', name: LETTER, budget: PATIENCE })
  return 'form' in found ? written(found.form, p, q) : undefined
}

const LETTER = 'p'
const isNegated = (u: Expr | undefined, of: (v: Expr) => boolean): boolean =>
  u !== undefined && isCall(u, 'negate') && of(u.args[0] as Expr)
const isLetter = (u: Expr): boolean => u.kind === 'symbol' && u.name === LETTER
const isOne = (u: Expr): boolean => same(u, one)

function written(u: Expr, p: Expr, q: Expr): Expr | undefined {
  if (isLetter(u)) return p
  if (u.kind !== 'call') return u.kind === 'number' ? u : undefined
  const [v, w] = u.args as readonly [Expr, Expr | undefined]
  if (isCall(u, 'add') && u.args.length === 2) {
    if (isOne(v) && isNegated(w, isLetter)) return q
    return isLetter(v) && isNegated(w, isOne) ? negate(q) : undefined
  }
  const args = PRODUCTS.has(u.head) ? u.args.map((arg) => written(arg, p, q)) : [undefined]
  return args.every((arg) => arg !== undefined) ? call(u.head, args) : undefined
}

/** y·u + (1 − y)·v, or u where both are the same. */
const mixed = (y: Expr, u: Expr, v: Expr): Expr =>
  same(u, v) ? u : add(multiply(y, u), multiply(add(integer(1), negate(y)), v))

/** The loss of a row, or a derivative of it by z, at the linear form `at`. */
export function rowLoss(loss: Loss, order: 0 | 1 | 2, y: Expr, at: Expr): Expr {
  const values = new Map([['z', at]])
  return substitute(mixed(y, loss.yes[order], loss.no[order]), values)
}
