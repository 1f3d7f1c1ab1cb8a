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
import {
  call,
  derivative,
  type Expr,
  freeSymbols,
  integer,
  isCall,
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
import { absent, type Built, type DraftBlock, paragraph, type Said } from '../draft.ts'
import { calledOf, derivativeCalled } from '../name.ts'
import { ownForm } from '../own-form.ts'
import { related, Terms } from '../properties/terms.ts'
import { analysisOf } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { conditionsSaid } from '../wording/lists.ts'
import { say } from '../wording/message.ts'

const ZERO = integer(0)
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

const HEADER: Row = [[say('examples.value')], [say('examples.exact')]]

export function examplesSection(subject: Subject): Built {
  const { formula, variable, order } = subject
  if (order !== 1) return absent(say('examples.of-higher'))
  const hasLetters = freeSymbols(formula).some((name) => name !== variable)
  const blocks = hasLetters ? withLetters(subject) : inNumbers(subject)
  if (blocks.length === 0) return absent(say('examples.absent'))
  const known = hasLetters ? 'proved' : 'enclosed'
  return { id: 'examples', title: [say('examples.title')], known, blocks }
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
    {
      kind: 'table',
      header: [...HEADER, [say('examples.digits', { digits: String(DIGITS) })]],
      rows: found.flat(),
    },
    paragraph(say('examples.every-digit')),
  ]
}

/** f(at), or f′(at), and what is put in with its simplest form. */
function exactly(order: number, form: Expr, at: Expr, context: Context, subject: Subject): Row {
  const { variable } = subject
  const put = withoutDoubleSigns(substitute(form, new Map([[variable, at]])))
  const exact = simplest(put, context)
  const called = order === 0 ? calledOf(subject) : derivativeCalled(subject)
  const name = new Terms({ variable, numbers: [] }, called).at(at)
  return [[name], same(put, exact) ? [put] : [related(put, '=', exact)]]
}

/** With −(−u) written u, and −0 written 0, which is calculation: e^(-(-2)) is e^2. */
function withoutDoubleSigns(u: Expr): Expr {
  const written = signsTaken(u)
  return new Canon(isTotal).same(written, u) ? written : u
}

function signsTaken(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const inner = isCall(u, 'negate') ? (u.args[0] as Expr) : undefined
  if (inner && isCall(inner, 'negate')) return signsTaken(inner.args[0] as Expr)
  if (inner === ZERO) return ZERO
  return call(u.head, u.args.map(signsTaken))
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
    ...(assuming.length === 0
      ? []
      : [paragraph(say('examples.given', { conditions: conditionsSaid(assuming) }))]),
    { kind: 'table', header: HEADER, rows },
    paragraph(say('examples.replayed')),
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
