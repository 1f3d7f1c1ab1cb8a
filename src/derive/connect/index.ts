/** The path between two forms. */

import { compare } from '../../decide/index.ts'
import type { Verdict } from '../../decide/verdict.ts'
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Derivation } from '../../expression/derivation.ts'
import type { Expr } from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'
import { asExpr, assumptions, type Context, type Formula, millisecondsOf } from '../../syntax/formula.ts'
import { withConditions } from '../conditions.ts'
import { writable } from '../json.ts'
import { verify } from '../verify.ts'
import { search } from './search.ts'
import { Setting } from './setting.ts'
import type { Change } from './work.ts'

export interface ConnectOptions extends Context {
  readonly avoiding?: readonly string[]
  readonly through?: Formula
}

export type Connection = Derivation | Exclude<Verdict, { verdict: 'equal' }>

export function connect(from: Formula, to: Formula, options: ConnectOptions = {}): Connection {
  const [a, b] = [asExpr(from), asExpr(to)]
  const verdict = compare(a, b, options)
  if (verdict.verdict === 'different' || verdict.verdict === 'disjoint') return verdict
  const assuming = assumptions(options)
  const deadline = Date.now() + millisecondsOf(options)
  const setting = new Setting([...assuming, ...domainOf(b, new Canon(isTotal))])
  let derivation: Derivation | undefined
  const accept = (chain: Change): boolean => {
    derivation = settled(a, b, chain, assuming)
    return derivation !== undefined
  }
  const expansions = verdict.verdict === 'equal' ? 1000 : 400
  const found = search(a, b, setting, { expansions, deadline }, accept)
  if (derivation) return derivation
  return { verdict: 'unknown', reason: 'reason' in found ? found.reason : 'no chain was accepted' }
}

function settled(
  from: Expr,
  to: Expr,
  { steps }: Change,
  assuming: readonly Condition[],
): Derivation | undefined {
  const bare: Derivation = { from, to, steps, assuming, conditions: [] }
  const derivation = withConditions(bare, new Canon(isTotal))
  const checked = verify(derivation)
  if (!checked.ok) console.log('REFUSED', checked)
  return checked.ok ? writable(derivation) : undefined
}
