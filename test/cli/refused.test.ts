/** What the program does about its own faults, which no input should bring about. */
import { beforeEach, expect, test, vi } from 'vitest'

const said = { 1: '', 2: '' }

vi.mock('../../src/cli/streams.ts', async (original) => ({
  ...(await original<typeof import('../../src/cli/streams.ts')>()),
  write(stream: 1 | 2, text: string) {
    said[stream] += text
  },
}))
vi.mock('../../src/derive/verify.ts', () => ({
  verify: () => ({ ok: false, step: 2, reason: 'the rule does not say this' }),
}))

beforeEach(() => {
  said[1] = ''
  said[2] = ''
})

test.each(['derive', 'explain'] as const)('%s shows nothing that the checker refuses', async (name) => {
  const { main } =
    name === 'derive' ? await import('../../src/cli/derive.ts') : await import('../../src/cli/explain.ts')
  expect(await main.run(['x^2', '--color', 'never'])).toBe(3)
  expect(said[1]).toBe('')
  expect(said[2]).toMatch(
    /^error\[E999\]: the checker refuses step 2.*: the rule does not say this\n {2}1 \| x\^2\n/,
  )
})

test('compare shows no verdict that the checker refuses', async () => {
  const { main } = await import('../../src/cli/compare.ts')
  expect(await main.run(['x', 'x', '--color', 'never'])).toBe(3)
  expect(said[1]).toBe('')
  expect(said[2]).toMatch(/^error\[E999\]: the checker refuses the verdict: /)
})

test.each([
  ['connect', ['x + x', '2*x'], 3],
  ['simplify', ['x + x'], 0],
  ['solve', ['x + x = 2'], 3],
] as const)('%s shows no line that the checker refuses', async (name, args, exit) => {
  const { main } = await import(`../../src/cli/${name}.ts`)
  expect(await main.run([...args, '--color', 'never'])).toBe(exit)
  expect(said[1]).not.toMatch(/^ +(=|⇔|⇒) /m)
})

test('an error that nobody foresaw is a sentence with a code', async () => {
  const { guarded } = await import('../../src/cli/main.ts')
  const work = (): never => {
    throw new TypeError('cannot read properties of undefined\n    at somewhere (file.js:1:2)')
  }
  expect(await guarded(['--json'], work)).toBe(3)
  expect(JSON.parse(said[2])).toEqual({
    schema: 'ogee/1',
    error: {
      code: 'E999',
      message: 'cannot read properties of undefined',
      hint: 'this is a fault in ogee: please report it with what you typed',
    },
  })
  said[2] = ''
  await guarded([], () => Promise.reject(new TypeError('no')))
  expect(said[2]).toMatch(/^error\[E999\]: no\nhelp: this is a fault in ogee/)
})
