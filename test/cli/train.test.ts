/** `ogee train`: runs that can be repeated, models that are kept, steps with all their numbers, and what is refused. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { task } from '../../src/learn/index.ts'
import { build, ogee } from './run-ogee.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-train-'))
beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true }))

const train = (...args: string[]) => ogee(['train', ...args], { cwd: folder })
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}

test('the same run twice, and by a formula instead of a name', async () => {
  const args = ['--task', 'moons', '--epochs', '3', '--json']
  const runs = [
    await train(...args, '--activation', 'sigmoid'),
    await train(...args, '--activation', 'sigmoid'),
    await train(...args, '--activation', '1/(1+e^-x)'),
  ]
  const results = runs.map(({ stdout }) => JSON.parse(stdout))
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0])
  expect(results[1]).toEqual(results[0])
  expect(results[2].losses).toEqual(results[0].losses)
  expect(results[2].heldOut).toEqual(results[0].heldOut)
})

test('a table with classes in words: trained, saved, used on new rows', async () => {
  const { inputs, targets } = task('moons', { rows: 80, seed: 3 })
  const rows = inputs.map(([x, y], i) => `${x},${y},${targets[i]?.[0] === 1 ? 'yes' : 'no'}`)
  const data = file('moons.csv', `u,v,answer\n${rows.join('\n')}\n`)
  const trained = await train(
    '--data',
    data,
    '--target',
    'answer',
    '--epochs',
    '80',
    '-o',
    'm.json',
    '--picture',
    'm.svg',
  )
  expect([trained.code, trained.stderr]).toEqual([0, ''])
  expect(trained.stdout).toContain('held out')
  expect(readFileSync(join(folder, 'm.svg'), 'utf8')).toContain('<svg')
  const { code, stdout } = await train('--predict', 'm.json', '--data', file('new.csv', 'v,u\n1,0\n-0.5,1\n'))
  expect(code).toBe(0)
  expect(stdout.split('\n').map((line) => line.split(',').at(-1))).toEqual(['class', 'no', 'yes', ''])
})

test('numbers are learnt as numbers', async () => {
  const xs = Array.from({ length: 60 }, (_, i) => i / 30 - 1)
  const data = file('curve.csv', `x;y\n${xs.map((x) => `${x};${2 * x * x}`).join('\n')}\n`)
  const { stdout } = await train('--data', data, '--target', 'y', '--optimizer', 'lbfgs', '--json')
  const { heldOut, model } = JSON.parse(stdout)
  expect(model.loss).toBe('squared')
  expect(heldOut.loss).toBeLessThan(1e-3)
  expect(heldOut.right).toBeUndefined()
})

test('one step, with its numbers', async () => {
  const args = ['--task', 'xor', '--layers', '2', '--show-step', '--unscaled', '--rate', '0.5']
  const [{ stdout }, { stdout: json }] = [await train(...args), await train(...args, '--json')]
  const { layers, loss, lossAfter } = JSON.parse(json)
  expect(layers).toHaveLength(2)
  expect(lossAfter).toBeLessThan(loss)
  for (const number of layers.flatMap((layer: { sums: number[]; errors: number[] }) => [
    ...layer.sums,
    ...layer.errors,
  ]))
    expect(stdout).toContain(`${Number(number.toPrecision(6))}`)
})

test('a run that leaves the range of doubles is no answer', async () => {
  const data = file('steep.csv', 'x,y\n1,1e6\n2,-1e7\n3,1e9\n')
  const { code, stderr } = await train(
    ...['--data', data, '--target', 'y', '--optimizer', 'gradient-descent', '--rate', '1000'],
    ...['--activation', 'x^3', '-o', 'steep.json'],
  )
  expect([code, existsSync(join(folder, 'steep.json'))]).toEqual([3, false])
  expect(stderr).toContain('E604')
})

describe('is refused, and nothing is written', () => {
  const good = 'a,b,y\n1,2,0\n2,1,1\n3,5,0\n'
  const cases: [string, string[], string?][] = [
    ['E504', []],
    ['E935', ['--task', 'moon']],
    ['E504', ['--task', 'moons', '--data', 'd.csv']],
    ['E504', ['--data', 'd.csv'], good],
    ['E808', ['--data', 'd.csv', '--target', 'z'], good],
    ['E808', ['--data', 'd.csv', '--target', 'y'], 'a,y\n1,0\nx,1\n'],
    ['E808', ['--data', 'd.csv', '--target', 'y'], 'a,y\n1,0\n2,\n'],
    ['E808', ['--data', 'd.csv', '--target', 'y'], 'a,y\n1,0\n2\n'],
    ['E808', ['--data', 'd.csv', '--target', 'y'], 'a,y\n'],
    ['E808', ['--data', 'd.csv', '--target', 'y'], ''],
    ['E510', ['--data', 'none.csv', '--target', 'y']],
    ['E504', ['--data', 'd.csv', '--target', 'y', '--inputs', 'y,a'], good],
    ['E504', ['--task', 'xor', '--target', 'y']],
    ['E504', ['--task', 'xor', '--layers', '2,0']],
    ['E504', ['--task', 'xor', '--layers', 'wide']],
    ['E110', ['--task', 'xor', '--activation', 'sigmod']],
    ['E102', ['--task', 'xor', '--activation', '1/(1+']],
    ['E933', ['--task', 'xor', '--loss', 'sqared']],
    ['E933', ['--task', 'xor', '--loss', 'q^2']],
    ['E932', ['--task', 'xor', '--init', 'glorot']],
    ['E504', ['--task', 'xor', '--optimizer', 'adan']],
    ['E504', ['--task', 'xor', '--optimizer', 'lbfgs', '--rate', '1']],
    ['E504', ['--task', 'xor', '--rate', '-1']],
    ['E504', ['--task', 'xor', '--epochs', '0']],
    ['E504', ['--data', 'd.csv', '--target', 'a', '--picture', 'p.svg'], good],
    ['E933', ['--task', 'xor', '--loss', 'softmax']],
    ['E505', ['xor']],
    ['E504', ['--predict', 'm.json']],
    ['E510', ['--predict', 'none.json', '--data', 'd.csv'], good],
    ['E937', ['--predict', 'd.json', '--data', 'd.csv'], good],
  ]
  test.each(cases)('%s %j', async (code, args, data = good) => {
    file('d.csv', data)
    file('d.json', '{}')
    const { code: exit, stdout, stderr } = await train(...args, '-o', 'never.json')
    expect([exit, stdout, existsSync(join(folder, 'never.json'))], stderr).toEqual([2, '', false])
    expect(stderr).toContain(`error[${code}]`)
  })

  test('a model that is there, and another kind of file', async () => {
    file('there.json', '1')
    expect((await train('--task', 'xor', '-o', 'there.json')).code).toBe(2)
    expect(readFileSync(join(folder, 'there.json'), 'utf8')).toBe('1')
    expect((await train('--task', 'xor', '-o', 'model.txt')).code).toBe(2)
    expect((await train('--task', 'xor', '--picture', 'p.gif')).code).toBe(2)
  })
})
