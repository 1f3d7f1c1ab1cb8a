/** The analysis of the function and of its derivative, made once and shared by the sections of an article. */
import { type Analysis, analyse, PROPERTIES, propertiesNamed } from '../analyse/index.ts'
import type { PropertyName } from '../analyse/properties/index.ts'
import { OutOfBudget } from '../derive/index.ts'
import { OgeeError } from '../expression/error.ts'
import { type Expr, mentions } from '../expression/expr.ts'
import { ownForm } from './own-form.ts'
import { Replay } from './properties/table.ts'
import type { Subject } from './subject.ts'

/** The parts of the time that is left. */
const FOR_FUNCTION = 0.45
const FOR_FURTHER = 0.4
const FOR_DERIVATIVE = 0.4

/** Of the derivative these alone: what else could be said needs the third one, or is of the function itself. */
const OF_DERIVATIVE: readonly PropertyName[] = [
  'range',
  'symmetry',
  'zeros',
  'sign',
  'limits',
  'monotone',
  'extrema',
]

/** What is not of its shape is looked for apart, so that it takes no time from that. */
const FURTHER: readonly PropertyName[] = ['inverse', 'antiderivative', 'taylor']

/** The section on saturation says more. */
const OF_FUNCTION = PROPERTIES.filter((name) => !FURTHER.includes(name) && name !== 'saturation')

interface Studied {
  own?: Analysis | undefined
  slope?: Analysis | undefined
  further?: Analysis | undefined
  readonly replay: Replay
}

const studied = new WeakMap<Subject, Studied>()

function of(subject: Subject): Studied {
  const known = studied.get(subject) ?? { replay: new Replay() }
  studied.set(subject, known)
  return known
}

/** What replays certificates for all sections. */
export const replayFor = (subject: Subject): Replay => of(subject).replay

/** The properties of the function. */
export function analysisOf(subject: Subject): Analysis | undefined {
  const known = of(subject)
  if (!('own' in known)) known.own = analysed(ownForm(subject), OF_FUNCTION, FOR_FUNCTION, subject)
  return known.own
}

/** Its inverse, an antiderivative and a Taylor polynomial, under the same assumptions. */
export function furtherOf(subject: Subject): Analysis | undefined {
  const known = of(subject)
  if (!('further' in known)) known.further = furtherIn(subject)
  return known.further
}

function furtherIn(subject: Subject): Analysis | undefined {
  const supposing = analysisOf(subject)?.supposing ?? []
  const fixed = supposing.filter((condition) => !mentions(condition, subject.variable))
  const assuming = [...subject.assuming, ...fixed]
  return analysed(ownForm(subject), FURTHER, FOR_FURTHER, { ...subject, assuming })
}

/** Those of its derivative that say something of the function; nothing where it does not vary. */
export function slopeAnalysisOf(subject: Subject): Analysis | undefined {
  const known = of(subject)
  const { to, conditions } = subject.derivation
  if (!('slope' in known)) {
    const supposing = analysisOf(subject)?.supposing ?? []
    const assuming = [...subject.assuming, ...supposing, ...conditions]
    known.slope =
      mentions(to, subject.variable) && !isNowhere(analysisOf(subject))
        ? analysed(to, OF_DERIVATIVE, FOR_DERIVATIVE, { ...subject, assuming })
        : undefined
  }
  return known.slope
}

/** Is it proved to be defined nowhere? */
export const isNowhere = (analysis: Analysis | undefined): boolean =>
  analysis !== undefined && propertiesNamed(analysis, 'domain').some(({ value }) => value.length === 0)

function analysed(
  u: Expr,
  only: readonly PropertyName[],
  part: number,
  { within, assuming }: Subject,
): Analysis | undefined {
  try {
    return analyse(u, { ...within(part), assuming, only })
  } catch (error) {
    if (error instanceof OutOfBudget || error instanceof OgeeError) return undefined
    throw error
  }
}
