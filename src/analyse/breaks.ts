/**
 * Breaks: places where a function may change its form or its direction. Between two of them one form
 * without kinks says what the function is.
 */
import type { Condition } from '../expression/condition.ts'
import {
  add,
  type CallNode,
  call,
  type Expr,
  integer,
  isCall,
  mentions,
  negate,
  same,
} from '../expression/expr.ts'
import { opened } from '../rules/forms.ts'
import { opposite, unproved } from '../verify/prove.ts'
import type { Facts } from '../verify/signs.ts'
import { conditionsOf, type Interval, type Place } from './interval.ts'
import { seemingOrder } from './order.ts'
import { seemingSign } from './seeming.ts'
import type { Study } from './study.ts'

const BREAKS = { name: 'breaks' }

/** Where a form changes, or where a derivative changes its sign. */
export type BreakKind = 'kink' | 'turn'

interface Broken {
  readonly of: Expr
  readonly kind: BreakKind
  readonly places: Place[]
}

const known = (study: Study): Broken[] => study.note(BREAKS, () => [])

/** The breaks of u that were found so far, in order. */
export const breaksOf = (u: Expr, kind: BreakKind, study: Study): readonly Place[] =>
  known(study).find((entry) => entry.kind === kind && same(entry.of, u))?.places ?? []

/** Notes breaks of u, which stand in order among those known. */
export function noteBreaks(u: Expr, kind: BreakKind, places: readonly Place[], study: Study): void {
  let entry = known(study).find((one) => one.kind === kind && same(one.of, u))
  if (!entry) {
    entry = { of: u, kind, places: [] }
    known(study).push(entry)
  }
  const [sample = []] = study.samples
  for (const place of places) {
    if (!entry.places.some(({ at }) => same(at, place.at))) entry.places.push(place)
  }
  entry.places.sort((a, b) => study.value(a.at, sample) - study.value(b.at, sample))
}

/** The terms whose zeros are kinks: |w|, sign(w), max(a, b), the questions of a piecewise form. */
export function deciding(u: Expr, variable: string): Expr[] {
  if (u.kind !== 'call' || !mentions(u, variable)) return []
  const body = opened(u)
  if (body) return deciding(body, variable)
  const inner = u.args.flatMap((arg) => deciding(arg, variable))
  const own = ownDeciding(u).filter((w) => mentions(w, variable))
  return [...inner, ...own].filter((w, i, all) => all.findIndex((v) => same(v, w)) === i)
}

function ownDeciding(u: CallNode): Expr[] {
  const [a, b] = u.args as [Expr, Expr]
  switch (u.head) {
    case 'abs':
    case 'sign':
    case 'step':
      return [a]
    case 'min':
    case 'max':
      return [difference(a, b)]
    case 'piecewise':
      return u.args.filter((_, i) => i % 2 === 1).flatMap(relations)
    default:
      return []
  }
}

/** u − v, or u if v is 0. */
export const difference = (u: Expr, v: Expr): Expr =>
  v.kind === 'number' && v.value.num === 0n
    ? u
    : add(u, isCall(v, 'negate') ? (v.args[0] as Expr) : negate(v))

const relations = (condition: Condition): Expr[] =>
  isCall(condition, 'and') || isCall(condition, 'or')
    ? condition.args.flatMap(relations)
    : condition.kind === 'call' && condition.args.length === 2
      ? [difference(condition.args[0] as Expr, condition.args[1] as Expr)]
      : []

/** The form of u on the interval, without the cases that what is known there decides. */
export function formOn(u: Expr, on: Interval, study: Study): Expr {
  if (deciding(u, study.variable).length === 0) return u
  const known = [...study.about([on.lower, on.upper]), ...conditionsOf(on, study.variable)]
  return chosen(u, study.facts([...known, ...signsOn(u, on, study)]))
}

/** The signs that the deciding terms of u have on the interval, each proved. */
export function signsOn(u: Expr, on: Interval, study: Study): Condition[] {
  const known = [...study.about([on.lower, on.upper]), ...conditionsOf(on, study.variable)]
  return deciding(u, study.variable).flatMap((w) => {
    const sign = seemingSign(w, on, study)
    const condition = sign && call(sign > 0 ? '>' : '<', [w, integer(0)])
    return condition && study.holds(known, condition) ? [condition] : []
  })
}

const proved = (condition: Condition, facts: Facts): boolean => unproved(condition, facts).length === 0

/** u without the cases that what is known decides. */
export function chosen(u: Expr, facts: Facts): Expr {
  if (u.kind !== 'call') return u
  const body = opened(u)
  if (body) {
    const form = chosen(body, facts)
    return same(form, body) ? u : form
  }
  if (isCall(u, 'piecewise')) return branch(u, facts)
  const args = u.args.map((arg) => chosen(arg, facts))
  const v = args.some((arg, i) => arg !== u.args[i]) ? call(u.head, args) : u
  const [a, b] = v.args as [Expr, Expr]
  const is = (head: string, w: Expr): boolean => proved(call(head, [w, integer(0)]), facts)
  switch (v.head) {
    case 'abs':
      return is('>=', a) ? a : is('<=', a) ? negate(a) : v
    case 'sign':
      return is('>', a) ? integer(1) : is('<', a) ? negate(integer(1)) : v
    case 'step':
      return is('>', a) ? integer(1) : is('<', a) ? integer(0) : v
    case 'max':
      return proved(call('>=', [a, b]), facts) ? a : proved(call('<=', [a, b]), facts) ? b : v
    case 'min':
      return proved(call('<=', [a, b]), facts) ? a : proved(call('>=', [a, b]), facts) ? b : v
    default:
      return v
  }
}

/** The branch that is chosen, if what is known tells. */
function branch(u: CallNode, facts: Facts): Expr {
  for (let i = 0; i + 1 < u.args.length; i += 2) {
    const [value, question] = [u.args[i] as Expr, u.args[i + 1] as Expr]
    if (proved(question, facts)) return chosen(value, facts)
    const otherwise = opposite(question)
    const isFalse = otherwise.length > 0 && otherwise.every((c) => proved(c, facts))
    if (!isFalse) return u
  }
  return u.args.length % 2 === 1 ? chosen(u.args.at(-1) as Expr, facts) : u
}

const FORMS = { name: 'forms' }

interface FormOn {
  readonly on: Interval
  readonly form: Expr
}

const forms = (study: Study): FormOn[] => study.note(FORMS, () => [])

/** Notes which form the function has where. */
export const noteForm = (on: Interval, form: Expr, study: Study): number => forms(study).push({ on, form })

const holding = ({ lower, upper }: Interval, study: Study): FormOn | undefined =>
  forms(study).find(({ on }) => {
    const starts = seemingOrder(on.lower, lower, study)
    const ends = seemingOrder(upper, on.upper, study)
    return starts !== undefined && starts <= 0 && ends !== undefined && ends <= 0
  })

/** The noted interval that this one is part of, and the form there. */
export const patchAround = (on: Interval, study: Study): Interval | undefined => holding(on, study)?.on
export const patchFormOn = (on: Interval, study: Study): Expr | undefined => holding(on, study)?.form
