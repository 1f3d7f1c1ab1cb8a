/** The derivative by other roads, each to be unfolded: what it is called, when one would take it, and its lines. */
import { add, mentions, same, symbol } from '../../expression/expr.ts'
import type { Group } from '../article.ts'
import { absent, type Built, type DraftBlock, paragraph, type Said } from '../draft.ts'
import { calledOf, type Name } from '../name.ts'
import { only } from '../pictures/facts.ts'
import { Terms } from '../properties/terms.ts'
import { quotientLimitOf } from '../roads/quotient-limit.ts'
import { restRoadOf } from '../roads/rest.ts'
import { type Road, roadsOf } from '../roads/routes.ts'
import { analysisOf, replayFor } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { conditionsSaid } from '../wording/lists.ts'
import { say } from '../wording/message.ts'
import { linesOfWork } from '../work.ts'

type Folded = Group<Said>

export function otherRoadsSection(subject: Subject): Built {
  const { formula, derivation, variable, order } = subject
  if (order !== 1) return absent(say('other-roads.order'))
  if (!mentions(formula, variable)) return absent(say('other-roads.absent'))
  const groups = [
    // where the derivative does not vary, the rules say nothing that is not seen
    ...(mentions(derivation.to, variable) ? roadsOf(subject) : []).map((road) => byRoute(road, subject)),
    ...fromDefinition(subject),
    ...byTheRest(subject),
  ]
  if (groups.length === 0) return absent(say('other-roads.absent'))
  return {
    id: 'other-roads',
    title: [say('other-roads.title')],
    known: 'proved',
    blocks: [paragraph(say('other-roads.all', { derivative: derivation.to })), ...groups],
  }
}

const folded = (id: string, title: Said, blocks: readonly DraftBlock[]): Folded => ({
  kind: 'group',
  id,
  title: [title],
  blocks,
  folded: true,
})

function byRoute({ name, derivation }: Road, subject: Subject): Folded {
  const { detail } = subject
  return folded(name, say(`other-roads.${name}`), [
    paragraph(whenTaken(name, subject)),
    { kind: 'work', from: derivation.from, lines: linesOfWork(derivation, detail) },
    ...otherForm(derivation.to, subject),
  ])
}

function whenTaken(name: Road['name'], subject: Subject): Said {
  if (name !== 'logarithmic') return say(`other-roads.${name}.when`)
  const analysis = analysisOf(subject)
  const zeros = analysis && only(analysis, 'zeros', replayFor(subject))
  const f = new Terms({ variable: subject.variable, numbers: [] }, calledOf(subject)).fx
  return zeros?.length === 0
    ? say('other-roads.logarithmic-positive.when')
    : say('other-roads.logarithmic.when', { f })
}

const otherForm = (to: Road['derivation']['to'], { derivation }: Subject): DraftBlock[] =>
  same(to, derivation.to) ? [] : [paragraph(say('other-roads.other-form', { derivative: derivation.to }))]

function fromDefinition(subject: Subject): Folded[] {
  const found = quotientLimitOf(subject)
  if (!found) return []
  const { letter, quotient, value, conditions, cancelled } = found
  const [x, h] = [symbol(subject.variable), symbol(letter)]
  const f = new Terms({ variable: subject.variable, numbers: [] }, calledOf(subject))
  const [here, there] = [f.fx, f.at(add(x, h))]
  const slope: Name = {
    plain: `(${there.plain} - ${here.plain})/${letter}`,
    latex: `\\frac{${there.latex} - ${here.latex}}{${letter}}`,
  }
  const tends: Name = {
    plain: `lim(${letter} -> 0) (${there.plain} - ${here.plain})/${letter}`,
    latex: `\\lim_{${letter} \\to 0} ${slope.latex}`,
  }
  return [
    folded('limit', say('other-roads.limit'), [
      paragraph(say('other-roads.limit.when', { x, moved: add(x, h), h })),
      { kind: 'formula', left: slope, right: quotient },
      ...(cancelled
        ? ([
            paragraph(say('other-roads.limit.cancelled', { h })),
            { kind: 'work', from: cancelled.from, lines: linesOfWork(cancelled, subject.detail) },
          ] as const)
        : []),
      { kind: 'formula', left: tends, right: value },
      paragraph(say('other-roads.limit.known')),
      ...(conditions.length === 0
        ? []
        : [paragraph(say('other-roads.limit.conditions', { conditions: conditionsSaid(conditions) }))]),
      ...otherForm(value, subject),
    ]),
  ]
}

function byTheRest(subject: Subject): Folded[] {
  const found = restRoadOf(subject)
  if (!found) return []
  const { letter, form, rest, first, second } = found
  const name: Name = { plain: `${letter}'`, latex: `${letter}'` }
  return [
    folded('rest', say('other-roads.rest', { form, rest }), [
      paragraph(say('other-roads.rest.when', { rest })),
      { kind: 'work', from: first.from, lines: linesOfWork(first, subject.detail) },
      paragraph(say('other-roads.rest.then')),
      { kind: 'work', from: second.from, lines: linesOfWork(second, subject.detail) },
      paragraph(say('other-roads.rest.end', { f: symbol(letter), rest })),
      { kind: 'formula', left: name, right: form },
    ]),
  ]
}
