/**
 * Saturation: where the derivative fades, what that does to a product of derivatives through layers, how
 * other functions fare, and what becomes of it in double precision.
 */
import { type Analysis, propertiesNamed } from '../../analyse/index.ts'
import { evaluate } from '../../derive/evaluate.ts'
import { type Expr, freeSymbols, integer, mentions, negate, raise, symbol } from '../../expression/expr.ts'
import type { DraftBlock, DraftSection, Said } from '../draft.ts'
import { derivativeCalled, type Name } from '../name.ts'
import { related, Terms } from '../properties/terms.ts'
import { listed } from '../render/words.ts'
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
import { analysisOf, ownForm, replayFor, slopeAnalysisOf } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { throughItself } from '../through-itself.ts'

const LAYERS = [1, 5, 10, 20, 50]
const DIGITS = 4
const SMALL = [3, 6]

const paragraph = (...text: Said[]): DraftBlock => ({ kind: 'paragraph', text })

/** |f′(x)| */
const sized = ({ plain, latex }: Name): Name => ({
  plain: `|${plain}|`,
  latex: `\\left|${latex}\\right|`,
})

export function saturationSection(subject: Subject): DraftSection | undefined {
  const fading = fadingIn(subject)
  if (!fading) return undefined
  const { own, slope, sides, constant } = fading
  const name = derivativeCalled(subject, subject.variable)
  return {
    id: 'saturation',
    title: ['Saturation and vanishing gradient'],
    known: 'proved',
    blocks: [
      ends(sides, name, subject),
      ...(constant ? product(constant, own, name) : []),
      ...SMALL.flatMap((digits) => smallness(digits, whereSmall(digits, fading, subject), name)),
      ...inDoubles(sides, slope, name, subject),
    ],
  }
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

function ends(sides: readonly Side[], name: Name, { variable }: Subject): DraftBlock {
  const x = symbol(variable)
  const places = sides.map((side) => related(x, '->', INFINITIES[side]))
  return paragraph(
    'The slope fades: ',
    related(name, '->', integer(0)),
    ' as ',
    ...listed(places),
    '. What learns by following its slope learns little there.',
  )
}

/** A product of n derivatives is at most cⁿ. */
function product(constant: Expr, own: Analysis, name: Name): DraftBlock[] {
  const terms = new Terms(own, name)
  const { supposing, variable } = own
  const hasLetters = freeSymbols(constant).length > 0 && !terms.isEnclosed(constant)
  const given = hasLetters ? supposing.filter((condition) => !mentions(condition, variable)) : []
  const n = symbol('n')
  const said: Said[] = [
    related(sized(name), '<=', terms.number(constant)),
    ...(given.length > 0 ? [' for ', ...listed(given)] : []),
    ', and no smaller bound holds. Through ',
    n,
    ' layers the slope has ',
    n,
    ' such factors',
  ]
  if (sizeOf(constant) === 0)
    return [paragraph(...said, '; their product is at most 1: it never grows, and need not shrink.')]
  if (terms.isEnclosed(constant)) return [paragraph(...said, '.')]
  const all: Said[] = [...said, '; their product is at most ', raise(constant, n)]
  const rows = hasLetters ? [] : LAYERS.flatMap((layers) => powerRow(constant, layers))
  if (rows.length === 0) return [paragraph(...all, '.')]
  return [
    paragraph(...all, ':'),
    { kind: 'table', header: [['layers'], ['at most'], [`${DIGITS} digits`]], rows },
  ]
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
  const found = where.filter((one) => typeof one !== 'string')
  if (found.length === 0) return []
  const bound = raise(integer(10), negate(integer(digits)))
  return [paragraph(related(sized(name), '<', bound), ' for ', ...listed(found, ' and for '), '.')]
}

/** Nowhere 0 in the reals; 0 from some number on in doubles. */
function inDoubles(sides: readonly Side[], slope: Analysis, name: Name, subject: Subject): DraftBlock[] {
  const replay = replayFor(subject)
  const [zeros] = propertiesNamed(slope, 'zeros').filter((one) => replay.accepts(one))
  const through = throughItself(subject)
  const { variable, derivation } = subject
  const isNumeric = freeSymbols(derivation.to).every((letter) => letter === variable)
  if (!zeros || zeros.value.length > 0) return []
  const reals = paragraph('In the real numbers ', name, ' is nowhere 0.')
  if (!through || !isNumeric || mentions(through.form, variable)) return [reals]
  const found = [...sides].reverse().flatMap((side) => {
    const one = vanishing(ownForm(subject), through, derivation.to, variable, side)
    return one ? [{ side, ...one }] : []
  })
  const first = found.sort((a, b) => Math.abs(a.from) - Math.abs(b.from))[0]
  return [reals, ...(first ? [measured(first, through, derivation.to, variable)] : [])]
}

function measured(
  { from, to, side, writtenOut }: Vanishing & { readonly side: Side },
  { form, letter }: { readonly form: Expr; readonly letter: string },
  slope: Expr,
  variable: string,
): DraftBlock {
  const end = from < 0 ? `-${-from}` : String(from)
  const still: Said[] =
    writtenOut === 0
      ? []
      : [
          ' Written out, as ',
          slope,
          `, it still gives ${Number(writtenOut.toPrecision(DIGITS))} at ${variable} = ${end}: compute it so where it is small.`,
        ]
  return paragraph(
    'In double precision it can be: the form ',
    form,
    ', with the value of the function for ',
    symbol(letter),
    `, is exactly 0 from ${variable} = ${end} on (measured at every whole number to ${to}${side === 'left' ? ', going down' : ''}).`,
    ...still,
  )
}
