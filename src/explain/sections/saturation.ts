/**
 * Saturation: where the derivative fades, what that does to a product of derivatives through layers, how
 * other functions fare, and what becomes of it in double precision.
 */
import { decimalOf } from '../../analyse/decimals.ts'
import { type Analysis, propertiesNamed } from '../../analyse/index.ts'
import { evaluate } from '../../derive/evaluate.ts'
import type { Condition } from '../../expression/condition.ts'
import {
  call,
  type Expr,
  freeSymbols,
  integer,
  mentions,
  negate,
  raise,
  same,
  symbol,
} from '../../expression/expr.ts'
import { opened } from '../../rules/forms.ts'
import type { Block, Inline, Section } from '../article.ts'
import { derivativeCalled, type Name } from '../name.ts'
import { related, Terms } from '../properties/terms.ts'
import { listed } from '../render/words.ts'
import { type Vanishing, vanishing } from '../saturation/doubles.ts'
import {
  fadingSides,
  type Steepness,
  sizeOf,
  smallOn,
  steepestIn,
  steepnessOf,
} from '../saturation/steepest.ts'
import type { Side, Slope } from '../saturation/tails.ts'
import { analysisOf, ownForm, replayFor, slopeAnalysisOf } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { throughItself } from '../through-itself.ts'

const LAYERS = [1, 5, 10, 20, 50]
const DIGITS = 4
const SMALL = [3, 6]
/** What the function is compared with: activations of neural networks. */
const OTHERS = ['tanh', 'relu', 'softsign', 'gelu', 'swish']

const paragraph = (...text: Inline[]): Block => ({ kind: 'paragraph', text })

/** |f′(x)| */
const sized = ({ plain, latex }: Name): Name => ({
  plain: `|${plain}|`,
  latex: `\\left|${latex}\\right|`,
})

export function saturationSection(subject: Subject): Section | undefined {
  const [own, slope] = [analysisOf(subject), slopeAnalysisOf(subject)]
  if (!own || !slope || subject.order !== 1) return undefined
  const replay = replayFor(subject)
  const sides = fadingSides(slope, replay)
  if (sides.length === 0) return undefined
  const name = derivativeCalled(subject, subject.variable)
  const constant = steepestIn(own, replay)
  const small = new Map(SMALL.map((digits) => [digits, whereSmall(digits, sides, slope, subject)]))
  return {
    id: 'saturation',
    title: 'Saturation and vanishing gradient',
    known: 'proved',
    blocks: [
      ends(sides, name, subject),
      ...(constant ? product(constant, own, name) : []),
      ...SMALL.flatMap((digits) => smallness(digits, small.get(digits) ?? [], name)),
      ...(constant ? comparison(constant, own, small.get(6) ?? [], subject) : []),
      ...inDoubles(sides, slope, name, subject),
    ],
  }
}

const INFINITIES: Readonly<Record<Side, Name>> = {
  left: { plain: '-infinity', latex: '-\\infty' },
  right: { plain: 'infinity', latex: '\\infty' },
}

function ends(sides: readonly Side[], name: Name, { variable }: Subject): Block {
  const x = symbol(variable)
  const places = sides.map((side) => related(x, '->', INFINITIES[side]))
  return paragraph(
    'The function saturates: ',
    related(name, '->', integer(0)),
    ' as ',
    ...listed(places),
    '. What learns by following its slope learns little there.',
  )
}

/** A product of n derivatives is at most cⁿ. */
function product(constant: Expr, own: Analysis, name: Name): Block[] {
  const terms = new Terms(own, name)
  const { supposing, variable } = own
  const hasLetters = freeSymbols(constant).length > 0 && !terms.isEnclosed(constant)
  const given = hasLetters ? supposing.filter((condition) => !mentions(condition, variable)) : []
  const n = symbol('n')
  const said: Inline[] = [
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
  const all: Inline[] = [...said, '; their product is at most ', raise(constant, n)]
  const rows = hasLetters ? [] : LAYERS.flatMap((layers) => powerRow(constant, layers))
  if (rows.length === 0) return [paragraph(...all, '.')]
  return [paragraph(...all, ':'), { kind: 'table', header: ['layers', 'at most', `${DIGITS} digits`], rows }]
}

function powerRow(constant: Expr, layers: number): (readonly Inline[])[][] {
  const power = raise(constant, integer(layers))
  const found = evaluate(power, {}, { digits: DIGITS })
  return found.verdict === 'value' ? [[[String(layers)], [power], [found.value]]] : []
}

function whereSmall(
  digits: number,
  sides: readonly Side[],
  { formula }: Analysis,
  { variable, within, assuming, derivation }: Subject,
): (Condition | undefined)[] {
  if (freeSymbols(formula).some((letter) => letter !== variable)) return []
  const slope: Slope = { form: formula, variable, assuming: [...assuming, ...derivation.conditions] }
  return smallOn(slope, sides, digits, within(0.1).budget?.milliseconds ?? 0)
}

function smallness(digits: number, where: readonly (Condition | undefined)[], name: Name): Block[] {
  const found = where.filter((condition) => condition !== undefined)
  if (found.length === 0) return []
  const bound = raise(integer(10), negate(integer(digits)))
  return [paragraph(related(sized(name), '<', bound), ' for ', ...listed(found, ' and for '), '.')]
}

/** The function among others, as far as those are worked out in time. */
function comparison(
  constant: Expr,
  { numbers }: Analysis,
  small: readonly (Condition | undefined)[],
  subject: Subject,
): Block[] {
  const decimals = decimalOf(constant, numbers)
  if (decimals === undefined) return []
  const { variable, named, within } = subject
  const own: Steepness = { constant, decimals, small }
  const context = () => ({ budget: within(0.15).budget ?? {} })
  const others = OTHERS.filter((name) => !isCurve(name, subject)).map((name) => {
    const found = steepnessOf(name, variable, context)
    return { name, found }
  })
  const rows = [
    row(named?.name ?? 'this function', own),
    ...others.flatMap(({ name, found }) => (found ? [row(name, found)] : [])),
  ]
  const missing = others.filter(({ found }) => !found).map(({ name }) => name)
  return [
    paragraph('Beside others:'),
    { kind: 'table', header: ['function', 'steepest slope', '10 layers at most', 'slope below 10^-6'], rows },
    ...(missing.length === 0 ? [] : [paragraph(`Not worked out in this time: ${missing.join(', ')}.`)]),
  ]
}

/** Is it the function itself, by its name or written out? */
function isCurve(name: string, subject: Subject): boolean {
  const curve = call(name, [symbol(subject.variable)])
  return [curve, opened(curve)].some((form) => form && same(form, ownForm(subject)))
}

function row(name: string, { decimals = '', small }: Steepness): (readonly Inline[])[] {
  const value = Number(decimals.replace('…', ''))
  const found = small.filter((condition) => condition !== undefined)
  return [
    [name],
    [short(value)],
    [short(value ** 10)],
    found.length === 0 ? ['nowhere far out'] : found.flatMap((c, i) => (i === 0 ? [c] : [' and ', c])),
  ]
}

const short = (value: number): string => String(Number(value.toPrecision(DIGITS)))

/** Nowhere 0 in the reals; 0 from some number on in doubles. */
function inDoubles(sides: readonly Side[], slope: Analysis, name: Name, subject: Subject): Block[] {
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
): Block {
  const end = from < 0 ? `-${-from}` : String(from)
  const still: Inline[] =
    writtenOut === 0
      ? []
      : [
          ' Written out, as ',
          slope,
          `, it still gives ${short(writtenOut)} at ${variable} = ${end}: compute it so where it is small.`,
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
