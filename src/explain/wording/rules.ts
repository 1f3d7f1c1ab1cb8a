/** The words of the rule book as messages: `rule.product rule.say`, read backwards `rule.product rule.back.say`. */
import type { Message } from './message.ts'
import { sayFrom } from './message.ts'

/** A rule's name or sentence, in the direction it is read. */
export type RulePart = 'name' | 'say' | 'back.name' | 'back.say'

export const ruleSaid = (
  name: string,
  part: RulePart,
  english: string,
  holes: Message['holes'] = {},
): Message => sayFrom(`rule.${name}.${part}`, english, holes)

/** The title of a table of rules. */
export const tableSaid = (title: string): Message => sayFrom(`rules.${title}`, title)
