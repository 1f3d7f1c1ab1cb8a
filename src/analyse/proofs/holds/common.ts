/**
 * Fewer letters: where P depends on letters only through one term g, it is looked at as a function of
 * g, such as e^(-k·(x − c)), b·t or x − m.
 */
import type { Holds, Proof } from '../../../expression/claim.ts'
import { type Condition, nonZero } from '../../../expression/condition.ts'
import {
  add,
  call,
  divide,
  type Expr,
  exp,
  freeSymbols,
  integer,
  isCall,
  multiply,
  negate,
  raise,
  same,
  substitute,
  symbol,
} from '../../../expression/expr.ts'
import { literalValue } from '../../../expression/number-term.ts'
import { isInteger } from '../../../expression/rational.ts'
import { put } from '../../../verify/claims/parts.ts'
import { unproved } from '../../../verify/prove.ts'
import { type Factored, factored, writtenOut } from '../factored.ts'
import { lettersOf, signsSeen } from '../scout.ts'
import type { Work } from '../work.ts'
import { from, type Inequality, isPositive } from './form.ts'

/** P with g put for a new letter. */
interface View {
  readonly of: Expr
  readonly letter: string
  readonly is: Expr
}

export function byCommonTerm(inequality: Inequality, work: Work): Proof | undefined {
  const { of, claim } = inequality
  const letter = freshFor(lettersOf([of, ...claim.assuming]))
  const views = [...byKernels(of, letter), ...byPairs(of, letter, claim.assuming, work)]
  for (const view of views) {
    const proof = work.isOver ? undefined : through(inequality, view, work)
    if (proof) return proof
  }
  return undefined
}

const freshFor = (letters: readonly string[]): string => {
  for (let n = 1; ; n += 1) if (!letters.includes(`t_${n}`)) return `t_${n}`
}

const LARGEST_KERNEL = 30

/** Functions and powers in u with letters that u has nowhere else. */
function byKernels(u: Expr, letter: string): View[] {
  const whole = inPowers(u)
  const before = freeSymbols(whole).length
  return kernels(whole)
    .filter((g) => g.size <= LARGEST_KERNEL)
    .map((g) => ({ of: replaced(whole, g, symbol(letter)), letter, is: g }))
    .filter(({ of }) => freeSymbols(of).length < before || isSimpler(of, whole))
}

/** One letter for one letter, but a function less. */
const isSimpler = (a: Expr, b: Expr): boolean =>
  freeSymbols(a).length === freeSymbols(b).length &&
  kernels(a).length < kernels(b).length &&
  !sharesLetters(a, b)

const sharesLetters = (a: Expr, b: Expr): boolean => {
  const [p, q] = [freeSymbols(a), freeSymbols(b)]
  return q.every((name) => p.includes(name))
}

/** e^(n·u) as (e^u)ⁿ. */
function inPowers(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map(inPowers)
  const [first] = args as [Expr]
  if (u.head === 'exp' && isCall(first, 'multiply')) {
    const [n, ...rest] = first.args as [Expr, ...Expr[]]
    const value = literalValue(n)
    const inner = rest.length === 1 ? (rest[0] as Expr) : call('multiply', rest)
    if (value && isInteger(value)) return raise(exp(inner), n)
  }
  return call(u.head, args)
}

function kernels(u: Expr): Expr[] {
  if (u.kind !== 'call') return []
  const inner = u.args.flatMap(kernels)
  const isKernel =
    !['add', 'negate', 'multiply', 'divide', 'power'].includes(u.head) && freeSymbols(u).length > 0
  const isPower = isCall(u, 'power') && freeSymbols(u.args[1] as Expr).length > 0
  const all = isKernel || isPower ? [u, ...inner] : inner
  return all.filter((g, i) => !all.slice(0, i).some((other) => same(g, other)))
}

const replaced = (u: Expr, g: Expr, by: Expr): Expr => {
  if (same(u, g)) return by
  return u.kind === 'call'
    ? call(
        u.head,
        u.args.map((arg) => replaced(arg, g, by)),
      )
    : u
}

/** Two letters that stand only together: as a product, quotient, sum or difference. */
function byPairs(u: Expr, letter: string, assuming: readonly Condition[], work: Work): View[] {
  const names = freeSymbols(u)
  const facts = work.facts(assuming)
  const t = symbol(letter)
  const found: View[] = []
  for (const x of names) {
    for (const y of names) {
      if (x === y) continue
      const [a, b] = [symbol(x), symbol(y)]
      const isDivisor = unproved(nonZero(b), facts).length === 0
      const ways: [Expr, Expr][] = [
        [add(t, b), add(a, negate(b))],
        ...(isDivisor
          ? ([
              [divide(t, b), multiply(a, b)],
              [multiply(t, b), divide(a, b)],
            ] as [Expr, Expr][])
          : []),
      ]
      for (const [value, is] of ways) {
        const form = factored(substitute(u, new Map([[x, value]])))
        const of = form && essential(form, letter)
        if (of && !freeSymbols(of).includes(y)) found.push({ of, letter, is })
      }
    }
  }
  return found.slice(0, 2)
}

/** The factors with the letter in them. */
const essential = ({ factors }: Factored, letter: string): Expr =>
  writtenOut({
    number: { num: 1n, den: 1n },
    factors: factors.filter(({ base, exponent }) => exponent > 0 && freeSymbols(base).includes(letter)),
  })

function through(inequality: Inequality, { of, letter, is }: View, work: Work): Proof | undefined {
  const { claim, strict } = inequality
  const about = boundsOf(is, letter, claim, work)
  const names = freeSymbols(of)
  const assuming = claim.assuming.filter((condition) =>
    lettersOf([condition]).every((name) => names.includes(name)),
  )
  const here = [...assuming, ...about]
  const { negative, positive } = signsSeen(of, here)
  if (negative && positive) return undefined
  const core = negative ? negate(of) : of
  const general: Holds = { kind: 'holds', assuming: here, condition: isPositive(core, strict) }
  if (!work.prove(general)) return undefined
  const known = put(core, letter, is)
  const instance = { ...claim, condition: isPositive(known, strict) }
  return byInstance(inequality, instance, general, letter, is, work)
}

function byInstance(
  inequality: Inequality,
  instance: Holds,
  general: Holds,
  letter: string,
  is: Expr,
  work: Work,
): Proof | undefined {
  const first = work.by('instance', instance, { claim: general, terms: { [letter]: is } })
  if (!first) return undefined
  if (same(instance.condition, inequality.claim.condition)) return first
  const inner = { ...inequality.claim, assuming: [...inequality.claim.assuming, instance.condition] }
  const [core] = (instance.condition as Extract<Expr, { readonly kind: 'call' }>).args as [Expr]
  const m = ratio(inequality.of, core)
  const second = m && from({ ...inequality, claim: inner }, core, m, work)
  return second && { by: 'lemma', conditions: [instance.condition], from: [first, second] }
}

/** u : v, in lowest terms. */
function ratio(u: Expr, v: Expr): Expr | undefined {
  const form = factored(divide(u, v))
  return form && writtenOut(form)
}

const ENDS: readonly Expr[] = [integer(0), integer(1), negate(integer(1))]

/** What is known of g, as conditions on the letter. */
function boundsOf(is: Expr, letter: string, { assuming }: Holds, work: Work): Condition[] {
  const facts = work.facts(assuming)
  const t = symbol(letter)
  return ENDS.flatMap((end) => {
    const head = ['>', '<', '>=', '<='].find((one) => unproved(call(one, [is, end]), facts).length === 0)
    return head ? [call(head, [t, end])] : []
  })
}
