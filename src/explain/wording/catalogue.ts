/** All that can be said, in one table: what a translation starts from. */
import { REASONS } from '../../analyse/reasons.ts'
import { CURVES, DEFINITIONS } from '../../functions/index.ts'
import { RULE_TABLES } from '../../rules/book.ts'
import { ABOUT_CURVES } from '../about-curves.ts'
import { curveSaid } from './curves.ts'
import { ENGLISH } from './english/index.ts'
import { type Message, sayFrom } from './message.ts'
import { ruleSaid, tableSaid } from './rules.ts'
import type { Wording } from './worded.ts'

/**
 * Every sentence in English by its key: those of the article, the rules by name and by what they do (`back.`
 * where they are read from right to left), the named curves, and the reasons of an analysis. A translation is an object with
 * the same keys; what it leaves out is said in English. Names in braces are holes for formulas, and all of
 * them are to stand in the translated sentence, in any order.
 *
 * @example
 * ```ts
 * catalogue()['result.title'] // → 'The result'
 * catalogue()['property.increasing'] // → 'increasing {where}'
 * ```
 */
export const catalogue = (): Wording => ({
  ...ENGLISH,
  ...Object.fromEntries(
    [...ofRules(), ...ofCurves(), ...ofReasons()].map(({ message, english }) => [message, english]),
  ),
})

const ofRules = (): Message[] =>
  RULE_TABLES.flatMap(({ title, rules }) => [
    tableSaid(title),
    ...rules.flatMap(({ name, say, back }) => [
      ruleSaid(name, 'name', name),
      ruleSaid(name, 'say', say),
      ...(back ? [ruleSaid(name, 'back.name', back.name), ruleSaid(name, 'back.say', back.say)] : []),
    ]),
  ])

const ofCurves = (): Message[] => [
  ...[...DEFINITIONS, ...CURVES].map(({ name, title }) => curveSaid(name, 'title', title)),
  ...Object.entries(ABOUT_CURVES).flatMap(([name, { letters, used, note }]) => [
    ...Object.entries(letters).map(([letter, meaning]) => curveSaid(name, `letter.${letter}`, meaning)),
    curveSaid(name, 'used', used),
    ...(note === undefined ? [] : [curveSaid(name, 'note', note)]),
  ]),
]

const ofReasons = (): Message[] =>
  Object.entries(REASONS).map(([name, english]) => sayFrom(`reason.${name}`, english))
