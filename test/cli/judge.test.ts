/** `ogee judge`: what it says of claims, its exit codes, and that its certificates are accepted. */
import { beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../src/index.ts'
import { build, ogee } from './run-ogee.ts'

beforeAll(build)

describe('verdicts and exit codes', () => {
  test.each([
    ['0 < sigmoid < 1', 0, 'true'],
    ["sigmoid' is decreasing", 1, 'false'],
    ['tanh is odd and increasing', 0, 'true'],
    ['limit of x*sigmoid(-x) at infinity is 0', 0, 'true'],
    ['a*e^(-b*x) is decreasing [a > 0, b > 0]', 0, 'true'],
    ['relu has exactly one minimum', 3, 'unknown'],
    ['f(x) = x^2; f is convex', 0, 'true'],
  ])('%s', async (claim, exit, verdict) => {
    const text = await ogee(['judge', claim])
    expect([text.code, text.stderr]).toEqual([exit, ''])
    expect(text.stdout.startsWith(verdict)).toBe(true)
    const json = await ogee(['judge', claim, '--json'])
    const judgement = JSON.parse(json.stdout)
    expect([json.code, judgement]).toEqual([exit, expect.objectContaining({ schema: 'ogee/1', verdict })])
    for (const certificate of judgement.certificates ?? []) expect(verify(certificate)).toEqual({ ok: true })
    expect(verdict === 'unknown' || judgement.certificates.length > 0).toBe(true)
  })

  test('a false claim has what is true instead', async () => {
    const { stdout } = await ogee(['judge', "sigmoid' is decreasing"])
    expect(stdout).toMatch(/\ninstead: .*increasing.*decreasing/)
  })

  test('assumptions may be given as an option', async () => {
    const { code } = await ogee(['judge', 'a*x^2 is convex', '--assume', 'a > 0'])
    expect(code).toBe(0)
  })
})

test.each([
  ['sigmoid is nice', 'E701'],
  ['', ''],
  ['x^2 is increasing [a >]', 'E'],
])('%j is refused with a reason', async (claim, code) => {
  const refused = await ogee(['judge', claim])
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain(code)
  expect(refused.stdout).toBe('')
})
