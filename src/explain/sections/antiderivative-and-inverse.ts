/**
 * What takes one back to the function or out of it: an antiderivative, the inverse, and the polynomial that
 * agrees with it at a point; each with how it was checked.
 */
import { type Analysis, propertiesNamed } from '../../analyse/index.ts'
import { reasonText } from '../../analyse/reason.ts'
import { symbol } from '../../expression/expr.ts'
import type { DraftBlock, DraftSection, Said } from '../draft.ts'
import { calledOf, type Name } from '../name.ts'
import { valuesBetween } from '../properties/rows.ts'
import type { Replay } from '../properties/table.ts'
import { related, Terms } from '../properties/terms.ts'
import { carried } from '../render/words.ts'
import { furtherOf, replayFor } from '../studied.ts'
import type { Subject } from '../subject.ts'

const paragraph = (...text: Said[]): DraftBlock => ({ kind: 'paragraph', text })

export function antiderivativeAndInverseSection(subject: Subject): DraftSection | undefined {
  const analysis = subject.order === 1 ? furtherOf(subject) : undefined
  if (!analysis) return undefined
  const terms = new Terms(analysis, calledOf(subject))
  const replay = replayFor(subject)
  const parts = [
    { title: ['antiderivative'], blocks: antiderivative(analysis, terms, replay) },
    { title: ['inverse'], blocks: inverse(analysis, terms, replay) },
    { title: ['Taylor polynomial'], blocks: taylor(analysis, terms, replay) },
  ].filter(({ blocks }) => blocks.length > 0)
  if (parts.length === 0) return undefined
  const title = parts.flatMap((part) => part.title).join(', ')
  return {
    id: 'antiderivative-and-inverse',
    title: [title.charAt(0).toUpperCase() + title.slice(1)],
    known: 'proved',
    blocks: parts.flatMap(({ blocks }) => blocks),
  }
}

function antiderivative(analysis: Analysis, { x, fx }: Terms, replay: Replay): DraftBlock[] {
  const found = propertiesNamed(analysis, 'antiderivative').filter((one) => replay.accepts(one))
  const left: Name = {
    plain: `integral of ${fx.plain}`,
    latex: `\\int ${fx.latex}\\,\\mathrm{d}${x.name}`,
  }
  return found.flatMap(({ value, conditions }) => [
    { kind: 'formula', left, right: value.form },
    paragraph(
      'Differentiated, it gives back the function',
      ...carried(conditions),
      '; any other antiderivative differs from it by a constant on each piece of the domain.',
    ),
  ])
}

function inverse(analysis: Analysis, terms: Terms, replay: Replay): DraftBlock[] {
  const found = propertiesNamed(analysis, 'inverse').filter((one) => replay.accepts(one))
  return found.flatMap(({ value, conditions, why }) => {
    const { letter, form, domain } = value
    const y = { plain: letter, latex: letter }
    return [
      { kind: 'formula', left: terms.x, right: form },
      paragraph(
        'This takes each value ',
        symbol(letter),
        ' of the function, ',
        valuesBetween(domain.low, domain.high, y, terms),
        `, back to ${terms.x.name}`,
        ...carried(conditions),
        `: it is one to one, and ${reasonText(why)}.`,
      ),
    ]
  })
}

function taylor(analysis: Analysis, terms: Terms, replay: Replay): DraftBlock[] {
  const found = propertiesNamed(analysis, 'taylor').filter((one) => replay.accepts(one))
  return found
    .filter(({ value }) => !value.complete)
    .map(({ value: { at, polynomial }, conditions }) =>
      paragraph(
        'Near ',
        related(terms.x, '=', at),
        ' the function begins like ',
        polynomial,
        ...carried(conditions),
        ', the polynomial with the same value and the same first derivatives there.',
      ),
    )
}
