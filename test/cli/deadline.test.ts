import { expect, test } from 'vitest'
import { before, Late } from '../../src/cli/deadline.ts'
import { build, ogee } from './run-ogee.ts'

const forever = (): never => {
  for (;;);
}

test('work that ends in time gives its result, or its error', () => {
  expect(before(1_000, () => 5)).toBe(5)
  expect(() => before(1_000, () => JSON.parse('{'))).toThrow(SyntaxError)
  expect(() => before(1_000, () => before(1_000, () => 5) + [].length)).not.toThrow()
})

test('work that does not end is stopped, and other work goes on', () => {
  expect(() => before(20, forever)).toThrow(Late)
  expect(before(1_000, () => 5)).toBe(5)
  expect(Object.keys(globalThis)).not.toContain('ogeeWork')
})

test('a formula that takes too long does not keep the next one waiting', async () => {
  await build()
  const large = Array.from({ length: 400 }, (_, i) => `sin(${i}*x)`).join('*')
  const { code, stdout, stderr } = await ogee(['derive', '--budget', '300'], { input: `${large}\nx^2\n` })
  expect([code, stdout]).toEqual([3, expect.stringContaining('= 2*x')])
  expect(stderr).toMatch(/^error\[E601\]: the time allowed is used up\n {2}1 \| /)
})
