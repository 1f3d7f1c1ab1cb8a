/** The tables of properties: each row is re-evaluated at numbers, and no row stands without its certificates. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { told as toldReason } from '../../src/analyse/reason.ts'
import type { Block, Inline, Related, Section } from '../../src/explain/article.ts'
import { told } from '../../src/explain/properties/table.ts'
import { formulaIn } from '../../src/explain/render/inline.ts'
import { propertiesSection } from '../../src/explain/sections/properties.ts'
import { whyThisFormSection } from '../../src/explain/sections/why-this-form.ts'
import { subjectOf } from '../../src/explain/subject.ts'
import { worded } from '../../src/explain/wording/worded.ts'
import { evaluate, print } from '../../src/index.ts'
import { inWordsOf } from '../support/section.ts'

const AMPLE = { budget: { milliseconds: 60_000 } }

const sections = new Map<string, Section | undefined>()

/** The section, written once for all tests. */
function propertiesOf(formula: string, variable = 'x'): Section | undefined {
  const known = sections.get(formula)
  const found = known ?? inWordsOf(propertiesSection(subjectOf(formula, { ...AMPLE, variable })))
  sections.set(formula, found)
  return found
}

type Table = Extract<Block, { kind: 'table' }>

const tablesIn = (section: Section | undefined): Table[] =>
  (section?.blocks ?? []).filter((block): block is Table => block.kind === 'table')

const plain = (parts: readonly Inline[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : formulaIn(part, 'plain')))
    .join('')

/** The cells of a table in plain notation, by the title of the row. */
const rowsOf = (table: Table | undefined): ReadonlyMap<string, readonly Inline[]> =>
  new Map((table?.rows ?? []).map(([title, value]) => [plain(title as Inline[]), value as Inline[]]))

const isRelated = (part: Inline): part is Related => typeof part === 'object' && 'related' in part

/** The parts of a cell between semicolons and commas. */
function parts(cell: readonly Inline[]): Inline[][] {
  const found: Inline[][] = [[]]
  for (const part of cell) {
    if (typeof part === 'string' && /^[;,]/.test(part)) found.push([part])
    else found.at(-1)?.push(part)
  }
  return found
}

/** Numbers that stand for the parameters. */
const LETTERS: Readonly<Record<string, string>> = { a: '3', k: '2', m: '1/2' }
const PLACES = ['-7', '-3/2', '-1', '-1/3', '0', '1/5', '1/2', '1', '9/4', '6']

interface Formula {
  readonly text: string
  readonly letters: Readonly<Record<string, string>>
}

const formulaOf = (text: string): Formula => ({
  text,
  letters: Object.fromEntries(Object.entries(LETTERS).filter(([letter]) => text.includes(letter))),
})

const valueAt = (member: string, x: string, { text, letters }: Formula): number | undefined => {
  const own = { ...letters, x }
  const [definition] = [`f(x) = ${text}`]
  const put = Object.entries(own).filter(([letter]) =>
    new RegExp(`\\b${letter}\\b`).test(`${member} ${text}`),
  )
  const found = evaluate(member.replace(/\be\^/g, 'e^'), Object.fromEntries(put), {
    digits: 12,
    definitions: [definition],
  })
  return found.verdict === 'value' ? Number(found.value) : undefined
}

const NEAR = 1e-9

/** Whether the row of terms holds there; nothing where a member is not defined. */
function holdsAt({ related }: Related, x: string, formula: Formula): boolean | undefined {
  const members = related.map((one) =>
    typeof one === 'string' ? one : valueAt(formulaIn(one, 'plain'), x, formula),
  )
  if (members.includes(undefined)) return undefined
  return members.every((sign, i) => {
    if (typeof sign !== 'string') return true
    const [a, b] = [members[i - 1] as number, members[i + 1] as number]
    const size = NEAR * Math.max(1, Math.abs(a))
    if (sign === '=') return Math.abs(a - b) <= size
    if (sign === '<' || sign === '<=') return a < b + (sign === '<' ? 0 : size)
    return a > b - (sign === '>' ? 0 : size)
  })
}

const isAboutFunction = ({ related }: Related): boolean =>
  related.some((one) => typeof one === 'object' && 'plain' in one && /^f'*\(/.test(one.plain))

const FUNCTIONS = [
  '1/(1+e^-x)',
  'a/(1+e^(-k*(x-m)))',
  'max(x, 0)',
  'x/(1+abs(x))',
  '1/(x^2-1)',
  'x*e^-x',
  'log(1+e^x)',
]

describe.each(FUNCTIONS)('%s', (text) => {
  const formula = formulaOf(text)
  const [own, slope] = tablesIn(propertiesOf(text))

  test('there is a table of the function and one of its derivative', () => {
    expect(own?.rows.length).toBeGreaterThan(10)
    expect(slope?.rows.length).toBeGreaterThan(3)
  })

  test.each(['range', 'slope', 'symmetry', 'period'])('%s: what it says holds at numbers', (title) => {
    for (const table of [own, slope]) {
      for (const part of parts(rowsOf(table).get(title) ?? [])) {
        const chains = part.filter(isRelated)
        const said = chains.filter(isAboutFunction)
        const where = chains.filter((chain) => !isAboutFunction(chain))
        for (const x of PLACES) {
          if (where.some((condition) => holdsAt(condition, x, formula) !== true)) continue
          for (const chain of said) {
            expect([formulaIn(chain, 'plain'), x, holdsAt(chain, x, formula)]).not.toContain(false)
          }
        }
      }
    }
  })

  test.each([
    ['rises or falls', 'f(x)', { increasing: 1, decreasing: -1, constant: 0 }],
    ['bend', "f'(x)", { convex: 1, concave: -1, straight: 0 }],
  ] as const)('%s: as the values do', (title, of, signs) => {
    for (const part of parts(rowsOf(own).get(title) ?? [])) {
      const [word] = /[a-z]+/.exec(plain(part)) ?? ['']
      const sign = (signs as Readonly<Record<string, number>>)[word]
      const where = part.filter(isRelated)
      const inside = PLACES.filter((x) => where.every((one) => holdsAt(one, x, formula) === true))
      const values = inside.map((x) => valueAt(of, x, formula)).filter((value) => value !== undefined)
      expect(sign).toBeDefined()
      for (const [i, value] of values.slice(1).entries()) {
        expect(Math.sign(value - (values[i] as number)), `${word} ${inside}`).toBe(sign)
      }
    }
  })

  test('sign and zeros: as the values are', () => {
    const signs: Readonly<Record<string, number>> = { positive: 1, negative: -1, zero: 0 }
    for (const part of parts(rowsOf(own).get('sign') ?? [])) {
      const [word] = /[a-z]+/.exec(plain(part)) ?? ['']
      const where = part.filter(isRelated)
      for (const x of PLACES.filter((place) => where.every((one) => holdsAt(one, place, formula) === true))) {
        const value = valueAt('f(x)', x, formula)
        if (value !== undefined) expect([x, Math.sign(value)]).toEqual([x, signs[word]])
      }
    }
  })
})

describe('the founding article on the sigmoid', () => {
  const [own, slope] = tablesIn(propertiesOf('1/(1+e^-x)')).map(rowsOf)
  const says = (rows: ReadonlyMap<string, readonly Inline[]> | undefined, title: string): string =>
    plain(rows?.get(title) ?? [])

  test('17: 0 < σ′ ≤ ¼, with the maximum at 0', () => {
    expect(says(slope, 'range')).toContain("0 < f'(x) <= 1/4")
    expect(says(slope, 'extrema')).toContain('1/4 at x = 0')
  })

  test('18: σ′ is even; σ is point-symmetric about (0, ½) and not even', () => {
    expect(says(slope, 'symmetry')).toContain("f'(-x) = f'(x)")
    expect(says(own, 'symmetry')).toContain('f(-x) = 1 - f(x)')
    expect(says(own, 'symmetry')).toContain('neither odd nor even')
  })

  test('19 to 22: σ′ rises and then falls, tends to 0 and is nowhere 0; σ is smooth', () => {
    expect(says(slope, 'rises or falls')).toBe('increasing for x <= 0, decreasing for x >= 0')
    expect(says(slope, 'limits').match(/-> 0/g)).toHaveLength(2)
    expect(says(slope, 'zeros')).toBe('none')
    expect(says(own, 'smooth')).toContain('everywhere')
  })

  test('2: the four wishes', () => {
    const section = inWordsOf(whyThisFormSection(subjectOf('1/(1+e^-x)', { ...AMPLE, variable: 'x' })))
    const wishes = section?.blocks.find((block) => block.kind === 'list')
    const said = wishes?.kind === 'list' ? wishes.items.map(plain) : []
    expect(said).toHaveLength(4)
    expect(said.join(' ')).toContain('0 < f(x) < 1')
  })
})

test('what does not lie between two bounds, or does not rise all the way, has no such wishes', () => {
  for (const formula of ['log(1+e^x)', 'x*e^-x', 'x/(1+x^2)']) {
    const section = inWordsOf(whyThisFormSection(subjectOf(formula, { ...AMPLE, variable: 'x' })))
    expect(section?.blocks.filter((block) => block.kind === 'list') ?? []).toEqual([])
  }
})

test('the derivative is looked at only where there is one', () => {
  const [, slope] = tablesIn(propertiesOf('max(x, 0)')).map(rowsOf)
  expect(plain(slope?.get('sign') ?? [])).not.toContain('x = 0')
})

test('of a function that is defined nowhere, only that', () => {
  const tables = tablesIn(propertiesOf('sqrt(-1-x^2)'))
  expect(tables.map((table) => [...rowsOf(table).keys()])).toEqual([['domain']])
})

test('a row whose certificate is refused is not shown', () => {
  const analysis = analyse('1/(1+e^-x)', { ...AMPLE, only: ['range', 'monotone'] })
  const name = { plain: 'f', latex: 'f' }
  const refused = { schema: 'ogee/1' } as never
  const damaged = analysis.properties.map((one) =>
    one.name === 'range' ? { ...one, certificates: () => [...one.certificates(), refused] } : one,
  )
  const titles = (shown: ReturnType<typeof told>): string[] =>
    tablesIn({ blocks: worded(shown?.blocks ?? []) } as never).flatMap((table) => [...rowsOf(table).keys()])
  expect(titles(told(analysis, name))).toEqual(['range', 'rises or falls'])
  expect(titles(told({ ...analysis, properties: damaged }, name))).toEqual(['rises or falls'])
})

test('what stays open is said, with the reason', () => {
  const analysis = analyse('1/(1+e^-x)', { ...AMPLE, only: ['range'] })
  const open = [{ name: 'convexity' as const, conditions: [], reason: toldReason('it is too hard') }]
  const shown = told({ ...analysis, open }, { plain: 'f', latex: 'f' })
  const last = worded(shown?.blocks ?? []).at(-1)
  expect(last?.kind === 'paragraph' && plain(last.text)).toBe('Not settled: bend (it is too hard).')
})

describe('no knowledge of names', () => {
  const shown = (formula: string, variable: string): string =>
    JSON.stringify(propertiesOf(formula, variable)?.blocks, (_key, value) =>
      value?.hash === undefined ? value : print(value),
    )

  test('other letters, the same properties', () => {
    expect(shown('1/(1+e^-t)', 't').replace(/\bt\b/g, 'x')).toBe(shown('1/(1+e^-x)', 'x'))
  })

  test('the curve by its name, and its definition typed', () => {
    const named = shown('sigmoid(x)', 'x')
    const own = named.replaceAll('sigmoid', 'f').replaceAll('\\\\sigma', 'f').replaceAll('σ', 'f')
    expect(own).toBe(shown('1/(1+e^-x)', 'x'))
  })
})
