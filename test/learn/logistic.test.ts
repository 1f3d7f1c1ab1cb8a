/** Logistic regression: coefficients to all digits, and what is said where there are none. */
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { inMemory } from '../../src/data/memory.ts'
import type { Rows } from '../../src/data/rows.ts'
import { explained } from '../../src/learn/logistic/explained.ts'
import { logistic } from '../../src/learn/logistic/index.ts'
import { regression } from '../../src/learn/logistic/regression.ts'
import type { Collinear, Fitted, LogisticResult, Separated } from '../../src/learn/logistic/result.ts'
import { Random } from '../../src/learn/network/random.ts'
import { digitsRight, exactLogistic } from './exact-logistic.ts'

/** Columns with outcomes that depend on them. */
function simulated(
  count: number,
  b: readonly number[],
  seed: number,
): { X: Record<string, Float64Array>; y: Float64Array } {
  const random = new Random(seed)
  const X = Object.fromEntries(
    b.slice(1).map((_, j) => [`x${j}`, Float64Array.from({ length: count }, () => random.normal())]),
  )
  const y = Float64Array.from({ length: count }, (_, i) => {
    const z = Object.values(X).reduce(
      (s, column, j) => s + (b[j + 1] as number) * (column[i] as number),
      b[0] as number,
    )
    return random.uniform() < 1 / (1 + Math.exp(-z)) ? 1 : 0
  })
  return { X, y }
}

const fitted = async (...args: Parameters<typeof logistic>): Promise<Fitted> => {
  const found = await logistic(...args)
  expect(found.verdict).toBe('fitted')
  return found as Fitted
}
const values = ({ coefficients }: Fitted): number[] => coefficients.map(({ value }) => value)

describe('coefficients are right to twelve digits and more', () => {
  test.each([
    [200, [-0.3, 1, -0.5, 0.2], 1],
    [333, [2, 0.01, 3], 2],
    [60, [0.1, 0.3], 3],
  ])('%i rows, %j', async (count, b, seed) => {
    const { X, y } = simulated(count, b, seed)
    const found = await fitted(X, y)
    const digits = digitsRight(values(found), exactLogistic(Object.values(X), y))
    expect(digits).toBeGreaterThan(13)
    expect(found.digits).toBeGreaterThan(12)
    expect(found.digits).toBeLessThan(digits + 1)
  })

  test('whatever the units are', async () => {
    const { X, y } = simulated(200, [-0.3, 1, -0.5, 0.2], 4)
    const odd = {
      ...X,
      x0: X.x0?.map((v) => 1e8 + v) as Float64Array,
      x1: X.x1?.map((v) => 1e-9 * v) as Float64Array,
      x2: X.x2?.map((v) => 1e12 * v) as Float64Array,
    }
    expect(digitsRight(values(await fitted(odd, y)), exactLogistic(Object.values(odd), y))).toBeGreaterThan(
      12,
    )
  })

  test('with weights, trials and a penalty', async () => {
    const { X, y } = simulated(150, [0.2, 0.7, -1], 5)
    const weights = Float64Array.from(y, (_, i) => (i % 3) + 0.5)
    expect(
      digitsRight(
        values(await fitted(X, y, { weights, l2: 2.5 })),
        exactLogistic(Object.values(X), y, { weights, l2: 2.5 }),
      ),
    ).toBeGreaterThan(13)
    const trials = Float64Array.from(y, (_, i) => (i % 5) + 1)
    const counts = Float64Array.from(y, (v, i) => Math.round(v * (trials[i] as number) * 0.7))
    const shares = counts.map((k, i) => k / (trials[i] as number))
    expect(
      digitsRight(
        values(await fitted(X, counts, { trials })),
        exactLogistic(Object.values(X), shares, { weights: trials }),
      ),
    ).toBeGreaterThan(13)
  })

  test('many rows begin from a sample and end at the same place', async () => {
    const { X, y } = simulated(20_000, [-0.3, 1, -0.5], 6)
    const rows = inMemory({ ...X, y })
    const { sample: _, ...whole } = rows
    const asked = { features: ['x0', 'x1'], outcome: 'y' }
    const [a, b] = (await Promise.all([regression(rows, asked), regression(whole as Rows, asked)])) as [
      Fitted,
      Fitted,
    ]
    expect(digitsRight(values(a), values(b))).toBeGreaterThan(13.5)
    expect(a.passes).toBeLessThan(b.passes)
  })
})

describe('what goes with them', () => {
  test('standard errors, deviance and the rest are those of a table of two by two', async () => {
    // odds 30:10 and 12:48, by hand
    const x = [0, 0, 1, 1]
    const found = await fitted({ x }, [1, 0, 1, 0], { weights: [30, 10, 12, 48] })
    const [constant, slope] = found.coefficients as [Fitted['coefficients'][0], Fitted['coefficients'][0]]
    expect(constant.value).toBeCloseTo(Math.log(3), 13)
    expect(slope.value).toBeCloseTo(Math.log(0.25 / 3), 13)
    expect(constant.standardError).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10), 13)
    expect(slope.standardError).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10 + 1 / 12 + 1 / 48), 13)
    expect(slope.oddsRatio?.value).toBeCloseTo(0.25 / 3, 13)
    const loss = -30 * Math.log(0.75) - 10 * Math.log(0.25) - 12 * Math.log(0.2) - 48 * Math.log(0.8)
    expect(found.deviance).toBeCloseTo(2 * loss, 11)
    expect(found.aic).toBeCloseTo(2 * loss + 4, 11)
    expect(found.nullDeviance).toBeCloseTo(-2 * (42 * Math.log(0.42) + 58 * Math.log(0.58)), 11)
    expect(slope.marginalEffect).toBeCloseTo(slope.value * (40 * 0.75 * 0.25 + 60 * 0.2 * 0.8) * 0.01, 13)
    expect(found.gradientNorm).toBeLessThan(1e-14)
  })

  test('a link typed without a name gives the same run, bit for bit', async () => {
    const { X, y } = simulated(120, [-0.3, 1, -0.5], 7)
    const [named, typed, plain] = await Promise.all([
      fitted(X, y, { link: 'sigmoid(z)' }),
      fitted(X, y, { link: '1/(1+exp(-u))' }),
      fitted(X, y),
    ])
    expect({ ...typed, link: '' }).toEqual({ ...named, link: '' })
    expect({ ...typed, link: '' }).toEqual({ ...plain, link: '' })
  })

  test('another form of the same link gives the same numbers', async () => {
    const { X, y } = simulated(120, [-0.3, 1, -0.5], 8)
    const [a, b] = await Promise.all([fitted(X, y), fitted(X, y, { link: 'e^z/(1+e^z)' })])
    expect(digitsRight(values(a), values(b))).toBeGreaterThan(13)
  })

  test('every line of the explanation is proved', () => {
    const lines = explained()
    expect(lines).toHaveLength(6)
    expect(lines.filter(({ verdict }) => verdict !== 'equal')).toEqual([])
  })
})

describe('where there is no best estimate', () => {
  const named = ({ direction }: Separated): string[] => direction.slice(1).map(({ name }) => name)
  const margins = (
    { direction }: Separated,
    X: Record<string, readonly number[]>,
    y: readonly number[],
  ): number[] =>
    y.map((outcome, i) => {
      const z = direction.reduce(
        (s, { name, value }) => s + value * (name === '(constant)' ? 1 : (X[name]?.[i] as number)),
        0,
      )
      return outcome === 1 ? z : -z
    })

  test.each<[string, Record<string, number[]>, number[], 'complete' | 'quasi', string[]]>([
    ['one column', { x: [1, 2, 3, 4, 5, 6] }, [0, 0, 0, 1, 1, 1], 'complete', ['x']],
    ['but for a tie', { x: [1, 2, 3, 3, 5, 6] }, [0, 0, 0, 1, 1, 1], 'quasi', ['x']],
    [
      'a tie that is no whole number',
      { x: [0.1, 0.2, 0.3, 0.3, 0.5, 0.6] },
      [0, 0, 0, 1, 1, 1],
      'quasi',
      ['x'],
    ],
    [
      'a category',
      { d: [0, 0, 0, 0, 1, 1, 1, 0, 0], v: [3, 1, 4, 1, 5, 9, 2, 6, 5.5] },
      [0, 1, 0, 1, 1, 1, 1, 0, 1],
      'quasi',
      ['d'],
    ],
    [
      'two columns together',
      { a: [0, 1, 2, 3, 0, 1, 2, 3], b: [1, 2, 3, 4, 0.5, 1.5, 2.5, 3.5] },
      [1, 1, 1, 1, 0, 0, 0, 0],
      'complete',
      ['a', 'b'],
    ],
  ])('separation by %s is named', async (_, X, y, kind, columns) => {
    const found = (await logistic(X, y)) as Separated
    expect(found).toMatchObject({ verdict: 'separated', kind })
    expect(named(found)).toEqual(columns)
    const all = margins(found, X, y)
    const least = -1e-9 * Math.max(...all)
    expect(all.every((m) => m >= least)).toBe(true)
    expect(all.filter((m) => m > -least)).toHaveLength(y.length - found.onBorder)
  })

  test('rows that are almost separated have an estimate', async () => {
    const found = await fitted({ x: [1, 2, 3, 4, 5, 6] }, [0, 0, 1, 0, 1, 1])
    expect(
      digitsRight(values(found), exactLogistic([[1, 2, 3, 4, 5, 6]], [0, 0, 1, 0, 1, 1])),
    ).toBeGreaterThan(13)
  })

  test('a link for which the loss is not convex is not blamed on the columns', async () => {
    const found = await logistic({ x: [-1, 2, 3, -4, 5, 6] }, [0, 0, 1, 0, 1, 1], { link: '1/(1+e^(-z^3))' })
    expect(found.verdict).toBe('unknown')
  })

  test('a penalty makes one', async () => {
    const found = await fitted({ x: [1, 2, 3, 4, 5, 6] }, [0, 0, 0, 1, 1, 1], { l2: 0.1 })
    expect(
      digitsRight(values(found), exactLogistic([[1, 2, 3, 4, 5, 6]], [0, 0, 0, 1, 1, 1], { l2: 0.1 })),
    ).toBeGreaterThan(12)
  })

  test.each<[string, Record<string, number[]>, string, [string, number][]]>([
    [
      'a sum',
      { a: [1, 2, 3, 4, 5, 7], b: [2, 1, 4, 3, 6, 5], c: [4, 5, 10, 11, 16, 19] },
      'c',
      [
        ['a', 2],
        ['b', 1],
      ],
    ],
    [
      'a copy in other units',
      { a: [1, 2, 3, 4, 5, 7], b: [33.8, 35.6, 37.4, 39.2, 41, 44.6] },
      'b',
      [
        ['a', 1.8],
        ['(constant)', 32],
      ],
    ],
    ['a constant', { a: [1, 2, 3, 4, 5, 7], b: [2, 2, 2, 2, 2, 2] }, 'b', [['(constant)', 2]]],
  ])('%s of other columns is named', async (_, X, column, of) => {
    const found = (await logistic(X, [0, 1, 0, 1, 1, 0])) as Collinear
    expect(found).toMatchObject({ verdict: 'collinear', column })
    expect(found.of.map(({ name, factor }) => [name, Number(factor.toPrecision(9))])).toEqual(of)
  })

  test.each<[string, () => Promise<LogisticResult>, string]>([
    ['all outcomes the same', () => logistic({ x: [1, 2, 3] }, [1, 1, 1]), 'E833'],
    ['no rows', () => logistic({ x: [] }, []), 'E833'],
    ['NaN', () => logistic({ x: [1, Number.NaN, 3] }, [1, 0, 1]), 'E834'],
    ['infinity', () => logistic([[1], [Number.POSITIVE_INFINITY]], [1, 0]), 'E834'],
    ['an outcome that is none', () => logistic({ x: [1, 2, 3] }, [0, 1, 2]), 'E834'],
    ['a negative weight', () => logistic({ x: [1, 2, 3] }, [0, 1, 1], { weights: [1, -1, 1] }), 'E834'],
    ['different lengths', () => logistic({ x: [1, 2, 3] }, [0, 1]), 'E822'],
    ['a negative penalty', () => logistic({ x: [1, 2, 3] }, [0, 1, 0], { l2: -1 }), 'E832'],
    ['a link of two letters', () => logistic({ x: [1, 2, 3] }, [0, 1, 0], { link: 'a*b' }), 'E831'],
  ])('%s is refused', async (_, work, code) => {
    await expect(work()).rejects.toMatchObject({ code })
  })
})

const PYTHON = '/usr/bin/python3'
const hasSklearn = spawnSync(PYTHON, ['-c', 'import sklearn, mpmath']).status === 0

describe.runIf(hasSklearn)('real data, against a solution by mpmath with fifty digits', () => {
  const SCRIPT = `
import json, numpy as np, mpmath as mp
from sklearn.datasets import load_breast_cancer, load_iris
mp.mp.dps = 50
def solve(X, y):
    n, p = X.shape
    m, s = X.mean(0), X.std(0)
    Z = [[mp.mpf(1)] + [(mp.mpf(float(X[i, j])) - mp.mpf(float(m[j]))) / mp.mpf(float(s[j])) for j in range(p)] for i in range(n)]
    F = np.array([[float(v) for v in r] for r in Z]); b = [mp.mpf(0)] * (p + 1)
    for k in range(30):
        q = [1 / (1 + mp.exp(-mp.fdot(r, b))) for r in Z]
        g = [mp.fsum((q[i] - int(y[i])) * Z[i][j] for i in range(n)) for j in range(p + 1)]
        w = np.array([float(v * (1 - v)) for v in q])
        scale = max(abs(v) for v in g)
        if scale < mp.mpf(10) ** -35: break
        d = np.linalg.solve(F.T @ (F * w[:, None]), np.array([float(v / scale) for v in g]))
        b = [u - mp.mpf(float(v)) * scale for u, v in zip(b, d)]
    c = [b[j + 1] / mp.mpf(float(s[j])) for j in range(p)]
    return [float(b[0] - mp.fsum(c[j] * mp.mpf(float(m[j])) for j in range(p)))] + [float(v) for v in c]
out = []
bc = load_breast_cancer(); X, y = bc.data[:, :4], 1 - bc.target
out.append((X.T.tolist(), y.tolist(), solve(X, y)))
ir = load_iris(); k = ir.target > 0; X, y = ir.data[k][:, :2], ir.target[k] - 1
out.append((X.T.tolist(), y.tolist(), solve(X, y)))
print(json.dumps(out))`
  test('of tumours and of irises', { timeout: 60_000 }, async () => {
    const { stdout } = spawnSync(PYTHON, ['-c', SCRIPT], { encoding: 'utf8', maxBuffer: 1 << 26 })
    for (const [columns, y, right] of JSON.parse(stdout) as [number[][], number[], number[]][]) {
      const found = await fitted(Object.fromEntries(columns.map((column, j) => [`x${j}`, column])), y)
      expect(digitsRight(values(found), right)).toBeGreaterThan(12)
    }
  })
})
