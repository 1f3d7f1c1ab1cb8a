/** The limits that are known, from test/cases/limits.txt, and limits as text in the form used there. */
import { Canon } from '../../src/expression/canonical.ts'
import type { Condition } from '../../src/expression/condition.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { isTotal } from '../../src/rules/forms.ts'
import { parse, print } from '../../src/syntax/index.ts'
import type { Place, Side } from '../../src/verify/limits/approach.ts'
import { type Limit, limitAt } from '../../src/verify/limits/limit.ts'
import { Facts } from '../../src/verify/signs.ts'
import { cases } from './cases.ts'

export interface KnownLimit {
  readonly input: string
  readonly of: Expr
  readonly to: Place
  readonly side: Side | undefined
  readonly assuming: readonly Condition[]
  readonly is: Place | 'none' | 'unknown'
  readonly from: 'above' | 'below' | undefined
}

const WORK = 200_000

const placeOf = (text: string): Place => (text === 'infinity' || text === '-infinity' ? text : parse(text))

export const knownLimits = (): KnownLimit[] =>
  cases('limits').map(({ input, answer }) => {
    const [formula, where, ...assuming] = input.split(' ; ') as [string, string]
    const [, to, side] = /^(.*?)(?: (left|right))?$/.exec(where) as unknown as [
      string,
      string,
      Side | undefined,
    ]
    const [, is, from] = /^(.*?)(?: (above|below))?$/.exec(answer) as unknown as [
      string,
      string,
      'above' | undefined,
    ]
    return {
      ...{ input, of: parse(formula), to: placeOf(to), side, from },
      assuming: assuming.map((text) => parse(text)),
      is: is === 'none' || is === 'unknown' ? is : placeOf(is),
    }
  })

/** The limit for x under these assumptions. */
export const found = (
  of: Expr | string,
  to: Place | number,
  side?: Side,
  assuming: readonly (Condition | string)[] = [],
): Limit =>
  limitAt(
    asTerm(of),
    'x',
    typeof to === 'number' ? parse(String(to)) : to,
    side,
    new Facts(assuming.map(asTerm), new Canon(isTotal)),
    WORK,
  )

const asTerm = (text: Expr | string): Expr => (typeof text === 'string' ? parse(text) : text)

/** The number, an infinity, `none` or `unknown`. */
export const valueIn = (limit: Limit): Expr | string =>
  limit.kind === 'finite'
    ? limit.value
    : limit.kind === 'infinite'
      ? limit.sign > 0
        ? 'infinity'
        : '-infinity'
      : limit.kind

export const textOf = (value: Expr | string): string => (typeof value === 'string' ? value : print(value))
