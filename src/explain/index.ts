/** The article: a list of independent section builders over one subject. */
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import { type Formula, millisecondsOf } from '../syntax/formula.ts'
import { nearestName } from '../syntax/suggest.ts'
import type { Article } from './article.ts'
import { absent, type Built, type Said } from './draft.ts'
import { antiderivativeAndInverseSection } from './sections/antiderivative-and-inverse.ts'
import { checkSection } from './sections/check.ts'
import { claimsSection } from './sections/claims.ts'
import { comparedSection } from './sections/compared.ts'
import { computingSection } from './sections/computing.ts'
import { definitionSection } from './sections/definition.ts'
import { derivativeSection } from './sections/derivative.ts'
import { examplesSection } from './sections/examples.ts'
import { graphSection } from './sections/graph.ts'
import { higherDerivativesSection } from './sections/higher-derivatives.ts'
import { inTermsOfSection } from './sections/in-terms-of.ts'
import { otherFormsSection } from './sections/other-forms.ts'
import { otherRoadsSection } from './sections/other-roads.ts'
import { propertiesSection } from './sections/properties.ts'
import { readingSection } from './sections/reading.ts'
import { resultSection } from './sections/result.ts'
import { saturationSection } from './sections/saturation.ts'
import { sourcesSection } from './sections/sources.ts'
import { summarySection } from './sections/summary.ts'
import { trustSection } from './sections/trust.ts'
import { usesSection } from './sections/uses.ts'
import { vanishingGradientSection } from './sections/vanishing-gradient.ts'
import { whyThisFormSection } from './sections/why-this-form.ts'
import { type ExplainOptions, type Subject, subjectOf } from './subject.ts'
import { curveSaid } from './wording/curves.ts'
import { type Message, say } from './wording/message.ts'
import { worded } from './wording/worded.ts'

export type { Article, Block, Group, Inline, LineOfWork, Omission, Picture, Section } from './article.ts'
export type { Detail } from './lines.ts'
export { type Format, type RenderOptions, render } from './render/index.ts'
export type { ExplainOptions } from './subject.ts'
export { catalogue } from './wording/catalogue.ts'
export type { Wording } from './wording/worded.ts'

/** Formulas with more nodes are not searched for other ways to write them. */
const LARGEST_SEARCHED = 100

type Builder = (subject: Subject) => Built | undefined

/** A section of the article. */
interface Chapter {
  readonly id: string
  readonly build: Builder
  /** One that may take its time is built in this turn, after all that need no search. */
  readonly turn?: number
  /** Made of what others found, so it costs little time and may use what is left when the searches are over. */
  readonly afterwards?: true
}

/** The sections in the order in which they are read. */
const CHAPTERS: readonly Chapter[] = [
  // built after all whose findings it shows
  { id: 'summary', build: summarySection, turn: 8.5, afterwards: true },
  { id: 'definition', build: definitionSection },
  { id: 'reading', build: readingSection },
  { id: 'why-this-form', build: whyThisFormSection, turn: 2.2 },
  { id: 'graph', build: graphSection, turn: 2.4 },
  { id: 'derivative', build: derivativeSection },
  { id: 'result', build: resultSection },
  { id: 'other-roads', build: otherRoadsSection, turn: 3.6 },
  { id: 'in-terms-of-f', build: inTermsOfSection, turn: 2 },
  { id: 'higher-derivatives', build: higherDerivativesSection, turn: 7 },
  { id: 'other-forms', build: otherFormsSection, turn: 6 },
  { id: 'check', build: checkSection, turn: 3.7 },
  { id: 'properties', build: propertiesSection, turn: 1 },
  { id: 'claims', build: claimsSection, turn: 3.5 },
  { id: 'examples', build: examplesSection, turn: 5 },
  { id: 'antiderivative-and-inverse', build: antiderivativeAndInverseSection, turn: 8 },
  { id: 'saturation', build: saturationSection, turn: 4 },
  { id: 'vanishing-gradient', build: vanishingGradientSection, turn: 8.8, afterwards: true },
  { id: 'compared', build: comparedSection, turn: 9 },
  { id: 'computing', build: computingSection, turn: 10 },
  { id: 'uses', build: usesSection, turn: 5.5 },
  { id: 'sources', build: sourcesSection, turn: 5.5, afterwards: true },
  { id: 'trust', build: trustSection },
]

/** With less time left, a search that found nothing may not have looked. */
const ENOUGH_MILLISECONDS = 100

/**
 * The article on a formula, as data: what is proved of it in a table, definition, how it was read, why it has
 * this form, pictures, its derivative line by line and by other roads, where that holds, the derivative through
 * the function itself, the next ones, other forms, how the derivative stands against these, properties, claims
 * that are not true of it, worked values, antiderivative and inverse, saturation, uses and sources, and how all
 * this is known. Every line has been replayed by the checker. Sections with nothing to say are left out, as are, when `brief` or for
 * large formulas, those that have to search; `omitted` says why. What was perhaps not looked for, for lack of
 * time, is named in `unfinished`.
 *
 * @throws OgeeError for unreadable input, where no rule applies, `E421` for an unknown section; OutOfBudget.
 * @example
 * ```ts
 * explain('sigmoid', { budget: { milliseconds: 60_000 } }).sections.map(({ id }) => id) // → ['summary', 'definition', 'why-this-form', 'graph', 'derivative', 'result', 'other-roads', 'in-terms-of-f', 'higher-derivatives', 'other-forms', 'check', 'properties', 'claims', 'examples', 'antiderivative-and-inverse', 'saturation', 'vanishing-gradient', 'compared', 'computing', 'uses', 'sources', 'trust']
 * explain('x^2', { brief: true }).sections.map((section) => section.id) // → ['definition', 'derivative', 'result', 'trust']
 * ```
 */
export function explain(formula: Formula, options: ExplainOptions = {}): Article {
  const subject = subjectOf(formula, options)
  const { brief = false, bounded = (work) => work(), sections, wording = {} } = options
  checkSections(sections)
  const isBrief = brief || subject.formula.size > LARGEST_SEARCHED
  const built = new Map<string, Built>()
  const unfinished: string[] = []
  // What needs no search comes first, so that no search can take its time.
  for (const { id, build, turn, afterwards } of [...CHAPTERS].sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0))) {
    if (sections && !sections.includes(id)) built.set(id, absent(say('article.not-asked')))
    else if (turn === undefined) built.set(id, build(subject) ?? NOTHING)
    else if (isBrief) built.set(id, absent(say('article.brief')))
    else {
      const work = (): Built => build(subject) ?? NOTHING
      const found = bounded(work, afterwards)
      const isLate = millisecondsOf(subject.within(1)) < ENOUGH_MILLISECONDS
      if (!found || ('absent' in found && isLate)) unfinished.push(id)
      built.set(id, found ?? absent(say('article.no-time')))
    }
  }
  const all = CHAPTERS.map(({ id }) => ({ id, found: built.get(id) ?? NOTHING }))
  const draft: Article<Said> = {
    title: [titleOf(subject)],
    sections: all.flatMap(({ found }) => ('absent' in found ? [] : [found])),
    omitted: all.flatMap(({ id, found }) => ('absent' in found ? [{ id, reason: [found.absent] }] : [])),
    ...(unfinished.length === 0 ? {} : { unfinished }),
  }
  return worded(draft, wording)
}

const NOTHING = absent(say('article.absent'))

const titleOf = ({ named, formula }: Subject): Message =>
  named
    ? say('article.of-curve', { curve: curveSaid(named.name, 'title', named.title) })
    : say('article.of-formula', { formula })

/** Throws OgeeError `E421` for a section that no article has. */
export function checkSections(asked: readonly string[] = []): void {
  const ids = CHAPTERS.map(({ id }) => id)
  const wrong = asked.find((id) => !ids.includes(id))
  if (wrong === undefined) return
  const near = ids.find((id) => wrong.length > 2 && id.startsWith(wrong)) ?? nearestName(wrong, ids)
  const hint = near === undefined ? `there are ${ids.join(', ')}` : `did you mean ${near}?`
  throw new OgeeError('E421', `there is no section ${quoted(wrong)}`, undefined, hint)
}
