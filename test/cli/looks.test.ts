/** Colours, characters, help, version: what the surroundings ask for. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/command.mjs'
import { build, ogee } from './run-ogee.ts'

beforeAll(build)

const ESCAPE = '\u001b['
const COMMANDS =
  'explain derive simplify compare connect solve analyse judge mark plot eval compile classify fit train flow web rule'.split(
    ' ',
  )

describe('colour', () => {
  test.each([
    [[], {}, false],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [['--color', 'always'], { NO_COLOR: '1' }, true],
    [['--color', 'never'], { FORCE_COLOR: '1' }, false],
    [['--color=auto'], { TERM: 'dumb' }, false],
  ])('%j in %j: %s', async (args, env, coloured) => {
    const answer = await ogee(['derive', 'sin(x^2)', ...args], { env })
    expect(answer.stdout.includes(ESCAPE)).toBe(coloured)
    const refusal = await ogee(['derive', '1/(', ...args], { env })
    expect(refusal.stderr.includes(ESCAPE)).toBe(coloured)
  })

  test('never in JSON', async () => {
    const { stdout, stderr } = await ogee(['derive', '1/2x', '--json', '--color', 'always'])
    expect(stdout + stderr).not.toContain(ESCAPE)
  })
})

describe('characters', () => {
  const NOT_ASCII = /[^\n -~]/

  test.each([
    [['--ascii'], {}],
    [[], { LC_ALL: 'C' }],
    [[], { LANG: 'de_DE.ISO-8859-1' }],
  ])('%j in %j: none beyond ASCII', async (args, env) => {
    for (const command of ['derive', 'explain']) {
      const { stdout } = await ogee([command, '1/(1+e^-x)', '--steps', 'nested', ...args], { env })
      expect(stdout).not.toMatch(NOT_ASCII)
    }
  })

  test('changes are marked where the locale is UTF-8 or not known', async () => {
    for (const env of [{ LANG: 'en_GB.UTF-8' }, { LANG: undefined }, { LANG: 'C', LC_ALL: 'C.utf8' }]) {
      expect((await ogee(['derive', '1/(1+e^-x)'], { env })).stdout).toContain('⟦')
    }
  })
})

describe('help', () => {
  test('opens with examples that can be run', async () => {
    const { code, stdout, stderr } = await ogee(['--help'])
    expect([code, stderr]).toEqual([0, ''])
    const examples = stdout.split('\n').flatMap((line) => /^ {2}ogee (.*?) {3,}/.exec(line)?.[1] ?? [])
    expect(examples.length).toBeGreaterThanOrEqual(4)
    const cwd = mkdtempSync(join(tmpdir(), 'ogee-help-'))
    writeFileSync(join(cwd, 'work.txt'), 'x + x = 2*x\n')
    for (const example of examples.filter((line) => !line.includes('COMMAND'))) {
      const args = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
      expect([example, (await ogee(args, { cwd })).code]).toEqual([example, 0])
    }
    rmSync(cwd, { recursive: true })
  })

  test.each(COMMANDS)('of %s: examples, options, nothing too wide', async (name) => {
    const { code, stdout } = await ogee([name, '--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`^ogee ${name} .*\\n.*\\n\\n  ogee ${name}`))
    expect(stdout).toContain('--help')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    for (const args of [
      [name, '-h'],
      ['help', name],
      [name, 'x', '--help'],
    ]) {
      expect((await ogee(args)).stdout).toBe(stdout)
    }
  })

  test('of the whole lists every command', async () => {
    const { stdout } = await ogee(['-h'])
    for (const name of COMMANDS) expect(stdout).toContain(`\n  ${name} `)
    expect((await ogee(['help'])).stdout).toBe(stdout)
  })
})

test('--version is the package’s', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(await ogee(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' })
})

describe('--quiet', () => {
  test('leaves out notes and nothing else', async () => {
    const spoken = await ogee(['derive', '1/2x'])
    expect(spoken.stderr).toContain('note: ')
    const quiet = await ogee(['derive', '1/2x', '--quiet'])
    expect(quiet).toMatchObject({ code: 0, stdout: spoken.stdout, stderr: '' })
    expect((await ogee(['derive', '1/(', '--quiet'])).stderr).toContain('error[E102]')
  })
})

test('the name of a curve is a formula, whatever stands behind it', async () => {
  const { code, stdout } = await ogee(['sigmoid', '--sections', 'definition'])
  expect([code, stdout]).toEqual([0, expect.stringContaining('1/(1 + e^-x)')])
})

test('a formula that is nearly the name of a curve is refused', async () => {
  for (const command of ['derive', 'analyse', 'explain']) {
    const { code, stderr } = await ogee([command, 'sigmod'])
    expect([command, code, stderr]).toEqual([command, 2, expect.stringContaining('sigmoid')])
  }
  for (const letter of ['x', 'rate', 'alpha']) expect((await ogee(['derive', letter])).stderr).toBe('')
})

describe('errors', () => {
  test('name their code, the line, the place and what to try', async () => {
    const { code, stdout, stderr } = await ogee(['derive', '1/(1+)'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      'error[E102]: expected a number, name or "(" after "+"\n  1 | 1/(1+)\n    |      ^\nhelp: did you forget a term?  e.g. 1/(1+e^-x)\n',
    )
  })

  test('are JSON on standard error with --json, whatever is wrong', async () => {
    const cases = [
      [['derive', '1/(', '--json'], 'E102'],
      [['derive', '1/(', '--format=json'], 'E102'],
      [['derive', 'x', '--bogus', '--format', 'json'], 'E502'],
      [['derive', '1/0', '--json'], 'E603'],
      [['deriv', 'x', '--json'], 'E501'],
    ] as const
    for (const [args, code] of cases) {
      const { stdout, stderr } = await ogee(args)
      expect(stdout).toBe('')
      expect(JSON.parse(stderr)).toMatchObject({
        schema: 'ogee/1',
        error: { code, message: expect.any(String) },
      })
    }
  })

  test.each([
    [['deriv', 'x'], 'did you mean derive?'],
    [['derive', 'x', '--ordr', '2'], 'did you mean --order?'],
    [['derive', 'x', '--route', 'recip'], 'did you mean reciprocal?'],
    [['explain', 'x', '--sections', 'proprties'], 'did you mean properties?'],
    [['explain', 'x', '--sections', 'deriv'], 'did you mean derivative?'],
    [['explain', 'x', '--sections', 'list'], 'definition, reading, '],
    [['explain', 'x', '--detail', 'ful'], 'did you mean full?'],
    [['derive', 'sigmod(x)'], 'did you mean sigmoid?'],
    [['sigmod', '--detail', 'full'], 'did you mean sigmoid?'],
    [['draw', 'x'], `the commands are ${COMMANDS.join(', ')}`],
    [['derive', 'x', '+', '1'], 'put it in quotes: "x + 1"'],
    [['--order', '2', 'derive', 'x'], 'write ogee derive … and its options after it'],
    [['derive', 'a*b'], '--var'],
  ])('%j: %s', async (args, advice) => {
    expect((await ogee(args)).stderr).toContain(`help: `)
    expect((await ogee(args)).stderr).toContain(advice)
  })
})
