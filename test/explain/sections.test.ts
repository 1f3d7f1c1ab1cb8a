/** The sections that search: what they show is so, and it does not depend on names. */
import { describe, expect, test } from 'vitest'
import { inTermsOfSection } from '../../src/explain/sections/in-terms-of.ts'
import { otherFormsSection } from '../../src/explain/sections/other-forms.ts'
import { whyThisFormSection } from '../../src/explain/sections/why-this-form.ts'
import { subjectOf } from '../../src/explain/subject.ts'
import { CURVES } from '../../src/functions/index.ts'
import {
  type Article,
  type Block,
  compare,
  type Expr,
  explain,
  parse,
  print,
  type Section,
} from '../../src/index.ts'
import { opened } from '../../src/rules/forms.ts'
import { inWordsOf } from '../support/section.ts'

const AMPLE = { budget: { milliseconds: 60_000 } }

const written = new Map<string, Pick<Article, 'sections'>>()

function searched(formula: string): Section[] {
  const subject = subjectOf(formula, { ...AMPLE, variable: 'x' })
  return [whyThisFormSection, inTermsOfSection, otherFormsSection].flatMap(
    (build) => inWordsOf(build(subject)) ?? [],
  )
}

/** The sections that are tested here, written once for all tests. */
function articleOn(formula: string): Pick<Article, 'sections'> {
  const article = written.get(formula) ?? { sections: searched(formula) }
  written.set(formula, article)
  return article
}

const sectionOf = (article: Pick<Article, 'sections'>, id: string): Section | undefined =>
  article.sections.find((section) => section.id === id)

const worksOf = (section: Section | undefined): Extract<Block, { kind: 'work' }>[] =>
  (section?.blocks ?? []).filter((block) => block.kind === 'work')

/** The text of the blocks, formulas in plain notation. */
const printed = (section: Section | undefined): string =>
  JSON.stringify(section?.blocks, (_key, value) => (value?.hash === undefined ? value : print(value)))

const isEqual = (a: Expr, b: Expr): void =>
  expect([print(b), compare(a, b).verdict]).toEqual([print(b), 'equal'])

describe('why this form', () => {
  test('the sigmoid comes from the log-odds', () => {
    const [work] = worksOf(sectionOf(articleOn('1/(1+e^-x)'), 'why-this-form'))
    expect(work && print(work.from)).toBe('log(y/(1 - y)) = x')
    expect(print(work?.lines.at(-1)?.expr as Expr)).toBe('y = 1/(1 + e^-x)')
  })

  test.each([
    '1/(1+e^-x)',
    'log(1+e^x)',
    'x/(1+x)',
    'a*e^(-b*e^(-c*x))',
    'a*x^n/(k^n+x^n)',
    'a0+(a1-a0)/(1+e^(-(x-m)/s))',
  ])('%s: back to the formula', (formula) => {
    const [work] = worksOf(sectionOf(articleOn(formula), 'why-this-form'))
    const last = work?.lines.at(-1)?.expr
    expect(last?.kind === 'call' && print(last.args[1] as Expr)).toBe(print(parse(formula)))
    for (const { relation } of work?.lines ?? []) expect(relation).toBe('iff')
  })

  test.each(['x^2', '2x + 1', 'x/(1+x^2)', 'sqrt(1+x^2)', 'sin(x)', 'log(x)'])(
    '%s: nothing to say',
    (formula) => {
      expect(sectionOf(articleOn(formula), 'why-this-form')).toBeUndefined()
    },
  )
})

describe('in terms of f', () => {
  test.each([
    ['1/(1+e^-x)', 'f*(1 - f)'],
    ['tanh(x)', '1 - f^2'],
    ['sqrt(1+x^2)', 'x/f'],
    ['x^x', 'f*(1 + log(x))'],
  ])('%s: f′ = %s', (formula, form) => {
    const section = sectionOf(articleOn(formula), 'in-terms-of-f')
    const shown = section?.blocks.find((block) => block.kind === 'formula')
    expect(shown?.kind === 'formula' && print(shown.right)).toBe(form)
  })

  test.each(['1/(1+e^-x)', 'tanh(x)', 'log(1+e^x)', 'x/(1+x^2)'])(
    '%s: every line is equal to the first',
    (formula) => {
      const [work] = worksOf(sectionOf(articleOn(formula), 'in-terms-of-f'))
      for (const { expr } of work?.lines ?? []) isEqual(work?.from as Expr, expr)
    },
  )

  test('the next derivatives, with the function put in, are those of the function', () => {
    const works = worksOf(sectionOf(articleOn('1/(1+e^-x)'), 'in-terms-of-f')).slice(1)
    expect(works.length).toBeGreaterThanOrEqual(2)
    for (const [i, { lines }] of works.entries()) {
      const last = print(lines.at(-1)?.expr as Expr).replaceAll('f', '(1/(1+e^-x))')
      isEqual(parse(`${'d/dx('.repeat(i + 2)}1/(1+e^-x)${')'.repeat(i + 2)}`), parse(last))
    }
  })

  test('where none is found, one sentence says so; where the derivative is a number, none is needed', () => {
    expect(worksOf(sectionOf(articleOn('sin(x)'), 'in-terms-of-f'))).toEqual([])
    expect(sectionOf(articleOn('sin(x)'), 'in-terms-of-f')?.blocks).toHaveLength(1)
    expect(sectionOf(articleOn('2x'), 'in-terms-of-f')).toBeUndefined()
  })
})

describe('other forms', () => {
  const formsIn = (formula: string): Expr[] =>
    (sectionOf(articleOn(formula), 'other-forms')?.blocks ?? []).flatMap((block) =>
      block.kind === 'list'
        ? block.items.flatMap(([form]) => (typeof form === 'object' && 'hash' in form ? [form] : []))
        : [],
    )

  test.each(['1/(1+e^-x)', 'tanh(x)', 'x/(1+x^2)', 'a*x^n/(k^n+x^n)'])(
    '%s: each is equal to it or its derivative',
    (formula) => {
      const forms = formsIn(formula)
      expect(forms.length).toBeGreaterThan(0)
      const [own, derivative] = [parse(formula), parse(`d/dx(${formula})`)]
      for (const form of forms) {
        const verdicts = [own, derivative].map((u) => compare(u, form).verdict)
        expect([print(form), verdicts]).toEqual([print(form), expect.arrayContaining(['equal'])])
      }
    },
  )

  test('Wolfram’s form of the derivative of the sigmoid is among them', () => {
    const wanted = parse('e^x/(1+e^x)^2')
    expect(formsIn('1/(1+e^-x)').map((form) => print(form))).toContainEqual(
      expect.stringMatching(/^e\^x\/\((1 \+ e\^x|e\^x \+ 1)\)\^2$/),
    )
    expect(compare(wanted, 'e^x/(e^x+1)^2').verdict).toBe('equal')
  })

  test('none is the formula itself', () => {
    for (const formula of ['1/(1+e^-x)', 'tanh(x)']) {
      expect(formsIn(formula).map((form) => print(form))).not.toContain(print(parse(formula)))
    }
  })
})

describe('no knowledge of names', () => {
  test.each(['sigmoid(x)', 'softplus(x)', 'gompertz(x)'])('%s: the same as its definition typed', (name) => {
    const body = opened(parse(name)) as Expr
    const [named, typed] = [articleOn(name), articleOn(print(body))]
    const { head } = parse(name) as Extract<Expr, { kind: 'call' }>
    const latex = JSON.stringify(CURVES.find((row) => row.name === head)?.latex).slice(1, -1)
    const own = (text: string): string => text.replaceAll(latex, 'f').replaceAll(head, 'f')
    for (const id of ['why-this-form', 'other-forms']) {
      expect(own(printed(sectionOf(named, id)))).toBe(printed(sectionOf(typed, id)))
    }
    const formOf = (article: Pick<Article, 'sections'>): string | undefined => {
      const block = sectionOf(article, 'in-terms-of-f')?.blocks.find(({ kind }) => kind === 'formula')
      return block?.kind === 'formula' ? print(block.right) : undefined
    }
    expect(formOf(named)).toBe(formOf(typed))
  })
})

test('a brief article does not search', () => {
  const ids = explain('1/(1+e^-x)', { brief: true }).sections.map(({ id }) => id)
  expect(ids).toEqual(['definition', 'derivative', 'result', 'trust'])
})

test('a search that is stopped takes its own section along and no other', () => {
  let searches = 0
  const bounded = <T>(work: () => T): T | undefined => {
    searches += 1
    return searches === 2 ? undefined : work()
  }
  const all = explain('x*e^-x', AMPLE).sections.map(({ id }) => id)
  const ids = explain('x*e^-x', { ...AMPLE, bounded }).sections.map(({ id }) => id)
  expect(all).toContain('in-terms-of-f')
  expect(ids).toEqual(all.filter((id) => id !== 'in-terms-of-f'))
})

test('what was not looked for in time is named', () => {
  const hurried = explain('1/(1+e^-x)', { budget: { milliseconds: 60 } })
  expect(hurried.unfinished).toContain('other-forms')
  expect(hurried.sections.map(({ id }) => id)).not.toContain('other-forms')
  expect(explain('x*e^-x', AMPLE)).not.toHaveProperty('unfinished')
})

test('higher derivatives have no sections about the first', () => {
  const ids = explain('1/(1+e^-x)', { ...AMPLE, order: 2 }).sections.map(({ id }) => id)
  expect(ids).not.toContain('in-terms-of-f')
  expect(ids).not.toContain('why-this-form')
  expect(ids).not.toContain('properties')
})
