/**
 * What the rows of a table of properties are made of: the function by its name, numbers (those without
 * a closed form by their decimals), intervals as conditions on the variable.
 */
import { decimalOf } from '../../analyse/decimals.ts'
import type { Analysis, Property } from '../../analyse/index.ts'
import type { Interval, Isolated } from '../../analyse/interval.ts'
import type { Extremum } from '../../analyse/properties/extrema.ts'
import { evaluate } from '../../derive/evaluate.ts'
import type { Extended } from '../../expression/claim.ts'
import { type Expr, freeSymbols, mentions, type SymbolNode, same, symbol } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { print } from '../../syntax/index.ts'
import type { Related } from '../article.ts'
import type { Said } from '../draft.ts'
import type { Name } from '../name.ts'
import { say } from '../wording/message.ts'

export const INFINITY: Name = { plain: 'infinity', latex: '\\infty' }
export const MINUS_INFINITY: Name = { plain: '-infinity', latex: '-\\infty' }

const DIGITS = 8
/** Characters of the decimals of a number without closed form; more are known. */
const SHOWN = 10

/** How the function, its variable and its numbers are written. */
export class Terms {
  readonly x: SymbolNode
  /** f(x) */
  readonly fx: Name
  /** f, f', sigmoid' */
  readonly #called: Name
  readonly #numbers: readonly Isolated[]
  readonly #levels: readonly Extremum[]

  /** Has the formula letters beside its variable, so that some values of these may be special? */
  readonly hasLetters: boolean

  constructor(
    { variable, numbers, formula }: Pick<Analysis, 'variable' | 'numbers'> & Partial<Analysis>,
    called: Name,
    proved: readonly Property[] = [],
  ) {
    this.#levels = levelsIn(proved)
    this.x = symbol(variable)
    this.hasLetters = formula !== undefined && freeSymbols(formula).some((name) => name !== variable)
    this.#called = called
    this.#numbers = numbers
    this.fx = this.at(this.x)
  }

  /** f(u) */
  at(u: Expr): Name {
    const { plain, latex } = this.#called
    return { plain: `${plain}(${print(u)})`, latex: `${latex}(${print(u, 'latex')})` }
  }

  /** f'(x) */
  get slope(): Name {
    const { plain, latex } = this.#called
    return { plain: `${plain}'(${print(this.x)})`, latex: `${latex}'(${print(this.x, 'latex')})` }
  }

  /** u - f(x) */
  difference(u: Expr, { plain, latex }: Name): Name {
    const start = (text: string): string => (literalValue(u)?.num === 0n ? '-' : `${text} - `)
    return { plain: `${start(print(u))}${plain}`, latex: `${start(print(u, 'latex'))}${latex}` }
  }

  /** The number: as a term, or by its first decimals where it has no closed form. */
  number(u: Extended): Expr | Name {
    if (u === 'infinity') return INFINITY
    if (u === '-infinity') return MINUS_INFINITY
    if (!this.isEnclosed(u)) return u
    const text = decimalOf(u, this.#numbers)
    if (text === undefined) return u
    const [start, dots] = text.includes('e') ? [text, ''] : [text.slice(0, SHOWN), '...']
    return { plain: `${start}${dots}`, latex: `${start}${dots === '' ? '' : '\\ldots'}` }
  }

  /** Is it a number without closed form, or made of such? */
  isEnclosed(u: Extended): boolean {
    return typeof u !== 'string' && this.#numbers.some(({ letter }) => mentions(u, letter))
  }

  /** The number, and its decimals where the term does not show them. */
  exactly(u: Extended): Said {
    return this.withDecimals(this.number(u), u)
  }

  /** What is said of the number, and its decimals. */
  withDecimals(number: Said, u: Extended): Said {
    const decimals = this.decimals(u)
    return decimals === undefined ? number : say('property.about', { number, decimals })
  }

  /** Its decimals where the term does not show them. */
  decimals(u: Extended): string | undefined {
    return typeof u === 'string' || this.isEnclosed(u) ? undefined : decimalsOf(u)
  }

  /** Where the greatest or least value is taken on a whole interval, that interval. */
  throughout(value: Extended): Interval | undefined {
    return this.#levels.find((level) => typeof value !== 'string' && same(level.value.is, value))?.on
  }

  /** The interval as a condition on the variable. */
  on({ lower, upper, closed }: Interval): Said {
    const { x } = this
    if (typeof lower === 'string' && typeof upper === 'string') return say('property.all-numbers')
    if (typeof upper === 'string') return related(x, closed.lower ? '>=' : '>', this.number(lower))
    if (typeof lower === 'string') return related(x, closed.upper ? '<=' : '<', this.number(upper))
    if (same(lower, upper)) return related(x, '=', this.number(lower))
    const [a, b] = [closed.lower ? '<=' : '<', closed.upper ? '<=' : '<'] as const
    return related(this.number(lower), a, x, b, this.number(upper))
  }

  /** Is it the whole line? */
  isAll({ lower, upper }: Interval): boolean {
    return typeof lower === 'string' && typeof upper === 'string'
  }

  /** `everywhere`, or `for x > 0`. */
  where(on: Interval): Said {
    return this.isAll(on) ? say('property.everywhere') : say('property.where', { interval: this.on(on) })
  }
}

export const related = (...members: Related['related']): Related => ({ related: members })

/** The greatest and least values that are taken on whole intervals, whatever the parameters are. */
const levelsIn = (properties: readonly Property[]): Extremum[] =>
  properties
    .filter(({ name, conditions }) => name === 'extrema' && conditions.length === 0)
    .flatMap(({ value }) => value as readonly Extremum[])
    .filter(({ on: { lower, upper }, global }) => global === true && !isOnePoint(lower, upper))

const isOnePoint = (lower: Extended, upper: Extended): boolean =>
  typeof lower !== 'string' && typeof upper !== 'string' && same(lower, upper)

/** Decimals worth adding: of a number that is not written in digits alone. */
function decimalsOf(u: Expr): string | undefined {
  if (freeSymbols(u).length > 0 || literalValue(u) !== undefined) return undefined
  const found = evaluate(u, {}, { digits: DIGITS })
  return found.verdict === 'value' ? found.value : undefined
}
