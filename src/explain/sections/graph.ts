/**
 * Pictures of the function with what is proved of it marked: by itself, with its derivative, and with a
 * tangent where that says most. Formulas with letters are drawn for some values of these, which are said.
 */
import type { Analysis } from '../../analyse/index.ts'
import type { Condition } from '../../expression/condition.ts'
import { type Expr, mentions, same, substitute, symbol } from '../../expression/expr.ts'
import { curvesIn } from '../../plot/compose.ts'
import type { Mark } from '../../plot/marks.ts'
import type { CurveOptions, PlotOptions } from '../../plot/options.ts'
import { windowOf } from '../../plot/picture.ts'
import { shownWhere } from '../../plot/read-curves.ts'
import type { Picture } from '../article.ts'
import { absent, type Built, paragraph, type Said } from '../draft.ts'
import { calledOf, type Name } from '../name.ts'
import { ownForm } from '../own-form.ts'
import { Found, marksSaid, shapeOf, steepestSaid } from '../pictures/facts.ts'
import { marksIn, numberIn } from '../pictures/marks.ts'
import { conditionsOn, lettersSaid, type Scene, sceneOf } from '../pictures/scene.ts'
import { shorter, tangentOf } from '../pictures/tangent.ts'
import { related, Terms } from '../properties/terms.ts'
import { replayFor, slopeAnalysisOf } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { conditionsSaid } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'

export function graphSection(subject: Subject): Built {
  const scene = sceneOf(subject)
  if (!scene) return absent(say('graph.absent'))
  const pictures = [ofFunction(scene), ...withDerivative(scene), ...withTangent(scene)]
  return {
    id: 'graph',
    title: [say('graph.title')],
    known: 'proved',
    blocks: [...lettersSaid(scene), ...conditionsOn(scene), ...pictures, paragraph(say('graph.how'))],
  }
}

/** The facts, and under which conditions they hold beyond those that are said already. */
function factsOf(
  found: Found,
  terms: Terms,
  { supposing }: Pick<Analysis, 'supposing'> = { supposing: [] },
  before: readonly Condition[] = supposing,
  isWhole = true,
): Message[] {
  // of one period no shape is told
  const shape = isWhole ? [...shapeOf(found, terms), ...steepestSaid(found, terms)] : []
  const facts = [...shape, ...marksSaid(found, terms)]
  const conditions = [...supposing, ...found.conditions].filter(
    (condition) => !mentions(condition, terms.x.name) && !before.some((known) => same(known, condition)),
  )
  if (facts.length === 0 || conditions.length === 0) return facts
  return [...facts, say('graph.supposing', { conditions: conditionsSaid(conditions) })]
}

const factsSaid = (facts: readonly Message[]): Said[] => facts.map((fact) => say('graph.fact', { fact }))

const curve = (of: Expr, { values }: Scene, name: Name, more: Partial<CurveOptions> = {}): CurveOptions => ({
  of: substitute(of, values),
  label: name.plain,
  ...more,
})

const optionsOf = ({ subject, window }: Scene, marks: readonly Mark[]): PlotOptions => ({
  variable: subject.variable,
  ...window,
  marks,
})

function ofFunction(scene: Scene): Picture<Said> {
  const { subject, own, values } = scene
  const replay = replayFor(subject)
  const name = calledOf(subject)
  const terms = new Terms(own ?? { variable: subject.variable, numbers: [] }, name)
  const facts = own ? factsOf(new Found(own, replay, values), terms) : []
  return {
    kind: 'picture',
    id: 'function',
    caption: [say('graph.function', { f: terms.fx, facts: factsSaid(facts) })],
    curves: [curve(ownForm(subject), scene, name)],
    options: optionsOf(scene, own ? marksIn(own, values, replay) : []),
  }
}

/** The function and its derivative, where that varies; the marks are of both. */
function withDerivative(scene: Scene): Picture<Said>[] {
  const { subject, own, values } = scene
  const { derivation, variable, order } = subject
  if (!mentions(derivation.to, variable)) return []
  const slope = order === 1 ? slopeAnalysisOf(subject) : undefined
  const replay = replayFor(subject)
  const called = calledOf(subject)
  const name = primes(called, order)
  const terms = new Terms({ variable, numbers: slope?.numbers ?? [] }, name)
  const before = own ? [...own.assuming, ...own.supposing] : []
  const period = own && new Found(own, replay, values).only('periodicity')?.period
  const told = slope ? factsOf(new Found(slope, replay, values), terms, slope, before, !period) : []
  const facts = period && told.length > 0 ? [say('graph.period', { period }), ...told] : told
  const every = own && period ? numberIn(own, values)(period) : undefined
  const ofSlope = slope ? marksIn(slope, values, replay).map((mark) => repeated(mark, every)) : []
  const marks = [...(own ? marksIn(own, values, replay) : []), ...ofSlope]
  const f = new Terms({ variable, numbers: [] }, called).fx
  const drawn = shownWhere(derivation.to, derivation.conditions)
  const curves = [curve(ownForm(subject), scene, called), curve(drawn, scene, name)]
  return [
    {
      kind: 'picture',
      id: 'derivative',
      caption: [say('graph.both', { f, slope: terms.fx, facts: factsSaid(facts) })],
      curves,
      options: { ...optionsOf(scene, marks), ...framing(curves, { variable, ...scene.window }) },
    },
  ]
}

/** The derivative has the period of the function. */
const repeated = (mark: Mark, period: number | undefined): Mark =>
  period === undefined || !('x' in mark) || mark.kind === 'touch' ? mark : { ...mark, period }

/** A derivative many times as high as the function would make that flat: then it is cut off. */
const HIGHEST = 6
const BEYOND = 2
/** Where the window of the function has room for more already. */
const BEYOND_ROOM = 0.5

function framing(curves: readonly CurveOptions[], options: PlotOptions): PlotOptions {
  const [first = curves] = curves
  const { yFrom: _, yTo: __, ...across } = options
  const own = windowOf(curvesIn(first, options), options).y
  const all = windowOf(curvesIn(curves, across), across).y
  const both = [Math.min(all[0], own[0]), Math.max(all[1], own[1])] as const
  const height = own[1] - own[0]
  if (both[1] - both[0] <= HIGHEST * height)
    return options.yFrom === undefined ? {} : { yFrom: both[0], yTo: both[1] }
  const beyond = (options.yFrom === undefined ? BEYOND : BEYOND_ROOM) * height
  return { yFrom: Math.max(both[0], own[0] - beyond), yTo: Math.min(both[1], own[1] + beyond) }
}

const primes = ({ plain, latex }: Name, order: number): Name => {
  const end = "'".repeat(order)
  return { plain: plain + end, latex: latex + end }
}

/** The function with a tangent, in the window of the function alone. */
function withTangent(scene: Scene): Picture<Said>[] {
  const { subject, own, values, window } = scene
  const { variable, order, derivation } = subject
  const tangent = order === 1 && mentions(derivation.to, variable) ? tangentOf(subject) : undefined
  const place = tangent && numberIn(own ?? { numbers: [] }, values)(tangent.at)
  if (!tangent || place === undefined) return []
  const { at, value, line, slope, why } = tangent
  const called = calledOf(subject)
  const { fx } = new Terms({ variable, numbers: [] }, called)
  const f = curve(ownForm(subject), scene, called)
  const frame = frameOf(f, { variable, ...window })
  const number = numberIn({ numbers: [] }, values)
  if (![place, number(value), number(slope)].every(Number.isFinite)) return []
  const touch: Mark = { kind: 'touch', x: place, y: number(value), slope: number(slope) }
  return [
    {
      kind: 'picture',
      id: 'tangent',
      caption: [
        say('graph.tangent', {
          f: fx,
          place: related(symbol(variable), '=', at),
          line: related(symbol('y'), '=', line),
          slope,
          why:
            why === undefined ? [] : [say(why === 'steepest' ? 'graph.at-steepest' : 'graph.at-inflection')],
        }),
      ],
      curves: [f, { of: shorter(substitute(line, values), subject), dash: 'dashed' }],
      options: { ...optionsOf(scene, [touch]), ...frame },
    },
  ]
}

/** The window that the function needs by itself. */
function frameOf(curve: CurveOptions, options: PlotOptions): PlotOptions {
  const { x, y } = windowOf(curvesIn(curve, options), options)
  return { from: x[0], to: x[1], yFrom: y[0], yTo: y[1] }
}
