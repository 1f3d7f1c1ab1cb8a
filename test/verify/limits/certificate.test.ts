/** Certificates of limits and expansions: true ones are accepted, changed ones refused. */
import { describe, expect, test } from 'vitest'
import { verify } from '../../../src/analyse/verify.ts'
import { type Expr, mentions, substitute } from '../../../src/expression/expr.ts'
import { TermTable } from '../../../src/expression/term-table.ts'
import { parse } from '../../../src/syntax/index.ts'
import { found, knownLimits } from '../../support/limits.ts'

const ENDS = ['infinity', '-infinity', 'none']

interface Claim {
  readonly of: Expr | string
  readonly to: Expr | string
  readonly is: Expr | string
  readonly side?: string | undefined
  readonly from?: string | undefined
  readonly assuming?: readonly (Expr | string)[]
  readonly variable?: unknown
}

function certificate({ of, to, is, assuming = [], variable = 'x', ...rest }: Claim): Record<string, unknown> {
  const { rows, place } = new TermTable()
  const term = (u: Expr | string): number => place(typeof u === 'string' ? parse(u) : u)
  const end = (u: Expr | string): number | string => (typeof u === 'string' && ENDS.includes(u) ? u : term(u))
  return {
    ...{ schema: 'ogee/1', kind: 'limit', terms: rows, of: term(of), to: end(to), is: end(is), variable },
    ...{ assuming: assuming.map(term), ...rest },
  }
}
const accepted = (claim: Claim): boolean => verify(certificate(claim)).ok

describe('limits', () => {
  const known = knownLimits().filter(({ is }) => is !== 'unknown')

  test('what is known is accepted', () => {
    for (const { input, of, to, side, assuming, is } of known)
      expect(accepted({ of, to, is, side, assuming }), input).toBe(true)
  })

  test('another value, the other infinity and the other way of approach are refused', () => {
    for (const { input, of, to, side, assuming, is } of known) {
      const others =
        typeof is === 'string'
          ? ['0', ...ENDS.filter((end) => end !== is)]
          : [...ENDS, parse('u + 1/1000'), parse('-u - 7/3')].map((v) =>
              typeof v === 'string' ? v : put(v, is),
            )
      for (const other of others) expect(accepted({ of, to, is: other, side, assuming }), input).toBe(false)
      const limit = found(of, to, side, assuming)
      const from = limit.kind === 'finite' && limit.from === 'above' ? 'below' : 'above'
      expect(accepted({ of, to, is, side, assuming, from }), input).toBe(false)
    }
  })

  test('no assumption may be left out', () => {
    const needed = known.filter(({ of, assuming }) => assuming.length > 0 && !mentions(of, 's'))
    for (const { input, of, to, side, is } of needed)
      expect(accepted({ of, to, side, is }), input).toBe(false)
  })

  test.each([
    ['1/x', '0', 'infinity', 'right', 'left'],
    ['abs(x)/x', '0', '1', 'right', undefined],
    ['1/(1 + e^(1/x))', '0', '0', 'right', 'left'],
    ['sqrt(x)', '0', '0', 'right', undefined],
    ['step(x)', '0', '1', 'right', 'left'],
    ['tan(x)', 'pi/2', 'infinity', 'left', 'right'],
  ])('%s at %s is %s on one side only', (of, to, is, side, other) => {
    expect(accepted({ of, to, is, side })).toBe(true)
    expect(accepted({ of, to, is, side: other })).toBe(false)
  })

  test('another place', () => {
    expect(accepted({ of: '1/x', to: 'infinity', is: '0' })).toBe(true)
    expect(accepted({ of: '1/x', to: '5', is: '0' })).toBe(false)
    expect(accepted({ of: 'e^x', to: '-infinity', is: '0' })).toBe(true)
    expect(accepted({ of: 'e^x', to: 'infinity', is: '0' })).toBe(false)
  })

  test('a value that says more than there is', () => {
    expect(accepted({ of: 'x', to: '0', is: '0*log(a)' })).toBe(false)
    expect(accepted({ of: 'x', to: '0', is: '0*log(a)', assuming: ['a > 0'] })).toBe(true)
    expect(accepted({ of: 'x', to: 'a', is: 'a*b/b' })).toBe(false)
    expect(accepted({ of: 'x', to: 'a', is: 'x' })).toBe(false)
    expect(accepted({ of: 'sqrt(x)', to: '0', is: '0', assuming: ['x > 0'] })).toBe(false)
  })

  test('fields of the wrong shape', () => {
    const good = certificate({ of: '1/x', to: 'infinity', is: '0', from: 'above' })
    expect(verify(good).ok).toBe(true)
    const bad: Record<string, unknown>[] = [
      ...[{ variable: 'pi' }, { variable: 3 }, { variable: undefined }, { to: 'somewhere' }, { to: 99 }],
      ...[
        { is: null },
        { is: [] },
        { side: 'up' },
        { from: 'left' },
        { assuming: 3 },
        { terms: [] },
        { of: -1 },
      ],
    ]
    for (const change of bad) expect(verify({ ...good, ...change }).ok, JSON.stringify(change)).toBe(false)
  })
})

const put = (form: Expr, u: Expr): Expr => substitute(form, new Map([['u', u]]))
