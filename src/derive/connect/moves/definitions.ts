/** Functions written by others: definitions, and rows of the tables whose left side is one function. */
import type { Expr } from '../../../expression/expr.ts'
import { match } from '../../../expression/match.ts'
import { definition } from '../../../functions/index.ts'
import { compiledRule } from '../../../rules/compile.ts'
import { opened } from '../../../rules/forms.ts'
import { type Move, moved } from '../move.ts'
import { expected } from '../work.ts'

/** A function written by its definition. */
export const openDefinition: Move = function* (u) {
  const body = opened(u)
  const row = u.kind === 'call' ? definition(u.head) : undefined
  if (!body || !row || u.kind !== 'call') return
  const letters = Object.fromEntries(row.letters.map((letter, i) => [letter, u.args[i] as Expr]))
  yield moved(u, (work) => void work.rule(`definition of ${u.head}`, [], letters, body))
}

/** Rules whose left side is one function, or the square of one. */
const ROWS: readonly string[] = [
  'tangent',
  'tanh by sinh and cosh',
  'tanh by exponentials',
  'cosh by exponentials',
  'sinh by exponentials',
  'absolute value by the sign',
  'sine of an arccosine',
  'cosine of an arcsine',
  'tangent of an arcsine',
  'tangent of an arccosine',
  'cosine of an arctangent',
  'sine of an arctangent',
  'arccosine by the arcsine',
  'arctangent of a reciprocal',
  'arsinh as a logarithm',
  'arcosh as a logarithm',
  'artanh as a logarithm',
  'maximum by cases',
  'minimum by cases',
]

export const byRow: Move = function* (u) {
  if (u.kind !== 'call' || u.args.length !== 1) return
  for (const name of ROWS) {
    const rule = expected(compiledRule(name))
    if (rule.from.kind !== 'call' || rule.from.head !== u.head) continue
    const [letters] = match(rule.from, u, () => true)
    if (letters) yield moved(u, (work) => void work.rule(name, [], Object.fromEntries(letters)))
  }
}
