/**
 * Words as messages: the key of a sentence in the catalogue and what fills its holes. Builders of an
 * article write messages; `worded` says them in a language. A translation is one object from keys to
 * sentences with the same holes.
 */
import type { Inline } from '../article.ts'
import { ENGLISH } from './english/index.ts'

export type English = typeof ENGLISH

/** The name of a sentence: `saturation.fades`. */
export type MessageKey = keyof English

/** What a hole of a sentence is filled with. */
export type Filling = Inline | Message | readonly (Inline | Message)[]

export interface Message {
  readonly message: string
  /** The sentence in English, which holds where a translation has none. */
  readonly english: string
  readonly holes: Readonly<Record<string, Filling>>
}

/** The names in braces. */
type HolesOf<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesOf<Rest>
  : never

type FillingsOf<Key extends MessageKey> = [HolesOf<English[Key]>] extends [never]
  ? []
  : [holes: Readonly<Record<HolesOf<English[Key]>, Filling>>]

/** The sentence of the catalogue with its holes filled; the compiler sees that none is forgotten. */
export const say = <Key extends MessageKey>(key: Key, ...[holes]: FillingsOf<Key>): Message => ({
  message: key,
  english: ENGLISH[key],
  holes: holes ?? {},
})

/** A sentence that stands in another table, such as that of a rule. */
export const sayFrom = (key: string, english: string, holes: Message['holes'] = {}): Message => ({
  message: key,
  english,
  holes,
})
