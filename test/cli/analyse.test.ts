/** `ogee analyse`: a table, JSON with certificates, and what is supposed and open said aloud. */
import { beforeAll, expect, test } from 'vitest'
import { verify } from '../../src/index.ts'
import { build, ogee } from './run-ogee.ts'

beforeAll(build)

interface Printed {
  readonly supposing: readonly string[]
  readonly properties: readonly {
    readonly name: string
    readonly value: unknown
    readonly why: string
    readonly certificates: readonly unknown[]
  }[]
  readonly open: readonly { readonly name: string; readonly reason: string }[]
}

const AMPLE = ['--budget', '50000']

async function analysed(...args: string[]): Promise<Printed> {
  const { code, stdout, stderr } = await ogee(['analyse', '--json', ...AMPLE, ...args])
  expect([code, stderr]).toEqual([0, ''])
  const analysis = JSON.parse(stdout)
  expect(analysis).toMatchObject({ schema: 'ogee/1', kind: 'analysis' })
  return analysis
}

test('JSON holds certificates that the checker accepts', async () => {
  const { properties, supposing } = await analysed('1/(1+e^-x)')
  expect(supposing).toEqual([])
  const certificates = properties.flatMap((property) => property.certificates)
  expect(certificates.length).toBeGreaterThan(20)
  for (const certificate of certificates) expect(verify(certificate)).toEqual({ ok: true })
  expect(properties.find(({ name }) => name === 'lipschitz')?.value).toMatchObject({ constant: '1/4' })
})

test('what is supposed of parameters is said', async () => {
  const { supposing, properties } = await analysed('a*e^(-b*e^(-c*x))')
  expect([...supposing].sort()).toEqual(['a > 0', 'b > 0', 'c > 0'])
  for (const { why } of properties) expect(why).not.toBe('')
  const assumed = await analysed('a*x', '--assume', 'a < 0')
  expect(assumed.supposing).toEqual([])
})

test('a table in text, one per line of input', async () => {
  const { code, stdout } = await ogee(['analyse', ...AMPLE], { input: 'x^2\n|x|\n' })
  expect(code).toBe(0)
  expect(stdout.match(/property/g)).toHaveLength(2)
})

test('what cannot be read', async () => {
  const { code } = await ogee(['analyse', 'x +'])
  expect(code).toBe(2)
})
