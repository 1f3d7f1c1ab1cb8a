/** What a named value means, as a comment says it. */
import { call, type Expr, isCall } from '../../expression/expr.ts'

/** e^(v·log u), which a program means by a power, as a person writes it: u^v. */
export function asPowers(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map(asPowers)
  const [exponent] = args as [Expr]
  if (u.head === 'exp' && isCall(exponent, 'multiply') && exponent.args.length === 2) {
    const [v, log] = exponent.args as [Expr, Expr]
    if (isCall(log, 'log')) return call('power', [log.args[0] as Expr, v])
  }
  return call(u.head, args)
}

const plain = (text: string): string =>
  text
    .replaceAll(/\b(?:Math|math|np|torch|scipy\.special)\.|"|\s|(?<=\d)\.0\b|\.(?=[*/^])/g, '')
    .replaceAll('**', '^')

/** Does it say more than the code does? */
export const saysMore = (meaning: string, text: string): boolean => plain(meaning) !== plain(text)
