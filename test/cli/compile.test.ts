/** `ogee compile`: code on standard output or in a file; what is wrong is named. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/compute/emit/index.ts'
import { build, ogee } from './run-ogee.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-compile-'))

beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true }))

const compiled = (...args: string[]) => ogee(['compile', '--as-written', ...args])

test.each(LANGUAGES)('%s', async (language) => {
  const { code, stdout, stderr } = await compiled('a*x^2', '--to', language, '--gradient', '--name', 'bowl')
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('bowl')
})

test('the function of JavaScript is a module that computes', async () => {
  const { stdout } = await ogee([
    'compile',
    'log(1+e^x)',
    '--gradient',
    '--name',
    'softplus',
    '--budget',
    '9000',
  ])
  const path = join(folder, 'softplus.mjs')
  writeFileSync(path, stdout)
  const { softplus } = (await import(path)) as {
    softplus: (x: number) => { value: number; gradient: number[] }
  }
  for (const [x, value, slope] of [
    [800, 800, 1],
    [-40, Math.exp(-40), Math.exp(-40)],
    [0, Math.LN2, 0.5],
  ] as const) {
    const found = softplus(x)
    expect(Math.abs(found.value / value - 1)).toBeLessThan(1e-15)
    expect(Math.abs((found.gradient[0] as number) / slope - 1)).toBeLessThan(1e-15)
  }
})

test('the ending of the file sets the language', async () => {
  for (const [ending, text] of [
    ['c', '#include'],
    ['py', 'import numpy'],
    ['m', 'function'],
    ['sql', 'SELECT'],
    ['ts', ': number'],
  ] as const) {
    const path = join(folder, `f.${ending}`)
    expect((await compiled('x^2', '-o', path)).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain(text)
  }
})

test('a function of MATLAB has the name of its file', async () => {
  const path = join(folder, 'bowl.m')
  expect((await compiled('x^2', '-o', path)).code).toBe(0)
  expect(readFileSync(path, 'utf8')).toMatch(/^function value = bowl\(x\)/)
})

test('JSON says what was computed', async () => {
  const { stdout } = await compiled('x^2*y', '--json', '--gradient', '--variables', 'y,x')
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'ogee/1',
    kind: 'compiled',
    language: 'javascript',
    variables: ['y', 'x'],
    formulas: [{ of: 'value' }, { of: 'y' }, { of: 'x' }],
  })
})

describe('what is wrong is named', () => {
  test.each<[string[], string, number]>([
    [['1/('], 'E10', 2],
    [['x > 0'], 'E113', 2],
    [['x', 'y'], 'E505', 2],
    [[], 'E506', 2],
    [['x', '--to', 'fortran'], 'E504', 2],
    [['x', '-o', join(folder, 'f.rs')], 'E504', 2],
    [['x', '-o', join(folder, 'f')], 'E504', 2],
    [['x', '-o', join(folder, 'no-name.m')], 'E922', 2],
    [['x', '--to', ''], 'E504', 2],
    [['x', '--to'], 'E503', 2],
    [['x', '--language', 'c'], 'E502', 2],
    [['x', '--name', '1x'], 'E922', 2],
    [['x', '--name', ''], 'E922', 2],
    [['x', '--name', 'f(); //'], 'E922', 2],
    [['x', '--name', 'return'], 'E922', 2],
    [['x', '--name', 'lambda', '--to', 'python'], 'E922', 2],
    [['x', '--name', 'sin', '--to', 'c'], 'E922', 2],
    [['x', '--variables', 'x,x'], 'E504', 2],
    [['x*y', '--variables', 'x'], 'E912', 2],
    [['x', '--variables', ''], 'E403', 2],
    [['x', '--variables', 'x;y'], 'E403', 2],
    [['x', '--budget', 'soon'], 'E504', 2],
    [['x', '-o', join(folder, 'no', 'f.c')], 'E507', 2],
    [['x', '-o', folder, '--to', 'c', '--force'], 'E507', 2],
    [['log(-1)'], 'E603', 3],
  ])('%j', async (args, error, exit) => {
    const { code, stdout, stderr } = await compiled(...args)
    expect(stderr).toContain(`error[${error}`)
    expect([code, stdout]).toEqual([exit, ''])
  })

  test('a file that is there is kept', async () => {
    const path = join(folder, 'kept.c')
    writeFileSync(path, 'mine')
    const { code, stderr } = await compiled('x', '-o', path)
    expect([code, stderr]).toEqual([2, expect.stringContaining('E511')])
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })
})
