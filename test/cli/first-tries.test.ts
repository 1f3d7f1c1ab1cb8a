/** What people try first, and what they are told. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatByName } from '../../src/cli/article-format.ts'
import { moreTime } from '../../src/cli/more-time.ts'
import { isOfNames, readFormula, readFunction } from '../../src/cli/reading.ts'
import { unsaidLetters } from '../../src/cli/unsaid.ts'
import { OgeeError, parse, print } from '../../src/index.ts'
import { GREEK_NAMES } from '../../src/syntax/tokens.ts'
import { build, ogee } from './run-ogee.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-'))
beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof OgeeError) return thrown.code
    throw thrown
  }
  return undefined
}

describe('y = … is a formula that is called y', () => {
  test.each([
    ['y = 1/(1+e^-x)', '1/(1 + e^-x)'],
    ['σ = 1/(1+e^-x)', '1/(1 + e^-x)'],
    ['P = a*e^t', 'a*e^t'],
  ])('%s', (text, formula) => {
    const { expr, notes } = readFormula(text, {})
    expect(print(expr)).toBe(formula)
    expect(notes.some(isOfNames)).toBe(true)
  })

  test.each(['y = x*y', 'x = 2', 'x^2 = y', 'x > 0', 'y = (x > 0)', 'y = x = 2'])('and not %s', (text) => {
    expect(codeOf(() => readFormula(text, {}))).toMatch(/^E1/)
  })

  test('where a formula is asked for, and nowhere else', async () => {
    const asked = ['derive', 'simplify', 'analyse', 'plot', 'explain']
    const more = ['--detail', 'brief']
    const runs = await Promise.all(
      asked.map((name) => ogee([name, 'y = x^2', ...(name === 'explain' ? more : [])])),
    )
    for (const { code, stderr } of runs)
      expect([code, stderr]).toEqual([0, expect.stringContaining('a formula for y')])
    expect((await ogee(['eval', 'y = x^2', '--at', 'x=3'])).stdout).toBe('9\n')
    expect((await ogee(['compare', 'y = x^2', 'x^2'])).code).toBe(2)
    expect((await ogee(['solve', 'y = x^2', '--for', 'x'])).stderr).not.toContain('a formula for y')
  })
})

describe('a formula that is one word', () => {
  test('nearly the name of a function is refused', async () => {
    const { code, stdout, stderr } = await ogee(['sigmiod'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('did you mean sigmoid?')
    expect((await ogee(['explain', 'sigmiod'])).code).toBe(2)
  })

  test('that is a letter, or near no name, is read', () => {
    for (const name of [...GREEK_NAMES, 'rate', 'x'])
      expect(codeOf(() => readFunction(name, {}))).toBeUndefined()
  })
})

describe('the name of a file', () => {
  test('says what an article in it is', () => {
    for (const [file, format] of [
      ['a.md', 'md'],
      ['a.HTML', 'html'],
      ['a.b.tex', 'latex'],
      ['a.txt', 'text'],
      ['.', undefined],
    ] as const)
      expect(formatByName(file, false)).toBe(format)
    for (const file of ['a.png', 'a.pdf', 'a.svg']) {
      expect(codeOf(() => formatByName(file, false))).toBe('E507')
      expect(codeOf(() => formatByName(file, true))).toBe('E507')
    }
    expect(codeOf(() => formatByName('article', false))).toBe('E507')
    expect(codeOf(() => formatByName('article', true))).toBeUndefined()
  })

  test('that no article can have: nothing is written', async () => {
    const { code, stdout, stderr } = await ogee(['explain', 'x', '-o', 'a.png'], { cwd: folder })
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('.html')])
    expect(readdirSync(folder)).toEqual([])
  })

  test('in the place of a formula: who reads it is said', async () => {
    writeFileSync(join(folder, 'listing.m'), 'x = -5:0.1:5;\nplot(x, x.^2)\n')
    for (const args of [['listing.m'], ['derive', 'listing.m']]) {
      const { code, stderr } = await ogee(args, { cwd: folder })
      expect([code, stderr]).toEqual([2, expect.stringContaining('ogee plot listing.m')])
    }
    expect((await ogee(['derive', 'other.m'], { cwd: folder })).stderr).not.toContain('ogee plot')
  })
})

describe('letters of one side alone', () => {
  const said = (left: string, right: string): string[] =>
    unsaidLetters({ left: parse(left), right: parse(right) })

  test('are named, but not the variable', () => {
    expect(said('e^x/(e^x+1)^2', 's*(1-s)')).toEqual([expect.stringMatching(/^s .* right.*"s = /)])
    expect(said('a*x', 'x')).toEqual([expect.stringMatching(/^a .* left/)])
    expect(said('a*x', 'a*x^2')).toEqual([])
    expect(said('a*x', '3')).toEqual([])
    expect(said('x', 'sigma*(1-sigma)')).toEqual([expect.stringContaining('sigmoid(x)')])
  })

  test.each(['compare', 'connect'])('%s says so where the answer is no', async (name) => {
    const sides = ['e^x/(e^x+1)^2', 's(1-s)']
    const { code, stderr } = await ogee([name, ...sides])
    expect([code, stderr]).toEqual([1, expect.stringContaining('--define "s = ')])
    const known = await ogee([name, ...sides, '--define', 's = 1/(1+e^-x)', '--budget', '9000'])
    expect([known.code, known.stderr]).toEqual([0, expect.not.stringContaining('--define')])
  })
})

test('more time is more than there was', () => {
  for (const given of [1, 1_700, 9_999, 10_000, 15_000, 60_000])
    expect(Number(moreTime(given).replace('--budget ', ''))).toBeGreaterThan(given)
})

test('of several letters one that may be the variable is named', async () => {
  const hint = async (formula: string): Promise<string> => (await ogee(['derive', formula])).stderr
  expect(await hint('L/(1+exp(-k*(t-m)))')).toContain('--var t\n')
  expect(await hint('a*e^(-b*u)')).toContain('--var u\n')
})

test('-v alone asks for the version', async () => {
  expect((await ogee(['-v'])).stdout).toBe((await ogee(['--version'])).stdout)
})
