/**
 * An S-curve f brought to the form that all fields share: S rises from 0 to 1,
 * S(z) = (f(±z) − a)/(b − a), where a < b are the levels of f and the sign is − if f falls.
 * A field's curve is then M·S(z), with its own letters in z.
 */
import { neat } from '../../derive/connect/neat.ts'
import { Setting } from '../../derive/connect/setting.ts'
import { collectedForm } from '../../derive/in-terms-of/forms.ts'
import { solve } from '../../derive/solve/index.ts'
import { collected } from '../../derive/view.ts'
import {
  add,
  call,
  divide,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  multiply,
  negate,
  type SymbolNode,
  same,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { compareRationals, rational } from '../../expression/rational.ts'
import { type Bend, levelsOf, type Shape } from './shape.ts'

export const HALF: Expr = divide(integer(1), integer(2))

/** What is left of u when everything is done that nobody would call an idea. */
export function tidied(u: Expr): Expr {
  const { to } = neat(decidable(u), new Setting([]))
  return freeSymbols(to).length === 0 ? collected(to) : to
}

/** Several cases as cases within cases where the first question is about numbers, so that it can be answered. */
function decidable(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map(decidable)
  const [value, condition, ...rest] = args
  const isOpen = args.length <= 3 || !value || !condition || freeSymbols(condition).length > 0
  if (u.head !== 'piecewise' || isOpen) return call(u.head, args)
  return call('piecewise', [
    value,
    condition,
    rest.length === 1 ? (rest[0] as Expr) : decidable(call('piecewise', rest)),
  ])
}

export interface Scaled {
  /** S(z) */
  readonly at: (z: Expr) => Expr
  /** S′(z) */
  readonly slopeAt: (z: Expr) => Expr
  /** M·S′ by the value M·S, if there is such a form; a candidate. */
  readonly through: (value: Expr, size: Expr) => Expr | undefined
  /** The same of M·(2S − 1), which goes from −M to M. */
  readonly swung: (value: Expr, size: Expr) => Expr | undefined
  /** Where it is steepest: z, S(z) and S′(z). */
  readonly bend: Bend | undefined
  /** About this place it is symmetric: S(2·middle − z) = 1 − S(z). */
  readonly middle: Expr | undefined
  /** The one z with S(z) = share, if a closed form is found; a candidate. */
  readonly level: (share: Expr) => Expr | undefined
}

const known = new WeakMap<Shape, Scaled>()

/** The scaled form of an S-curve, worked out once; nothing for other shapes. */
export function scaledOf(shape: Shape): Scaled | undefined {
  const levels = levelsOf(shape)
  const scaled = known.get(shape) ?? (levels && between(levels, shape))
  if (scaled) known.set(shape, scaled)
  return scaled
}

function between([low, high]: readonly [Expr, Expr], shape: Shape): Scaled {
  const { f, slope, variable, direction, bend, through, centre } = shape
  const width = tidied(add(high, negate(low)))
  const falls = direction === 'falling'
  const turned = (z: Expr): Expr => (falls ? opposite(z) : z)
  const put = (u: Expr, z: Expr): Expr => substitute(u, new Map([[variable, turned(z)]]))
  const share = (u: Expr): Expr => tidied(divide(add(u, negate(low)), width))
  const rate = (u: Expr): Expr => tidied(divide(falls ? negate(u) : u, width))
  const at = (z: Expr): Expr => share(put(f, z))
  const middle = centre && tidied(turned(centre.x))
  const level = (s: Expr): Expr | undefined => {
    if (!middle || isLow(s)) return solved(at, s)
    const other = same(s, HALF) ? middle : solved(at, tidied(add(integer(1), negate(s))))
    return other && tidied(add(multiply(integer(2), middle), negate(other)))
  }
  const by = (u: Expr): Expr | undefined => rateWhere(add(low, multiply(width, u)))
  const alone = once(() => anyOf(by(VALUE)))
  const sized = once(() => anyOf(times(SIZE, by(divide(VALUE, SIZE)))))
  const half = divide(width, integer(2))
  const swung = once(() =>
    anyOf(
      times(
        multiply(integer(2), SIZE),
        rateWhere(add(tidied(add(low, half)), multiply(half, divide(VALUE, SIZE)))),
      ),
    ),
  )
  const levelsFound = new Map<number, Expr | undefined>()
  return {
    at,
    slopeAt: (z) => rate(put(slope, z)),
    through: (value, size) => {
      const found = sized()?.(value, size)
      // a product for any size may read better than what is shortest for size 1
      if (size !== ONE || !found) return found
      return shorter(tidied(found), alone()?.(value, size))
    },
    swung: (value, size) => swung()?.(value, size),
    bend: bend && { at: tidied(turned(bend.at)), value: share(bend.value), slope: rate(bend.slope) },
    middle,
    level: (s) => {
      if (!levelsFound.has(s.hash)) levelsFound.set(s.hash, level(s))
      return levelsFound.get(s.hash)
    },
  }

  /** S′ where f has this value. */
  function rateWhere(value: Expr): Expr | undefined {
    return through && rate(substitute(through.form, new Map([[through.letter, tidied(value)]])))
  }

  /** A form in V and M, for any value and size. */
  function anyOf(u: Expr | undefined): ((value: Expr, size: Expr) => Expr) | undefined {
    const written = u && writtenThrough(u, VALUE.name, variable)
    return (
      written &&
      ((value, size) =>
        substitute(
          written,
          new Map([
            [VALUE.name, value],
            [SIZE.name, size],
          ]),
        ))
    )
  }
}

const [VALUE, SIZE] = ['V', 'M'].map(symbol) as [SymbolNode, SymbolNode]

/** No size of its own. */
export const ONE: Expr = integer(1)

const shorter = (a: Expr, b: Expr | undefined): Expr => (b && b.size < a.size ? b : a)
const times = (a: Expr, b: Expr | undefined): Expr | undefined => b && multiply(a, b)

/** The work done when it is first asked for. */
function once<T>(work: () => T): () => T {
  let done: { readonly found: T } | undefined
  return () => {
    done ??= { found: work() }
    return done.found
  }
}

/** Less than one half. */
const isLow = (share: Expr): boolean => {
  const value = literalValue(share)
  return value !== undefined && compareRationals(value, rational(1n, 2n)) < 0
}

const opposite = (z: Expr): Expr => (isCall(z, 'negate') ? (z.args[0] as Expr) : negate(z))

const LETTER = 'z'

/** The one solution of S(z) = share; only a candidate. */
function solved(at: Scaled['at'], share: Expr): Expr | undefined {
  const { branches } = solve(call('=', [at(symbol(LETTER)), share]), LETTER, { variable: LETTER })
  const [only, ...more] = branches.map(({ value }) => tidied(value))
  return more.length > 0 ? undefined : only
}

/** u through the letter, written as short as was found; only a candidate. */
export function writtenThrough(u: Expr, letter: string, variable: string): Expr {
  const plain = tidied(u)
  const found = collectedForm(u, letter, variable)
  return found && found.size < plain.size ? found : plain
}
