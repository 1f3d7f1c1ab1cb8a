/** Uses: which cards apply follows from the shape alone; what they show is the textbook's, and true. */
import { describe, expect, test } from 'vitest'
import type { Block, Group, Inline } from '../../src/explain/article.ts'
import { sourcesSection } from '../../src/explain/sections/sources.ts'
import { usesSection } from '../../src/explain/sections/uses.ts'
import { type Subject, subjectOf } from '../../src/explain/subject.ts'
import { CARDS, shapeIn, usesFor } from '../../src/explain/uses/index.ts'
import type { Shape } from '../../src/explain/uses/shape.ts'
import { worded } from '../../src/explain/wording/worded.ts'
import { compare, type Expr, evaluate, parse, print } from '../../src/index.ts'

const AMPLE = { budget: { milliseconds: 60_000 } }
const subjects = new Map<string, Subject>()

function subject(formula: string): Subject {
  const known = subjects.get(formula) ?? subjectOf(formula, { ...AMPLE, variable: 'x' })
  subjects.set(formula, known)
  return known
}

const cards = new Map<string, readonly Group[]>()

/** The cards of the section, in words. */
function cardsOf(formula: string): readonly Group[] {
  const known = cards.get(formula) ?? worked(formula)
  cards.set(formula, known)
  return known
}

function worked(formula: string): readonly Group[] {
  const built = usesSection(subject(formula))
  if ('absent' in built) return []
  return worded(built.blocks).flatMap((block) => (block.kind === 'group' ? [block] : []))
}

const namesOf = (formula: string): string[] => cardsOf(formula).map(({ id }) => id)

function card(formula: string, id: string): Group {
  const found = cardsOf(formula).find((one) => one.id === id)
  expect(found, `${id} of ${formula}`).toBeDefined()
  return found as Group
}

const ofKind = <Kind extends Block['kind']>(
  { blocks }: Group,
  kind: Kind,
): Extract<Block, { kind: Kind }>[] =>
  blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === (kind as string))

const isTerm = (part: Inline): part is Expr => typeof part === 'object' && 'hash' in part

/** The right-hand sides of the equations with this left-hand side. */
const rightOf = (group: Group, left: string): Expr[] =>
  ofKind(group, 'formula').flatMap((block) =>
    block.left && 'hash' in block.left && print(block.left) === left ? [block.right] : [],
  )

const isEqual = (a: Expr | string, b: string, assuming: string[] = []): boolean => {
  const verdict = compare(a, b, { variable: 'x', assuming, ...AMPLE })
  return verdict.verdict === 'equal' && verdict.where.length === 0
}

/** Does one of the equations with this left-hand side say so? */
const says = (formula: string, id: string, left: string, right: string, assuming: string[] = []): boolean =>
  rightOf(card(formula, id), left).some((shown) => isEqual(shown, right, assuming))

/** The value of a letter in the example. */
function example(group: Group, letter: string): string {
  const [table] = ofKind(group, 'table')
  const row = table?.rows.find(([name]) => name?.[0] && isTerm(name[0]) && print(name[0]) === letter)
  return String(row?.[2]?.[0]).split(' ')[0] as string
}

const S = 'sigmoid'
const S_CURVES = ['growth', 'dose-response', 'firing-rate', 'neuron-learning', 'economy', 'phase-transition']
const NETWORK = ['activation', 'backpropagation', 'gradient-descent']
const ALL = ['probability', ...NETWORK, ...S_CURVES, 'controller', 'density']

describe('the sigmoid: the formulas of the textbooks', () => {
  test('every use of the founding articles is there', () => {
    expect(namesOf(S)).toEqual(ALL)
  })

  test.each([
    ['probability', 'p(x)', '1/(1+e^(-(beta_0+beta_1*x)))'],
    ['probability', 'd/dx(p(x))', 'beta_1*p*(1-p)'],
    ['activation', 'W_2*(W_1*x + b_1) + b_2', 'W_2*W_1*x + (W_2*b_1 + b_2)'],
    ['backpropagation', 'delta', '(y-t)*y*(1-y)'],
    ['backpropagation', 'delta', '(y-t)*e^-z/(1+e^-z)^2'],
    ['backpropagation', 'd/dw(E)', 'delta*x'],
    ['gradient-descent', 'Delta_w', '-eta*delta*x'],
    ['growth', 'P(t)', 'K/(1+e^(-r*(t-m)))'],
    ['growth', 'd/dt(P(t))', 'r*P*(1-P/K)'],
    ['firing-rate', 'R(I)', 'R_max/(1+e^(-(I-theta)/s))'],
    ['firing-rate', 'd/dI(R(I))', 'R/s*(1-R/R_max)'],
    ['neuron-learning', 'd/dx(p)', 'w*p*(1-p)'],
    ['neuron-learning', 'd/dw(p)', 'x*p*(1-p)'],
    ['economy', 'd/dt(A(t))/A(t)', 'r*(1-A/M)'],
    ['phase-transition', 'phi(T)', '1/(1+e^(-(T-T_m)/w))'],
    ['controller', 'u(epsilon)', 'u_max*tanh(k*epsilon/2)'],
    ['controller', 'd/depsilon(u(epsilon))', 'k*u_max/2*(1-(u/u_max)^2)'],
    ['density', 'd/dx(F(x))', '1/(4*s*cosh((x-m)/(2*s))^2)'],
  ])('%s: %s = %s', (id, left, right) => {
    expect(says(S, id, left, right)).toBe(true)
  })

  test('the dose–response curve is the Hill function, with its sensitivities', () => {
    const positive = ['c > 0', 'EC_50 > 0']
    const hill = 'E_max*c^h/(EC_50^h + c^h)'
    const shown = rightOf(card(S, 'dose-response'), 'E(c)')
    expect(shown.length).toBe(2)
    for (const form of shown) expect(isEqual(form, hill, positive)).toBe(true)
    expect(
      says(S, 'dose-response', 'd/dc(E(c))', 'E_max*h*c^(h-1)*EC_50^h/(EC_50^h + c^h)^2', positive),
    ).toBe(true)
    expect(says(S, 'dose-response', 'c*d/dc(E(c))', 'h*E*(1-E/E_max)')).toBe(true)
  })

  test('places and greatest values stand in the sentences', () => {
    const has = (id: string, term: string): boolean =>
      ofKind(card(S, id), 'paragraph')
        .flatMap(({ text }) => text)
        .flatMap((part) =>
          isTerm(part) ? [part] : typeof part === 'object' && 'related' in part ? part.related : [],
        )
        .some((part) => typeof part === 'object' && 'hash' in part && isEqual(part, term))
    expect(has('growth', 'K/2') && has('growth', 'r*K/4')).toBe(true)
    expect(has('firing-rate', 'R_max/(4*s)')).toBe(true)
    expect(has('phase-transition', '1/(4*w)') && has('phase-transition', '4*w')).toBe(true)
    expect(has('controller', 'u_max*k/2')).toBe(true)
    expect(has('economy', '2*log(9)/r')).toBe(true)
    expect(has('probability', 'beta_1/4') && has('probability', '-beta_0/beta_1')).toBe(true)
    expect(has('density', '1/(4*s)')).toBe(true)
  })

  test('the first cards are open, the others folded', () => {
    expect(cardsOf(S).map(({ folded }) => folded ?? false)).toEqual(ALL.map((_, i) => i >= 3))
  })
})

/** The value in the last column of the row with this name. */
function shownIn(formula: string, id: string, name: RegExp): string {
  const [, table] = ofKind(card(formula, id), 'table')
  const row = table?.rows.find(([first]) =>
    name.test((first ?? []).map((part) => (isTerm(part) ? print(part) : String(part))).join('')),
  )
  return String(row?.[2]?.[0]).split(' ')[0] as string
}

describe('numbers, worked anew from the textbook forms', () => {
  const s = (z: string): string => `(1/(1+e^(-(${z}))))`
  const ds = (z: string): string => `(${s(z)}*(1-${s(z)}))`
  test.each([
    ['probability', /^p\(3\)/, s('-4+1.5*3')],
    ['probability', /sensitivity/, `1.5*${ds('-4+1.5*3')}`],
    ['probability', /boundary/, '4/1.5'],
    ['backpropagation', /output/, s('1')],
    ['backpropagation', /signal/, `${s('1')}*${ds('1')}`],
    ['backpropagation', /share/, `${s('1')}*${ds('1')}*2`],
    ['gradient-descent', /^step of the weight$/, `-0.1*${s('1')}*${ds('1')}*2`],
    ['gradient-descent', /before/, `${s('1')}^2/2`],
    ['gradient-descent', /after/, `${s(`(0.5-0.1*${s('1')}*${ds('1')}*2)*2`)}^2/2`],
    ['gradient-descent', /there$/, `-0.1*${s('10')}*${ds('10')}*2`],
    ['growth', /^P\(6\)/, `665*${s('-1')}`],
    ['growth', /growth rate at/, `665*0.5*${ds('-1')}`],
    ['growth', /greatest/, '665*0.5/4'],
    ['dose-response', /^E\(20\)/, '100*20^1.5/(10^1.5+20^1.5)'],
    ['dose-response', /sensitivity/, `100*1.5/20*${ds('1.5*log(2)')}`],
    ['dose-response', /1 % more/, `1.5*${ds('1.5*log(2)')}`],
    ['firing-rate', /^R\(0.6\)/, `100*${s('1')}`],
    ['firing-rate', /gain at 0.6/, `1000*${ds('1')}`],
    ['firing-rate', /threshold/, '250'],
    ['neuron-learning', /from 1 up/, `${s('0.1')}-1/2`],
    ['neuron-learning', /slope at 1/, '0.025'],
    ['neuron-learning', /slope at 4/, `0.1*${ds('6')}`],
    ['economy', /^A\(6\)/, `40*${s('-1.2')}`],
    ['economy', /growth rate at 6/, `60*(1-${s('-1.2')})`],
    ['economy', /time from/, '2*log(9)/0.6'],
    ['phase-transition', /^phi/, s('1/1.2')],
    ['phase-transition', /sharpness/, '1/4.8'],
    ['phase-transition', /width/, '4.8'],
    ['controller', /^u\(0.05\)/, '24*tanh(0.25)'],
    ['controller', /deviation of 0 /, '120'],
    ['controller', /of 0.5 /, `480*${ds('5')}`],
    ['density', /density at/, `5*${ds('1.5')}`],
    ['density', /probability of/, 'tanh(1/2)'],
  ])('%s: %s', (id, name, form) => {
    const found = evaluate(form, {}, { digits: 4 })
    expect(found).toMatchObject({ verdict: 'value', value: shownIn(S, id, name) })
  })

  test('the examples are those of the table of letters', () => {
    expect(example(card(S, 'growth'), 'K')).toBe('665')
    expect(example(card(S, 'backpropagation'), 't')).toBe('0')
  })
})

describe('by the shape, not by the name', () => {
  test.each(['1/(1+e^-x)', 'e^x/(1+e^x)', '1/(1+2^-x)', '1/(1+e^x)', 'normcdf(x)'])(
    '%s: all that the sigmoid has',
    (formula) => {
      expect(namesOf(formula)).toEqual(ALL)
    },
  )

  test.each(['tanh(x)', 'x/sqrt(1+x^2)', 'atan(x)', 'x/(1+abs(x))'])(
    '%s: an S-curve, but no probability',
    (formula) => {
      expect(namesOf(formula)).toEqual([...NETWORK, ...S_CURVES, 'controller'])
    },
  )

  test('Gompertz: no controller, since it acts without a deviation', () => {
    const formula = 'e^(-e^-x)'
    expect(namesOf(formula)).toEqual(ALL.filter((id) => id !== 'controller'))
    expect(says(formula, 'growth', 'd/dt(P(t))', 'r*P*log(K/P)', ['K > 0', 'P > 0'])).toBe(true)
    // the dose that the curve is written with has not half of the effect, so it is not called EC50
    expect(
      rightOf(card(formula, 'dose-response'), 'E(c)')
        .map((u) => print(u))
        .join(),
    ).not.toContain('EC_50')
  })

  test('every S-curve is scaled to run from 0 to the limit', () => {
    for (const formula of ['tanh(x)', 'atan(x)', 'x/sqrt(1+x^2)', '1/(1+e^x)']) {
      const [form] = rightOf(card(formula, 'growth'), 'P(t)')
      const at = (t: string): number => {
        const found = evaluate(form as Expr, { K: 1, r: 1, m: 0, t: parse(t) }, { digits: 8 })
        return found.verdict === 'value' ? Number(found.value) : Number.NaN
      }
      expect(at('-100')).toBeCloseTo(0, 2)
      expect(at('0')).toBeCloseTo(0.5, 6)
      expect(at('100')).toBeCloseTo(1, 2)
    }
  })

  test.each(['log(1+e^x)', 'relu(x)', 'swish(x)'])('%s: keeps learning on one side', (formula) => {
    expect(namesOf(formula)).toEqual([...NETWORK, 'one-sided'])
  })

  test('relu: its derivative is not claimed at 0', () => {
    const text = card('relu(x)', 'one-sided')
    const conditions = ofKind(text, 'paragraph').flatMap((block) => block.text.filter(isTerm))
    expect(conditions.some((condition) => print(condition) === 'x != 0')).toBe(true)
  })

  test.each(['e^(-x^2)', '1/(1+x^2)'])('%s: a bell', (formula) => {
    expect(namesOf(formula).slice(0, 4)).toEqual([...NETWORK, 'bell'])
    const group = card(formula, 'bell')
    const [form] = rightOf(group, 'R(x)')
    expect(evaluate(form as Expr, { A: 60, m: 90, s: 20, x: 90 }, { digits: 6 })).toMatchObject({
      value: '60',
    })
  })

  test('the area under a bell, if an antiderivative is known', () => {
    expect(namesOf('e^(-x^2)')).toContain('bell-density')
    expect(says('e^(-x^2)', 'bell-density', 'p(x)', 'e^(-((x-m)/s)^2)/(s*sqrt(pi))', ['s > 0'])).toBe(true)
    expect(says('e^(-x^2)', 'bell-density', 'F(x)', '(1+erf((x-m)/s))/2')).toBe(true)
    expect(says('1/cosh(x)^2', 'bell-density', 'p(x)', '1/(2*s*cosh((x-m)/s)^2)')).toBe(true)
    const found = evaluate('erf(1)', {}, { digits: 4 })
    expect(found).toMatchObject({ value: shownIn('e^(-x^2)', 'bell-density', /probability of/) })
  })

  test('a slope in proportion to the value: growth, or decay', () => {
    for (const formula of ['e^x', '2^x', '3*e^(-x/2)', 'e^(2*x + 1)'])
      expect(namesOf(formula)).toEqual(['exponential'])
    expect(says('e^x', 'exponential', 'd/dt(N(t))', 'k*N')).toBe(true)
    expect(says('3*e^(-x/2)', 'exponential', 'N(t)', 'N_0*e^(-k*t/2)')).toBe(true)
    const time = (form: string): unknown => evaluate(form, {}, { digits: 4 })
    expect(time('log(2)/0.4')).toMatchObject({ value: shownIn('e^x', 'exponential', /double/) })
    expect(time('1/0.4')).toMatchObject({ value: shownIn('2^x', 'exponential', /double/) })
    expect(time('2*log(2)/0.4')).toMatchObject({ value: shownIn('3*e^(-x/2)', 'exponential', /half-life/) })
  })

  test('without time the cards that were missed are told', () => {
    const shape = shapeIn(subject(S)) as Shape
    const { uses, missed } = usesFor({ ...shape }, () => 0)
    expect([...uses.map(({ card: { id } }) => id), ...missed.map(({ id }) => id)].sort()).toEqual(
      [...ALL].sort(),
    )
  })

  test.each(['x^2', '1/x', 'x^3', 'e^x + x', '2*x+1', '3', 'log(x)', '1/x^2'])(
    '%s: none of them',
    (formula) => {
      const built = usesSection(subject(formula))
      expect('absent' in built && built.absent.message).toBe('uses.absent')
    },
  )
})

/** What each card stands on: one fact changed, and it is gone. */
describe('a shape that is not proved shows nothing', () => {
  const shape = shapeIn(subject('1/(1+e^-x)')) as Shape
  const names = (changed: Partial<Shape>): string[] =>
    usesFor({ ...shape, span: undefined, ...changed }).uses.map(({ card: { id } }) => id)

  test.each<[string, Partial<Shape>]>([
    ['not continuous', { isContinuous: false }],
    ['neither rising nor falling', { direction: undefined, isSlopeBounded: false }],
    ['no limit', { ends: { left: parse('0'), right: undefined }, isSlopeBounded: false }],
    ['unbounded', { ends: { left: parse('0'), right: 'infinity' }, isSlopeBounded: false }],
  ])('%s: no card', (_, changed) => {
    expect(names(changed)).toEqual([])
  })

  test('other limits: no probability, no density', () => {
    expect(names({ ends: { left: parse('0'), right: parse('2') } })).not.toContain('probability')
  })

  test('a wrong slope: the formulas that rest on it are refused', () => {
    const wrong = names({ slope: parse('e^-x/(1+e^-x)^3') })
    expect(wrong).not.toContain('backpropagation')
    expect(wrong).not.toContain('gradient-descent')
  })

  test('a wrong form through the value is not shown', () => {
    const { uses } = usesFor({ ...shape, through: { form: parse('f*(f - 1)'), letter: 'f' } })
    const growth = uses.find(({ card: { id } }) => id === 'growth')
    const shown = worded(growth?.blocks ?? []).flatMap((block) =>
      block.kind === 'formula' ? [print(block.right)] : [],
    )
    expect(shown.some((text) => text.includes('P'))).toBe(false)
    expect(shown.length).toBe(2)
  })

  test('a wrong place of the steepest slope is not shown', () => {
    const bend = { at: parse('1'), value: parse('1/2'), slope: parse('1/4') }
    const [growth] = usesFor({ ...shape, bend }).uses.filter(({ card: { id } }) => id === 'growth')
    const keys = (growth?.blocks ?? []).flatMap((block) =>
      block.kind === 'paragraph'
        ? block.text.map((part) => (typeof part === 'object' && 'message' in part ? part.message : ''))
        : [],
    )
    expect(keys).not.toContain('uses.growth.fastest')
    expect(keys).toContain('uses.growth.half')
  })
})

describe('curves with letters of their own, and on a half-line', () => {
  const L = 'L/(1+exp(-k*(x-m)))'
  test.each([L, 'gompertz(x)', 'hill(x)', 'weibull(x)', 'fermidirac(x)', '1/(1+e^(-(b+c*x)))'])(
    '%s: one card, one table',
    (formula) => {
      expect(namesOf(formula)).toEqual(['own-curve'])
      expect(ofKind(card(formula, 'own-curve'), 'table')).toHaveLength(1)
    },
  )

  test('the logistic curve: its slope through its value, and where it is steepest', () => {
    expect(says(L, 'own-curve', 'd/dx(y(x))', 'k*y*(1-y/L)')).toBe(true)
    const terms = ofKind(card(L, 'own-curve'), 'table')
      .flatMap(({ rows }) => rows.flat(2))
      .filter(isTerm)
    expect(terms.some((term) => isEqual(term, 'k*L/4'))).toBe(true)
    expect(terms.some((term) => isEqual(term, '4/k'))).toBe(true)
  })

  test('a falling curve is no growth; the width of its transition is positive', () => {
    const rows = ofKind(card('fermidirac(x)', 'own-curve'), 'table').flatMap((table) => table.rows)
    expect(rows.map(([field]) => field?.[0])).not.toContain('Growth with a limit')
    expect(rows.flat(2).some((term) => isTerm(term) && isEqual(term, '4*t'))).toBe(true)
  })

  test('a probability only between 0 and 1', () => {
    const fields = (formula: string): unknown[] =>
      ofKind(card(formula, 'own-curve'), 'table').flatMap((table) => table.rows.map(([field]) => field?.[0]))
    expect(fields('1/(1+e^(-(b+c*x)))')).toContain('Probability: regression and classification')
    expect(fields(L)).not.toContain('Probability: regression and classification')
  })

  test('sources are those of the fields', () => {
    const built = sourcesSection(subject('weibull(x)'))
    const rows =
      'absent' in built ? [] : built.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    expect(rows.length).toBe(5)
  })
})

describe('sources', () => {
  test('of the formula and of every card shown', () => {
    const built = sourcesSection(subject(S))
    const rows =
      'absent' in built ? [] : built.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    expect(rows.length).toBe(1 + ALL.length)
    for (const { source } of CARDS.filter((one) => one.source !== '')) expect(source).toMatch(/\(\d{4}\)$/)
  })

  test('none where there is neither a name nor a use', () => {
    const built = sourcesSection(subject('x^2'))
    expect('absent' in built && built.absent.message).toBe('sources.absent')
  })
})
