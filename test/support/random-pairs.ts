/**
 * Random pairs of formulas whose truth is known without asking the decider: a random term and what
 * rules of the book and calculations make of it, under the conditions they carry; or the same with
 * one thing wrong, and a point at which enclosures show that it is.
 */
import { applications } from '../../src/derive/apply.ts'
import { type Expr, freeSymbols, same } from '../../src/expression/expr.ts'
import { RULE_TABLES } from '../../src/rules/book.ts'
import { compiledRule } from '../../src/rules/compile.ts'
import { CALCULATIONS, changed } from './calculations.ts'
import { corruptedSide } from './corrupt.ts'
import { allHold, isValue, meets, type Point, valueAt } from './oracle.ts'
import type { Random } from './random.ts'
import { randomTerm } from './random-term.ts'
import type { Question } from './verdicts.ts'

const RULES = RULE_TABLES.flatMap((table) => table.rules.map((rule) => rule.name))
const CHANGES = Object.values(CALCULATIONS)
const LARGEST = 60
const TRIES = 40
const POINTS = 40

/** u after one rule, forward rather than backward, with the conditions carried. */
function afterRule(u: Expr, random: Random): { readonly to: Expr; readonly conditions: readonly Expr[] } {
  for (let i = 0; i < TRIES; i += 1) {
    const name = random.pick(RULES)
    const backward = compiledRule(name)?.twoWay === true && random.chance(0.25)
    const found = applications(name, u, { direction: backward ? 'backward' : 'forward' })
    const usable = found.filter(({ to }) => to.size <= LARGEST)
    if (usable.length > 0) return random.pick(usable)
  }
  return { to: u, conditions: [] }
}

/** A term, and the same thing written otherwise. */
function rewritten(random: Random): Question {
  const left = randomTerm(random, random.whole(2, 12), { letters: ['x', 'a'], piecewise: random.chance(0.2) })
  const assuming: Expr[] = []
  let right = left
  for (let i = random.whole(1, 4); i > 0; i -= 1) {
    const { to, conditions } = afterRule(right, random)
    assuming.push(...conditions)
    right = random.chance(0.4) ? changed(to, random.pick(CHANGES), random) : to
  }
  return { left, right, assuming }
}

/** A point where the sides have values, and the assumptions hold, of the kind wanted. */
function pointWhere(
  { left, right, assuming = [] }: Question,
  random: Random,
  wanted: 'meeting' | 'apart',
): Point | undefined {
  const names = [...new Set([left, right, ...assuming].flatMap(freeSymbols))]
  for (let i = 0; i < POINTS; i += 1) {
    const at = Object.fromEntries(names.map((name) => [name, random.rational()]))
    if (!allHold(assuming, at)) continue
    const [a, b] = [valueAt(left, at), valueAt(right, at)]
    if (isValue(a) && isValue(b) && meets(a, b) === (wanted === 'meeting')) return at
  }
  return undefined
}

/** Two ways to write one thing, with a point in common. */
export function truePair(random: Random): Question {
  for (;;) {
    const question = rewritten(random)
    if (same(question.left, question.right)) continue
    if (pointWhere(question, random, 'meeting')) return random.chance(0.5) ? question : turned(question)
  }
}

/** Two ways to write one thing, one of them with something wrong that shows. */
export function falsePair(random: Random): Question {
  for (;;) {
    const { left, right, assuming = [] } = rewritten(random)
    const wrong = [...corruptedSide(right)].map(([, u]) => u)
    if (wrong.length === 0) continue
    const question = { left, right: random.pick(wrong), assuming }
    const differsAt = pointWhere(question, random, 'apart')
    if (differsAt) return { ...(random.chance(0.5) ? question : turned(question)), differsAt }
  }
}

const turned = ({ left, right, assuming = [] }: Question): Question => ({
  left: right,
  right: left,
  assuming,
})
