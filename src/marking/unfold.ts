/**
 * A derivative worked out one rule at a time, from the left, as a person does it on paper: each line
 * still holds the derivatives that are to come. It serves only to guess where a mistake may have been
 * made, so neither conditions nor a checker come into it.
 */

import { shown } from '../derive/shown.ts'
import { innermost } from '../derive/worked-out.ts'
import type { Canon } from '../expression/canonical.ts'
import { call, type Expr, isCall } from '../expression/expr.ts'
import { match } from '../expression/match.ts'
import { type Path, partAt, replaceAt } from '../expression/path.ts'
import { RULE_TABLES } from '../rules/book.ts'
import { type CompiledRule, compiledRule, compileRule, isOfKind, type Letters } from '../rules/compile.ts'
import { opened } from '../rules/forms.ts'

/** One rule used: the line before it, where in it, and what took the place of the derivative. */
export interface Unfolding {
  readonly line: Expr
  readonly path: Path
  readonly after: Expr
  readonly isChain: boolean
}

const MOST_UNFOLDINGS = 60

/** All lines until no derivative is left, or none that a rule knows. */
export function unfoldings(
  u: Expr,
  canon: Canon,
): { readonly steps: readonly Unfolding[]; readonly last: Expr } {
  const steps: Unfolding[] = []
  let line = u
  for (let path = innermost(line); path && steps.length < MOST_UNFOLDINGS; path = innermost(line)) {
    const found = unfolded(partAt(line, path) as Expr, canon)
    if (!found) break
    steps.push({ line, path, ...found })
    line = replaceAt(line, path, found.after) as Expr
  }
  return { steps, last: line }
}

function unfolded(u: Expr, canon: Canon): Pick<Unfolding, 'after' | 'isChain'> | undefined {
  const [body, x] = (u as { readonly args: readonly Expr[] }).args as [Expr, Expr]
  const form = opened(body)
  if (form) return { after: call('D', [form, x]), isChain: false }
  for (const rule of differentialRules()) {
    const letters = lettersOf(rule, u, canon)
    if (letters) return { after: shown(rule.to, letters), isChain: rule.rule.chain === true }
  }
  return undefined
}

function lettersOf(rule: CompiledRule, u: Expr, canon: Canon): Letters | undefined {
  const variable = isCall(u, 'D') && u.args[1]?.kind === 'symbol' ? u.args[1].name : undefined
  const accepts = (letter: string, part: Expr): boolean => {
    const kind = rule.rule.where?.[letter]
    return kind === undefined || isOfKind(kind, part, variable, canon)
  }
  for (const bindings of match(rule.from, u, accepts)) return Object.fromEntries(bindings)
  return undefined
}

/** In the rule book a minus is the constant factor −1. */
const MINUS: CompiledRule = compileRule({ name: 'minus', form: 'D(-u) => -D(u)', say: '' })

let rules: readonly CompiledRule[] | undefined

/** The rules about derivatives; the one that fits every operand would never come to an end. */
function differentialRules(): readonly CompiledRule[] {
  rules ??= [
    MINUS,
    ...RULE_TABLES.flatMap((table) => table.rules)
      .filter(({ form }) => form.startsWith('D('))
      .map(({ name }) => compiledRule(name) as CompiledRule)
      .filter(
        ({ from, rule }) => rule.where !== undefined || (isCall(from, 'D') && from.args[0]?.kind === 'call'),
      ),
  ]
  return rules
}
