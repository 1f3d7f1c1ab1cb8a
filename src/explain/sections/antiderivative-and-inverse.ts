/**
 * What takes one back to the function or out of it: an antiderivative, the inverse, and the polynomial that
 * agrees with it at a point; each with how it was checked.
 */
import { type Analysis, propertiesNamed } from '../../analyse/index.ts'
import { symbol } from '../../expression/expr.ts'
import { absent, type Built, type DraftBlock, paragraph } from '../draft.ts'
import { calledOf, integralOf } from '../name.ts'
import { valuesBetween } from '../properties/rows.ts'
import type { Replay } from '../properties/table.ts'
import { related, Terms } from '../properties/terms.ts'
import { furtherOf, replayFor } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { conditionsSaid, inRow } from '../wording/lists.ts'
import { say } from '../wording/message.ts'
import { reasonSaid } from '../wording/reasons.ts'

export function antiderivativeAndInverseSection(subject: Subject): Built {
  if (subject.order !== 1) return absent(say('further.of-higher'))
  const analysis = furtherOf(subject)
  const parts = analysis ? partsOf(analysis, subject) : []
  if (parts.length === 0) return absent(say('further.absent'))
  const titles = parts.map(({ title, also }, i) => (i === 0 ? title : also))
  return {
    id: 'antiderivative-and-inverse',
    title: [inRow(titles)],
    known: 'proved',
    blocks: parts.flatMap(({ blocks }) => blocks),
  }
}

/** What was found, each with its title at the beginning of a line and after a comma. */
function partsOf(analysis: Analysis, subject: Subject) {
  const terms = new Terms(analysis, calledOf(subject))
  const replay = replayFor(subject)
  const first = say('further.title.antiderivative')
  return [
    { title: first, also: first, blocks: antiderivative(analysis, terms, replay) },
    {
      title: say('further.title.inverse'),
      also: say('further.also.inverse'),
      blocks: inverse(analysis, terms, replay),
    },
    {
      title: say('further.title.taylor'),
      also: say('further.also.taylor'),
      blocks: taylor(analysis, terms, replay),
    },
  ].filter(({ blocks }) => blocks.length > 0)
}

function antiderivative(analysis: Analysis, { x, fx }: Terms, replay: Replay): DraftBlock[] {
  const found = propertiesNamed(analysis, 'antiderivative').filter((one) => replay.accepts(one))
  const left = integralOf(fx, x)
  return found.flatMap(({ value, conditions }) => [
    { kind: 'formula', left, right: value.form },
    paragraph(
      conditions.length === 0
        ? say('further.differentiated')
        : say('further.differentiated-for', { conditions: conditionsSaid(conditions) }),
    ),
  ])
}

function inverse(analysis: Analysis, terms: Terms, replay: Replay): DraftBlock[] {
  const found = propertiesNamed(analysis, 'inverse').filter((one) => replay.accepts(one))
  return found.flatMap(({ value, conditions, why }) => {
    const { letter, form, domain } = value
    const values = valuesBetween(domain.low, domain.high, { plain: letter, latex: letter }, terms)
    const reason = reasonSaid(why, (u) => terms.number(u))
    const said = { y: symbol(letter), values, x: terms.x, reason }
    return [
      { kind: 'formula', left: terms.x, right: form },
      paragraph(
        conditions.length === 0
          ? say('further.inverse', said)
          : say('further.inverse-for', { ...said, conditions: conditionsSaid(conditions) }),
      ),
    ]
  })
}

function taylor(analysis: Analysis, terms: Terms, replay: Replay): DraftBlock[] {
  const found = propertiesNamed(analysis, 'taylor').filter((one) => replay.accepts(one))
  return found
    .filter(({ value }) => !value.complete)
    .map(({ value: { at, polynomial }, conditions }) => {
      const said = { place: related(terms.x, '=', at), polynomial }
      return paragraph(
        conditions.length === 0
          ? say('further.taylor', said)
          : say('further.taylor-for', { ...said, conditions: conditionsSaid(conditions) }),
      )
    })
}
