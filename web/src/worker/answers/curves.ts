/** The named curves, as examples. */
import { CURVES } from '../../../../src/functions/index.ts'

/** Each by its name, as it can be typed, and its title. */
export const answer = (_: Record<string, never>): readonly (readonly [name: string, title: string])[] =>
  CURVES.map(({ name, letters, title }) => [`${name}(${letters.join(', ')})`, title])
