/**
 * Computing it: where the formula and its derivative lose their digits in double precision, a form that keeps
 * them, and both as code.
 */
import { emitted, type Language } from '../../compute/emit/index.ts'
import { type Compiled, together } from '../../compute/prepare.ts'
import { run } from '../../compute/run.ts'
import { programOf } from '../../compute/stable/candidate.ts'
import { wrongBits } from '../../compute/stable/error.ts'
import { type Stable, stable } from '../../compute/stable/index.ts'
import type { Region } from '../../compute/stable/regions.ts'
import { spot, truth } from '../../compute/stable/truth.ts'
import { unfolded } from '../../compute/unfolded.ts'
import { OgeeError } from '../../expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols, symbol } from '../../expression/expr.ts'
import { absent, type Built, type DraftBlock, paragraph, type Said } from '../draft.ts'
import { INFINITY, MINUS_INFINITY, related } from '../properties/terms.ts'
import { rounded } from '../rounded.ts'
import type { Subject } from '../subject.ts'
import { say } from '../wording/message.ts'

/** As many forms are measured as take some tenths of a second. */
const EFFORT = { rounds: 3, forms: 160 }
const LARGEST = 40

/** As many wrong bits in some region are worth being told. */
const MANY_BITS = 10
const DIGITS = 4

/** Larger forms are shown as code alone. */
const LARGEST_SHOWN = 30

interface Measured extends Stable {
  readonly of: string
  readonly given: Expr
}

export function computingSection(subject: Subject): Built {
  const { formula, derivation, order, variable } = subject
  if (order !== 1) return absent(say('computing.order'))
  if (formula.size > LARGEST) return absent(say('computing.large'))
  const letters = freeSymbols(formula).filter((name) => !CONSTANTS.has(name))
  if (letters.some((letter) => letter !== variable)) return absent(say('computing.several'))
  if (isSlow([formula, derivation.to], variable)) return absent(say('computing.slow'))
  const found = measured({ value: formula, [variable]: derivation.to }, subject)
  if (!found) return absent(say('computing.none'))
  const lossy = found.filter(isLossy)
  if (lossy.length === 0) return absent(say('computing.absent'))
  const count = Math.max(...found.map(({ samples }) => samples.length))
  return {
    id: 'computing',
    title: [say('computing.title')],
    known: 'measured',
    blocks: [
      paragraph(say('computing.points', { count: String(count) })),
      ...lossy.flatMap((one) => lossOf(one, variable)),
      ...(lossy.some(isMended) ? code(found, subject) : []),
    ],
  }
}

/** The formulas and the forms that were found; nothing for what no program computes. */
function measured(formulas: Readonly<Record<string, Expr>>, { assuming }: Subject): Measured[] | undefined {
  try {
    return Object.entries(formulas).map(([of, given]) => ({
      of,
      given,
      ...stable(unfolded(given), { assuming, effort: EFFORT }),
    }))
  } catch (error) {
    if (error instanceof OgeeError) return undefined
    throw error
  }
}

const isMended = ({ before, after }: Measured): boolean => after < before

const isLossy = (one: Measured): boolean =>
  isMended(one) || one.regions.some(({ before }) => before > MANY_BITS)

function lossOf(one: Measured, variable: string): DraftBlock[] {
  const { given, form, before, after } = one
  const bits = (wrong: number): string => wrong.toFixed(1)
  const where = failure(one, variable)
  const isShown = form.size <= LARGEST_SHOWN
  const formKey = isShown ? 'computing.form' : 'computing.form-below'
  return [
    paragraph(
      where ?? say('computing.loses', { formula: given, bits: bits(before) }),
      ...(isMended(one) ? [say(formKey, { bits: bits(after) })] : [say('computing.no-form')]),
    ),
    ...(isMended(one) && isShown ? [{ kind: 'formula', right: form } as const] : []),
    ...(isMended(one) ? table(one, variable) : []),
  ]
}

/** Numbers that are soon read, the everyday ones first. */
const SIZES = [10, 20, 40, 50, 100, 500, 750, 1000, 1e4, 1, 0.1, 0.01, 1e-4, 1e-6, 1e-9, 1e-12]
const NUMBERS = SIZES.flatMap((size) => [size, -size])

/** A rigorous value may take so long, in milliseconds: hundreds are needed. */
const LONGEST = 3

/** Would it take too long to hold the formulas against rigorous values? Half of those tried took longer. */
function isSlow(formulas: readonly Expr[], variable: string): boolean {
  const times = formulas
    .map(unfolded)
    .flatMap((u) =>
      NUMBERS.slice(0, 8).map((x) => {
        const began = Date.now()
        truth(u, spot([variable], [x]))
        return Date.now() - began
      }),
    )
    .sort((a, b) => a - b)
  return (times[times.length / 2] as number) > LONGEST
}

/** A difference that can be seen in a few digits. */
const SEEN = 1e-3

/** A number at which the formula goes wrong as it is written: one that is soon read, or else where it is worst. */
function failure({ given, samples }: Measured, variable: string): Said | undefined {
  const u = unfolded(given)
  const program = programOf(u, [variable])
  const valueAt = (x: number): number => run(program, [x])[0] ?? Number.NaN
  const near = NUMBERS.map((x) => ({ x, value: valueAt(x), right: truth(u, spot([variable], [x])) })).find(
    ({ value, right }) => Number.isFinite(right) && !(Math.abs(value - right) <= SEEN * Math.abs(right)),
  )
  const worst = samples
    .map(({ at: [x = 0], right }) => ({ x, value: valueAt(x), right }))
    .reduce((a, b) => (wrongBits(b.value, b.right) > wrongBits(a.value, a.right) ? b : a))
  const found = near ?? worst
  if (wrongBits(found.value, found.right) < MANY_BITS) return undefined
  const { x, value, right } = found
  const digits = digitsApart(value, right)
  const holes = {
    formula: given,
    place: related(symbol(variable), '=', rounded(x, MOST_DIGITS)),
    right: rounded(right, digits),
  }
  return Number.isNaN(value)
    ? say('computing.no-number', holes)
    : say('computing.wrong', { ...holes, found: numberSaid(value, digits) })
}

const MOST_DIGITS = 17

/** So many digits tell the two apart. */
function digitsApart(a: number, b: number): number {
  for (let digits = DIGITS; digits < MOST_DIGITS; digits += 1)
    if (a.toPrecision(digits) !== b.toPrecision(digits)) return digits
  return MOST_DIGITS
}

const numberSaid = (value: number, digits: number): Said =>
  Number.isFinite(value) ? rounded(value, digits) : value > 0 ? INFINITY : MINUS_INFINITY

/** Decimal digits that are right where so many of 53 bits are wrong. */
const digitsOf = (wrong: number): string =>
  String(Math.min(16, Math.max(0, Math.round((53 - wrong) * Math.LOG10E * Math.LN2))))

interface Row {
  readonly from: number
  readonly to: number
  readonly digits: readonly [before: string, after: string]
}

/** How many digits are right where; nothing for several variables. */
function table({ regions }: Measured, variable: string): DraftBlock[] {
  const rows = regions.reduce<Row[]>(joined, [])
  if (rows.length < 2) return []
  const x = symbol(variable)
  return [
    {
      kind: 'table',
      header: [[say('computing.where')], [say('computing.as-written')], [say('computing.in-form')]],
      rows: rows.map(({ from, to, digits: [before, after] }) => [[between(from, x, to)], [before], [after]]),
    },
  ]
}

/** Neighbours that keep the same digits are one row. */
function joined(rows: Row[], { from, to, before, after }: Region): Row[] {
  const last = rows.at(-1)
  const digits = [digitsOf(before), digitsOf(after)] as const
  return last && last.to === from && `${last.digits}` === `${digits}`
    ? [...rows.slice(0, -1), { ...last, to }]
    : [...rows, { from, to, digits }]
}

function between(from: number, x: Expr, to: number): Said {
  if (from === -Infinity) return related(x, '<', rounded(to, DIGITS))
  if (to === Infinity) return related(rounded(from, DIGITS), '<=', x)
  return related(rounded(from, DIGITS), '<=', x, '<', rounded(to, DIGITS))
}

/** The function and its derivative in the forms that were found. */
function code(found: readonly Measured[], { variable, named }: Subject): DraftBlock[] {
  const formulas = found.map(
    ({ of, given, form, before, after }): Compiled => ({ of, given, form, before, after }),
  )
  const prepared = together(formulas, [variable], [variable])
  const inLanguage = (language: Language): DraftBlock[] => {
    try {
      return [{ kind: 'code', language, text: emitted(prepared, language, named?.name ?? 'f') }]
    } catch (error) {
      if (error instanceof OgeeError) return []
      throw error
    }
  }
  const python = inLanguage('python')
  return [
    paragraph(say('computing.code')),
    ...inLanguage('javascript'),
    ...(python.length === 0
      ? []
      : [
          {
            kind: 'group',
            id: 'python',
            title: [say('computing.in-python')],
            folded: true,
            blocks: python,
          } as const,
        ]),
  ]
}
