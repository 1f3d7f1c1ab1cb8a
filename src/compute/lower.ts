/** A formula as a program, operation by operation as it is written. */
import type { Condition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { add, type CallNode, type Expr, isCall, negate } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { minus, type Rational } from '../expression/rational.ts'
import { exponentValue } from '../rules/exponent.ts'
import { opened } from '../rules/forms.ts'
import { exactly, nearest } from './doubles.ts'
import { OPERATIONS, type OperationName, type QuestionName } from './operations.ts'
import type { Place, Writer } from './program.ts'
import { spot, truth } from './stable/truth.ts'

/** With what the doubles lack. */
const CONSTANTS: ReadonlyMap<string, readonly [value: number, rest: number]> = new Map([
  ['pi', [Math.PI, 1.2246467991473532e-16]],
  ['e', [Math.E, 1.4456468917292502e-16]],
])

const NAMED: ReadonlySet<string> = new Set([...Object.keys(OPERATIONS)])
const FLIPPED: Readonly<Record<string, QuestionName>> = { '>': '<', '>=': '<=' }

/** Larger whole exponents are not multiplied out. */
const LARGEST_MULTIPLIED = 64n

/** Has it no letters? Only then is it worth asking whether it is a number. */
const isClosed = (u: Expr): boolean => (u.kind === 'call' ? u.args.every(isClosed) : u.kind === 'number')

/** Constants are worked out at no point in particular. */
const NOWHERE = spot([], [])

/** Lowers formulas into one program; letters may stand for places that are there already. */
export class Lowering {
  readonly #writer: Writer
  readonly #letters: ReadonlyMap<string, Place>
  readonly #known = new Map<Expr, Place>()

  constructor(writer: Writer, letters: ReadonlyMap<string, Place> = new Map()) {
    this.#writer = writer
    this.#letters = letters
  }

  /**
   * The place of u's value.
   *
   * @throws OgeeError `E901` for what no program computes.
   */
  place(u: Expr): Place {
    const known = this.#known.get(u)
    if (known !== undefined) return known
    const place = this.#place(u)
    this.#known.set(u, place)
    return place
  }

  #place(u: Expr): Place {
    const writer = this.#writer
    if (u.kind === 'number') return this.#number(u.value)
    if (u.kind === 'symbol') {
      const constant = CONSTANTS.get(u.name)
      return (
        this.#letters.get(u.name) ??
        (constant === undefined ? writer.input(u.name) : writer.constant(...constant))
      )
    }
    return this.#call(u)
  }

  #number(value: Rational): Place {
    const near = nearest(value)
    return this.#writer.constant(near, Number.isFinite(near) ? nearest(minus(value, exactly(near))) : 0)
  }

  /** Without letters: worked out once and for all, and rounded once. */
  #isConstant = (u: Expr): boolean =>
    u.kind === 'symbol'
      ? CONSTANTS.has(u.name) && !this.#letters.has(u.name)
      : u.kind === 'number' || (u.kind === 'call' && u.head !== 'piecewise' && u.args.every(this.#isConstant))

  #constant(u: Expr): Place | undefined {
    const value = truth(u, NOWHERE)
    if (!Number.isFinite(value) || value === 0) return undefined
    const rest = truth(add(u, negate(numberTerm(exactly(value)))), NOWHERE)
    return this.#writer.constant(value, Number.isFinite(rest) ? rest : 0, u)
  }

  #call(u: CallNode): Place {
    const writer = this.#writer
    const { head, args } = u
    const value = isClosed(u) ? exponentValue(u) : undefined
    if (value && head !== 'negate') return this.#number(value)
    const folded = value || head === 'negate' || !this.#isConstant(u) ? undefined : this.#constant(u)
    if (folded !== undefined) return folded
    switch (head) {
      case 'add':
        return args.slice(1).reduce(
          (sum, term) => {
            if (isCall(term, 'negate'))
              return writer.operation('subtract', sum, this.place(term.args[0] as Expr))
            return writer.operation('add', sum, this.place(term))
          },
          this.place(args[0] as Expr),
        )
      case 'multiply':
        return args
          .slice(1)
          .reduce(
            (product, factor) => writer.operation('multiply', product, this.place(factor)),
            this.place(args[0] as Expr),
          )
      case 'power':
        return this.#power(args[0] as Expr, args[1] as Expr)
      case 'piecewise':
        return this.#piecewise(args)
      case 'step':
        return this.#step(this.place(args[0] as Expr))
      default:
        return this.#named(u)
    }
  }

  #named(u: CallNode): Place {
    const { head, args } = u
    if (NAMED.has(head)) {
      const places = args.map((arg) => this.place(arg))
      const name = head as OperationName
      const { length } = OPERATIONS[name].letters
      if (places.length <= length) return this.#writer.operation(name, ...places)
      return places.slice(1).reduce((a, b) => this.#writer.operation(name, a, b), places[0] as Place)
    }
    const body = opened(u)
    if (body) return this.place(body)
    throw new OgeeError('E901', `no program computes ${head}`)
  }

  #step(u: Place): Place {
    const writer = this.#writer
    const nought = writer.constant(0)
    const below = writer.choose(writer.question('<', u, nought), nought, writer.constant(0.5))
    return writer.choose(writer.question('<', nought, u), writer.constant(1), below)
  }

  #power(base: Expr, exponent: Expr): Place {
    const writer = this.#writer
    const value = exponentValue(exponent)
    const u = this.place(base)
    if (!value) return writer.operation('power', u, this.place(exponent))
    if (value.num < 0n) {
      const under = this.#rationalPower(u, { num: -value.num, den: value.den })
      return writer.operation('divide', writer.constant(1), under)
    }
    return this.#rationalPower(u, value)
  }

  /** uⁿᐟᵈ for n ≥ 0: the real root for odd d. */
  #rationalPower(u: Place, { num, den }: Rational): Place {
    const writer = this.#writer
    if (den === 1n && num <= LARGEST_MULTIPLIED) return this.#wholePower(u, num)
    if (den === 2n && num <= LARGEST_MULTIPLIED) return this.#wholePower(writer.operation('sqrt', u), num)
    if (den === 3n && num <= LARGEST_MULTIPLIED) return this.#wholePower(writer.operation('cbrt', u), num)
    const exponent = this.#number({ num, den })
    if (den % 2n === 0n) return writer.operation('power', u, exponent)
    const size = writer.operation('power', writer.operation('abs', u), exponent)
    return num % 2n === 0n ? size : writer.operation('multiply', writer.operation('sign', u), size)
  }

  /** By squaring. */
  #wholePower(u: Place, n: bigint): Place {
    const writer = this.#writer
    if (n === 0n) return writer.constant(1)
    if (n === 1n) return u
    const half = this.#wholePower(u, n / 2n)
    const square = writer.operation('multiply', half, half)
    return n % 2n === 0n ? square : writer.operation('multiply', square, u)
  }

  #piecewise(args: readonly Expr[]): Place {
    const writer = this.#writer
    const otherwise = args.length % 2 === 1 ? this.place(args.at(-1) as Expr) : writer.constant(Number.NaN)
    let chosen = otherwise
    for (let i = args.length - (args.length % 2) - 2; i >= 0; i -= 2)
      chosen = writer.choose(this.question(args[i + 1] as Expr), this.place(args[i] as Expr), chosen)
    return chosen
  }

  /** The place of the answer. */
  question(condition: Condition): Place {
    if (condition.kind !== 'call') throw new OgeeError('E901', 'no program decides this condition')
    const { head, args } = condition
    if (head === 'and' || head === 'or')
      return args
        .map((part) => this.question(part))
        .reduce((a, b) => this.#writer.join(head === 'and' ? 'both' : 'either', a, b))
    const [a, b] = args.map((arg) => this.place(arg)) as [Place, Place]
    const flipped = FLIPPED[head]
    return flipped ? this.#writer.question(flipped, b, a) : this.#writer.question(head as QuestionName, a, b)
  }
}
