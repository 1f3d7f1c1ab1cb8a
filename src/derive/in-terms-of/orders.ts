/**
 * Higher derivatives of a function whose first one is known through it: from f⁽ⁿ⁾ = P(f) follows
 * f⁽ⁿ⁺¹⁾ = P′(f)·f′, where f′ is put in and the product written out. Each derivation starts from the
 * derivative of the form before, with the function written out.
 */
import type { Derivation, Step } from '../../expression/derivation.ts'
import {
  add,
  call,
  derivative,
  type Expr,
  freeSymbols,
  isCall,
  multiply,
  negate,
  same,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import type { Path } from '../../expression/path.ts'
import { isOne } from '../../expression/rational.ts'
import { derive } from '../differentiate.ts'
import { checked, type Setting, started, stepsBetween, type Timed, timeLeft } from './chains.ts'
import { byRate, collectedForm, type Rate } from './forms.ts'

/** One derivative through the function. */
export interface Order {
  readonly order: number
  /** The derivative with the letter. */
  readonly form: Expr
  /** The lines from the derivative of the form before to this form, with the letter; D(f, x) is f′. */
  readonly lines: readonly Expr[]
  /** The same with the function written out, every step shown. */
  readonly derivation: Derivation
}

/** A function, its letter, and its first derivative with the working. */
export interface First {
  readonly body: Expr
  readonly letter: string
  readonly form: Expr
  readonly derivation: Derivation
}

/** The derivatives from the second to the one asked for, or as many of them as were found. */
export function ordersFrom(first: First, highest: number, setting: Setting): Order[] {
  const orders: Order[] = []
  const timed = started(setting)
  let form = first.form
  for (let order = 2; order <= highest; order += 1) {
    const next = nextOrder(form, order, first, timed)
    if (!next) break
    orders.push(next)
    form = next.form
  }
  return orders
}

function nextOrder(before: Expr, order: number, first: First, setting: Timed): Order | undefined {
  const { variable, assuming } = setting
  const { body, letter } = first
  const x = symbol(variable)
  const rate = freshLetter([before, body])
  // While it is differentiated, the function is one of which nothing is known.
  const unknown = call('?', [x])
  const hidden = substitute(before, new Map([[letter, unknown]]))
  const milliseconds = timeLeft(setting)
  const plan = { variable, order: 1, route: 'reciprocal', assuming, milliseconds, leaving: unknown } as const
  const worked = derive(hidden, plan)
  const opened = exchanged(worked.to, [
    [derivative(unknown, x), symbol(rate)],
    [unknown, symbol(letter)],
  ])
  const inFull = (u: Expr): Expr =>
    exchanged(u, [
      [unknown, body],
      [symbol(letter), body],
      [symbol(rate), derivative(body, x)],
    ])
  const parts = byRate(opened, rate, letter, variable)
  if (!parts) return undefined
  const withRate = joined(parts, symbol(rate))
  const withForm = joined(parts, first.form)
  const form = collectedForm(withForm, letter, variable)
  const gathered = form && stepsBetween(opened, withRate, setting)
  const collected = form && stepsBetween(withForm, form, setting)
  const place = form && placeOf(withRate, symbol(rate))
  if (!gathered || !collected || !place) return undefined
  const steps = [
    ...worked.steps.map((step) => inStep(step, inFull)),
    ...gathered.map((step) => inStep(step, inFull)),
    ...first.derivation.steps.map((step) => ({ ...step, path: [...place, ...step.path] })),
    ...collected.map((step) => inStep(step, inFull)),
  ]
  const derivation = checked(inFull(worked.from), inFull(form), steps, setting)
  if (!derivation) return undefined
  const shown = [derivative(symbol(letter), x), first.form].map((r) => shownTogether(parts, r))
  return { order, form, lines: distinctLines([...shown, form]), derivation }
}

/** rate·r + rest with the factors in one row. */
function shownTogether({ rate, rest }: Rate, r: Expr): Expr {
  const product = rate.kind === 'number' && isOne(rate.value) ? r : inOneRow(rate, r)
  return rest ? add(product, rest) : product
}

function inOneRow(u: Expr, v: Expr): Expr {
  if (isCall(u, 'negate')) return minus(inOneRow(u.args[0] as Expr, v))
  if (isCall(v, 'negate')) return minus(inOneRow(u, v.args[0] as Expr))
  return multiply(...factorsOf(u), ...factorsOf(v))
}

const minus = (u: Expr): Expr => (isCall(u, 'negate') ? (u.args[0] as Expr) : negate(u))
const factorsOf = (u: Expr): readonly Expr[] => (isCall(u, 'multiply') ? u.args : [u])

const distinctLines = (lines: readonly Expr[]): Expr[] =>
  lines.filter((line, i) => i === 0 || !same(line, lines[i - 1] as Expr))

/** rate·r + rest */
function joined({ rate, rest }: Rate, r: Expr): Expr {
  const product = rate.kind === 'number' && isOne(rate.value) ? r : multiply(rate, r)
  return rest ? add(product, rest) : product
}

const freshLetter = (terms: readonly Expr[]): string => {
  const taken = new Set(terms.flatMap(freeSymbols))
  let letter = 'r'
  while (taken.has(letter)) letter += 'r'
  return letter
}

/** u with terms exchanged for others. */
function exchanged(u: Expr, pairs: readonly (readonly [Expr, Expr])[]): Expr {
  const found = pairs.find(([term]) => same(term, u))
  if (found) return found[1]
  return u.kind === 'call'
    ? call(
        u.head,
        u.args.map((arg) => exchanged(arg, pairs)),
      )
    : u
}

function placeOf(u: Expr, part: Expr): Path | undefined {
  if (same(u, part)) return []
  if (u.kind !== 'call') return undefined
  for (const [i, arg] of u.args.entries()) {
    const path = placeOf(arg, part)
    if (path) return [i, ...path]
  }
  return undefined
}

/** The step with its letters written out. */
function inStep(step: Step, inFull: (u: Expr) => Expr): Step {
  const letters = Object.fromEntries(
    Object.entries(step.letters).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(inFull) : inFull(value as Expr),
    ]),
  )
  return { ...step, before: inFull(step.before), after: inFull(step.after), letters }
}
