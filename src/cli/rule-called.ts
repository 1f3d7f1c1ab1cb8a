/** The rule that a person names. */
import { OgeeError } from '../expression/error.ts'
import { RULE_TABLES } from '../rules/book.ts'
import type { Rule } from '../rules/rule.ts'
import { quoted } from '../syntax/errors.ts'
import { nearestName } from '../syntax/suggest.ts'

/** A name without what typing changes: capital letters, commas, and hyphens for spaces. */
export const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s,_-]+/g, ' ')
    .trim()

const MOST_SUGGESTED = 5

/**
 * The rule of this name, or of this name from right to left.
 *
 * @throws OgeeError `E509` with the names that come near.
 */
export function ruleCalled(name: string): Rule {
  const wanted = bare(name)
  const rules = RULE_TABLES.flatMap((table) => table.rules)
  const found =
    rules.find((rule) => rule.name === name) ??
    rules.find((rule) => bare(rule.name) === wanted) ??
    rules.find((rule) => rule.back && bare(rule.back.name) === wanted)
  if (found) return found
  const near = nearestName(
    wanted,
    rules.map((rule) => bare(rule.name)),
  )
  const alike = rules.filter((rule) =>
    near === undefined ? wanted !== '' && bare(rule.name).includes(wanted) : bare(rule.name) === near,
  )
  const names = alike.slice(0, MOST_SUGGESTED).map((rule) => `"${rule.name}"`)
  const more = alike.length > MOST_SUGGESTED ? ', …' : ''
  const hint = names.length === 0 ? 'ogee rule lists them all' : `did you mean ${names.join(', ')}${more}?`
  const called = name === '' ? 'without a name' : quoted(name)
  throw new OgeeError('E509', `there is no rule ${called}`, undefined, hint)
}
