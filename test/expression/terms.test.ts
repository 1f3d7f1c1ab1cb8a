/** Terms: identity and hash, parts addressed by paths, letters found by matching. */
import { describe, expect, test } from 'vitest'
import { Canon } from '../../src/expression/canonical.ts'
import {
  add,
  call,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  mentions,
  multiply,
  raise,
  same,
  substitute,
  symbol,
} from '../../src/expression/expr.ts'
import { match } from '../../src/expression/match.ts'
import { type Path, partAt, replaceAt } from '../../src/expression/path.ts'
import { RULE_TABLES } from '../../src/rules/book.ts'
import { compileRule, instantiate, isOfKind, type Letters } from '../../src/rules/compile.ts'
import { isTotal } from '../../src/rules/forms.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { print } from '../../src/syntax/index.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'
import { Samples } from '../support/sample-rule.ts'

const random = new Random(31)
const words = { letters: ['x', 'a', 'b'] }
const terms = Array.from({ length: 4000 }, () => randomTerm(random, random.whole(1, 14), words))

/** A deep copy: the same term from other objects. */
const copy = (u: Expr): Expr => (u.kind === 'call' ? call(u.head, u.args.map(copy)) : { ...u })
const size = (u: Expr): number => (u.kind === 'call' ? u.args.reduce((n, arg) => n + size(arg), 1) : 1)
const wordsOf = (u: Expr): string =>
  u.kind === 'symbol'
    ? u.name
    : u.kind === 'number'
      ? `${u.value.num}/${u.value.den}`
      : `${u.head}(${u.args.map(wordsOf).join()})`

describe('identity', () => {
  test('a copy is the same term, with the same hash and size', () => {
    for (const u of terms) {
      expect([same(u, copy(u)), copy(u).hash, u.size]).toEqual([true, u.hash, size(u)])
    }
  })

  test('two terms are the same exactly if they are written the same way', () => {
    for (const [i, u] of terms.entries()) {
      const v = terms[(i * 7 + 1) % terms.length]!
      expect(same(u, v)).toBe(wordsOf(u) === wordsOf(v))
    }
    expect(same(parsePattern('a - b'), parsePattern('a + (-b)'))).toBe(true)
    expect(same(parsePattern('a + b + c'), parsePattern('(a + b) + c'))).toBe(false)
  })

  test('different terms rarely have one hash', () => {
    const hashes = new Map(terms.map((u) => [wordsOf(u), u.hash]))
    const seen = new Set(hashes.values())
    expect(hashes.size).toBeGreaterThan(2500)
    expect(hashes.size - seen.size).toBeLessThanOrEqual(2)
  })

  test('near terms have different hashes: order, grouping, one number, one letter', () => {
    const forms = ['a + b', 'b + a', 'a*b', 'a/b', 'b/a', 'a^b', 'b^a', 'a + b + c', '(a + b) + c']
    const more = ['a + (b + c)', '1', '2', '10', '1/10', '-1', 'x1', 'x2', 'ab', 'ba', 'a - b', '-a']
    const hashes = [...forms, ...more].map((form) => parsePattern(form).hash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('substituting no letter of the term gives the term itself', () => {
    for (const u of terms) {
      expect(substitute(u, new Map([['q', integer(1)]]))).toBe(u)
      const renamed = substitute(u, new Map([['x', symbol('q')]]))
      expect(mentions(renamed, 'x')).toBe(false)
      expect(mentions(renamed, 'q')).toBe(mentions(u, 'x'))
      expect(same(substitute(renamed, new Map([['q', symbol('x')]])), u)).toBe(true)
      expect(freeSymbols(u).includes('x')).toBe(mentions(u, 'x'))
    }
  })
})

/** Every path into the term that ends at one operand. */
function* paths(u: Expr, before: readonly number[] = []): Generator<readonly number[]> {
  yield before
  if (u.kind === 'call') for (const [i, arg] of u.args.entries()) yield* paths(arg, [...before, i])
}

describe('paths', () => {
  const mark = symbol('mark')

  test('what is put in a place is read there, and all else stays', () => {
    for (const u of terms.slice(0, 600)) {
      for (const path of paths(u)) {
        const part = partAt(u, path)!
        expect(same(replaceAt(u, path, part)!, u)).toBe(true)
        const replaced = replaceAt(u, path, mark)!
        expect(partAt(replaced, path)).toBe(mark)
        expect(same(replaceAt(replaced, path, part)!, u)).toBe(true)
        for (const beside of path.length > 0 && u.kind === 'call' ? u.args.keys() : []) {
          if (beside !== path[0]) expect(partAt(replaced, [beside])).toBe(partAt(u, [beside]))
        }
      }
    }
  })

  test('some operands of a sum or product are read and replaced together', () => {
    const canon = new Canon(isTotal)
    for (const head of ['add', 'multiply']) {
      for (let k = 0; k < 300; k += 1) {
        const count = random.whole(3, 7)
        const args = Array.from({ length: count }, (_, i) => symbol(`a${i}`))
        const u = call(head, args)
        const chosen = [...args.keys()].filter(() => random.chance(0.5))
        const path: Path = [chosen]
        if (chosen.length < 2 || chosen.length === count) {
          expect(partAt(u, path)).toBeUndefined()
          expect(replaceAt(u, path, mark)).toBeUndefined()
          continue
        }
        const part = partAt(u, path)!
        expect(part.kind === 'call' && part.args).toEqual(chosen.map((i) => args[i]))
        expect(canon.same(replaceAt(u, path, part)!, u)).toBe(true)
        const replaced = replaceAt(u, path, mark)!
        expect(partAt(replaced, [chosen[0]!])).toBe(mark)
        const rest = [...args.keys()].filter((i) => !chosen.includes(i)).map((i) => args[i])
        expect(new Set(isCall(replaced, head) ? replaced.args : [])).toEqual(new Set([mark, ...rest]))
      }
    }
  })

  test.each<readonly [string, Path]>([
    ['a + b + c', [3]],
    ['a + b + c', [-1]],
    ['a + b + c', [0.5]],
    ['a + b + c', [Number.NaN]],
    ['a + b + c', [0, 0]],
    ['a + b + c', [[0, 1, 2]]],
    ['a + b + c', [[1]]],
    ['a + b + c', [[]]],
    ['a + b + c', [[1, 0]]],
    ['a + b + c', [[1, 1]]],
    ['a + b + c', [[0, 3]]],
    ['a + b + c', [[0, 1], 0]],
    ['f(a, b, c)', [[0, 1]]],
    ['a/b', [[0, 1]]],
    ['a', [0]],
    ['1', [0]],
  ])('in %s the path %j leads nowhere', (form, path) => {
    const u = parsePattern(form)
    expect(partAt(u, path)).toBeUndefined()
    expect(replaceAt(u, path, mark)).toBeUndefined()
  })
})

describe('matching', () => {
  const canon = new Canon(isTotal)

  test('the left side of every row, filled in, is found again', () => {
    let found = 0
    for (const [i, rule] of RULE_TABLES.flatMap((table) => table.rules).entries()) {
      const row = compileRule(rule)
      const accepts = (letter: string, u: Expr): boolean => {
        const kind = rule.where?.[letter]
        if (row.differential && letter === 'x') return same(u, symbol('x'))
        return kind === undefined || isOfKind(kind, u, 'x', canon)
      }
      const samples = new Samples(row, 400 + i)
      for (let k = 0; k < 30; k += 3) {
        const { letters } = samples.at(k)
        const lists = Object.values(letters).filter(Array.isArray)
        if (lists.some((list) => list.length < 2)) continue
        const u = instantiate(row.from, letters)!
        const readings = [...take(match(row.from, u, accepts), 50)].map((bound) => {
          const read = { ...letters, ...Object.fromEntries(bound) } as Letters
          return instantiate(row.from, read)
        })
        for (const v of readings) expect([rule.name, v && canon.same(u, v)]).toEqual([rule.name, true])
        if (readings.length === 0) expect([rule.name, print(u)]).toEqual([rule.name, 'matched'])
        found += readings.length
      }
    }
    expect(found).toBeGreaterThan(1500)
  })

  test('order and grouping of sums and products do not matter', () => {
    const some = (pattern: string, form: string): boolean =>
      !match(parsePattern(pattern), parsePattern(form), () => true).next().done
    expect(some('sin(u)^2 + cos(u)^2', 'cos(2*x)^2 + sin(2*x)^2')).toBe(true)
    expect(some('sin(u)^2 + cos(u)^2', 'cos(x)^2 + sin(y)^2')).toBe(false)
    expect(some('u*v + u*w', '(a*x)*b + c*x')).toBe(true)
    expect(some('u + u', 'a + b')).toBe(false)
    expect(some('u - u', 'b - b')).toBe(true)
    expect(some('e^u', 'e')).toBe(false)
    expect(some('e*u', 'x*e')).toBe(true)
    expect(some('pi', 'x')).toBe(false)
    expect(some('u/v', 'x')).toBe(false)
  })

  test('all ways to share out a product are tried, each once', () => {
    const pattern = parsePattern('u*v')
    const ways = [...match(pattern, parsePattern('a*b*c'), () => true)]
    const shares = ways.map((bound) => ['u', 'v'].map((name) => print(bound.get(name) as Expr)).join())
    expect(new Set(shares).size).toBe(shares.length)
    expect(shares).toHaveLength(6)
  })

  test('the effort is bounded in long sums and products', () => {
    const letters = Array.from({ length: 200 }, (_, i) => symbol(`a${i}`))
    for (const u of [add(...letters), multiply(...letters)]) {
      const head = isCall(u, 'add') ? '+' : '*'
      let ways = 0
      for (const _ of match(parsePattern(`u ${head} v`), u, () => true)) ways += 1
      expect(ways).toBe(200)
      const impossible = parsePattern(`sin(u) ${head} cos(v) ${head} w`)
      expect([...match(impossible, u, () => true)]).toEqual([])
    }
    const powers = multiply(...letters.map((a) => raise(a, integer(2))))
    expect([
      ...take(
        match(parsePattern('prod(u_^2)'), powers, () => true),
        5,
      ),
    ]).toHaveLength(1)
  })
})

function* take<T>(source: Iterable<T>, most: number): Generator<T> {
  let left = most
  for (const item of source) {
    if (left <= 0) return
    left -= 1
    yield item
  }
}
