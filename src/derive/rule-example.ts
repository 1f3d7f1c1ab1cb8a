/**
 * An instance of a rule to look at: the letters are filled in with terms for which the checker
 * accepts the step, so an example that is shown is one that holds.
 */

import { type Condition, isCondition } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import { type Expr, mentions } from '../expression/expr.ts'
import { definition } from '../functions/index.ts'
import { type CompiledRule, instantiate, isListLetter, type Letters } from '../rules/compile.ts'
import { parsePattern } from '../rules/pattern.ts'
import type { Kind } from '../rules/rule.ts'
import { evaluate, type Values } from './evaluate.ts'
import { verify } from './verify.ts'

/** What a letter of this kind may be in an example, the best first. */
const OF_KIND: Readonly<Record<Kind, readonly string[]>> = {
  constant: ['3', 'a'],
  variable: ['x'],
  integer: ['3', '2'],
  'positive integer': ['3', '2'],
  number: ['3', '1/2'],
  'positive number': ['3', '1/2'],
  'odd root': ['3', '1/3'],
  symbolic: ['a', 'x'],
  'odd/odd': ['3', '1/3'],
  'even/odd': ['4', '2/3'],
  'odd/even': ['1/2', '3/2'],
  'new whole number': ['n'],
}

/** What a letter without a kind may be. */
const BY_LETTER: ReadonlyMap<string, readonly string[]> = new Map([
  ['u', ['x^2 + 1', 'sin(x)', '-x^2 - 1', 'x', 'x + 1']],
  ['v', ['e^x', 'cos(x)', 'x']],
  ['w', ['x^2 + 2', 'x']],
  ['a', ['x']],
  ['b', ['1', '0']],
])
const OTHERS: readonly string[] = ['x', '3']
/** What a letter for a statement may be. */
const STATEMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['c', ['x > 0', 'x^2 + 1 > 0', 'a > 0']],
  ['d', ['x < 2']],
])
/** What a letter for several terms may be. */
const SEVERAL: readonly string[] = ['x^2', 'sin(x)']

/** No rule needs more attempts; this bounds those of a rule that is written wrongly. */
const MOST_TRIES = 300

/** Where an example must have a value. */
const POINT: Values = { x: '1/2', a: '3' }

/** Both sides of a rule for certain terms, and what has to hold for it. */
export interface Instance {
  readonly from: Expr
  readonly to: Expr
  readonly conditions: readonly Condition[]
}

/**
 * The first instance that the checker accepts, if possible one that needs no condition; none for a
 * definition, which is its own best example.
 */
export function exampleOf(rule: CompiledRule): Instance | undefined {
  if (rule.from.kind === 'call' && definition(rule.from.head)) return undefined
  let carried: Instance | undefined
  let tries = 0
  for (const letters of choices(rule, rule.letters)) {
    tries += 1
    if (tries > MOST_TRIES) break
    const free = accepted(rule, letters, [])
    if (free) return free
    carried ??= withConditions(rule, letters)
  }
  return carried
}

/** The instance with those of the rule's conditions that the checker cannot do without. */
function withConditions(rule: CompiledRule, letters: Letters): Instance | undefined {
  const conditions = rule.conditions.flatMap((form) => instantiate(form, letters) ?? [])
  const needed = conditions.reduceRight<readonly Condition[]>((kept, condition) => {
    const fewer = kept.filter((one) => one !== condition)
    return accepted(rule, letters, fewer) ? fewer : kept
  }, conditions)
  return accepted(rule, letters, needed)
}

/** Every way to fill in these letters, changing the last one first. */
function* choices(rule: CompiledRule, names: readonly string[]): Generator<Letters> {
  const [name, ...rest] = names
  if (name === undefined) {
    yield {}
    return
  }
  for (const value of valuesFor(name, rule)) {
    for (const others of choices(rule, rest)) yield { [name]: value, ...others }
  }
}

function valuesFor(name: string, { rule, from, to }: CompiledRule): readonly Letters[string][] {
  if (isListLetter(name)) return [SEVERAL.map(parsePattern)]
  const kind = rule.where?.[name]
  if (asksFor(name, from) || asksFor(name, to)) {
    const statements = STATEMENTS.get(name) ?? ['x > 0']
    return statements.map(parsePattern).filter((u) => !(kind === 'constant' && mentions(u, 'x')))
  }
  return (kind ? OF_KIND[kind] : (BY_LETTER.get(name) ?? OTHERS)).map(parsePattern)
}

/** Does the letter stand for a statement in u: for the question of a piecewise form, or a part of it? */
function asksFor(name: string, u: Expr): boolean {
  if (u.kind !== 'call') return false
  const asked = (arg: Expr, i: number): boolean =>
    arg.kind === 'symbol' &&
    arg.name === name &&
    (u.head === 'piecewise' ? i % 2 === 1 : u.head === 'and' || u.head === 'or')
  return u.args.some((arg, i) => asked(arg, i) || asksFor(name, arg))
}

/** Has the term a value at the point? What holds nowhere is no example. A statement is either true or not. */
const hasValue = (u: Expr): boolean =>
  isCondition(u) || evaluate(u, POINT, { digits: 3, budget: { milliseconds: 50 } }).verdict !== 'undefined'

/** The instance as a derivation of one step, if the checker accepts it. */
function accepted(
  { rule, from, to, differential, twoWay }: CompiledRule,
  letters: Letters,
  conditions: readonly Condition[],
): Instance | undefined {
  const [before, after] = [instantiate(from, letters), instantiate(to, letters)]
  if (!before || !after) return undefined
  const derivation: Derivation = {
    from: before,
    to: after,
    ...(differential ? { variable: 'x' } : {}),
    steps: [
      {
        rule: rule.name,
        direction: 'forward',
        relation: isCondition(from) ? (twoWay ? 'iff' : 'implies') : 'equals',
        path: [],
        before,
        after,
        letters,
        conditions,
      },
    ],
    assuming: [],
    conditions,
  }
  const isShown = verify(derivation).ok && hasValue(before) && hasValue(after)
  return isShown ? { from: before, to: after, conditions } : undefined
}
