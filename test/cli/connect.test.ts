/** `ogee connect` and `ogee simplify`: chains of lines that the checker accepts. */
import { beforeAll, describe, expect, test } from 'vitest'
import { linesOf, parse, print, verify } from '../../src/index.ts'
import { fromJson } from '../../src/verify/certificate.ts'
import { build, type Outcome, ogee } from './run-ogee.ts'

beforeAll(build)

function chainIn({ code, stdout, stderr }: Outcome): ReturnType<typeof fromJson> {
  expect([code, stderr]).toEqual([0, ''])
  const certificate: unknown = JSON.parse(stdout)
  expect(verify(certificate)).toEqual({ ok: true })
  return fromJson(certificate)
}

const OURS = 'e^-x/(1+e^-x)^2'
const BUDGET = ['--budget', '8000']

describe('connect', () => {
  test.each([
    [OURS, '1/(1+e^-x)*(1-1/(1+e^-x))'],
    [OURS, 'e^x/(1+e^x)^2'],
    ['x/(1+x)^2', '1/(1+x) - 1/(1+x)^2'],
    ['cos(2x)', '1 - 2sin(x)^2'],
  ])('from %s to %s', async (from, to) => {
    const chain = chainIn(await ogee(['connect', from, to, '--json', ...BUDGET]))
    expect([print(chain.from), print(chain.to)]).toEqual([from, to].map((text) => print(parse(text))))
    const text = (await ogee(['connect', from, to, ...BUDGET])).stdout.replace(/[⟦⟧]/g, '')
    const lines = text.split('\n').filter((line) => /^ {2} ?[ =] ?/.test(line) && !line.startsWith('      '))
    expect(lines.at(0)?.trim()).toBe(print(chain.from))
    expect(lines.at(-1)).toContain(`= ${print(chain.to)}`)
  })

  test('says why, line by line', async () => {
    const { stdout } = await ogee(['connect', 'x/(1+x)^2', '1/(1+x) - 1/(1+x)^2', ...BUDGET])
    expect(stdout).toContain('add and subtract')
    expect(stdout).toContain('Add and subtract 1')
  })

  test('two that differ: the point, and exit code 1', async () => {
    const { code, stdout } = await ogee(['connect', 'x', 'x + 1'])
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^different: at x = /)])
  })

  test('--by-way-of: the form is one of the lines', async () => {
    const way = ['--by-way-of', '1/(1+e^-x)*e^-x/(1+e^-x)']
    const args = ['connect', OURS, '1/(1+e^-x)*(1-1/(1+e^-x))', ...way, ...BUDGET]
    const chain = chainIn(await ogee([...args, '--json']))
    const form = print(parse(way[1] as string))
    expect(linesOf(chain).map((line) => print(line))).toContain(form)
    expect((await ogee(args)).stdout).toContain(`= ${form}  `)
  })

  test('--by-way-of a form that is not equal: it is named', async () => {
    const { code, stderr } = await ogee(['connect', 'x + x', '2x', '--by-way-of', 'x + 1'])
    expect([code, stderr]).toEqual([1, expect.stringContaining('x + 1')])
  })

  test('--avoid: the rule is not used', async () => {
    const args = ['connect', 'x/(1+x)^2', '1/(1+x) - 1/(1+x)^2', '--json', '--budget', '3000']
    const rulesOf = ({ stdout }: Outcome): string[] =>
      (JSON.parse(stdout).steps ?? []).map((step: { rule: string | null }) => step.rule)
    expect(rulesOf(await ogee(args))).toContain('split the fraction')
    expect(rulesOf(await ogee([...args, '--avoid', 'split-the-fraction']))).not.toContain(
      'split the fraction',
    )
  })

  test.each([
    [['x', 'x', '--avoid', 'no such rule'], 'E509'],
    [['x', 'x', '--by-way-of', '1/('], 'E102'],
    [['x'], 'E506'],
  ])('%j: %s', async (args, error) => {
    const { code, stdout, stderr } = await ogee(['connect', ...args])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`error[${error}]`)
  })

  test('derivatives are worked out: as the first lines, or beside the chain', async () => {
    const args = ["sigmoid'(x)", 'sigmoid(x)*(1 - sigmoid(x))', ...BUDGET]
    const chain = chainIn(await ogee(['connect', ...args, '--json']))
    expect([print(chain.from), print(chain.to)]).toEqual(['d/dx(sigmoid(x))', 'sigmoid(x)*(1 - sigmoid(x))'])
    const back = await ogee(['connect', 'e^x/(1+e^x)^2', "sigmoid'(x)", ...BUDGET])
    expect([back.code, back.stderr]).toEqual([
      0,
      expect.stringContaining('d/dx(sigmoid(x)) is worked out as'),
    ])
  })

  test('lines of input', async () => {
    const { code, stdout } = await ogee(['connect', '--json', ...BUDGET], {
      input: 'x + x\t2x\n(x+1)^2 = x^2+2x+1\n',
    })
    const chains = stdout.trim().split('\n')
    expect([code, chains.map((line) => verify(JSON.parse(line)))]).toEqual([0, [{ ok: true }, { ok: true }]])
  })
})

describe('simplify', () => {
  test.each([
    ['sin(x)^2 + cos(x)^2', '1', []],
    ['(x^2-1)/(x-1)', 'x + 1', ['x != 1']],
    ['x', 'x', []],
  ])('%s', async (formula, result, conditions) => {
    const chain = chainIn(await ogee(['simplify', formula, '--json', ...BUDGET]))
    expect([print(chain.to), chain.conditions.map((c) => print(c))]).toEqual([result, conditions])
  })

  test('conditions are carried in the line', async () => {
    const { stdout } = await ogee(['simplify', '(x^2-1)/(x-1)', ...BUDGET])
    expect(stdout).toMatch(/= x \+ 1 .*\n?.*x != 1/)
  })

  test('derivatives are worked out', async () => {
    const chain = chainIn(await ogee(['simplify', 'd/dx(x^2) + d/dx(d/dx(x^3))', '--json', ...BUDGET]))
    expect(print(chain.to)).toBe('8*x')
    const value = await ogee(['simplify', "f(x) = x^2; f'(2)", ...BUDGET])
    expect([value.code, value.stdout]).toEqual([0, expect.stringMatching(/4\s/)])
  })

  test('--assume settles a case', async () => {
    const { to } = chainIn(await ogee(['simplify', 'sqrt(x^2)', '--assume', 'x > 0', '--json', ...BUDGET]))
    expect(print(to)).toBe('x')
  })

  test('a formula that is defined nowhere is refused', async () => {
    expect((await ogee(['simplify', '1/0'])).code).toBe(3)
  })
})
