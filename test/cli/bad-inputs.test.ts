/** Nothing that is typed makes the program hang, crash or show its inside. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BAD_INPUTS, type BadInput } from './bad-inputs.ts'
import { build, type Outcome, ogee } from './run-ogee.ts'

const STACK = /^\s+at .*[:(]|node:internal|\.js:\d+|\[object |undefined\b.*undefined|Error: /m

const measured: [BadInput, Outcome][] = []

beforeAll(build)

// The times of all inputs, the slowest first, for those who want to know.
afterAll(() => {
  if (!process.env.OGEE_TIMES) return
  const rows = measured
    .sort(([, a], [, b]) => b.milliseconds - a.milliseconds)
    .map(([{ name }, { code, milliseconds, stderr }]) => {
      const error = /error\[(E\d+)\]/.exec(stderr)?.[1] ?? ''
      return `${milliseconds.toFixed(0).padStart(6)} ms  ${code}  ${error.padEnd(4)}  ${JSON.stringify(name).slice(0, 70)}`
    })
  console.log(rows.join('\n'))
})

test.each(BAD_INPUTS.map((input) => [input.name.slice(0, 60), input] as const))('%j', async (_, input) => {
  const outcome = await ogee(input.args, input.input === undefined ? {} : { input: input.input })
  measured.push([input, outcome])
  const { code, stdout, stderr } = outcome
  const said = `${stdout.slice(0, 2000)}\n${stderr.slice(0, 2000)}`
  expect([input.exit].flat(), said).toContain(code)
  expect(said).not.toMatch(STACK)
  const [error] =
    /E\d{3}/.exec(/^error\[(E\d{3})\]: |"error":\{"code":"(E\d{3})"/m.exec(stderr)?.[0] ?? '') ?? []
  if (input.code !== undefined) expect(error, said).toBe(input.code)
  else if (code === 2) expect(error, said).toBeDefined()
  if (code === 2) expect(stdout).toBe('')
  expect(error).not.toBe('E999')
})
