/**
 * An S-curve f brought to the form that all fields share: S rises from 0 to 1,
 * S(z) = (f(±z) − a)/(b − a), where a < b are the levels of f and the sign is − if f falls.
 * A field's curve is then M·S(z), with its own letters in z.
 */
import { neat } from '../../derive/connect/neat.ts'
import { Setting } from '../../derive/connect/setting.ts'
import { collectedForm } from '../../derive/in-terms-of/forms.ts'
import { solve } from '../../derive/solve/index.ts'
import {
  add,
  call,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  negate,
  same,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { isProved } from './equation.ts'
import { type Bend, levelsOf, type Shape } from './shape.ts'

export const HALF: Expr = divide(integer(1), integer(2))

/** What is left of u when everything is done that nobody would call an idea. */
export const tidied = (u: Expr): Expr => neat(u, new Setting([])).to

export interface Scaled {
  /** S(z) */
  readonly at: (z: Expr) => Expr
  /** S′(z) */
  readonly slopeAt: (z: Expr) => Expr
  /** S′ by the value S, if there is such a form. */
  readonly through: ((share: Expr) => Expr) | undefined
  /** Where it is steepest: z, S(z) and S′(z). */
  readonly bend: Bend | undefined
  /** About this place it is symmetric: S(2·middle − z) = 1 − S(z). */
  readonly middle: Expr | undefined
  /** The one z with S(z) = share, if it has a closed form. */
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
    const found = middle && same(s, HALF) ? middle : solved(at, s)
    return found && isProved([at(found), s]) ? found : undefined
  }
  const levelsFound = new Map<number, Expr | undefined>()
  return {
    at,
    slopeAt: (z) => rate(put(slope, z)),
    through:
      through &&
      ((s) =>
        rate(substitute(through.form, new Map([[through.letter, tidied(add(low, multiply(width, s)))]])))),
    bend: bend && { at: tidied(turned(bend.at)), value: share(bend.value), slope: rate(bend.slope) },
    middle,
    level: (s) => {
      if (!levelsFound.has(s.hash)) levelsFound.set(s.hash, level(s))
      return levelsFound.get(s.hash)
    },
  }
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
