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

describe('what is drawn together', () => {
  test('a curve with its derivatives, a family', async () => {
    const derivatives = await ogee(['plot', 'tanh(x)', '--derivatives', '2'])
    expect(derivatives.stdout).toMatch(/f\n.*f\u2032\n.*f\u2033\n$/)
    const family = await ogee(['plot', 'k*x^2', '--family', 'k=1,-1/2,sqrt(2)'])
    expect(family.stdout).toMatch(/k = 1\n.*k = −½\n.*k = √2\n$/)
  })

  test('two forms, and how far they are apart', async () => {
    const file = join(folder, 'overlay.svg')
    const forms = ['plot', '1 - tanh(x)^2', '1/cosh(x)^2', '--overlay']
    expect((await ogee(forms)).stdout).toMatch(/largest difference 0: equal, proved\n$/)
    expect((await ogee([...forms, '-o', file])).stdout).toBe('largest difference 0: equal, proved\n')
    expect(readFileSync(file, 'utf8')).toContain('equal, proved')
    const { stdout } = await ogee(['plot', 'x', 'x^2', '--overlay', '--from', '0', '--to', '1'])
    expect(stdout).toMatch(/largest difference between 0\.2\d+ and 0\.2\d+, enclosed, at x = 0\.5\n$/)
  })

  test('a tangent with its equation', async () => {
    const { stdout } = await ogee(['plot', 'x^2', '--tangent', '1'])
    expect(stdout).toContain('with slope 2: y = 2·x \u2212 1')
  })

  test('points from a file, bands, without a formula too', async () => {
    const data = join(folder, 'points.csv')
    writeFileSync(data, '\ufeff"dose, mg",effect,sd\r\n1,0.5,0.1\r\n2,"0.7",0.2\r\n\r\n4,9e-1,0\r\n')
    const { stdout } = await ogee(['plot', 'x/(1+x)', '--data', data, '--error', 'sd', '-o', '-'])
    expect(stdout).toContain('3 measured points, with error bars')
    const alone = await ogee(['plot', '--data', data, '--x', 'dose, mg', '--y', '2', '--band', 'x/4..x'])
    expect([alone.code, alone.stderr]).toEqual([0, ''])
    expect(alone.stdout).toContain('x/4 to x')
  })

  test.each([
    ['a,b\n1,x\n', 'line 2, column b: "x" is no number'],
    ['a,b\n1,2\n3\n', 'line 3: 1 fields under 2 names'],
    ['a,b\n1,"2\n', 'a quote is not ended'],
    ['a,b\n1,2"3\n', 'a quote'],
    ['a,b\n1,\n', 'the field is empty'],
    ['a,b\n"x\ny",1\n2,z\n', 'line 2, column a'],
    ['a,c\n1,2\n', 'no column "b"'],
    ['', 'holds no data'],
  ])('a file with %j is refused with the place', async (text, said) => {
    const data = join(folder, 'bad.csv')
    writeFileSync(data, text)
    const { code, stderr } = await ogee(['plot', '--data', data, '--y', 'b'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error\[E808\]/)
    expect(stderr).toContain(said)
  })

  test('two variables, in the terminal and as files', async () => {
    expect((await ogee(['plot', 'x*y', '--heat', '--ascii'])).stdout).toMatch(/^[\n\x20-\x7e]+$/)
    const file = join(folder, 'heat.tex')
    expect((await ogee(['plot', 'x*y', '--heat', '-o', file])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('\\begin{tikzpicture}')
  })
})

test('several figures of a script are several files', async () => {
  const [listing, file] = [join(folder, 'three.m'), join(folder, 'three.svg')]
  writeFileSync(listing, "x = 0:0.1:1; figure; plot(x,x); title('one'); figure; plot(x,x.^2); title('two')")
  expect((await ogee(['plot', listing, '-o', file])).code).toBe(0)
  expect(readFileSync(file, 'utf8')).toContain('one')
  expect(readFileSync(join(folder, 'three-2.svg'), 'utf8')).toContain('two')
})

test.each([
  [['a*x'], 'E803'],
  [['x', '--family', 'k'], 'E504'],
  [['x', '--family', 'k=1,2'], 'E807'],
  [['k*x', '--family', 'k=1,'], 'E101'],
  [['x', '--overlay'], 'E802'],
  [['x', '--band', 'x'], 'E504'],
  [['x', '--data', 'nosuchfile.csv'], 'E510'],
  [['x*y*z', '--heat'], 'E803'],
  [['x', 'y', '--heat'], 'E505'],
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
