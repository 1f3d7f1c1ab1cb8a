/** The article in a table: what is proved of the function, in terms rather than sentences; a row for nothing else. */
import { type Analysis, propertiesNamed } from '../../analyse/index.ts'
import type { PropertyName, Values } from '../../analyse/properties/index.ts'
import type { Condition } from '../../expression/condition.ts'
import { add, type Expr, mentions, type SymbolNode, same, symbol } from '../../expression/expr.ts'
import { absent, type Built, type DraftBlock, type Said } from '../draft.ts'
import { recognised } from '../forms/known-as.ts'
import { simplerResult } from '../forms/simplified.ts'
import { calledOf, integralOf, primed } from '../name.ts'
import { ownForm } from '../own-form.ts'
import { Found, only, steepestOf } from '../pictures/facts.ts'
import { ROWS, type SaysOf, titleOf, valuesBetween } from '../properties/rows.ts'
import { supposed } from '../properties/table.ts'
import { related, Terms } from '../properties/terms.ts'
import { analysisOf, furtherOf, isNowhere, replayFor } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { lostPoints, saves, throughItself } from '../through-itself.ts'
import { usesOf } from '../uses/index.ts'
import { OWN_CARDS } from '../uses/own.ts'
import { inRow, inTurn, under } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'

type Row = (readonly Said[])[]

/** Larger terms stand in their own section. */
const LARGEST = 45
const MOST_USES = 6

export function summarySection(subject: Subject): Built {
  const own = analysisOf(subject)
  const terms = new Terms(own ?? { variable: subject.variable, numbers: [] }, calledOf(subject))
  const rows = [
    ...named(subject, terms),
    ...(own ? ofFunction(own, terms, subject) : []),
    ...(isNowhere(own) ? [] : ofDerivative(subject, own)),
    ...(own ? ofShape(own, terms, subject) : []),
    ...further(subject),
    ...uses(subject),
  ]
  if (!own) return absent(say('summary.absent'))
  const table: DraftBlock = {
    kind: 'table',
    header: [[say('summary.what')], [say('summary.is')]],
    rows,
  }
  return {
    id: 'summary',
    title: [say('summary.title')],
    known: own.numbers.length > 0 ? 'enclosed' : 'proved',
    blocks: [...supposed(own), table],
  }
}

const row = (title: Message, said: Said | undefined): Row[] => (said === undefined ? [] : [[[title], [said]]])

const isShort = (u: Expr): boolean => u.size <= LARGEST

function named(subject: Subject, { fx }: Terms): Row[] {
  const form = ownForm(subject)
  const known = recognised(subject).ofFunction
  const synonyms = subject.named?.synonyms ?? []
  return [
    ...(isShort(form) ? row(say('summary.function'), related(fx, '=', form)) : []),
    ...(known ? row(say('summary.known'), known.call) : []),
    ...(synonyms.length === 0 ? [] : row(say('summary.also'), inRow(synonyms))),
  ]
}

/** The row of a property, if there is one of that name for all that is supposed. */
function property<Name extends PropertyName>(
  name: Name,
  { own, terms, subject }: { readonly own: Analysis; readonly terms: Terms; readonly subject: Subject },
  says: SaysOf<Values[Name]> = ROWS[name] as SaysOf<Values[Name]>,
): Row[] {
  const value = only(own, name, replayFor(subject))
  return value === undefined ? [] : row(titleOf(name), says(value, terms))
}

function ofFunction(own: Analysis, terms: Terms, subject: Subject): Row[] {
  const about = { own, terms, subject }
  return [
    ...property('domain', about),
    ...property('range', about, ([piece, ...others]) =>
      piece && others.length === 0 ? valuesBetween(piece.low, piece.high, terms.fx, terms) : undefined,
    ),
  ]
}

/** The derivative, written out and, where that saves work and loses no point, through the function. */
function ofDerivative(subject: Subject, own: Analysis | undefined): Row[] {
  const { derivation, order } = subject
  const found = order === 1 ? throughItself(subject) : undefined
  const assuming = [...subject.assuming, ...(own?.supposing ?? [])]
  const isWorth =
    found &&
    mentions(found.form, found.letter) &&
    saves(found, subject) &&
    lostPoints(found, { ...subject, assuming }).length === 0
  const simpler = simplerResult(subject)
  const through = found && { plain: `${found.letter}'`, latex: `${found.letter}'` }
  return [
    ...(isShort(derivation.to)
      ? row(
          say('summary.derivative'),
          under(related(primed(subject), '=', derivation.to), derivation.conditions),
        )
      : []),
    ...(simpler && isShort(simpler.to)
      ? row(
          say('summary.simplified'),
          under(related(primed(subject), '=', simpler.to), derivation.conditions),
        )
      : []),
    ...(isWorth && through
      ? row(say('summary.through', { f: symbol(found.letter) }), related(through, '=', found.form))
      : []),
  ]
}

function ofShape(own: Analysis, terms: Terms, subject: Subject): Row[] {
  const about = { own, terms, subject }
  const isPlain = (value: Values['symmetry']): boolean =>
    value.parity === 'neither' && value.centres.length === 0 && value.axes.length === 0
  return [
    ...property('symmetry', about, (value) => (isPlain(value) ? undefined : ROWS.symmetry(value, terms))),
    ...property('periodicity', about, (value) => value.period && terms.exactly(value.period)),
    ...steepest(own, terms, subject),
    ...property('monotone', about),
    ...property('convexity', about),
    ...property('extrema', about),
    ...property('limits', about, (value) => {
      const ends = value.filter(({ to, is }) => typeof to === 'string' && is !== undefined)
      const said = ends.map(({ to, is }) =>
        say('summary.limit', {
          value: related(terms.fx, '->', terms.number(is as Expr)),
          place: related(terms.x, '->', terms.number(to)),
        }),
      )
      return said.length === 0 ? undefined : inTurn(said)
    }),
  ]
}

function steepest(own: Analysis, terms: Terms, subject: Subject): Row[] {
  const found = steepestOf(new Found(own, replayFor(subject)))
  if (!found) return []
  const place = related(terms.x, '=', terms.number(found.at))
  return row(say('summary.steepest'), say('summary.steepest-at', { slope: terms.number(found.value), place }))
}

/** An antiderivative and the inverse. */
function further(subject: Subject): Row[] {
  const analysis = subject.order === 1 ? furtherOf(subject) : undefined
  if (!analysis) return []
  const { x, fx } = new Terms(analysis, calledOf(subject))
  const replay = replayFor(subject)
  // what is supposed of the letters stands above the table
  const beyond = (conditions: readonly Condition[]): readonly Condition[] =>
    conditions.filter((condition) => !analysis.assuming.some((known) => same(known, condition)))
  const [integral] = propertiesNamed(analysis, 'antiderivative').filter((one) => replay.accepts(one))
  const [inverse] = propertiesNamed(analysis, 'inverse').filter((one) => replay.accepts(one))
  const sign = integralOf(fx, x)
  const inverted = inverse && {
    equation: related(x, '=', inverse.value.form),
    where: related(symbol(inverse.value.letter), '=', fx),
  }
  return [
    ...(integral && isShort(integral.value.form)
      ? row(
          titleOf('antiderivative'),
          under(
            related(sign, '=', add(integral.value.form, constantFor(integral.value.form))),
            beyond(integral.conditions),
          ),
        )
      : []),
    ...(inverse && inverted && isShort(inverse.value.form)
      ? row(titleOf('inverse'), under(say('summary.inverse', inverted), beyond(inverse.conditions)))
      : []),
  ]
}

/** C, the constant of integration, or a letter that the form does not have. */
const constantFor = (form: Expr): SymbolNode => symbol(mentions(form, 'C') ? 'C_0' : 'C')

function uses(subject: Subject): Row[] {
  // a table of readings is no use by itself
  const cards = usesOf(subject)
    .uses.map(({ card }) => card)
    .filter((card) => !OWN_CARDS.includes(card))
  const titles = cards.map(({ title }) => title)
  return titles.length === 0 ? [] : row(say('summary.uses'), inTurn(titles.slice(0, MOST_USES)))
}
