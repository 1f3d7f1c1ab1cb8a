/** Short ways to write what cards are made of. */
import { call, derivative, divide, type Expr, integer, substitute, symbol } from '../../expression/expr.ts'
import { definition } from '../../functions/index.ts'
import { opened } from '../../rules/forms.ts'
import { parse } from '../../syntax/plain-only.ts'
import type { Related } from '../article.ts'
import { curveSaid } from '../wording/curves.ts'
import type { Message } from '../wording/message.ts'

/** P(6) */
export const valueAt = (name: string, place: string): Expr => call(name, [parse(place)])

/** d/dt P(t) */
export const slopeOf = (name: string, variable: string): Expr =>
  derivative(valueAt(name, variable), symbol(variable))

/** u with a term for a letter. */
export const put = (u: Expr, name: string, value: Expr): Expr => substitute(u, new Map([[name, value]]))

/** n/10 */
export const tenths = (n: number): Expr => divide(integer(n), integer(10))

/** A named curve with its definition put in. */
export function namedCurve(name: string, letters: string): { readonly title: Message; readonly form: Expr } {
  const curve = call(name, letters.split(' ').map(symbol))
  return { title: curveSaid(name, 'title', definition(name)?.title ?? name), form: opened(curve) ?? curve }
}

/** t = m */
export const equals = (name: string, value: Expr): Related => ({ related: [symbol(name), '=', value] })
