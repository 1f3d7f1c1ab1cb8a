/** Random terms of every kind that a text can write, for fast-check. */
import fc from 'fast-check'
import { readDecimal } from '../../src/expression/decimal.ts'
import {
  call,
  derivative,
  type Expr,
  integer,
  numeral,
  RELATIONS,
  symbol,
} from '../../src/expression/expr.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((c) => c !== 'e')
const GREEK = ['alpha', 'beta', 'sigma', 'mu', 'lambda', 'Omega', 'Gamma', 'epsilon', 'Alpha', 'xi']
const WORDS = ['EC50', 'k2', 'rate', 'dose', 'Vmax', 'x_1', 'x_max', 'alpha_0', 'K_m', 'V_12', 'dx2']

/** A variable or a parameter: mostly x, then letters, Greek letters, subscripts and words. */
const arbitraryVariable: fc.Arbitrary<Expr> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constant('x') },
    { weight: 4, arbitrary: fc.constantFrom(...LETTERS) },
    { weight: 2, arbitrary: fc.constantFrom(...GREEK) },
    { weight: 2, arbitrary: fc.constantFrom(...WORDS, 'dalpha', 'x_a', 'x_1a', 'a1b2') },
  )
  .map(symbol)

/** A numeral: whole, with decimals, very small or very large. */
const arbitraryNumeral: fc.Arbitrary<Expr> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(12).map(integer) },
  { weight: 2, arbitrary: fc.bigInt(0n, 10n ** 30n).map((n) => integer(n)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(99_999), fc.integer({ min: -40, max: 40 }))
      .map(([digits, exponent]) => numeral(readDecimal(`${digits}e${exponent}`))),
  },
)

const leaf = fc.oneof(
  { weight: 5, arbitrary: arbitraryVariable },
  { weight: 3, arbitrary: arbitraryNumeral },
  { weight: 1, arbitrary: fc.constantFrom('pi', 'e').map(symbol) },
)

const rows = [...PRIMITIVES, ...DEFINITIONS, ...CURVES]

interface Parts {
  readonly number: Expr
  readonly condition: Expr
}

/** The operands at their own letters from the k-th on, as in gompertz(2, a, b, c). */
const atOwnLetters = (letters: readonly string[], args: readonly Expr[], k: number): Expr[] =>
  letters.map((letter, i) => (i < k ? (args[i] as Expr) : symbol(letter)))

const { number, condition } = fc.letrec<Parts>((tie: fc.LetrecTypedTie<Parts>) => {
  const u = tie('number')
  const c = tie('condition')
  const list = <T>(of: fc.Arbitrary<T>, min: number, max: number) =>
    fc.array(of, { minLength: min, maxLength: max })
  const structure = fc.oneof(
    { weight: 4, arbitrary: list(u, 2, 4).map((args) => call('add', args)) },
    { weight: 4, arbitrary: list(u, 2, 4).map((args) => call('multiply', args)) },
    { weight: 4, arbitrary: u.map((v) => call('negate', [v])) },
    { weight: 4, arbitrary: fc.tuple(u, u).map((args) => call('divide', args)) },
    { weight: 4, arbitrary: fc.tuple(u, u).map((args) => call('power', args)) },
    { weight: 3, arbitrary: u.map((v) => call('exp', [v])) },
    { weight: 2, arbitrary: u.map((v) => call('abs', [v])) },
    { weight: 2, arbitrary: fc.tuple(u, arbitraryVariable).map(([v, x]) => derivative(v, x)) },
    {
      weight: 1,
      arbitrary: fc.tuple(u, arbitraryVariable, u).map((args) => call('at', args)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(list(fc.tuple(u, c), 1, 3), fc.option(u))
        .map(([branches, last]) => call('piecewise', [...branches.flat(), ...(last ? [last] : [])])),
    },
  )
  const applied = fc.tuple(fc.constantFrom(...rows), list(u, 5, 5), fc.nat(4)).map(([row, args, k]) => {
    const required = 'required' in row ? row.required : row.letters.length
    return call(row.name, atOwnLetters(row.letters, args, Math.max(required, k)))
  })
  return {
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: leaf },
      { weight: 6, arbitrary: structure },
      { weight: 2, arbitrary: applied },
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      {
        weight: 4,
        arbitrary: fc.tuple(fc.constantFrom(...RELATIONS), u, u).map(([head, a, b]) => call(head, [a, b])),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('and', 'or'), list(c, 2, 3))
          .map(([head, args]) => call(head, args)),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom('defined', 'interior'), u).map(([head, v]) => call(head, [v])),
      },
    ),
  }
})

/** A number-valued term that some text writes. */
export const arbitraryExpr: fc.Arbitrary<Expr> = number

/** A relation, or several joined by `and` and `or`. */
export const arbitraryCondition: fc.Arbitrary<Expr> = condition
