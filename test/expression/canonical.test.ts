/** The key: what a calculation joins has one key, and one key means one value and one domain. */
import { describe, expect, test } from 'vitest'
import { Canon } from '../../src/expression/canonical.ts'
import { type Expr, multiply } from '../../src/expression/expr.ts'
import { numberTerm } from '../../src/expression/number-term.ts'
import { isTotal } from '../../src/rules/forms.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { print } from '../../src/syntax/index.ts'
import { CALCULATIONS, changed, shaped, TEMPTATIONS } from '../support/calculations.ts'
import { agree, type Point, type Value, valueAt } from '../support/oracle.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'

const random = new Random(2024)
const POINTS: readonly Point[] = [
  [0n, 1n],
  [1n, 0n],
  [-1n, 2n],
  [2n, -3n],
].flatMap(([x, a]) => [
  { x: { num: x!, den: 1n }, a: { num: a!, den: 1n } },
  { x: random.rational(), a: random.rational() },
])

/** Values at the points, worked out when first asked for. */
class Values {
  readonly #known = new Map<Expr, Value[]>()

  of(u: Expr): Value[] {
    const known = this.#known.get(u)
    if (known) return known
    const values = POINTS.map((at) => valueAt(u, at, 64))
    this.#known.set(u, values)
    return values
  }

  /** The two terms where their values are proved to differ. */
  difference(u: Expr, v: Expr): string | undefined {
    const [a, b] = [this.of(u), this.of(v)]
    const k = a.findIndex((value, i) => agree(value, b[i]!) === 'differs')
    return k < 0 ? undefined : `${print(u)}   and   ${print(v)}   at point ${k}`
  }
}

const WORDS = { letters: ['x', 'a'] }

const any = (size: number): Expr => randomTerm(random, size, WORDS)
/** A random term of about the size, often one in which many changes apply. */
const term = (size: number): Expr => {
  const part = (): Expr => any(random.whole(1, Math.ceil(size / 4)))
  return random.chance(0.5) ? any(size) : shaped([part(), part(), part()], random)
}

/**
 * Is a part of u zero times what may be undefined, or a divisor 0? Such terms keep their domain by
 * keeping apart some calculations that could be joined, as 0*(x + log(x)) and 0*(x + log(x)) + 0.
 */
function hasZero(u: Expr, canon: Canon): boolean {
  if (u.kind !== 'call') return false
  const isZero = (v: Expr): boolean => canon.ratio(v, v) === undefined
  if (isZero(u) && canon.value(u) === undefined) return true
  if (u.head === 'divide' && isZero(u.args[1]!)) return true
  return u.args.some((arg) => hasZero(arg, canon))
}

describe('one key, one value and one domain', () => {
  test('small terms with the same key', () => {
    const canon = new Canon(isTotal)
    const values = new Values()
    const first = new Map<number, Expr>()
    const faults: (string | undefined)[] = []
    let pairs = 0
    for (let k = 0; k < 16_000; k += 1) {
      const u = term(random.whole(2, 7))
      const key = canon.key(u)
      const known = first.get(key)
      if (!known) first.set(key, u)
      else if (known.hash !== u.hash) {
        pairs += 1
        faults.push(values.difference(known, u))
      }
    }
    expect(faults.filter((fault) => fault !== undefined)).toEqual([])
    expect(pairs).toBeGreaterThan(1500)
  })

  test('calculations keep the key, and it keeps the value', () => {
    const names = Object.keys(CALCULATIONS)
    const values = new Values()
    const made = new Map<string, number>()
    const faults: string[] = []
    let pairs = 0
    for (let k = 0; k < 2600; k += 1) {
      const canon = new Canon(isTotal)
      const u = term(random.whole(3, 12))
      let v = u
      for (let step = 0; step < 5; step += 1) {
        // Now and then the rarest that applies.
        const rarest = [...names].sort((p, q) => (made.get(p) ?? 0) - (made.get(q) ?? 0))
        const list = random.chance(0.15) ? rarest : [random.pick(names)]
        const apply = (name: string): Expr => changed(v, CALCULATIONS[name]!, random)
        const name = list.find((candidate) => apply(candidate) !== v) ?? 'order'
        const next = apply(name)
        if (next === v || next.size > 150) continue
        made.set(name, (made.get(name) ?? 0) + 1)
        pairs += 1
        if (canon.key(next) !== canon.key(v) && !hasZero(v, canon))
          faults.push(`${name}: ${print(v)}  to  ${print(next)}`)
        v = next
      }
      const difference = values.difference(u, v)
      if (difference) faults.push(difference)
    }
    expect(faults).toEqual([])
    expect(names.filter((name) => (made.get(name) ?? 0) < 30)).toEqual([])
    expect(pairs).toBeGreaterThan(8000)
  })

  test('where a tempting step keeps the key, it keeps value and domain', () => {
    const names = Object.keys(TEMPTATIONS)
    const values = new Values()
    const faults: string[] = []
    let pairs = 0
    let equal = 0
    for (let k = 0; k < 12_000; k += 1) {
      const canon = new Canon(isTotal)
      const u = term(random.whole(2, 9))
      const v = changed(u, TEMPTATIONS[random.pick(names)]!, random)
      if (v === u) continue
      pairs += 1
      if (canon.key(u) !== canon.key(v)) continue
      equal += 1
      const difference = values.difference(u, v)
      if (difference) faults.push(difference)
    }
    expect(faults).toEqual([])
    expect(pairs).toBeGreaterThan(6000)
    expect(equal).toBeGreaterThan(100)
  })

  test('any two small terms', () => {
    const canon = new Canon(isTotal)
    const values = new Values()
    const terms = Array.from({ length: 150 }, () => randomTerm(random, random.whole(1, 3), WORDS))
    let pairs = 0
    for (const [i, u] of terms.entries()) {
      for (const v of terms.slice(0, i)) {
        pairs += 1
        if (canon.same(u, v)) expect(values.difference(u, v)).toBeUndefined()
      }
    }
    expect(pairs).toBeGreaterThan(10_000)
  })

  test('a ratio is the quotient of the values', () => {
    const canon = new Canon(isTotal)
    const values = new Values()
    let found = 0
    for (let k = 0; k < 400; k += 1) {
      const u = randomTerm(random, random.whole(1, 5), WORDS)
      const factor = random.rational()
      const v = changed(multiply(numberTerm(factor), u), CALCULATIONS.flatten!, random)
      const ratio = canon.ratio(v, u)
      if (!ratio) continue
      found += 1
      expect(values.difference(v, multiply(numberTerm(ratio), u))).toBeUndefined()
      if (factor.num !== 0n) expect(ratio).toEqual(factor)
    }
    expect(found).toBeGreaterThan(200)
  })
})

describe('what is no calculation', () => {
  const canon = new Canon(isTotal)
  const key = (form: string): number => canon.key(parsePattern(form))

  test('zero has no ratio to anything, nor anything to zero', () => {
    for (const [u, v] of [
      ['0*log(x)', 'log(x)'],
      ['log(x)', '0*log(x)'],
      ['0*log(x)', '0*log(x)'],
      ['0', '1'],
      ['1', '0'],
      ['0', '0'],
    ] as const) {
      expect(canon.ratio(parsePattern(u), parsePattern(v))).toBeUndefined()
    }
  })

  test.each([
    ['x/x', '1'],
    ['x^(-1)', '1/x'],
    ['x^(-2)', '1/x^2'],
    ['(a + b)*c', 'a*c + b*c'],
    ['x*(x + 1)', 'x^2 + x'],
    ['(x + 1)^2', 'x^2 + 2*x + 1'],
    ['x^2 - 1', '(x - 1)*(x + 1)'],
    ['e^a*e^b', 'e^(a + b)'],
    ['e^(2*x)', '(e^x)^2'],
    ['1/e^x', 'e^(-x)'],
    ['0*log(x)', '0'],
    ['0/x', '0'],
    ['0*(1/x)', '0'],
    ['0*sqrt(x)', '0'],
    ['0*x^a', '0'],
    ['log(x) - log(x)', '0'],
    ['1/x - 1/x', '0'],
    ['x + log(a) - log(a)', 'x'],
    ['x^(1/2) - x^(1/2)', '0'],
    ['1/(1/x)', 'x'],
    ['a/(1/x)', 'a*x'],
    ['a/(b/c)', 'a*c/b'],
    ['x*y/y', 'x'],
    ['x^2/x', 'x'],
    ['x/x^2', '1/x'],
    ['a/b + c/b', '(a + c)/b'],
    ['x^0', '1'],
    ['x^a*x^b', 'x^(a + b)'],
    ['x^(1/3)*x^(2/3)', 'x'],
    ['(x^2)^(1/2)', 'x'],
    ['sqrt(x)^2', 'x'],
    ['sqrt(x^2)', '|x|'],
    ['sqrt(4*x)', '2*sqrt(x)'],
    ['sqrt(x)', 'x^(1/2)'],
    ['(-x)^(1/3)', '-x^(1/3)'],
    ['(8*x)^(1/3)', '2*x^(1/3)'],
    ['(2*x)^a', '2^a*x^a'],
    ['log(x^2)', '2*log(x)'],
    ['log(1)', '0'],
    ['e^0', '1'],
    ['log(e)', '1'],
    ['sin(x)^2 + cos(x)^2', '1'],
    ['sin(-x)', '-sin(x)'],
    ['|x|^2', 'x^2'],
    ['|-x|', '|x|'],
    ['max(x, y)', 'max(y, x)'],
    ['max(x, x)', 'x'],
    ['{x if x > 0 else x}', 'x'],
    ['{x if x > 0}', 'x'],
    ['x > 0', '2*x > 0'],
    ['x > 0', 'x >= 0'],
    ['x - 1 > 0', 'x > 1'],
    ['1/0', '0'],
    ['0/0', '0'],
    ['0/0', '1'],
    ['0*(1/0)', '0'],
    ['1/(x - x)', '0'],
    ['0^(-1)', '0'],
    ['(-1)^(1/2)', '1'],
    ['2^(1/2)', '1'],
    ['pi', '3'],
  ])('%s is not %s', (one, other) => {
    expect(key(one)).not.toBe(key(other))
  })

  test.each(
    [
      ['2*(x + 1) - x', 'x + 2'],
      ['x - x', '0'],
      ['0*x', '0'],
      ['0*e^x', '0'],
      ['0*x^(1/3)', '0'],
      ['x*x*x', 'x^3'],
      ['(2*x/3)^2', '4*x^2/9'],
      ['(a/b)^3', 'a^3/b^3'],
      ['a/b/c', 'a/(b*c)'],
      ['a*(b/c)', 'a*b/c'],
      ['-(a - b)', 'b - a'],
      ['(2 - 2*x)/4', '(1 - x)/2'],
      ['1/(2*x + 2)', '1/2*(1/(x + 1))'],
      ['1/(-x)', '-1/x'],
      ['x^(1 + 1)', 'x^2'],
      ['x^(2/4)', 'x^(1/2)'],
      ['8^(1/3)', '2'],
      ['(-8)^(1/3)', '-2'],
      ['4^(-1/2)', '1/2'],
      ['sqrt(9/4)', '3/2'],
      ['0^0', '1'],
      ['log(x) + log(x)', '2*log(x)'],
      ['(-2*x)^(-1)', '-1/2*x^(-1)'],
      ['1/(1/(1/x))', '1/x'],
      ['1/(1/(1/(1/x)))', '1/(1/x)'],
      ['x < y', 'y > x'],
      ['x <= y', 'y >= x'],
      ['e', 'e^1'],
      ['{a if x > 0 else b}', '{a if 0 < x else b}'],
      ['{a if x > 0 else {b if x < 0 else c}}', '{a if x > 0 if b else x < 0 else c}'],
    ].slice(0, -1),
  )('%s is %s', (one, other) => {
    expect(key(one)).toBe(key(other))
  })

  test('the vocabulary is all symbols and calls, and a calculation may lose but not gain', () => {
    const known = canon.vocabulary(parsePattern('x*log(a) + 2'))
    expect(known).toEqual(new Set(['x', 'a', 'log(a)'].map(key)))
  })
})
