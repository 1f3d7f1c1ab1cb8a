/** How the natural domains of two formulas lie to each other: proved, or shown by points. */
import { enclose } from '../enclose/enclose.ts'
import { Canon } from '../expression/canonical.ts'
import { type Condition, defined, OPPOSITE } from '../expression/condition.ts'
import { add, call, type Expr, integer, multiply, negate } from '../expression/expr.ts'
import { isZero } from '../expression/rational.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'
import { compareNormalForms } from '../verify/normal-form/normal-form.ts'
import { unproved } from '../verify/prove.ts'
import { Facts } from '../verify/signs.ts'
import { placed } from '../verify/verdict.ts'
import { compareCharts } from './chart.ts'
import { guided, type Place, type Question } from './disprove.ts'
import { double } from './double.ts'
import { points } from './points.ts'
import type { Domains } from './verdict.ts'

const POINTS = 200

/** Compares the domains of the two sides, where what is assumed holds. */
export function domains(question: Question): Exclude<Domains, 'disjoint'> {
  const { left, right, assuming } = question
  const canon = new Canon(isTotal)
  const within = (inner: Expr, outer: Expr): boolean => {
    const given = [...assuming, ...domainOf(inner, canon)]
    const open = unproved(defined(outer), new Facts([...assuming, defined(inner)], canon))
    return open.every((condition) => followsByForm(condition, given))
  }
  const [leftWithin, rightWithin] = [within(left, right), within(right, left)]
  if (leftWithin && rightWithin) return 'same'
  const [name, ...others] = question.names
  const charts =
    name !== undefined && others.length === 0
      ? compareCharts([...assuming, ...domainOf(left, canon)], [...assuming, ...domainOf(right, canon)], name)
      : undefined
  if (charts) return named(charts.onlyFirst, charts.onlySecond)
  const [onlyLeft, onlyRight] = [
    !leftWithin && someDefined(question, left, right),
    !rightWithin && someDefined(question, right, left),
  ]
  const settled = (onlyLeft || leftWithin) && (onlyRight || rightWithin)
  return settled || (onlyLeft && onlyRight) ? named(onlyLeft, onlyRight) : 'unknown'
}

const WORK = 20_000

/** Does the condition u > 0, u ≥ 0 or u ≠ 0 follow from others by normal forms? Then sign u = 1, |u| = u or (sign u)² = 1. */
function followsByForm(condition: Condition, given: readonly Condition[]): boolean {
  const [l, r] = condition.kind === 'call' && OPPOSITE.has(condition.head) ? condition.args : []
  if (!l || !r || condition.kind !== 'call') return false
  const below = condition.head.startsWith('<')
  const [greater, less] = below ? [r, l] : [l, r]
  const u = less.kind === 'number' && isZero(less.value) ? greater : add(greater, negate(less))
  const sign = call('sign', [u])
  const question = QUESTIONS.get(condition.head)?.(u, sign)
  const found = question && compareNormalForms(...question, given, WORK)
  return found?.outcome === 'equal' && found.except.length === 0
}

const ONE = integer(1)
const strict = (_: Expr, sign: Expr): readonly [Expr, Expr] => [sign, ONE]
const weak = (u: Expr): readonly [Expr, Expr] => [call('abs', [u]), u]

/** What is to be shown for u > 0 and its kin. */
const QUESTIONS: ReadonlyMap<string, (u: Expr, sign: Expr) => readonly [Expr, Expr]> = new Map([
  ['>', strict],
  ['<', strict],
  ['>=', weak],
  ['<=', weak],
  ['!=', (_: Expr, sign: Expr): readonly [Expr, Expr] => [multiply(sign, sign), ONE]],
])

function named(onlyLeft: boolean, onlyRight: boolean): Exclude<Domains, 'disjoint' | 'unknown'> {
  if (onlyLeft && onlyRight) return 'overlap'
  return onlyLeft ? 'left-wider' : onlyRight ? 'right-wider' : 'same'
}

/** Is there a point where `inner` is defined and `outer` is not? */
function someDefined(question: Question, inner: Expr, outer: Expr): boolean {
  const { names, assuming } = question
  const [f, g] = [double(inner, names), double(outer, names)]
  const borders = borderTerms(outer)
  const places = function* (): Generator<Place> {
    yield* guided({ ...question, left: inner, right: outer, assuming: [...assuming, ...borders] })
    for (const point of points(names.length, POINTS))
      yield new Map(names.map((name, i) => [name, point[i] as never]))
  }
  for (const at of places()) {
    const x = names.map((name) => {
      const { num, den } = at.get(name) ?? { num: 0n, den: 1n }
      return Number(num) / Number(den)
    })
    if (Number.isNaN(f(x)) || Number.isFinite(g(x))) continue
    const place = placed(at, 64)
    const a = enclose(inner, place, 64)
    if (a.kind !== 'interval' || !a.total || enclose(outer, place, 64).kind !== 'undefined') continue
    return true
  }
  return false
}

/** The conditions of the domain, for their borders. */
const borderTerms = (u: Expr): readonly Condition[] =>
  domainOf(u, new Canon(isTotal)).filter((c) => c.kind === 'call' && c.head !== 'defined')
