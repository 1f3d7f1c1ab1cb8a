/**
 * Worked values of the function and its derivative: what is put in, the exact value, and its decimals.
 * With parameters: at 0 and where the function turns or bends the other way, exact values alone.
 */
import { type Analysis, propertiesNamed } from '../../analyse/index.ts'
import { whereDefined } from '../../derive/conditions.ts'
import { evaluate } from '../../derive/evaluate.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { simplify } from '../../derive/simplify.ts'
import { verify } from '../../derive/verify.ts'
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import {
  derivative,
  type Expr,
  freeSymbols,
  integer,
  mentions,
  negate,
  same,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { rational } from '../../expression/rational.ts'
import { isTotal } from '../../rules/forms.ts'
import type { Context } from '../../syntax/formula.ts'
import type { DraftBlock, DraftSection, Said } from '../draft.ts'
import { calledOf, derivativeCalled } from '../name.ts'
import { Terms } from '../properties/terms.ts'
import { listed } from '../render/words.ts'
import { analysisOf, ownForm } from '../studied.ts'
import type { Subject } from '../subject.ts'

const half = numberTerm(rational(1n, 2n))
/** Tried in this order, until enough of them lie in the domain. */
const PLACES: readonly Expr[] = [
  integer(0),
  integer(2),
  negate(integer(2)),
  integer(1),
  negate(integer(1)),
  half,
  numberTerm(rational(1n, 4n)),
  numberTerm(rational(3n, 4n)),
  integer(3),
]
const WANTED = 3
const DIGITS = 10
/** Exact values with more nodes are left as they are put in. */
const LARGEST = 30

type Row = (readonly Said[])[]

const paragraph = (...text: Said[]): DraftBlock => ({ kind: 'paragraph', text })

export function examplesSection(subject: Subject): DraftSection | undefined {
  const { formula, variable, order } = subject
  if (order !== 1) return undefined
  const hasLetters = freeSymbols(formula).some((name) => name !== variable)
  const blocks = hasLetters ? withLetters(subject) : inNumbers(subject)
  if (blocks.length === 0) return undefined
  return { id: 'examples', title: ['Worked values'], known: hasLetters ? 'proved' : 'enclosed', blocks }
}

/** Values at numbers, with decimals. */
function inNumbers(subject: Subject): DraftBlock[] {
  const { formula, variable, derivation } = subject
  const slope = derivative(formula, symbol(variable))
  const forms = [
    { form: ownForm(subject), meant: formula },
    // where it holds under conditions only, the formula may be defined at points without a derivative
    { form: derivation.to, meant: derivation.conditions.length === 0 ? derivation.to : slope },
  ]
  const found: Row[][] = []
  for (const at of PLACES) {
    if (found.length === WANTED) break
    if (evaluate(formula, { [variable]: at }, { digits: 1 }).verdict !== 'value') continue
    const rows = forms.flatMap(({ form, meant }, i) => {
      const value = evaluate(meant, { [variable]: at }, { digits: DIGITS })
      if (value.verdict !== 'value') return []
      return [[...exactly(i, form, at, subject.within(0.1), subject), [value.value]]]
    })
    found.push(rows)
  }
  if (found.length === 0) return []
  return [
    { kind: 'table', header: [['value'], ['exact'], [`${DIGITS} digits`]], rows: found.flat() },
    paragraph('Every digit shown is right; the exact values were derived and replayed.'),
  ]
}

/** f(at), or f′(at), and what is put in with its simplest form. */
function exactly(order: number, form: Expr, at: Expr, context: Context, subject: Subject): Row {
  const { variable } = subject
  const put = substitute(form, new Map([[variable, at]]))
  const exact = simplest(put, context)
  const called = order === 0 ? calledOf(subject) : derivativeCalled(subject)
  const name = new Terms({ variable, numbers: [] }, called).at(at)
  return [[name], same(put, exact) ? [put] : [put, ' = ', exact]]
}

/** Values at 0 and at the places that tell of the shape, with the letters of the formula. */
function withLetters(subject: Subject): DraftBlock[] {
  const analysis = analysisOf(subject)
  if (!analysis) return []
  const { derivation, variable } = subject
  const assuming = [...analysis.assuming, ...analysis.supposing].filter((c) => !mentions(c, variable))
  const forms = [ownForm(subject), ...(derivation.conditions.length === 0 ? [derivation.to] : [])]
  const canon = new Canon(isTotal)
  const rows = placesIn(analysis).flatMap((at) =>
    forms.flatMap((form, i): Row[] => {
      const put = substitute(form, new Map([[variable, at]]))
      if (whereDefined(put, assuming, canon).length > 0) return []
      return [exactly(i, form, at, { ...subject.within(0.1), assuming }, subject)]
    }),
  )
  if (rows.length === 0) return []
  return [
    ...(assuming.length === 0 ? [] : [paragraph('For ', ...listed(assuming as Condition[]), ':')]),
    { kind: 'table', header: [['value'], ['exact']], rows },
    paragraph('The exact values were derived and replayed.'),
  ]
}

/** 0, inflections and extrema, as far as they have a closed form. */
function placesIn(analysis: Analysis): Expr[] {
  const inflections = propertiesNamed(analysis, 'inflections').flatMap(({ value }) => value)
  const extrema = propertiesNamed(analysis, 'extrema').flatMap(({ value }) => value)
  const places = [
    integer(0),
    ...inflections.map(({ at }) => at),
    ...extrema.flatMap(({ on }) => (typeof on.lower === 'string' ? [] : [on.lower])),
  ]
  const isClosed = (at: Expr): boolean => analysis.numbers.every(({ letter }) => !mentions(at, letter))
  return places
    .filter((at, i) => isClosed(at) && places.findIndex((other) => same(other, at)) === i)
    .slice(0, WANTED)
}

/** The number in its simplest form, if that is worth showing. */
function simplest(u: Expr, context: Context): Expr {
  try {
    const derivation = simplify(u, context)
    const holds = verify(derivation).ok && derivation.conditions.length === 0
    return holds && derivation.to.size <= LARGEST ? derivation.to : u
  } catch (error) {
    if (error instanceof OutOfBudget) return u
    throw error
  }
}
