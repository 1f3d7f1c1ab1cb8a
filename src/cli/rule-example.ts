/**
 * An instance of a rule to look at: the letters are filled in with terms for which the checker
 * accepts the step, so an example that is shown is one that holds.
 */
import { type Condition, type Derivation, type Expr, verify } from '../index.ts'

import { type CompiledRule, instantiate, isListLetter, type Letters } from '../rules/compile.ts'
import { parsePattern } from '../rules/pattern.ts'
import type { Kind } from '../rules/rule.ts'

/** What a letter of this kind may be in an example, the best first. */
const OF_KIND: Readonly<Record<Kind, readonly string[]>> = {
  constant: ['3', 'a', 'a > 0'],
  variable: ['x'],
  integer: ['3', '2'],
  'positive integer': ['3', '2'],
  number: ['3', '1/2'],
  'positive number': ['3', '1/2'],
  'odd root': ['3', '1/3'],
  symbolic: ['a', 'x'],
}

/** What a letter without a kind may be. The later choices are statements, which some letters are. */
const BY_LETTER: Readonly<Record<string, readonly string[]>> = {
  u: ['x^2 + 1', 'sin(x)', '-x^2 - 1', 'x'],
  v: ['e^x', 'cos(x)', 'x'],
  w: ['x^2 + 2', 'x'],
  x: ['x'],
  a: ['x', 'e^x', 'x^2 + 1', '-e^x'],
  b: ['1', '0', 'e^x'],
  c: ['x^2 + 1 > 0', 'x > 0', '3'],
  d: ['x < 2', 'x > 1'],
}
const OTHERS: readonly string[] = ['x', '3', 'x > 0']
const SEVERAL: readonly string[] = ['x^2', 'sin(x)']

/** No rule needs more attempts; this bounds those of a rule that is written wrongly. */
const MOST_TRIES = 500

/** Both sides of a rule for certain terms, and what has to hold for it. */
export interface Instance {
  readonly from: Expr
  readonly to: Expr
  readonly conditions: readonly Condition[]
}

/** The first instance that the checker accepts, if possible one that needs no condition. */
export function exampleOf(rule: CompiledRule): Instance | undefined {
  let carried: Instance | undefined
  let tries = 0
  for (const letters of choices(rule, rule.letters)) {
    tries += 1
    if (tries > MOST_TRIES) break
    const free = accepted(rule, letters, [])
    if (free) return free
    carried ??= accepted(rule, letters, filled(rule.conditions, letters))
  }
  return carried
}

/** Every way to fill in these letters, changing the last one first. */
function* choices(rule: CompiledRule, names: readonly string[]): Generator<Letters> {
  const [name, ...rest] = names
  if (name === undefined) {
    yield {}
    return
  }
  for (const value of valuesFor(name, rule.rule.where?.[name])) {
    for (const others of choices(rule, rest)) yield { [name]: value, ...others }
  }
}

function valuesFor(name: string, kind: Kind | undefined): readonly (Expr | readonly Expr[])[] {
  if (isListLetter(name)) return [SEVERAL.map(parsePattern)]
  const texts = kind ? OF_KIND[kind] : (BY_LETTER[name] ?? OTHERS)
  return texts.map(parsePattern)
}

const filled = (forms: readonly Expr[], letters: Letters): Expr[] =>
  forms.flatMap((form) => instantiate(form, letters) ?? [])

/** The instance as a derivation of one step, if the checker accepts it. */
function accepted(
  { rule, from, to, differential }: CompiledRule,
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
        relation: 'equals',
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
  return verify(derivation).ok ? { from: before, to: after, conditions } : undefined
}
