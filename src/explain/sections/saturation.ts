/**
 * Saturation: where the derivative fades, what that does to a product of derivatives through layers, how
 * other functions fare, and what becomes of it in double precision.
 */
import { type Analysis, propertiesNamed } from '../../analyse/index.ts'
import { evaluate } from '../../derive/evaluate.ts'
import { differentiate } from '../../derive/index.ts'
import {
  type CallNode,
  call,
  type Expr,
  freeSymbols,
  integer,
  mentions,
  negate,
  raise,
  same,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { toNumber } from '../../plot/number.ts'
import type { PlotOptions } from '../../plot/options.ts'
import { opened } from '../../rules/forms.ts'
import { absent, type Built, type DraftBlock, paragraph, type Said } from '../draft.ts'
import { derivativeCalled, type Name } from '../name.ts'
import { ownForm } from '../own-form.ts'
import { only } from '../pictures/facts.ts'
import { numberIn } from '../pictures/marks.ts'
import { lettersSaid, sceneOf } from '../pictures/scene.ts'
import { type Across, nice, type Window } from '../pictures/window.ts'
import { related, Terms } from '../properties/terms.ts'
import { rounded } from '../rounded.ts'
import { type Vanishing, vanishing } from '../saturation/doubles.ts'
import {
  fadingSides,
  isEven,
  type Small,
  sizeOf,
  smallOn,
  steepestIn,
  workFor,
} from '../saturation/steepest.ts'
import type { Side, Slope } from '../saturation/tails.ts'
import { analysisOf, replayFor, slopeAnalysisOf } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { throughItself } from '../through-itself.ts'
import { conditionsSaid, listed } from '../wording/lists.ts'
import { say } from '../wording/message.ts'

const LAYERS = [1, 5, 10, 20, 50]
const DIGITS = 4
const SMALL = [3, 6]

/** |f′(x)| */
const sized = ({ plain, latex }: Name): Name => ({
  plain: `|${plain}|`,
  latex: `\\left|${latex}\\right|`,
})

export function saturationSection(subject: Subject): Built {
  if (subject.order !== 1) return absent(say('saturation.order'))
  const fading = fadingIn(subject)
  if (!fading) return absent(say('saturation.absent'))
  const { own, slope, sides, constant } = fading
  const name = derivativeCalled(subject, subject.variable)
  const small = SMALL.flatMap((digits) => smallness(digits, whereSmall(digits, fading, subject), name))
  if (!isUnit(subject, fading))
    return {
      id: 'saturation',
      title: [say('saturation.fading-title')],
      known: 'proved',
      blocks: [ends(sides, name, subject), ...small],
    }
  return {
    id: 'saturation',
    title: [say('saturation.title')],
    known: 'proved',
    blocks: [
      ends(sides, name, subject, true),
      ...(constant ? product(constant, own, name) : []),
      ...small,
      ...inDoubles(sides, slope, name, subject),
      ...steepnessPicture(fading, subject),
    ],
  }
}

/** What the units of networks are compared with, what is soon found first. */
export const UNITS: readonly string[] = ['relu', 'tanh', 'softsign', 'gelu', 'swish']

/**
 * Does it go one way on the whole of one interval, or pass changes on at one end with a slope that settles, while it
 * fades at the other? Of others nobody would make a unit.
 */
export function isUnit(subject: Subject, { own, slope }: Pick<Fading, 'own' | 'slope'>): boolean {
  const replay = replayFor(subject)
  const [ways, pieces] = [only(own, 'monotone', replay) ?? [], only(own, 'continuity', replay) ?? []]
  const directions = new Set(ways.map(({ direction }) => direction).filter((way) => way !== 'constant'))
  if (pieces.length !== 1) return false
  const ends = (only(slope, 'limits', replay) ?? []).filter(({ to }) => typeof to === 'string')
  const settled = ends.flatMap(({ is }) => (is === undefined || typeof is === 'string' ? [] : [is]))
  const passesOn = settled.length === 2 && settled.filter((is) => same(is, integer(0))).length === 1
  return directions.size === 1 || passesOn
}

/** The function and its derivative, where that fades at an end of the line. */
export interface Fading {
  readonly own: Analysis
  readonly slope: Analysis
  readonly sides: readonly Side[]
  /** The steepest slope, if there is one. */
  readonly constant: Expr | undefined
}

export function fadingIn(subject: Subject): Fading | undefined {
  if (subject.order !== 1) return undefined
  const [own, slope] = [analysisOf(subject), slopeAnalysisOf(subject)]
  if (!own || !slope) return undefined
  const replay = replayFor(subject)
  const sides = fadingSides(slope, replay)
  return sides.length === 0 ? undefined : { own, slope, sides, constant: steepestIn(own, replay) }
}

const INFINITIES: Readonly<Record<Side, Name>> = {
  left: { plain: '-infinity', latex: '-\\infty' },
  right: { plain: 'infinity', latex: '\\infty' },
}

function ends(sides: readonly Side[], name: Name, { variable }: Subject, learns = false): DraftBlock {
  const x = symbol(variable)
  const places = sides.map((side) => related(x, '->', INFINITIES[side]))
  return paragraph(
    say('saturation.fades', { limit: related(name, '->', integer(0)), places: listed(places) }),
    ...(learns ? [say('saturation.learns')] : []),
  )
}

/** A product of n derivatives is at most cⁿ. */
function product(constant: Expr, own: Analysis, name: Name): DraftBlock[] {
  const terms = new Terms(own, name)
  const { supposing, variable } = own
  const isEnclosed = terms.isEnclosed(constant)
  const hasLetters = freeSymbols(constant).length > 0 && !isEnclosed
  const given = hasLetters ? supposing.filter((condition) => !mentions(condition, variable)) : []
  const n = symbol('n')
  const isOne = sizeOf(constant) === 0
  const rows = hasLetters || isEnclosed || isOne ? [] : LAYERS.flatMap((layers) => powerRow(constant, layers))
  const holes = { bound: related(sized(name), '<=', terms.number(constant)), n }
  const said = [
    given.length === 0
      ? say('saturation.bound', holes)
      : say('saturation.bound-for', { ...holes, conditions: conditionsSaid(given) }),
    ...(isOne ? [say('saturation.then-one')] : []),
    ...(isOne || isEnclosed
      ? []
      : [
          say(rows.length === 0 ? 'saturation.then-power' : 'saturation.then-table', {
            power: raise(constant, n),
          }),
        ]),
  ]
  if (rows.length === 0) return [paragraph(...said)]
  const header = [
    [say('saturation.layers')],
    [say('saturation.at-most')],
    [say('saturation.digits', { digits: String(DIGITS) })],
  ]
  return [paragraph(...said), { kind: 'table', header, rows }]
}

function powerRow(constant: Expr, layers: number): (readonly Said[])[][] {
  const power = layers === 1 ? constant : raise(constant, integer(layers))
  const found = evaluate(power, {}, { digits: DIGITS })
  return found.verdict === 'value' ? [[[String(layers)], [power], [found.value]]] : []
}

const smallIn = new WeakMap<Subject, Map<number, readonly Small[]>>()

/** Where |f′| < 10⁻ⁿ on both sides; nothing where there are parameters. Proved once for all sections. */
export function whereSmall(
  digits: number,
  { slope: { formula }, slope, sides }: Fading,
  subject: Subject,
): readonly Small[] {
  const { variable, assuming, derivation, within } = subject
  if (freeSymbols(formula).some((letter) => letter !== variable)) return []
  const known = smallIn.get(subject) ?? new Map<number, readonly Small[]>()
  smallIn.set(subject, known)
  const form: Slope = { form: formula, variable, assuming: [...assuming, ...derivation.conditions] }
  const work = workFor(within(0.3).budget?.milliseconds ?? 0)
  const even = isEven(slope, replayFor(subject))
  const found = known.get(digits) ?? smallOn(form, sides, digits, { work, even })
  known.set(digits, found)
  return found
}

function smallness(digits: number, where: readonly Small[], name: Name): DraftBlock[] {
  const [place, other] = where.filter((one) => typeof one !== 'string')
  if (!place) return []
  const bound = related(sized(name), '<', raise(integer(10), negate(integer(digits))))
  return [
    paragraph(
      other
        ? say('saturation.small-both', { bound, place, other })
        : say('saturation.small', { bound, place }),
    ),
  ]
}

/** Nowhere 0 in the reals; 0 from some number on in doubles. */
function inDoubles(sides: readonly Side[], slope: Analysis, name: Name, subject: Subject): DraftBlock[] {
  const replay = replayFor(subject)
  const [zeros] = propertiesNamed(slope, 'zeros').filter((one) => replay.accepts(one))
  const through = throughItself(subject)
  const { variable, derivation } = subject
  const isNumeric = freeSymbols(derivation.to).every((letter) => letter === variable)
  if (!zeros || zeros.value.length > 0) return []
  const reals = paragraph(say('saturation.nowhere-0', { slope: name }))
  if (!through || !isNumeric || mentions(through.form, variable)) return [reals]
  const found = [...sides].reverse().flatMap((side) => {
    const one = vanishing(ownForm(subject), through, derivation.to, variable, side)
    return one ? [{ side, ...one }] : []
  })
  const first = found.sort((a, b) => Math.abs(a.from) - Math.abs(b.from))[0]
  return [reals, ...(first ? [measured(first, through, derivation.to, symbol(variable))] : [])]
}

function measured(
  { from, to, side, writtenOut }: Vanishing & { readonly side: Side },
  { form, letter }: { readonly form: Expr; readonly letter: string },
  slope: Expr,
  x: Expr,
): DraftBlock {
  const place = related(x, '=', from < 0 ? negate(integer(-from)) : integer(from))
  return paragraph(
    say(side === 'left' ? 'saturation.in-doubles-down' : 'saturation.in-doubles', {
      form,
      letter: symbol(letter),
      place,
      last: String(to),
    }),
    ...(writtenOut === 0
      ? []
      : [
          say('saturation.written-out', {
            form: slope,
            value: rounded(writtenOut, DIGITS),
            place,
          }),
        ]),
  )
}

/** |f′| beside that of others; sizes are told apart down to this one. */
const SMALLEST = 1e-8

/** As far out as the slope is small, if that is not too far to be seen beside the others. */
const FARTHEST = 40
const FADED = 3

function reaching({ from = -10, to = 10 }: Window, fading: Fading, subject: Subject): Across {
  const ends = whereSmall(FADED, fading, subject)
    .flatMap((one) => (typeof one === 'string' ? [] : [(one as CallNode).args[1] as Expr]))
    .map((end) => 1.2 * toNumber(end))
    .filter((end) => Math.abs(end) <= FARTHEST)
  const [left, right] = [Math.min(from, ...ends), Math.max(to, ...ends)]
  return { from: left === from ? from : -nice(-left), to: right === to ? to : nice(right) }
}

function steepnessPicture(fading: Fading, subject: Subject): DraftBlock[] {
  const { constant, own } = fading
  const scene = sceneOf(subject)
  if (!scene) return []
  const { values, window } = scene
  const { variable, derivation } = subject
  const steepest = constant ? numberIn(own, values)(constant) : 1
  const size = (u: Expr): Expr => call('abs', [u])
  const curves = [
    { of: size(substitute(derivation.to, values)), label: `|${derivativeCalled(subject).plain}|` },
    ...othersFor(subject).map(({ name, slope }) => ({ of: size(slope), label: `|${name}'|` })),
  ]
  const options: PlotOptions = {
    variable,
    ...reaching(window, fading, subject),
    scale: { y: 'log' },
    yFrom: SMALLEST * Math.min(1, steepest),
    yTo: 3 * Math.max(1, steepest),
  }
  if (!Number.isFinite(steepest)) return []
  return [
    ...lettersSaid(scene),
    { kind: 'picture', id: 'saturation', caption: [say('saturation.picture')], curves, options },
  ]
}

/** Few enough to tell apart. */
const DRAWN = UNITS.slice(0, 3)

function othersFor(subject: Subject): { readonly name: string; readonly slope: Expr }[] {
  const x = symbol(subject.variable)
  return DRAWN.filter((name) => !isCurve(name, subject)).map((name) => ({
    name,
    slope: differentiate(call(name, [x]), subject.within(0.1)).to,
  }))
}

/** Is it the function itself, by its name or written out? */
export function isCurve(name: string, subject: Subject): boolean {
  const curve = call(name, [symbol(subject.variable)])
  return [curve, opened(curve)].some((form) => form && same(form, ownForm(subject)))
}
