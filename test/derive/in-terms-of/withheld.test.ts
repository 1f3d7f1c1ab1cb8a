/** Nothing is known of a curve by its name: without the named rows the results are the same. */
import { expect, test, vi } from 'vitest'
import { FOUNDING, UNNAMED } from './founding.ts'

async function forms(): Promise<string[]> {
  const { selfReferential } = await import('../../../src/derive/in-terms-of/index.ts')
  const { print } = await import('../../../src/syntax/print.ts')
  return [...FOUNDING, ...UNNAMED].map(([f]) => {
    const result = selfReferential(f, { variable: 'x', budget: { milliseconds: 10_000 } })
    return 'verdict' in result ? result.reason : print(result.form)
  })
}

test('the same forms without the named curves and definitions', async () => {
  const known = await forms()
  vi.resetModules()
  vi.doMock('../../../src/functions/curves.ts', () => ({ CURVES: [] }))
  vi.doMock('../../../src/functions/definitions.ts', () => ({ DEFINITIONS: [] }))
  const { CURVES } = await import('../../../src/functions/index.ts')
  expect(CURVES).toEqual([])
  expect(await forms()).toEqual(known)
})
