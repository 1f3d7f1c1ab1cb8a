/**
 * Vanishing gradient: networks of the function as it is, drawn at random by a fixed seed; what each layer does to
 * gradients on their way back, measured, beside what theory expects, and why.
 */
import { decimalOf } from '../../analyse/decimals.ts'
import { unfolded } from '../../compute/unfolded.ts'
import { differentiate } from '../../derive/index.ts'
import { OgeeError } from '../../expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols, raise, substitute, symbol } from '../../expression/expr.ts'
import { type Flow, flowThrough } from '../../learn/flow/flow.ts'
import type { Steepest } from '../../learn/flow/steepest.ts'
import { type Activation, unitsAsWritten } from '../../learn/network/activation.ts'
import { deviationOf } from '../../learn/network/initial.ts'
import { parse } from '../../syntax/plain-only.ts'
import { absent, type Built, type DraftBlock, paragraph } from '../draft.ts'
import { ownForm } from '../own-form.ts'
import { rounded } from '../rounded.ts'
import type { Subject } from '../subject.ts'
import { type Message, say } from '../wording/message.ts'
import { fadingIn, isUnit } from './saturation.ts'

const DEPTHS = [10, 30] as const
const INITIALS = ['xavier', 'he'] as const
const CALLED: Readonly<Record<string, Message>> = {
  xavier: say('vanishing.xavier'),
  he: say('vanishing.he'),
}
const COLORS = ['blue', 'red'] as const
const DRAWN = { width: 32, networks: 2, bounds: false } as const
const DIGITS = 2
/** Within this of 1 a factor keeps gradients as they are. */
const KEPT = 0.1
const X = 'x'

export function vanishingGradientSection(subject: Subject): Built {
  if (subject.order !== 1) return absent(say('vanishing.order'))
  const fading = fadingIn(subject)
  if (!fading || !isUnit(subject, fading)) return absent(say('vanishing.no-unit'))
  const units = unitsOf(subject)
  if (!units) return absent(say('vanishing.letters'))
  const decimals = fading.constant && decimalOf(fading.constant, fading.own.numbers)
  const steepest = steepestIn(decimals)
  const flows = INITIALS.flatMap((initial) =>
    DEPTHS.map((depth) => flowThrough(units, steepest, { ...DRAWN, initial, depth })),
  )
  if (flows.some(({ verdict }) => verdict !== 'measured')) return absent(say('vanishing.not-measured'))
  const deep = flows.filter(({ depth }) => depth === Math.max(...DEPTHS))
  return {
    id: 'vanishing-gradient',
    title: [say('vanishing.title')],
    known: 'measured',
    blocks: [
      paragraph(say('vanishing.measured', { width: String(DRAWN.width) })),
      table(flows),
      paragraph(
        say('vanishing.legend'),
        ...(fading.constant && steepest.verdict === 'proved'
          ? [say('vanishing.legend-saturated', { bound: rounded(steepest.value, 4) })]
          : []),
      ),
      ...deep.slice(0, 1).map(why),
      picture(deep),
    ],
  }
}

/** The function as units in x; nothing for one with other letters, or of which no program is made. */
function unitsOf(subject: Subject): Activation | undefined {
  const { variable, derivation } = subject
  const inX = (u: Expr): Expr => unfolded(substitute(u, new Map([[variable, symbol(X)]])))
  const f = inX(ownForm(subject))
  if (freeSymbols(f).some((name) => name !== X && !CONSTANTS.has(name))) return undefined
  try {
    return unitsAsWritten(f, inX(derivation.to))
  } catch (error) {
    if (error instanceof OgeeError) return undefined
    throw error
  }
}

/** What the analysis of the article found, and its certificates were replayed. */
function steepestIn(decimals: string | undefined): Steepest {
  if (decimals === undefined) return { verdict: 'unknown' }
  return { verdict: 'proved', decimals, value: Number(decimals.replace('…', '')), exact: undefined }
}

const brief = (value: number): Expr => rounded(value, DIGITS)

function table(flows: readonly Flow[]): DraftBlock {
  const withShares = flows.every(({ saturated }) => saturated !== undefined)
  return {
    kind: 'table',
    header: [
      [say('vanishing.weights')],
      [say('vanishing.layers')],
      [say('vanishing.ratio')],
      [say('vanishing.factor')],
      [say('vanishing.expected')],
      ...(withShares ? [[say('vanishing.saturated')]] : []),
    ],
    rows: flows.map(({ initial, depth, ratio, factor, expectedFactor, saturated = 0 }) => [
      [CALLED[initial] as Message],
      [String(depth)],
      [brief(ratio)],
      [brief(factor)],
      [brief(expectedFactor)],
      ...(withShares ? [[say('vanishing.part', { part: String(Math.round(100 * saturated)) })]] : []),
    ]),
  }
}

/** What is often taken instead where gradients vanish. */
const INSTEAD = parse('max(x, 0)')

/** The gradient through layers of that, where the function's own vanishes. */
function beside({ depth, factor }: Flow): Message[] {
  if (factor >= 1 - KEPT) return []
  const units = unitsAsWritten(INSTEAD, differentiate(INSTEAD, { variable: X }).to)
  const { verdict, ratio } = flowThrough(units, { verdict: 'unknown' }, { ...DRAWN, initial: 'he', depth })
  return verdict === 'measured' ? [say('vanishing.beside', { units: INSTEAD, ratio: brief(ratio) })] : []
}

function why(flow: Flow): DraftBlock {
  const { initial, depth, width, slope, factor, ratio, steepest } = flow
  const stretch = brief(deviationOf(initial)(width, width) * Math.sqrt(width))
  const holes = { slope: brief(slope), stretch, initial: CALLED[initial] as Message }
  const so = { factor: brief(factor), depth: String(depth), ratio: brief(ratio) }
  return paragraph(
    steepest.verdict === 'proved'
      ? say('vanishing.why-bound', { ...holes, bound: rounded(steepest.value, 4) })
      : say('vanishing.why', holes),
    factor < 1 - KEPT
      ? say('vanishing.so-vanishes', so)
      : factor > 1 + KEPT
        ? say('vanishing.so-grows', so)
        : say('vanishing.so-stays', so),
    ...beside(flow),
  )
}

/** Points as they were measured; lines as the factors have them. */
function picture(flows: readonly Flow[]): DraftBlock {
  const n = symbol('n')
  const curves = flows.map(({ factor }, i) => ({
    of: raise(rounded(factor, 3), n),
    color: COLORS[i] as string,
  }))
  const data = flows.map(({ layers }, i) => ({
    x: layers.map((_, back) => back),
    y: layers.map(({ gradient }) => gradient).toReversed(),
    label: INITIALS[i] as string,
    marker: i === 0 ? 'o' : 's',
    color: COLORS[i] as string,
  }))
  const values = data.flatMap(({ y }) => y)
  return {
    kind: 'picture',
    id: 'vanishing-gradient',
    caption: [say('vanishing.picture')],
    curves,
    options: {
      variable: 'n',
      from: 0,
      to: Math.max(...DEPTHS) - 1,
      scale: { y: 'log' },
      yFrom: Math.min(0.1, ...values) / 2,
      yTo: Math.max(10, ...values) * 2,
      data,
    },
  }
}
