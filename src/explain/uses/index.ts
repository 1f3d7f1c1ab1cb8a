/** The uses of a function, by its shape: the table of cards, and those that apply. */
import { millisecondsOf } from '../../syntax/formula.ts'
import { ownForm } from '../own-form.ts'
import { analysisOf, replayFor, slopeAnalysisOf } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { throughItself } from '../through-itself.ts'
import { type Card, type Use, useOf } from './card.ts'
import { EXPONENTIAL } from './exponential.ts'
import { LIFE_CARDS } from './life.ts'
import { NETWORK_CARDS } from './networks.ts'
import { OWN_CARDS } from './own.ts'
import { PROBABILITY_CARDS, SHAPE_CARDS } from './probabilities.ts'
import { type Shape, shapeOf } from './shape.ts'
import { SYSTEM_CARDS } from './systems.ts'

/** In the order in which they are read. */
export const CARDS: readonly Card[] = [
  ...PROBABILITY_CARDS,
  ...NETWORK_CARDS,
  ...LIFE_CARDS,
  ...SYSTEM_CARDS,
  ...SHAPE_CARDS,
  EXPONENTIAL,
  ...OWN_CARDS,
]

/** What was found, and the cards that there was no time for. */
export interface Uses {
  readonly uses: readonly Use[]
  readonly missed: readonly Card[]
}

/** With less for a proof, one that fails may only have been late. */
const ENOUGH_MILLISECONDS = 20

/** The cards that apply to a shape, all they show proved in the time that is left. */
export function usesFor(shape: Shape, milliseconds: () => number = () => Infinity): Uses {
  const found = CARDS.filter((card) => card.applies(shape)).map((card) => ({
    card,
    use: useOf(card, shape, milliseconds),
    isLate: milliseconds() < ENOUGH_MILLISECONDS,
  }))
  return {
    uses: found.flatMap(({ use }) => use ?? []),
    missed: found.flatMap(({ card, use, isLate }) => (!use && isLate ? [card] : [])),
  }
}

/** What one proof may take of the time that is left. */
const PART = 0.2
const NONE: Uses = { uses: [], missed: [] }

const found = new WeakMap<Subject, Uses>()

/** The uses of the function that an article is about, looked for once for all its sections. */
export function usesOf(subject: Subject): Uses {
  const known = found.get(subject) ?? searched(subject)
  found.set(subject, known)
  return known
}

function searched(subject: Subject): Uses {
  const shape = shapeIn(subject)
  return shape ? usesFor(shape, () => millisecondsOf(subject.within(PART))) : NONE
}

/** Nothing of a formula whose analysis is missing, or of a derivative of higher order. */
export function shapeIn(subject: Subject): Shape | undefined {
  const own = subject.order === 1 ? analysisOf(subject) : undefined
  if (!own) return undefined
  const { to, conditions } = subject.derivation
  const given = {
    f: ownForm(subject),
    slope: to,
    where: conditions,
    through: throughItself(subject),
  }
  return shapeOf(own, slopeAnalysisOf(subject), given, replayFor(subject))
}
