/** Formulas from standard input: each answered in its turn, whatever is wrong with the others. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/command.mjs'
import { inputLines } from '../../src/cli/lines.ts'
import { verify } from '../../src/index.ts'
import { build, ogee } from './run-ogee.ts'

beforeAll(build)

async function linesOf(...chunks: (string | Uint8Array)[]): Promise<unknown[]> {
  async function* input(): AsyncGenerator<Buffer> {
    for (const chunk of chunks) yield Buffer.from(chunk as string)
  }
  const lines: unknown[] = []
  for await (const { number, text, fault } of inputLines(input())) lines.push([number, fault?.code ?? text])
  return lines
}

describe('lines', () => {
  test.each([
    [
      ['a\nb\n'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      ['a\nb'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      ['a\r\n\r\nb'],
      [
        [1, 'a'],
        [2, ''],
        [3, 'b'],
      ],
    ],
    [
      ['a', 'b', '\n', '\nc'],
      [
        [1, 'ab'],
        [2, ''],
        [3, 'c'],
      ],
    ],
    [['\ufeffa\n'], [[1, 'a']]],
    [[], []],
  ] as const)('%j', async (chunks, lines) => {
    expect(await linesOf(...chunks)).toEqual(lines)
  })

  test('a letter may be cut in two between chunks', async () => {
    const bytes = Buffer.from('π\n')
    expect(await linesOf(bytes.subarray(0, 1), bytes.subarray(1))).toEqual([[1, 'π']])
  })

  test('what is no UTF-8 or too long is a fault of that line alone', async () => {
    const long = 'x'.repeat(3_000_000)
    expect(await linesOf(Buffer.from([0xff, 0x0a]), 'a\n', long, long, '\nb')).toEqual([
      [1, 'E508'],
      [2, 'a'],
      [3, 'E109'],
      [4, 'b'],
    ])
  })
})

const INPUT = 'x^2\n\n# a remark\n1/(\n  \nlog(x)\n'

test('each line is answered in order, the worst exit code is the whole’s', async () => {
  const { code, stdout, stderr } = await ogee(['derive', '--json'], { input: INPUT })
  expect(code).toBe(2)
  const certificates = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(certificates.map((one) => verify(one))).toEqual([{ ok: true }, { ok: true }])
  expect(JSON.parse(stderr)).toMatchObject({ schema: 'ogee/1', error: { code: 'E102', line: 4 } })
})

test('a line that cannot be answered is shown with its number', async () => {
  const { stderr } = await ogee(['derive', '-'], { input: INPUT })
  expect(stderr.split('\n').slice(1, 3)).toEqual(['  4 | 1/(', '    |    ^'])
  const late = await ogee(['eval'], { input: `${'#\n'.repeat(122)}1+\n1/2x\n` })
  expect(late.stderr.split('\n').slice(1, 3)).toEqual(['  123 | 1+', '      |   ^'])
})

test('the worst of unknown and unusable is unknown', async () => {
  const { code, stdout } = await ogee(['eval'], { input: '1/4\n1/0\n(\n1/2\n' })
  expect([code, stdout]).toEqual([3, expect.stringMatching(/^0\.25\nundefined: .*\n0\.5\n$/)])
})

test('answers in text are set apart by an empty line, values are not', async () => {
  const { stdout } = await ogee(['derive'], { input: 'x^2\nx^3\n' })
  expect(stdout.split('\n\n')).toHaveLength(2)
  expect((await ogee(['eval'], { input: '1\n2\n' })).stdout).toBe('1\n2\n')
})

test('an article in JSON takes one line of output', async () => {
  const { stdout } = await ogee(['explain', '--json'], { input: 'x\nx^2\n' })
  const articles = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(articles.map(({ kind }) => kind)).toEqual(['article', 'article'])
})

test('a line is answered as soon as it is there', async () => {
  const child = spawn('node', [join(ROOT, 'dist/cli/ogee.js'), 'eval'], { stdio: 'pipe' })
  for (const [formula, value] of [
    ['1/2', '0.5'],
    ['1/4', '0.25'],
  ]) {
    child.stdin.write(`${formula}\n`)
    const [answer] = await once(child.stdout, 'data')
    expect(`${answer}`).toBe(`${value}\n`)
  }
  child.stdin.end()
  expect(await once(child, 'close')).toEqual([0, null])
})

test('a reader who has seen enough ends it quietly', async () => {
  const child = spawn('node', [join(ROOT, 'dist/cli/ogee.js'), 'derive'], { stdio: 'pipe' })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  child.stdin.on('error', () => {})
  child.stdin.end('x^2*sin(x)\n'.repeat(2_000))
  await once(child.stdout, 'data')
  child.stdout.destroy()
  const [code] = await once(child, 'close')
  expect([code, said]).toEqual([0, ''])
})
