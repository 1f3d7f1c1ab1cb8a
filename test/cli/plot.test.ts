/** `ogee plot`: pictures in the terminal and as files; listings. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { element } from '../support/mathml.ts'
import { build, ogee } from './run-ogee.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-plot-'))
beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LISTING = `x=-10:0.1:10;
u = tanh(x);
du = 1-u.^2;
figure; plot(x,u,'b*'); hold on; plot(x,du,'r+');
legend('tanh', 'derivative-tanh','location','best')
title('a curve')
`

test('a curve in braille, within 80 columns', async () => {
  const { code, stdout, stderr } = await ogee(['plot', '1/(1+e^-x)', '--title', 'sigmoid'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/[\u2801-\u28ff]/)
  expect(stdout).toContain('sigmoid')
  expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80)
})

test('ASCII where the locale has nothing else', async () => {
  const { stdout } = await ogee(['plot', 'x'], { env: { LC_ALL: 'C' } })
  expect(stdout).toMatch(/^[\n\x20-\x7e]+$/)
})

test('several curves as a file', async () => {
  const file = join(folder, 'two.svg')
  const { code, stdout } = await ogee([
    'plot',
    'sigmoid',
    "sigmoid'",
    '-o',
    file,
    '--from',
    '-2*pi',
    '--to',
    '2*pi',
  ])
  expect([code, stdout]).toEqual([0, ''])
  const root = element(readFileSync(file, 'utf8').trimEnd())
  expect(root.name).toBe('svg')
  expect(root.children.find(({ name }) => name === 'desc')?.text).toContain('6.283')
})

describe('a listing', () => {
  test('from a file', async () => {
    const [listing, file] = [join(folder, 'listing.m'), join(folder, 'listing.svg')]
    writeFileSync(listing, LISTING)
    expect((await ogee(['plot', listing, '-o', file])).code).toBe(0)
    const svg = readFileSync(file, 'utf8')
    for (const said of ['a curve', 'derivative-tanh', '201 markers']) expect(svg).toContain(said)
  })

  test('from standard input, and options go before what it says', async () => {
    const { code, stdout } = await ogee(['plot', '-o', '-', '--title', 'mine'], { input: LISTING })
    expect(code).toBe(0)
    expect(stdout).toContain('<title>mine</title>')
    expect(stdout).toContain('201 markers')
  })
})

test('formulas on standard input are curves of one picture', async () => {
  const { code, stdout } = await ogee(['plot', '-'], { input: 'sin(x)\ncos(x)\n' })
  expect(code).toBe(0)
  expect(stdout).toMatch(/sin\(x\)\n.*cos\(x\)\n$/)
})

test('--json', async () => {
  const { stdout } = await ogee(['plot', 'x', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'ogee/1', svg: expect.stringMatching(/^<svg/) })
})

test.each([
  [['a*x'], 'E803'],
  [['1/('], 'E102'],
  [['x', '--from', '2', '--to', '1'], 'E804'],
  [['x', '--from', 'y'], 'E504'],
  [['x', '-o', 'picture.gif'], 'E504'],
  [['nosuchfile.m'], 'E510'],
  [['x', '--theme', 'pink'], 'E504'],
])('%j is refused: %s', async (args, error) => {
  const { code, stdout, stderr } = await ogee(['plot', ...args], { cwd: folder })
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(new RegExp(`^error\\[${error}\\]`))
})

test('PNG without the package that makes it says which, and writes nothing', async () => {
  const file = join(folder, 'x.png')
  const { code, stderr } = await ogee(['plot', 'x', '-o', file], { cwd: folder })
  if (code === 0) return
  expect(stderr).toContain('@resvg/resvg-js')
  expect(existsSync(file)).toBe(false)
})
