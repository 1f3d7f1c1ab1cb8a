/**
 * Working a form down: everything written by the same few functions, all fractions in one, all
 * brackets multiplied out. Long, but it meets where no shorter way does; so it is tried last.
 */
import { type CallNode, type Expr, integer, isCall, raise } from '../../../expression/expr.ts'
import type { Path } from '../../../expression/path.ts'
import { definition } from '../../../functions/index.ts'
import { compiledRule } from '../../../rules/compile.ts'
import { opened } from '../../../rules/forms.ts'
import { operand } from '../../move.ts'
import { asProduct } from '../../view.ts'
import { expose } from '../factors.ts'
import { type Move, moved, tidyUp } from '../move.ts'
import type { Setting } from '../setting.ts'
import { DeadEnd, type Work } from '../work.ts'
import { join } from './common-denominator.ts'
import { multiplyOut } from './distribute.ts'

/** Functions written by others, for the whole form at once. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['tan', 'tangent'],
  ['tanh', 'tanh by sinh and cosh'],
])
const BY_EXPONENTIALS: ReadonlyMap<string, string> = new Map([
  ['tanh', 'tanh by exponentials'],
  ['sinh', 'sinh by exponentials'],
  ['cosh', 'cosh by exponentials'],
])

/** Definitions and tangents written out everywhere at once. */
export const writeOut: Move = function* (u) {
  if (u.kind !== 'call') return
  const change = moved(u, (work) => rewrite(work, [], WRITTEN))
  if (change && change.steps.length > 1) yield change
}

interface Budget {
  left: number
}

export const workDown: Move = function* (u, { setting }) {
  if (u.kind !== 'call') return
  for (const names of [WRITTEN, BY_EXPONENTIALS]) {
    yield moved(u, (work) => {
      rewrite(work, [], names)
      oneFraction(work, [], setting, { left: 80 })
      evenSines(work, [], setting, { left: 40 })
      oneFraction(work, [], setting, { left: 80 })
    })
  }
}

/** Every function that has another way of being written, from the inside. */
function rewrite(work: Work, path: Path, names: ReadonlyMap<string, string>): void {
  const u = work.at(path)
  if (u.kind !== 'call') return
  for (const i of u.args.keys()) rewrite(work, [...path, i], names)
  const now = work.at(path) as CallNode
  const row = definition(now.head)
  const body = opened(now)
  const name = names.get(now.head)
  if (row && body) {
    const letters = Object.fromEntries(row.letters.map((letter, i) => [letter, now.args[i] as Expr]))
    work.rule(`definition of ${now.head}`, path, letters, body)
    rewrite(work, path, names)
  } else if (name && compiledRule(name)) work.rule(name, path, { u: operand(now) })
}

const PRODUCTS: ReadonlySet<string> = new Set(['multiply', 'divide', 'negate', 'power'])

/** The sum or product at `path` as one fraction, multiplied out above and below. */
function oneFraction(work: Work, path: Path, setting: Setting, budget: Budget): void {
  budget.left -= 1
  if (budget.left <= 0) throw new DeadEnd('too much to work down')
  const u = work.at(path)
  if (u.kind !== 'call' || (u.head !== 'add' && !PRODUCTS.has(u.head))) return
  for (const i of u.args.keys())
    if (u.head !== 'power' || i === 0) oneFraction(work, [...path, i], setting, budget)
  tidyUp(work, path, setting)
  const now = work.at(path)
  if (isCall(now, 'add')) {
    const all = now.args.map((_, i) => i)
    const hasFraction = now.args.some((arg) => asProduct(arg).below.length > 0)
    if (hasFraction) join(work, now, all, path)
  }
  multiplyOut(work, path, setting)
  tidyUp(work, path, setting)
  const fraction = work.at(path)
  const within = isCall(fraction, 'negate') ? [...path, 0] : path
  if (!isCall(work.at(within), 'divide')) return
  for (const i of [0, 1]) multiplyOut(work, [...within, i], setting)
  tidyUp(work, path, setting)
}

const SQUARES: ReadonlyMap<string, string> = new Map([
  ['sin', 'sine squared'],
  ['sinh', 'sinh squared'],
])

/** sin² by cos² in every term, so that only its first power is left. */
function evenSines(work: Work, path: Path, setting: Setting, budget: Budget): void {
  budget.left -= 1
  if (budget.left <= 0) throw new DeadEnd('too much to work down')
  const u = work.at(path)
  if (u.kind !== 'call') return
  const product = asProduct(u)
  const f =
    u.head === 'add'
      ? undefined
      : product.above.find((g) => g.base.kind === 'call' && SQUARES.has(g.base.head) && g.exponent > 1n)
  if (!f) {
    if (u.head === 'add' || PRODUCTS.has(u.head)) {
      for (const i of u.args.keys()) evenSines(work, [...path, i], setting, budget)
    }
    return
  }
  const half = f.exponent / 2n
  const square = raise(f.base, integer(2))
  const shape = half === 1n ? square : raise(square, integer(half))
  const at = expose(work, path, product, { above: [{ base: f.base, exponent: 2n * half }] }, shape)
  work.rule(SQUARES.get((f.base as CallNode).head) as string, half === 1n ? at : [...at, 0], {
    u: operand(f.base),
  })
}
