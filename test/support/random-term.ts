/** Random terms of a given size with every head, for tests that need meaning more than notation. */

import { readDecimal } from '../../src/expression/decimal.ts'
import {
  add,
  call,
  divide,
  type Expr,
  exp,
  integer,
  multiply,
  negate,
  numeral,
  raise,
  symbol,
} from '../../src/expression/expr.ts'
import { numberTerm } from '../../src/expression/number-term.ts'
import { rational } from '../../src/expression/rational.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'
import type { Random } from './random.ts'

const ONE_OPERAND = [
  ...PRIMITIVES.filter((row) => row.letters.length === 1),
  ...DEFINITIONS.filter((row) => row.letters.length === 1),
  ...CURVES.filter((row) => row.letters.length === 1),
].map((row) => row.name)
const COMMON = ['exp', 'log', 'sin', 'cos', 'tanh', 'sqrt', 'atan', 'abs'] as const
const RELATIONS = ['>', '<', '>=', '<=', '=', '!='] as const

/** p/q as a person writes it. */
const fraction = (p: number, q: number): Expr => numberTerm(rational(BigInt(p), BigInt(q)))

/** What random terms may hold. */
export interface Vocabulary {
  readonly letters: readonly string[]
  /** Are branches and questions allowed? */
  readonly piecewise?: boolean
}

/** A term of about `size` nodes. */
export function randomTerm(random: Random, size: number, vocabulary: Vocabulary): Expr {
  if (size <= 1) return leaf(random, vocabulary)
  const part = (n: number): Expr => randomTerm(random, Math.max(1, n), vocabulary)
  const split = (): [Expr, Expr] => {
    const left = random.whole(1, Math.max(1, size - 2))
    return [part(left), part(size - 1 - left)]
  }
  if (size === 2) {
    const head = random.chance(0.5) ? random.pick(COMMON) : random.pick(ONE_OPERAND)
    return random.chance(0.15) ? negate(part(1)) : call(head, [part(1)])
  }
  const make = random.weighted<() => Expr>([
    [14, () => add(...split())],
    [3, () => add(...split(), leaf(random, vocabulary))],
    [14, () => multiply(...split())],
    [3, () => multiply(...split(), leaf(random, vocabulary))],
    [12, () => divide(...split())],
    [5, () => negate(part(size - 1))],
    [6, () => raise(part(size - 2), integer(random.whole(0, 5)))],
    [4, () => raise(part(size - 3), negate(integer(random.whole(1, 3))))],
    [
      4,
      () =>
        raise(
          part(size - 4),
          fraction(random.pick([-5, -3, -2, -1, 1, 2, 3, 4, 5, 7]), random.pick([2, 3, 5])),
        ),
    ],
    [3, () => raise(part(size - 2), symbol(random.pick(vocabulary.letters)))],
    [3, () => raise(symbol(random.pick(vocabulary.letters)), part(size - 2))],
    [2, () => raise(...split())],
    [7, () => exp(part(size - 1))],
    [14, () => call(random.pick(COMMON), [part(size - 1)])],
    [10, () => call(random.pick(ONE_OPERAND), [part(size - 1)])],
    [3, () => call(random.pick(['min', 'max']), split())],
    [2, () => defined(random, split(), vocabulary)],
    [vocabulary.piecewise === false ? 0 : 4, () => branches(random, size, part)],
  ])
  return make()
}

function leaf(random: Random, { letters }: Vocabulary): Expr {
  if (random.chance(0.6)) return symbol(letters[0] as string)
  if (random.chance(0.35)) return symbol(random.pick(letters))
  return random.weighted<Expr>([
    [12, integer(random.whole(0, 9))],
    [2, numeral(readDecimal(`${random.whole(1, 40) / 8}`))],
    [1, symbol('pi')],
    [1, symbol('e')],
  ])
}

/** A definition or curve of several operands. */
function defined(random: Random, [u, v]: readonly [Expr, Expr], vocabulary: Vocabulary): Expr {
  const row = random.pick([...DEFINITIONS, ...CURVES].filter((r) => r.letters.length > 1))
  return call(
    row.name,
    row.letters.map((_, i) => (i === 0 ? u : i === 1 && random.chance(0.5) ? v : leaf(random, vocabulary))),
  )
}

function branches(random: Random, size: number, part: (n: number) => Expr): Expr {
  const share = Math.floor((size - 2) / 3)
  const relation = (): Expr => call(random.pick(RELATIONS), [part(share), part(random.whole(1, 2))])
  const question = random.chance(0.15)
    ? call(random.pick(['and', 'or']), [relation(), relation()])
    : relation()
  const last = random.chance(0.8) ? [part(share)] : []
  const more = random.chance(0.15) ? [part(1), relation()] : []
  return call('piecewise', [part(share), question, ...more, ...last])
}
