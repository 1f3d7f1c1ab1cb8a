/**
 * Equations made from a known solution: every value that is given must solve its equation, and if the
 * solution is called complete, the known one must be among the values.
 */
import { expect, test } from 'vitest'
import { type Branch, solve } from '../../../src/derive/solve/index.ts'
import { verify } from '../../../src/derive/verify.ts'
import { type Condition, isCondition } from '../../../src/expression/condition.ts'
import { type Expr, isCall, substitute } from '../../../src/expression/expr.ts'
import { numberTerm } from '../../../src/expression/number-term.ts'
import { rational } from '../../../src/expression/rational.ts'
import { parsePattern } from '../../../src/rules/pattern.ts'
import { print } from '../../../src/syntax/print.ts'
import { holdsAt, isValue, meets, type Point, size, valueAt } from '../../support/oracle.ts'
import { Random } from '../../support/random.ts'

/** What is done to u, one after the other. */
const STEPS = `u + 1; 2*u; u/3; 2 - u; 1/u; u^2; u^3; sqrt(u); e^u; log(u); |u|; tanh(u); atan(u); sinh(u);
  cosh(u); e^(-u); sin(u); cos(u); tan(u); u^2 - 3*u; u/(1 + u); (u + 1)/(u - 2); max(u, 1); min(u, 2); u^(1/3);
  u^(2/3); u^(3/2); 2^u; sigmoid(u); softplus(u); u + sqrt(u); |u| + u; e^u + e^(-u); log(u) + log(u + 1);
  u*e^u/e^u; {u if u > 1 else 3 - u}; erf(u); asin(u); acos(u); u^3 - 2*u; sqrt(u + 2) - u; sin(u)^2 + cos(u);
  sec(u); 4^u + 2^u; |u| - |u - 1|`
  .split(';')
  .map((form) => parsePattern(form.trim()))

const STARTS = [0, 1, -1, 2, -2, 3]
  .map((n) => rational(BigInt(n)))
  .concat([rational(1n, 2n), rational(-3n, 2n)])
const WHOLE = [0, 1, -1, 2, -2, 3, -3]

/** n is a whole number. */
const letterOf = (c: Condition): string | undefined => /^sin\(pi\*(\w+)\) = 0$/.exec(print(c))?.[1]

/** The points at which the letters of the branch are whole numbers, all the same. */
function pointsOf({ conditions }: Branch): Point[] {
  const letters = conditions.flatMap((c) => letterOf(c) ?? [])
  const numbers = letters.length === 0 ? [0] : WHOLE
  return numbers.map((n) => Object.fromEntries(letters.map((letter) => [letter, rational(BigInt(n))])))
}

const BITS = 140
/** The nearest that two sides are told apart. */
const equal = (u: Expr, v: Expr, at: Point): boolean | 'unknown' => {
  const [left, right] = [valueAt(u, at, BITS), valueAt(v, at, BITS)]
  if (left === 'undefined' || right === 'undefined') return false
  if (!isValue(left) || !isValue(right)) return 'unknown'
  return meets(left, right)
}

/** Values that grow with n may reach the known one only for a large n. */
const isFar = (u: Expr, at: Point): boolean => {
  const value = valueAt(u, at, BITS)
  return Object.keys(at).length > 0 && (!isValue(value) || size(value) > LARGEST)
}
const LARGEST = 8

function made(random: Random): { readonly equation: Expr; readonly solution: Expr } {
  let u = parsePattern('x')
  for (let k = random.whole(1, 3); k > 0; k -= 1) u = substitute(random.pick(STEPS), new Map([['u', u]]))
  const solution = numberTerm(random.pick(STARTS))
  const right = substitute(u, new Map([['x', solution]]))
  return { equation: equationOf(u, right), solution }
}

const equationOf = (u: Expr, v: Expr): Expr =>
  substitute(
    parsePattern('u = v'),
    new Map([
      ['u', u],
      ['v', v],
    ]),
  )

test('150 equations with a known solution', () => {
  const random = new Random(77)
  const counts = { complete: 0, incomplete: 0, values: 0 }
  const wrong: string[] = []
  while (counts.complete + counts.incomplete < 150) {
    const { equation, solution } = made(random)
    const [left, right] = (equation as { args: readonly Expr[] }).args as [Expr, Expr]
    const value = valueAt(right, {}, BITS)
    if (!isValue(value) || size(value) > 1e6) continue
    const { branches, complete, reason, derivation } = solve(equation, 'x')
    if (!verify(derivation).ok || reason?.includes('checker')) wrong.push(`${print(equation)}: refused`)
    counts[complete ? 'complete' : 'incomplete'] += 1
    let isFound = false
    for (const branch of branches) {
      const at = new Map([['x', branch.value]])
      for (const point of pointsOf(branch)) {
        const open = branch.conditions.filter((c) => letterOf(c) === undefined)
        const truths = open.map((c) => holdsAt(c, point, BITS))
        isFound ||= truths.includes('unknown') || isFar(branch.value, point)
        if (!truths.every((truth) => truth === true)) continue
        counts.values += 1
        const holds = equal(substitute(left, at), substitute(right, at), point)
        if (holds === false) wrong.push(`${print(equation)}: not ${print(branch.value)}`)
        isFound ||= equal(branch.value, solution, point) !== false
      }
    }
    if (complete && !isFound) wrong.push(`${print(equation)}: without ${print(solution)}`)
  }
  expect(wrong).toEqual([])
  expect(counts.complete).toBeGreaterThan(100)
  expect(counts.values).toBeGreaterThan(300)
})

/** Numbers and letters thrown together: nothing crashes, and what is given is accepted. */
test('equations without a plan', () => {
  const random = new Random(5)
  const leaf = (): Expr => parsePattern(random.pick(['x', 'x', 'x', 'a', 'b', '1', '2', '1/2']))
  const term = (depth: number): Expr =>
    depth === 0
      ? leaf()
      : substitute(
          random.pick(
            STEPS.concat(['u*v', 'u + v', 'u - v', 'u/v', 'u^v', 'max(u, v)'].map((f) => parsePattern(f))),
          ),
          new Map([
            ['u', term(depth - 1)],
            ['v', term(depth - 1)],
          ]),
        )
  for (let i = 0; i < 60; i += 1) {
    const equation = equationOf(term(2), term(1))
    const solution = solve(equation, 'x')
    expect(verify(solution.derivation), print(equation)).toEqual({ ok: true })
    expect(solution.reason ?? '').not.toContain('checker')
    expect(isCondition(solution.derivation.to)).toBe(true)
    expect(isCall(solution.derivation.from, '=')).toBe(true)
  }
})
