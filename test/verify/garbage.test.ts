/** Whatever is handed to the checker, it says no (or yes) and never throws. */
import { describe, expect, test } from 'vitest'
import { verify } from '../../src/analyse/verify.ts'
import { differentiate } from '../../src/derive/index.ts'
import { toJson } from '../../src/derive/json.ts'
import { fromJson, SCHEMA } from '../../src/verify/certificate.ts'
import { ALL_CHECKS } from '../../src/verify/claims/checks.ts'
import { verifyJson } from '../../src/verify/verify.ts'
import { Random } from '../support/random.ts'

/** Both doors answer, with an answer of the right shape (an explosion would outlast the test); is it yes? */
function answered(certificate: unknown): boolean {
  const answers = [verify(certificate), verifyJson(certificate, ALL_CHECKS)]
  for (const answer of answers) {
    if (answer.ok) expect(Object.keys(answer)).toEqual(['ok'])
    else {
      expect(Number.isInteger(answer.step) && answer.step >= 0).toBe(true)
      expect(answer.reason.length).toBeGreaterThan(0)
    }
  }
  return answers.some(({ ok }) => ok)
}
const refused = (certificate: unknown): void => expect(answered(certificate)).toBe(false)

const good = () => structuredClone(toJson(differentiate('x^2'))) as unknown as Record<string, unknown>
const bare = (terms: unknown, more: object = {}): Record<string, unknown> => ({
  ...{ schema: SCHEMA, kind: 'derivation', terms, from: 0, to: 0, steps: [], assuming: [], conditions: [] },
  ...more,
})
const step = (more: object = {}): object => ({ rule: null, path: [], before: 0, after: 0, ...more })

const WORDS = ['schema', 'kind', 'terms', 'from', 'to', 'steps', 'conditions', 'assuming']
const NAMES = [
  ...WORDS,
  'rule',
  'path',
  'before',
  'after',
  'letters',
  '__proto__',
  'constructor',
  'length',
  'toJSON',
  '0',
]
const TEXTS = [...NAMES, SCHEMA, 'derivation', 'number', 'symbol', 'add', 'x', '1', '1/0', '\u0000', '𝓧', '']
const ODD = [Number.NaN, Infinity, -1, 0.5, 2 ** 53, -0, null, undefined, true, 10n, Symbol('s'), () => 0]

/** Any value: objects with the fields of certificates, lists, texts, numbers, and things no JSON holds. */
function garbage(random: Random, depth: number): unknown {
  const part = (): unknown => garbage(random, depth - 1)
  const simple = (): unknown =>
    random.weighted<() => unknown>([
      [3, () => random.whole(0, 9)],
      [3, () => random.pick(TEXTS)],
      [2, () => random.pick(ODD)],
    ])()
  if (depth <= 0) return simple()
  return random.weighted<() => unknown>([
    [
      4,
      () =>
        Object.fromEntries(Array.from({ length: random.whole(0, 9) }, () => [random.pick(NAMES), part()])),
    ],
    [3, () => Array.from({ length: random.whole(0, 5) }, part)],
    [2, simple],
    [1, () => new Map([[part(), part()]])],
    [1, () => new Uint8Array(4)],
  ])()
}

test('2,000 random values are refused', () => {
  const random = new Random(5)
  for (let i = 0; i < 1000; i += 1) refused(garbage(random, 4))
  for (let i = 0; i < 1000; i += 1) {
    const data = { ...good(), [random.pick(WORDS)]: garbage(random, 3) }
    if (answered(data)) expect(() => fromJson(data)).not.toThrow()
  }
})

test('what is not an object', () => {
  for (const value of [...ODD, ...TEXTS, [], [[]], new Date(0), /x/, new Error('x'), new Proxy({}, {})]) {
    refused(value)
  }
})

describe('objects that answer back', () => {
  const angry = (): never => {
    throw new Error('no')
  }
  test('getters that throw, in every field', () => {
    for (const word of WORDS) {
      const data = good()
      Object.defineProperty(data, word, { get: angry, enumerable: true })
      refused(data)
      const derivation = { ...differentiate('x^2') }
      Object.defineProperty(derivation, word, { get: angry, enumerable: true })
      answered(derivation)
    }
  })
  test('what is thrown need not be an error', () => {
    for (const thrown of [undefined, null, 'text', 7, { message: angry }]) {
      const rude = (): never => {
        throw thrown
      }
      refused(new Proxy({}, { get: rude, has: rude, ownKeys: rude }))
      refused({ schema: SCHEMA, kind: 'derivation', terms: new Proxy([], { get: rude }) })
    }
  })
  test('proxies of every field and of the whole', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    refused(proxy)
    for (const word of WORDS) refused({ ...good(), [word]: proxy })
    expect(answered(new Proxy(good(), {}))).toBe(true)
  })
  test('a field that changes each time it is read proves nothing false', () => {
    const reads = [0, 0]
    const data = good()
    const { to } = data
    Object.defineProperty(data, 'to', { get: () => (reads.pop() === undefined ? to : 0) })
    answered(data)
    const shifting = bare([
      ['symbol', 'x'],
      ['number', '1'],
    ])
    Object.defineProperty(shifting, 'to', { get: () => 1, enumerable: true })
    refused(shifting)
  })
  test('lists that lie about their length', () => {
    for (const length of [-1, Number.NaN, 1e9, 2 ** 32, '3', {}]) {
      refused(bare({ length }))
      refused(
        bare(
          new Proxy([['symbol', 'x']], {
            get: (list, key) => (key === 'length' ? length : Reflect.get(list, key)),
          }),
          { steps: [step()] },
        ),
      )
    }
    refused(bare([['symbol', 'x']], { steps: new Array(2_000_000) }))
    refused(bare(new Array(2_000_000)))
  })
})

describe('data that contains itself', () => {
  test('cyclic certificates', () => {
    const data = good()
    for (const word of WORDS) refused({ ...data, [word]: data })
    const list: unknown[] = []
    list.push(list)
    for (const word of WORDS) refused({ ...data, [word]: list })
  })
  test('cyclic terms in memory', () => {
    const loop = { kind: 'call', head: 'sin', args: [] as unknown[], hash: 1, size: 2 }
    loop.args.push(loop)
    const derivation = differentiate('x^2')
    for (const field of ['from', 'to']) refused({ ...derivation, [field]: loop })
    refused({ ...derivation, conditions: [loop] })
    refused({ ...derivation, steps: [{ ...derivation.steps[0], letters: { u: loop } }] })
  })
  test('a row that names itself or a later row', () => {
    refused(bare([['sin', 0]]))
    refused(
      bare([
        ['sin', 1],
        ['symbol', 'x'],
      ]),
    )
    refused(
      bare([
        ['symbol', 'x'],
        ['sin', -1],
      ]),
    )
    refused(
      bare([
        ['symbol', 'x'],
        ['sin', 0.5],
      ]),
    )
    refused(
      bare([
        ['symbol', 'x'],
        ['sin', '00'],
      ]),
    )
    refused(
      bare([
        ['symbol', 'x'],
        ['sin', 'length'],
      ]),
    )
  })
})

describe('data that is small to write and large to read', () => {
  const bomb = (head: string, rows: number): unknown[] => [
    ['symbol', 'x'],
    ...Array.from({ length: rows }, (_, i) => [head, i, i]),
  ]
  test('terms shared at every level', () => {
    for (const head of ['add', 'multiply', 'divide', 'power', 'min', 'and', '<', 'piecewise']) {
      for (const rows of [15, 40, 2_000]) {
        const terms = bomb(head, rows)
        const places = { from: rows, to: rows - 1, steps: [step({ before: rows, after: rows - 1 })] }
        refused(bare(terms, places))
        refused(bare(terms, { ...places, conditions: [rows] }))
      }
    }
  })
  test('a shared term under a function, as a condition and as letters', () => {
    const terms = [...bomb('add', 18), ['log', 18], ['sqrt', 19], ['>', 20, 0], ['D', 20, 0]]
    const letters = { u: 20, x: 0 }
    refused(
      bare(terms, {
        from: 22,
        to: 20,
        assuming: [21],
        steps: [step({ before: 22, after: 20, rule: 'derivative of sqrt', letters })],
      }),
    )
  })
  test('deep terms', () => {
    for (const depth of [4_000, 100_000]) {
      for (const head of ['negate', 'sin', 'log', 'sqrt', 'abs', 'defined', 'acot']) {
        const terms = [['symbol', 'x'], ...Array.from({ length: depth }, (_, i) => [head, i])]
        const places = { from: depth, to: depth - 1, steps: [step({ before: depth, after: depth - 1 })] }
        refused(bare(terms, places))
      }
    }
  })
  test('deep terms in memory', () => {
    let deep: object = differentiate('x').from
    for (let i = 0; i < 100_000; i += 1) deep = { kind: 'call', head: 'sin', args: [deep], hash: i, size: i }
    refused({ ...differentiate('x'), from: deep })
  })
  test('long paths and wide lists of places', () => {
    const long = new Array(500_000).fill(0)
    refused(bare([['symbol', 'x']], { steps: [step({ path: long })] }))
    refused(
      bare(
        [
          ['symbol', 'x'],
          ['add', 0, 0, 0],
        ],
        { from: 1, to: 1, steps: [step({ path: [long] })] },
      ),
    )
    refused(
      bare(
        [
          ['symbol', 'x'],
          ['add', ...long],
        ],
        { from: 1, to: 0, steps: [step({ before: 1 })] },
      ),
    )
    const letters = { u_: long, x: 0 }
    refused(
      bare(
        [
          ['symbol', 'x'],
          ['D', 0, 0],
        ],
        { from: 1, to: 1, steps: [step({ rule: 'sum rule', before: 1, letters })] },
      ),
    )
    refused(bare([['symbol', 'x']], { assuming: long, conditions: long, to: 1 }))
  })
  test('large numbers', () => {
    const nines = '9'.repeat(100_000)
    for (const rows of [
      [
        ['number', nines],
        ['number', '2'],
        ['power', 1, 0],
      ],
      [
        ['number', '10'],
        ['power', 0, 0],
        ['power', 0, 1],
        ['power', 0, 2],
      ],
      [
        ['number', '10'],
        ['number', nines],
        ['power', 0, 1],
        ['negate', 2],
        ['power', 0, 3],
      ],
      [
        ['number', '1000000000'],
        ['power', 0, 0],
        ['log', 1],
        ['sin', 1],
        ['sqrt', 1],
      ],
      [['number', `1/${'2'.repeat(100_000)}`]],
    ]) {
      const last = rows.length - 1
      refused(bare(rows, { from: last, to: 0, steps: [step({ before: last })], conditions: [last] }))
    }
    const high = [
      ['number', '1000000000'],
      ['power', 0, 0],
      ['log', 1],
      ['cos', 2],
      ['!=', 3, 0],
      ['symbol', 'x'],
      ['divide', 5, 3],
      ['multiply', 6, 3],
    ]
    refused(
      bare(high, {
        from: 7,
        to: 5,
        steps: [step({ before: 7, after: 5, rule: 'cancel a factor', letters: { u: 5, v: 0, w: 3 } })],
      }),
    )
  })
  test('many steps', () => {
    const terms = [
      ['symbol', 'x'],
      ['symbol', 'y'],
      ['add', 0, 1],
      ['add', 1, 0],
    ]
    const steps = Array.from({ length: 20_000 }, (_, i) => step({ before: 2 + (i % 2), after: 3 - (i % 2) }))
    expect(answered(bare(terms, { from: 2, to: 2, steps }))).toBe(true)
    refused(bare(terms, { from: 2, to: 3, steps }))
  })
})

test('certificates of nothing: an empty derivation says only that u = u', () => {
  expect(answered(bare([['symbol', 'x']]))).toBe(true)
  refused(
    bare(
      [
        ['symbol', 'x'],
        ['symbol', 'y'],
      ],
      { to: 1 },
    ),
  )
  refused(bare([]))
})

test('names that every object has are not rules, letters or heads', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
    refused(bare([['symbol', 'x']], { steps: [step({ rule: name })] }))
    refused(
      bare(
        [
          ['symbol', 'x'],
          [name, 0],
        ],
        { from: 1 },
      ),
    )
    const letters = Object.fromEntries([
      [name, 0],
      ['u', 0],
    ])
    refused(bare([['symbol', 'x']], { steps: [step({ rule: 'cancel in a sum', letters })] }))
    const polluted = JSON.parse(`{"${name}": 0, "u": 0, "x": 0}`)
    refused(bare([['symbol', 'x']], { steps: [step({ rule: 'derivative of sin', letters: polluted })] }))
  }
})
