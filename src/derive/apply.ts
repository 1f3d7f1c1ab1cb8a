/** Where a rule can be used in a formula, and what it makes of it. */
import { Canon } from '../expression/canonical.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import { type Expr, isCall } from '../expression/expr.ts'
import { type Bindings, match } from '../expression/match.ts'
import { type Path, partAt, replaceAt } from '../expression/path.ts'
import { type CompiledRule, compiledRule, isListLetter, isOfKind, type Letters } from '../rules/compile.ts'
import { isTotal } from '../rules/forms.ts'
import { asExpr, assumptions, type Context, type Formula } from '../syntax/formula.ts'
import { withConditions } from './conditions.ts'
import { writable } from './json.ts'
import { shown } from './shown.ts'
import { verify } from './verify.ts'

/** The side of the rule to look for: the left one (`forward`, the default) or the right one. */
export interface ApplicationOptions extends Context {
  readonly direction?: Step['direction']
}

const MOST_APPLICATIONS = 50

/**
 * All ways to use a rule of the rule book once in a formula, each a derivation of one step that the
 * checker has accepted. A rule with a letter that only its other side has is never found.
 *
 * @throws OgeeError `E405` if there is no rule of this name, or it is not read backwards.
 * @example
 * ```ts
 * applications('distribute', 'a*(b + c)').map((d) => print(d.to)) // → ['a*b + a*c']
 * ```
 */
export function applications(name: string, formula: Formula, options: ApplicationOptions = {}): Derivation[] {
  const { direction = 'forward' } = options
  const rule = compiledRule(name)
  if (!rule || (direction === 'backward' && !rule.twoWay)) {
    throw new OgeeError('E405', `there is no rule "${name}" to be read ${direction}`)
  }
  const u = asExpr(formula, options)
  const canon = new Canon(isTotal)
  const assuming = assumptions(options)
  const found: Derivation[] = []
  for (const path of pathsIn(u)) {
    for (const letters of lettersAt(rule, direction, partAt(u, path) as Expr, canon)) {
      const derivation = applied(u, path, rule, direction, letters)
      const whole = derivation && withConditions({ ...derivation, assuming }, canon)
      if (whole && verify(whole).ok) found.push(writable(whole))
      if (found.length >= MOST_APPLICATIONS) return found
      break
    }
  }
  return found
}

/** Every part of u, and every two operands of a longer sum or product. */
function* pathsIn(u: Expr, path: Path = []): Generator<Path> {
  yield path
  if (u.kind !== 'call') return
  for (const i of u.args.keys()) yield* pathsIn(u.args[i] as Expr, [...path, i])
  if ((u.head === 'add' || u.head === 'multiply') && u.args.length > 2) {
    for (const j of u.args.keys()) for (let i = 0; i < j; i += 1) yield [...path, [i, j]]
  }
}

function* lettersAt(
  rule: CompiledRule,
  direction: Step['direction'],
  part: Expr,
  canon: Canon,
): Generator<Letters> {
  const pattern = direction === 'forward' ? rule.from : rule.to
  const variable = isCall(part, 'D') && part.args[1]?.kind === 'symbol' ? part.args[1].name : undefined
  const accepts = (letter: string, u: Expr): boolean => {
    const kind = rule.rule.where?.[letter]
    return kind === undefined || isOfKind(kind, u, variable, canon)
  }
  for (const bindings of match(pattern, part, accepts)) {
    if (rule.letters.every((letter) => fits(bindings, letter))) yield Object.fromEntries(bindings)
  }
}

const fits = (bindings: Bindings, letter: string): boolean => {
  const value = bindings.get(letter)
  return value !== undefined && Array.isArray(value) === isListLetter(letter)
}

function applied(
  u: Expr,
  path: Path,
  rule: CompiledRule,
  direction: Step['direction'],
  letters: Letters,
): Derivation | undefined {
  const before = partAt(u, path) as Expr
  const after = shown(direction === 'forward' ? rule.to : rule.from, letters)
  const to = replaceAt(u, path, after)
  const step: Step = {
    rule: rule.rule.name,
    direction,
    relation: 'equals',
    path,
    before,
    after,
    letters,
    conditions: [],
  }
  return to && { from: u, to, steps: [step], assuming: [], conditions: [] }
}
