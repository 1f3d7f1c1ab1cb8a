/** Networks: what they learn, that a seed and a formula determine the run, that models are kept as they are. */
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/decide/index.ts'
import { Lbfgs } from '../../src/learn/descent/lbfgs.ts'
import {
  activation,
  INITIALS,
  modelFrom,
  modelJson,
  OPTIMIZERS,
  predict,
  score,
  step,
  type TrainOptions,
  task,
  train,
} from '../../src/learn/index.ts'
import { judgedBy, lossOf } from '../../src/learn/network/loss.ts'
import { affine, backwards, outer } from '../../src/learn/network/matrices.ts'
import { Random } from '../../src/learn/network/random.ts'
import { parse } from '../../src/syntax/index.ts'

const moons = task('moons', { rows: 120, seed: 3 })
const weights = (options: TrainOptions): number[] => [
  ...train(moons, { epochs: 5, ...options }).model.network.parameters,
]

describe('random numbers', () => {
  test('depend on the seed and on nothing else', () => {
    const drawn = (seed: number, stream = 0): number[] => {
      const random = new Random(seed, stream)
      return [random.uniform(), random.normal(), random.below(100)]
    }
    expect(drawn(5)).toEqual(drawn(5))
    expect(drawn(5)).not.toEqual(drawn(6))
    expect(drawn(5)).not.toEqual(drawn(5 + 2 ** 32))
    expect(drawn(5)).not.toEqual(drawn(5, 1))
  })

  test('have the mean and the deviation that they should', () => {
    const random = new Random(42)
    const n = 20_000
    const moments = (draw: () => number): number[] => {
      const all = Array.from({ length: n }, draw)
      const mean = all.reduce((a, b) => a + b) / n
      return [mean, all.reduce((s, u) => s + (u - mean) ** 2, 0) / n]
    }
    const [mean = 0, variance = 0] = moments(() => random.uniform())
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01)
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.003)
    const [middle = 0, spread = 0] = moments(() => random.normal())
    expect(Math.abs(middle)).toBeLessThan(0.03)
    expect(Math.abs(spread - 1)).toBeLessThan(0.04)
    expect([...random.order(9)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })
})

test('products of matrices of all small sizes are what their definition says', () => {
  const random = new Random(1)
  for (const [n, m, k] of [
    [1, 1, 1],
    [3, 5, 2],
    [4, 4, 4],
    [7, 9, 6],
  ] as const) {
    const draw = (length: number) => Float64Array.from({ length }, () => random.below(9) - 4)
    const [a, w, b, d] = [draw(n * k), draw(m * k), draw(m), draw(n * m)]
    const [z, g, h, e] = [n * m, m * k, m, n * k].map((length) => new Float64Array(length).fill(7))
    if (!z || !g || !h || !e) throw new Error()
    affine(a, w, b, z, { n, m, k })
    outer(d, a, g, h, { n, m, k })
    backwards(d, w, e, { n, m, k })
    const sum = (length: number, term: (l: number) => number) =>
      Array.from({ length }, (_, l) => term(l)).reduce((s, u) => s + u, 0)
    const at = (list: Float64Array, i: number) => list[i] as number
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j < m; j += 1)
        expect(at(z, i * m + j)).toBe(at(b, j) + sum(k, (l) => at(a, i * k + l) * at(w, j * k + l)))
    for (let j = 0; j < m; j += 1) {
      expect(at(h, j)).toBe(sum(n, (i) => at(d, i * m + j)))
      for (let l = 0; l < k; l += 1)
        expect(at(g, j * k + l)).toBe(sum(n, (i) => at(d, i * m + j) * at(a, i * k + l)))
    }
    for (let i = 0; i < n; i += 1)
      for (let l = 0; l < k; l += 1)
        expect(at(e, i * k + l)).toBe(sum(m, (j) => at(d, i * m + j) * at(w, j * k + l)))
  }
})

describe('losses', () => {
  test('cross-entropy through the sigmoid is its own form in z, which is proved', () => {
    const { formula, through } = lossOf('cross-entropy')
    if (!formula || !through) throw new Error()
    const composed = parse('-y*log(1/(1+e^-z)) - (1-y)*log(1-1/(1+e^-z))')
    expect(compare(composed, through).verdict).toBe('equal')
    expect(lossOf('cross-entropy', activation('(1 + tanh(x/2))/2')).through).toBeDefined()
    expect(lossOf('cross-entropy', activation('e^-e^-x')).through).toBeUndefined()
  })

  test('is a number and keeps its digits far out', () => {
    const judged = judgedBy(lossOf('cross-entropy'), 1, 4)
    judged.z.set([800, -800, 40, -40])
    judged.y.set([0, 1, 1, 0])
    expect(judged.run()).toBe(1600)
    const slopes = [1, -1, -Math.exp(-40), Math.exp(-40)]
    slopes.forEach((slope, i) => {
      expect(Math.abs((judged.error[i] as number) / slope - 1)).toBeLessThan(1e-14)
    })
    judged.z.set([40, 40, -40, -40])
    judged.y.set([1, 1, 0, 0])
    expect(Math.abs(judged.run() / (4 * Math.exp(-40)) - 1)).toBeLessThan(1e-14)
  })

  test('softmax stays finite, and its parts make 1', () => {
    const judged = judgedBy(lossOf('softmax'), 1, 3)
    judged.z.set([1000, 999, -1000])
    judged.y.set([0, 1, 0])
    expect(Math.abs(judged.run() - (1 + Math.log1p(Math.exp(-1))))).toBeLessThan(1e-13)
    expect(judged.predicted.reduce((a, b) => a + b)).toBeCloseTo(1, 14)
    expect(judged.error.reduce((a, b) => a + b)).toBeCloseTo(0, 14)
  })
})

describe('a run', () => {
  test('is the same for the same seed, bit for bit, and another for another', () => {
    expect(weights({ seed: 4 })).toEqual(weights({ seed: 4 }))
    expect(weights({ seed: 4 })).not.toEqual(weights({ seed: 5 }))
  })

  test.each([
    ['sigmoid', '1/(1 + e^-x)'],
    ['sigmoid', '1/(1 + exp(-t))'],
    ['swish', 'x/(1 + e^-x)'],
    ['softplus', 'log(1 + e^x)'],
  ])('with %s is that with %s, bit for bit', (name, formula) => {
    const optimizer = name === 'sigmoid' ? 'lbfgs' : 'adam'
    expect(weights({ activation: formula, optimizer })).toEqual(weights({ activation: name, optimizer }))
  })

  test.each(OPTIMIZERS)('goes down by %s', (optimizer) => {
    const { losses, verdict } = train(moons, { optimizer, epochs: 20, layers: [8] })
    expect(verdict).toBe('trained')
    expect(losses.at(-1)).toBeLessThan(losses[0] as number)
  })

  test.each(INITIALS.map((name) => name.replace('(s)', '(0.4)')))('can begin with %s', (initial) => {
    expect(train(moons, { initial, epochs: 2 }).losses.every(Number.isFinite)).toBe(true)
  })

  test('that runs away says so', () => {
    const { verdict } = train(
      { inputs: [[1], [2], [3]], targets: [[1], [4], [9]] },
      { optimizer: 'gradient-descent', rate: 1e6, activation: 'x^3', epochs: 50 },
    )
    expect(verdict).toBe('diverged')
  })
})

test('L-BFGS finds the minimum of a narrow bent valley', () => {
  const descent = new Lbfgs(
    ([x = 0, y = 0], gradient) => {
      gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x)
      gradient[1] = 200 * (y - x * x)
      return (1 - x) ** 2 + 100 * (y - x * x) ** 2
    },
    Float64Array.of(-1.2, 1),
  )
  let steps = 0
  while (steps < 100 && descent.step()) steps += 1
  expect(Math.hypot((descent.at.x[0] as number) - 1, (descent.at.x[1] as number) - 1)).toBeLessThan(1e-9)
})

describe('what is learnt', () => {
  test('exclusive or', () => {
    const { model } = train(task('xor'), { layers: [4], optimizer: 'lbfgs', epochs: 100 })
    expect(score(model, task('xor')).right).toBe(1)
  })

  test('two moons', () => {
    const { model } = train(task('moons', { seed: 1 }))
    expect(score(model, task('moons', { rows: 1000, seed: 1001 })).right).toBeGreaterThanOrEqual(0.97)
  })

  test('two spirals', () => {
    const { model } = train(task('spirals', { seed: 1 }), { activation: 'x/(1+e^-x)', initial: 'he' })
    expect(score(model, task('spirals', { rows: 1000, seed: 1001 })).right).toBeGreaterThanOrEqual(0.95)
  })

  test('three classes', () => {
    const inputs = task('moons', { rows: 90, seed: 2 }).inputs
    const targets = inputs.map(([x = 0]) => [Number(x < 0), Number(x >= 0 && x < 1), Number(x >= 1)])
    const { model } = train({ inputs, targets }, { layers: [8], epochs: 150 })
    expect(model.loss.name).toBe('softmax')
    expect(score(model, { inputs, targets }).right).toBeGreaterThan(0.95)
  })
})

test('a model is the same after JSON', () => {
  const { model } = train(moons, {
    epochs: 3,
    activation: { of: 'x/(1+exp(-b*x))', at: { b: 1.7 } },
    loss: '(p - y)^4 + (p - y)^2',
    output: 'sigmoid',
  })
  const read = modelFrom(JSON.parse(JSON.stringify(modelJson(model))))
  expect(predict(read, moons.inputs)).toEqual(predict(model, moons.inputs))
  expect(score(read, moons)).toEqual(score(model, moons))
})

test('the numbers of a step follow from each other', () => {
  const rate = 0.5
  const { inputs, targets, layers, loss, lossAfter, predicted } = step(task('xor'), {
    layers: [2],
    activation: 'sigmoid',
    output: 'sigmoid',
    loss: 'squared',
    optimizer: 'gradient-descent',
    standardise: false,
    rate,
  })
  const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-14)
  let below: readonly number[] = inputs
  layers.forEach(({ weights: w, biases, sums, values, slopes, errors, ...rest }, l) => {
    sums.forEach((z, j) => {
      close(
        z,
        (w[j] as number[]).reduce((s, u, i) => s + u * (below[i] as number), biases[j] as number),
      )
      close(values[j] as number, 1 / (1 + Math.exp(-z)))
      close(slopes[j] as number, (values[j] as number) * (1 - (values[j] as number)))
      const above = layers[l + 1]
      const sent = above
        ? above.errors.reduce((s, u, i) => s + u * (above.weights[i]?.[j] as number), 0)
        : (predicted[j] as number) - (targets[j] as number)
      close(errors[j] as number, sent * (slopes[j] as number))
      close(rest.newBiases[j] as number, (biases[j] as number) - rate * (errors[j] as number))
      below.forEach((a, i) => {
        close(rest.weightGradient[j]?.[i] as number, (errors[j] as number) * a)
        close(rest.newWeights[j]?.[i] as number, (w[j]?.[i] as number) - rate * (errors[j] as number) * a)
      })
    })
    below = values
  })
  close(loss, ((predicted[0] as number) - (targets[0] as number)) ** 2 / 2)
  expect(lossAfter).toBeLessThan(loss)
})

describe('what cannot be used is refused', () => {
  const refused = (work: () => unknown): string => {
    try {
      work()
    } catch (error) {
      return (error as { code: string }).code
    }
    return 'nothing'
  }
  test.each([
    ['E935', () => task('moon')],
    ['E935', () => task('moons', { rows: 1 })],
    ['E935', () => task('moons', { noise: -1 })],
    ['E936', () => train({ inputs: [], targets: [] })],
    ['E936', () => train({ inputs: [[1]], targets: [[1], [2]] })],
    ['E936', () => train({ inputs: [[1], [1, 2]], targets: [[1], [2]] })],
    ['E936', () => train({ inputs: [[1], [Number.NaN]], targets: [[1], [2]] })],
    ['E936', () => train(moons, { layers: [0] })],
    ['E936', () => train(moons, { layers: [5000] })],
    ['E936', () => train(moons, { epochs: 0 })],
    ['E936', () => train(moons, { rate: -1 })],
    ['E936', () => train(moons, { seed: 0.5 })],
    ['E934', () => train(moons, { optimizer: 'adan' })],
    ['E934', () => step(moons, { optimizer: 'lbfgs' })],
    ['E932', () => train(moons, { initial: 'xavie' })],
    ['E932', () => train(moons, { initial: 'normal(-1)' })],
    ['E933', () => train(moons, { loss: 'q^2' })],
    ['E933', () => train(moons, { loss: 'y^2' })],
    ['E933', () => train(moons, { loss: 'sqared' })],
    ['E933', () => train(moons, { loss: 'softmax' })],
    ['E933', () => train({ inputs: [[1], [2]], targets: [[1], [2]] }, { loss: 'cross-entropy' })],
    ['E931', () => train(moons, { activation: 'x*k' })],
    ['E931', () => train(moons, { activation: { of: 'x*k', at: { k: Number.NaN } } })],
    ['E931', () => train(moons, { activation: '3' })],
    ['E113', () => train(moons, { activation: 'x > 0' })],
    ['E110', () => train(moons, { activation: 'sigmod' })],
    ['E936', () => predict(train(moons, { epochs: 1 }).model, [[1]])],
    ['E937', () => modelFrom([])],
    ['E937', () => modelFrom({ schema: 'ogee/1', kind: 'network', layers: [] })],
  ])('%s', (code, work) => {
    expect(refused(work)).toBe(code)
  })
})
