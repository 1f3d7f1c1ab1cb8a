/** What cannot be compiled, and tables that cannot be computed on: each is said in a sentence, and leaves no file. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build, ogee } from './run-ogee.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-bad-'))
const KEPT = 'x,y\n1,2\n'
/** Files by their names. */
const FILES: Readonly<Record<string, string | Buffer>> = {
  'good.csv': KEPT,
  'empty.csv': '',
  'names.csv': 'x\n',
  'text.csv': 'x\n1\nabc\n',
  'gap.csv': 'x,y\n1\n',
  'huge.csv': `x\n${'9'.repeat(2_000_000)}\n`,
  'latin.csv': Buffer.from([120, 10, 0xe9, 10]),
  'quote.csv': 'x\n"1\n',
  'twice.csv': 'x,x\n1,2\n',
  'infinite.csv': 'x\nInfinity\n',
  'nan.csv': 'x\nNaN\n',
  'markup.csv': '<b>x</b>\n1\n',
  "name'; DROP TABLE t; --.csv": 'x\n$(touch shell)\n',
}

beforeAll(async () => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  mkdirSync(join(folder, 'folder.csv'))
  await build()
})
afterAll(() => rmSync(folder, { recursive: true }))

const OUT = ['-o', 'out.csv']

test.each<readonly [args: readonly string[], error: string]>([
  [['compile'], 'E506'],
  [['compile', '', '-o', 'out.c'], 'E101'],
  [['compile', '1/(', '-o', 'out.c'], 'E102'],
  [['compile', 'foo(x)', '-o', 'out.c'], 'E110'],
  [['compile', 'x > 0', '-o', 'out.c'], 'E113'],
  [['compile', 'x = 2', '-o', 'out.c'], 'E113'],
  [['compile', 'x', 'y', '-o', 'out.c'], 'E505'],
  [['compile', 'x', '--to', 'Rust', '-o', 'out.c'], 'E504'],
  [['compile', 'x', '-o', 'out.rs'], 'E504'],
  [['compile', 'x', '-o', 'out'], 'E504'],
  [['compile', 'x', '-o', ''], 'E507'],
  [['compile', 'x', '-o', 'folder.csv', '--to', 'c'], 'E507'],
  [['compile', 'x', '-o', 'none/out.c'], 'E507'],
  [['compile', 'x', '-o', 'good.csv', '--to', 'c'], 'E511'],
  [['compile', 'x', '-o', 'out.c', '--name', 'f(); system("rm -rf .")'], 'E922'],
  [['compile', 'x', '-o', 'out.sql', '--name', 't"; DROP TABLE t; --'], 'E922'],
  [['compile', 'x', '-o', 'out.js', '--name', '</script><script>'], 'E922'],
  [['compile', 'x', '-o', 'out.js', '--name', '$(touch shell)'], 'E922'],
  [['compile', 'x', '-o', 'out.py', '--name', 'lambda'], 'E922'],
  [['compile', 'x', '-o', 'out.c', '--variables', 'y'], 'E912'],
  [['compile', 'x', '-o', 'out.c', '--variables', 'x,;'], 'E403'],
  [['compile', 'x', '-o', 'out.c', '--assume', 'x >'], 'E102'],
  [['compile', 'x', '-o', 'out.c', '--budget', '-5'], 'E504'],
  [['eval', 'x', '--data', 'none.csv', ...OUT], 'E510'],
  [['eval', 'x', '--data', 'folder.csv', ...OUT], 'E510'],
  [['eval', 'x', '--data', '', ...OUT], 'E510'],
  [['eval', 'x', '--data', 'empty.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', 'names.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', 'text.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', 'gap.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', 'huge.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', 'latin.csv', ...OUT], 'E510'],
  [['eval', 'x', '--data', 'quote.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', 'twice.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', 'infinite.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', 'nan.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', 'markup.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', "name'; DROP TABLE t; --.csv", ...OUT], 'E808'],
  [['eval', 'z', '--data', 'good.csv', ...OUT], 'E808'],
  [['eval', 'x', '--data', 'good.csv', '-o', 'good.csv'], 'E511'],
  [['eval', 'x', '--data', 'good.csv', '-o', 'none/out.csv'], 'E507'],
  [['eval', 'x + k', '--data', 'good.csv', '--at', 'k', ...OUT], 'E504'],
  [['eval', 'x + k', '--data', 'good.csv', '--at', 'k=1/', ...OUT], 'E102'],
  [['eval', 'x > 1', '--data', 'good.csv', ...OUT], 'E113'],
  [['eval', 'x', '--data', 'good.csv', '--json', ...OUT], 'E504'],
  [['eval', '--data', 'good.csv', ...OUT], 'E506'],
])('%j', async (args, error) => {
  const { code, stdout, stderr } = await ogee([...args], { cwd: folder })
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(new RegExp(`^error\\[${error}\\]: .|"error":{"code":"${error}"`, 'm'))
  expect(stderr.length).toBeLessThan(1_000)
  expect(readdirSync(folder).sort()).toEqual([...Object.keys(FILES), 'folder.csv'].sort())
  expect(readFileSync(join(folder, 'good.csv'), 'utf8')).toBe(KEPT)
  expect(existsSync(join(folder, 'shell'))).toBe(false)
})
