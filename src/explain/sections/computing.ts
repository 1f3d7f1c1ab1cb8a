/**
 * Computing it: where the formula and its derivative lose their digits in double precision, a form that keeps
 * them, and both as code.
 */
import { emitted, type Language } from '../../compute/emit/index.ts'
import { type Compiled, together } from '../../compute/prepare.ts'
import { run } from '../../compute/run.ts'
import { wrongBits } from '../../compute/stable/error.ts'
import { type Stable, stable } from '../../compute/stable/index.ts'
import type { Region } from '../../compute/stable/regions.ts'
import { Spots } from '../../compute/stable/samples.ts'
import { spot, truth } from '../../compute/stable/truth.ts'
import { unfolded } from '../../compute/unfolded.ts'
import { OgeeError } from '../../expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols, same, symbol } from '../../expression/expr.ts'
import { type Failure, failureOf, MANY_BITS, MOST_DIGITS, valueThere } from '../computing/failure.ts'
import { sharedFunction } from '../computing/shared.ts'
import { type Through, throughValue } from '../computing/through.ts'
import { absent, type Built, type DraftBlock, paragraph, type Said } from '../draft.ts'
import { INFINITY, MINUS_INFINITY, related } from '../properties/terms.ts'
import { rounded } from '../rounded.ts'
import type { Subject } from '../subject.ts'
import { say } from '../wording/message.ts'

/** As many forms are measured as take some tenths of a second. */
const EFFORT = { rounds: 3, forms: 160 }
const LARGEST = 40

const DIGITS = 4

/** Larger forms are shown as code alone. */
const LARGEST_SHOWN = 30

interface Measured extends Stable {
  readonly of: string
  readonly given: Expr
  /** What is wrong in the code, sample by sample; `after` is its mean. */
  readonly wrong: readonly number[]
  /** What is computed once for this and the other. */
  readonly shared: Expr | undefined
  /** The derivative through the value, where articles have it so. */
  readonly through?: Through | undefined
}

export function computingSection(subject: Subject): Built {
  const { formula, derivation, order, variable } = subject
  if (order !== 1) return absent(say('computing.order'))
  if (formula.size > LARGEST) return absent(say('computing.large'))
  const letters = freeSymbols(formula).filter((name) => !CONSTANTS.has(name))
  if (letters.some((letter) => letter !== variable)) return absent(say('computing.several'))
  const found = measured({ value: formula, [variable]: derivation.to }, subject)
  if (!found) return absent(say('computing.none'))
  const [value, slope] = found as [Measured, Measured]
  const both = [value, { ...slope, through: throughValue(subject, value, slope) }]
  const lossy = both.filter(isLossy)
  if (lossy.length === 0) return absent(say('computing.absent'))
  const count = Math.max(...both.map(({ samples }) => samples.length))
  return {
    id: 'computing',
    title: [say('computing.title')],
    known: 'measured',
    blocks: [
      paragraph(say('computing.points', { count: String(count) })),
      ...lossy.flatMap((one) => lossOf(one, variable)),
      ...(lossy.some((one) => isMended(one) || one.through) ? code(both, subject) : []),
    ],
  }
}

/** The formulas and the forms that were found; nothing for what no program computes. */
function measured(formulas: Readonly<Record<string, Expr>>, subject: Subject): Measured[] | undefined {
  const { assuming, variable } = subject
  const spots = new Spots()
  try {
    const found = Object.entries(formulas).map(([of, given]) => ({
      ...{ of, given, found: stable(unfolded(given), { assuming, effort: EFFORT, spots }) },
    }))
    const all = found.map(
      ({ of, given, found: { form, before, after } }): Compiled => ({ of, given, form, before, after }),
    )
    const { program } = together(all, [variable], [variable])
    const shared = sharedFunction(program)
    return found.map(({ of, given, found: one }, i) => {
      const wrong = one.samples.map(({ at, right }) => wrongBits(run(program, at)[i] as number, right))
      return { ...one, of, given, wrong, shared, after: wrong.length === 0 ? one.before : mean(wrong) }
    })
  } catch (error) {
    if (error instanceof OgeeError) return undefined
    throw error
  }
}

const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length

/** Bits that are worth another form. */
const WORTH = 0.5

const isMended = ({ before, after }: Measured): boolean => after < before - WORTH
const isBad = (one: Measured): boolean =>
  isMended(one) || one.regions.some(({ before }) => before > MANY_BITS)

const isLossy = (one: Measured): boolean => isBad(one) || one.through !== undefined

function lossOf(one: Measured, variable: string): DraftBlock[] {
  const { form, after, through } = one
  const bits = (wrong: number): string => wrong.toFixed(1)
  const formKey = isShown(one) ? 'computing.form' : 'computing.form-below'
  const beside = through ? [besideThrough(through, one, variable)] : []
  if (!isBad(one)) return [...beside, ...table(one, variable)]
  return [
    paragraph(
      ...wrongAsWritten(one, variable),
      ...(isMended(one) ? [say(formKey, { bits: bits(after) })] : [say('computing.no-form')]),
    ),
    ...(isMended(one) && isShown(one) ? [{ kind: 'formula', right: form } as const] : []),
    ...beside,
    ...(isMended(one) || through ? table(one, variable) : []),
  ]
}

/** Where the formula goes wrong as it is written, or at least how wrong it is. */
function wrongAsWritten({ given, before, samples }: Measured, variable: string): Said[] {
  const u = unfolded(given)
  const right = (x: number): number => truth(u, spot([variable], [x]))
  const failure = failureOf(valueThere(u, variable), right, samples)
  return failure === undefined
    ? [say('computing.loses', { formula: given, bits: before.toFixed(1) })]
    : [
        Number.isNaN(failure.value)
          ? say('computing.no-number', { formula: given, ...holesOf(failure, variable) })
          : say('computing.wrong', {
              ...{ formula: given, ...holesOf(failure, variable) },
              found: numberSaid(failure.value, failure.digits),
            }),
      ]
}

const holesOf = ({ x, right, digits }: Failure, variable: string) => ({
  place: related(symbol(variable), '=', rounded(x, MOST_DIGITS)),
  right: rounded(right, digits),
})

/** What becomes of f′ = P(f), beside what the code does. */
function besideThrough({ form, letter, failure }: Through, one: Measured, variable: string): DraftBlock {
  const { value, digits } = failure
  const f = symbol(letter)
  const holes = { form, f, ...holesOf(failure, variable) }
  const holesToo = {
    ...holes,
    found: Number.isNaN(value) ? say('computing.no-number-at') : numberSaid(value, digits),
  }
  return paragraph(
    isBad(one) ? say('computing.through', holesToo) : say('computing.through-alone', holesToo),
    ...(!isBad(one) || isMended(one) ? [reused(one)] : []),
  )
}

/** What the code does instead. */
function reused(one: Measured): Said {
  const { form, shared } = one
  if (!isShown(one)) return say('computing.reuse-below')
  return shared ? say('computing.reuse', { form, shared }) : say('computing.instead', { form })
}

/** Is the form worth showing: not long, nor as written where the code does better than that? */
const isShown = (one: Measured): boolean =>
  one.form.size <= LARGEST_SHOWN && !(isMended(one) && same(one.form, unfolded(one.given)))

const numberSaid = (value: number, digits: number): Said =>
  Number.isFinite(value) ? rounded(value, digits) : value > 0 ? INFINITY : MINUS_INFINITY

/** Decimal digits that are right where so many of 53 bits are wrong. */
const digitsOf = (wrong: number): string =>
  String(Math.min(16, Math.max(0, Math.round((53 - wrong) * Math.LOG10E * Math.LN2))))

interface Row {
  readonly from: number
  readonly to: number
  /** As written, through the value, and in the form that was found. */
  readonly digits: readonly string[]
}

/** How many digits are right where; nothing for several variables. */
function table(one: Measured, variable: string): DraftBlock[] {
  const { through } = one
  const rows = one.regions.map((region) => rowOf(region, one)).reduce<Row[]>(joined, [])
  if (rows.length < 2) return []
  const x = symbol(variable)
  return [
    {
      kind: 'table',
      header: [
        [say('computing.where')],
        [say('computing.as-written')],
        ...(through ? [[say('computing.as-through', { form: through.form })]] : []),
        ...(isMended(one) ? [[say('computing.in-form')]] : []),
      ],
      rows: rows.map(({ from, to, digits }) => [[between(from, x, to)], ...digits.map((text) => [text])]),
    },
  ]
}

function rowOf({ from, to, before }: Region, one: Measured): Row {
  const { through, samples } = one
  const inRegion = (wrong: readonly number[]): string =>
    digitsOf(mean(wrong.filter((_, i) => isWithin(samples[i]?.at[0] ?? 0))))
  const isWithin = (x: number): boolean => x >= from && x < to
  const digits = [
    digitsOf(before),
    ...(through ? [inRegion(through.wrong)] : []),
    ...(isMended(one) ? [inRegion(one.wrong)] : []),
  ]
  return { from, to, digits }
}

/** Neighbours that keep the same digits are one row. */
function joined(rows: Row[], row: Row): Row[] {
  const last = rows.at(-1)
  return last && last.to === row.from && `${last.digits}` === `${row.digits}`
    ? [...rows.slice(0, -1), { ...last, to: row.to }]
    : [...rows, row]
}

function between(from: number, x: Expr, to: number): Said {
  if (from === -Infinity) return related(x, '<', rounded(to, DIGITS))
  if (to === Infinity) return related(rounded(from, DIGITS), '<=', x)
  return related(rounded(from, DIGITS), '<=', x, '<', rounded(to, DIGITS))
}

/** The function and its derivative in the forms that were found. */
function code(found: readonly Measured[], { variable, named }: Subject): DraftBlock[] {
  const prepared = together(found, [variable], [variable])
  const inLanguage = (language: Language): DraftBlock[] => {
    try {
      return [{ kind: 'code', language, text: emitted(prepared, language, named?.name ?? 'f') }]
    } catch (error) {
      if (error instanceof OgeeError) return []
      throw error
    }
  }
  const folded = FOLDED.flatMap(([language, title]): DraftBlock[] => {
    const blocks = inLanguage(language)
    return blocks.length === 0 ? [] : [{ kind: 'group', id: language, title: [title], folded: true, blocks }]
  })
  return [paragraph(say('computing.code')), ...inLanguage('javascript'), ...folded]
}

const FOLDED: readonly (readonly [Language, title: Said])[] = [
  ['python', say('computing.in-python')],
  ['pytorch', say('computing.in-pytorch')],
  ['c', say('computing.in-c')],
  ['matlab', say('computing.in-matlab')],
  ['sql', say('computing.in-sql')],
]
