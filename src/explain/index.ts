/** The article: a list of independent section builders over one subject. */
import { type Formula, millisecondsOf } from '../syntax/formula.ts'
import type { Article, Section } from './article.ts'
import { antiderivativeAndInverseSection } from './sections/antiderivative-and-inverse.ts'
import { comparedSection } from './sections/compared.ts'
import { definitionSection } from './sections/definition.ts'
import { derivativeSection } from './sections/derivative.ts'
import { examplesSection } from './sections/examples.ts'
import { higherDerivativesSection } from './sections/higher-derivatives.ts'
import { inTermsOfSection } from './sections/in-terms-of.ts'
import { otherFormsSection } from './sections/other-forms.ts'
import { propertiesSection } from './sections/properties.ts'
import { readingSection } from './sections/reading.ts'
import { resultSection } from './sections/result.ts'
import { saturationSection } from './sections/saturation.ts'
import { trustSection } from './sections/trust.ts'
import { whyThisFormSection } from './sections/why-this-form.ts'
import { type ExplainOptions, type Subject, subjectOf } from './subject.ts'

export type { Article, Block, Inline, LineOfWork, Section } from './article.ts'
export type { Detail } from './lines.ts'
export { type Format, type RenderOptions, render } from './render/index.ts'
export type { ExplainOptions } from './subject.ts'

/** Formulas with more nodes are not searched for other ways to write them. */
const LARGEST_SEARCHED = 100

type Builder = (subject: Subject) => Section | undefined

/** The builders that may take their time, in the order in which they get it, and what they look for. */
const SEARCHING: ReadonlyMap<Builder, string> = new Map([
  [whyThisFormSection, 'why this form'],
  [inTermsOfSection, 'in terms of f'],
  [propertiesSection, 'properties'],
  [saturationSection, 'saturation'],
  [examplesSection, 'worked values'],
  [otherFormsSection, 'other forms'],
  [higherDerivativesSection, 'higher derivatives'],
  [antiderivativeAndInverseSection, 'antiderivative and inverse'],
  [comparedSection, 'beside other functions'],
])

/** With less time left, a search that found nothing may not have looked. */
const ENOUGH_MILLISECONDS = 100

/** The sections in order; a builder with nothing to say returns nothing. */
const SECTIONS: readonly Builder[] = [
  definitionSection,
  readingSection,
  whyThisFormSection,
  derivativeSection,
  resultSection,
  inTermsOfSection,
  higherDerivativesSection,
  otherFormsSection,
  propertiesSection,
  antiderivativeAndInverseSection,
  saturationSection,
  comparedSection,
  examplesSection,
  trustSection,
]

/**
 * The article on a formula, as data: definition, how it was read, why it has this form, its derivative
 * line by line, where that holds, the derivative through the function itself, the next ones, other forms,
 * properties, antiderivative and inverse, saturation, worked values, and how all this is known. Every line
 * has been replayed by the checker. Sections with nothing to say are left out, as are, when `brief` or for
 * large formulas, those that have to search; what was perhaps not looked for, for lack of time, is named in
 * `unfinished`.
 *
 * @throws OgeeError for unreadable input or where no rule applies; OutOfBudget.
 * @example
 * ```ts
 * explain('sigmoid', { budget: { milliseconds: 60_000 } }).sections.map(({ id }) => id) // → ['definition', 'why-this-form', 'derivative', 'result', 'in-terms-of-f', 'higher-derivatives', 'other-forms', 'properties', 'antiderivative-and-inverse', 'saturation', 'compared', 'examples', 'trust']
 * explain('x^2', { brief: true }).sections.map((section) => section.id) // → ['definition', 'derivative', 'result', 'trust']
 * ```
 */
export function explain(formula: Formula, options: ExplainOptions = {}): Article {
  const subject = subjectOf(formula, options)
  const { named } = subject
  const { brief = false, bounded = (work) => work() } = options
  const isBrief = brief || subject.formula.size > LARGEST_SEARCHED
  // What needs no search comes first, so that no search can take its time.
  const plain = SECTIONS.filter((build) => !SEARCHING.has(build))
  const found = new Map(plain.map((build) => [build, build(subject)]))
  const unfinished: string[] = []
  for (const [build, sought] of isBrief ? [] : SEARCHING) {
    const section = bounded(() => build(subject))
    found.set(build, section)
    if (!section && millisecondsOf(subject.within(1)) < ENOUGH_MILLISECONDS) unfinished.push(sought)
  }
  return {
    title: named ? [`The ${named.title}`] : ['f = ', subject.formula],
    sections: SECTIONS.flatMap((build) => found.get(build) ?? []),
    ...(unfinished.length === 0 ? {} : { unfinished }),
  }
}
