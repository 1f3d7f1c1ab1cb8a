/**
 * Is a formula that was typed one of the named curves? Its letters may be called differently, and it may be
 * written differently: what matches or has as many letters is a candidate, and one that is proved equal, with
 * the same domain, is the answer.
 */
import { compare } from '../../derive/compare.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { verify } from '../../derive/verify.ts'
import { Canon } from '../../expression/canonical.ts'
import { call, type Expr, freeSymbols, mentions, same, symbol } from '../../expression/expr.ts'
import { match } from '../../expression/match.ts'
import { literalValue } from '../../expression/number-term.ts'
import { CURVES, type Definition } from '../../functions/index.ts'
import { isTotal, opened } from '../../rules/forms.ts'
import type { Context } from '../../syntax/formula.ts'
import type { Said } from '../draft.ts'
import type { Subject } from '../subject.ts'
import { curveSaid } from '../wording/curves.ts'
import { say } from '../wording/message.ts'

/** The row of the curve, and the formula as a call of it. */
export interface KnownCurve {
  readonly row: Definition
  readonly call: Expr
}

/** The part of the time that is left for each search. */
const PART = 0.05
/** Larger formulas are no curve of the table. */
const LARGEST = 60
/** With more letters than these only those orders are compared that a calculation already shows to be right. */
const FEW_LETTERS = 3
const MOST_LETTERS = 4
const MOST_MATCHES = 3
const MOST_COMPARED = 80

/** The named curve that u is, as a function of the variable. */
export function knownAs(u: Expr, variable: string, context: Context): KnownCurve | undefined {
  if (u.size > LARGEST || !mentions(u, variable) || isPlainCall(u)) return undefined
  let compared = 0
  try {
    for (const { row, call } of candidates(u, variable)) {
      if (compared >= MOST_COMPARED) return undefined
      compared += 1
      const verdict = compare(u, opened(call) as Expr, context)
      const isSame = verdict.verdict === 'equal' && verdict.where.length === 0 && verdict.domains === 'same'
      if (isSame && verify(verdict).ok) return { row, call }
    }
    return undefined
  } catch (error) {
    if (error instanceof OutOfBudget) return undefined
    throw error
  }
}

/** A function by its name: nothing is to be recognised. */
const isPlainCall = (u: Expr): boolean => u.kind === 'call' && u.args.every(({ kind }) => kind === 'symbol')

function* candidates(u: Expr, variable: string): Generator<KnownCurve> {
  const x = symbol(variable)
  const names = freeSymbols(u).filter((name) => name !== variable)
  const canon = new Canon(isTotal)
  for (const row of CURVES) {
    const [own = '', ...letters] = row.letters
    const body = opened(
      call(
        row.name,
        row.letters.map((letter) => symbol(letter)),
      ),
    ) as Expr
    const accepts = (letter: string, v: Expr): boolean => (letter === own ? same(v, x) : isPlain(v, variable))
    let matches = 0
    for (const bound of match(body, u, accepts)) {
      const values = letters.map((letter) => bound.get(letter) as Expr | undefined)
      if (values.every((value) => value !== undefined)) yield { row, call: call(row.name, [x, ...values]) }
      matches += 1
      if (matches >= MOST_MATCHES) break
    }
    if (letters.length !== names.length || letters.length > MOST_LETTERS) continue
    for (const order of ordersOf(names)) {
      const found = call(row.name, [x, ...order.map((name) => symbol(name))])
      if (letters.length <= FEW_LETTERS || canon.same(opened(found) as Expr, u)) yield { row, call: found }
    }
  }
}

/** Another letter, or a number. */
const isPlain = (u: Expr, variable: string): boolean =>
  u.kind === 'symbol' ? u.name !== variable : literalValue(u) !== undefined

/** The names in every order. */
function ordersOf(names: readonly string[]): string[][] {
  if (names.length === 0) return [[]]
  return names.flatMap((first, i) =>
    ordersOf(names.filter((_, k) => k !== i)).map((rest) => [first, ...rest]),
  )
}

/** A call of the curve, and what it is called where that is more than its name. */
export const calledSaid = ({ call, row: { name, title } }: KnownCurve): Said =>
  title === name ? call : say('definition.called', { call, curve: curveSaid(name, 'title', title) })

/** What is recognised in an article. */
interface Recognised {
  readonly ofFunction: KnownCurve | undefined
  readonly ofDerivative: KnownCurve | undefined
}

const NOTHING: Recognised = { ofFunction: undefined, ofDerivative: undefined }

const found = new WeakMap<Subject, Recognised>()

/** The curves that the function, if it has no name, and its derivative are; looked for once for all sections. */
export function recognised(subject: Subject): Recognised {
  const { formula, named, derivation, variable, within, isBrief } = subject
  if (isBrief) return NOTHING
  const known = found.get(subject) ?? {
    ofFunction: named ? undefined : knownAs(formula, variable, within(PART)),
    ofDerivative: knownAs(derivation.to, variable, within(PART)),
  }
  found.set(subject, known)
  return known
}
