/**
 * The derivative through f told in words, such as "the value times the difference between the value and 1",
 * and then written in the order of the words: f·(f − 1), which has the wrong sign.
 */
import { compare } from '../../derive/compare.ts'
import { evaluate } from '../../derive/evaluate.ts'
import { OutOfBudget } from '../../derive/index.ts'
import {
  add,
  call,
  type Expr,
  freeSymbols,
  isCall,
  mentions,
  negate,
  substitute,
} from '../../expression/expr.ts'
import { parse } from '../../syntax/index.ts'
import type { Said } from '../draft.ts'
import { ownForm } from '../own-form.ts'
import { related } from '../properties/terms.ts'
import type { Subject } from '../subject.ts'
import { throughItself } from '../through-itself.ts'
import { say } from '../wording/message.ts'

const DIGITS = 4

/** u − v read as v − u, at the first difference of the product; nothing where there is none. */
export function turnedRound(form: Expr): Expr | undefined {
  if (isCall(form, 'add') && form.args.length === 2) {
    const [u, v] = form.args as [Expr, Expr]
    if (isCall(v, 'negate') && !isCall(u, 'negate')) return add(v.args[0] as Expr, negate(u))
  }
  if (!isCall(form, 'multiply')) return undefined
  const at = form.args.findIndex((factor) => turnedRound(factor) !== undefined)
  if (at < 0) return undefined
  return call(
    'multiply',
    form.args.map((factor, i) => (i === at ? (turnedRound(factor) as Expr) : factor)),
  )
}

/** The claim and what is true instead, if the two forms are proved to differ. */
export function signSlip(subject: Subject): (readonly Said[])[][] {
  const through = throughItself(subject)
  if (!through || mentions(through.form, subject.variable)) return []
  const { form, letter } = through
  const wrong = turnedRound(form)
  if (!wrong) return []
  const written = (u: Expr): Expr => substitute(u, new Map([[letter, ownForm(subject)]]))
  const slope = { plain: `${letter}'`, latex: `${letter}'` }
  try {
    const verdict = compare(written(wrong), subject.derivation.to, subject.within(0.2))
    if (verdict.verdict !== 'different') return []
    const at = Object.entries(verdict.at).map(([name, value]) => [name, parse(value)] as const)
    const [left, right] = [wrong, form].map((u) => valueAt(written(u), new Map(at)))
    const shown: Said[] =
      left === undefined || right === undefined || freeSymbols(written(form)).length > 1
        ? []
        : [
            say('claims.slip-shown', {
              place: at.map(([name, value]) => related({ plain: name, latex: name }, '=', value)),
              wrong: left,
              right,
            }),
          ]
    return [
      [
        [say('claims.slip', { slope, form: wrong })],
        [say('claims.slip-instead', { equation: related(slope, '=', form) }), ...shown],
      ],
    ]
  } catch (error) {
    if (error instanceof OutOfBudget) return []
    throw error
  }
}

function valueAt(u: Expr, at: ReadonlyMap<string, Expr>): string | undefined {
  const found = evaluate(substitute(u, at), {}, { digits: DIGITS })
  return found.verdict === 'value' ? found.value : undefined
}
