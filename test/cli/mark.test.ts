/** `ogee mark`: marks in the margin, the first wrong line explained, and an exit code that says how it went. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../src/index.ts'
import { build, ogee } from './run-ogee.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-mark-'))

beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true }))

const RIGHT = "# Sigmoid\ns(x) = 1/(1+e^-x)\nby the chain rule:\ns'(x) = e^-x/(1+e^-x)^2\n= s(x)*(1 - s(x))\n"
const WRONG = 'd/dx(sin(x^2)) = cos(x^2)\n'

test.each([
  [RIGHT, 0],
  [WRONG, 1],
  ['x^2 = 5*x\nx = 5\n', 1],
  ['x^2 = 5*x\nx = 0 or x = 5\n', 0],
  ['x +* 2\n', 3],
  ['', 0],
])('%j', async (input, exit) => {
  const { code, stderr } = await ogee(['mark'], { input })
  expect([code, stderr]).toEqual([exit, ''])
})

test('marks stand in the margin, and the lines are kept', async () => {
  const file = join(folder, 'steps.md')
  writeFileSync(file, RIGHT)
  const { stdout } = await ogee(['mark', file])
  const rows = stdout.split('\n')
  for (const [i, line] of RIGHT.trimEnd().split('\n').entries()) expect(rows[i]).toContain(line)
  expect(rows.slice(0, 5).map((row) => row[0])).toEqual([' ', '·', ' ', '✓', '✓'])
})

test('the first wrong line is explained', async () => {
  const { stdout } = await ogee(['mark', '-'], { input: WRONG + WRONG })
  expect(stdout).toMatch(/^✗ /)
  expect(stdout).toContain('line 1 does not follow')
  expect(stdout).toContain('inner derivative dropped')
  expect(stdout).not.toContain('line 2 does')
})

test('as data, with derivations that the checker accepts', async () => {
  const { code, stdout } = await ogee(['mark', '--json'], { input: '(x+1)^2\n= x^2+2x+1\n= x^2+1\n' })
  const data = JSON.parse(stdout)
  expect(code).toBe(1)
  expect(data).toMatchObject({ schema: 'ogee/1', verdict: 'wrong' })
  expect(data.lines.map((line: { verdict: string }) => line.verdict)).toEqual(['start', 'follows', 'wrong'])
  expect(verify(data.lines[1].derivation)).toEqual({ ok: true })
})

test('a file that is not there, and one that is no text', async () => {
  const missing = await ogee(['mark', join(folder, 'none.md')])
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('E510')])
  const binary = await ogee(['mark'], { input: Buffer.from([0xff, 0xfe, 0x0a]) })
  expect([binary.code, binary.stderr]).toEqual([2, expect.stringContaining('E508')])
})

test.each([
  ['one long line', 'x'.repeat(1_000_000)],
  ['control characters', '\u0001\u0007\u001b[31m\n'],
  ['very many lines', '= x + 1\n'.repeat(50_000)],
])('%s: answered in the time allowed', async (_, input) => {
  const { code, stdout } = await ogee(['mark', '--budget', '500'], { input })
  expect([0, 1, 3]).toContain(code)
  expect(stdout).not.toContain('\u001b')
})
