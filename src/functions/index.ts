/** The tables of functions, found by name or synonym. */
import { CURVES } from './curves.ts'
import { DEFINITIONS } from './definitions.ts'
import type { Definition, Primitive } from './function.ts'
import { PRIMITIVES } from './primitives.ts'

export { CURVES } from './curves.ts'
export { DEFINITIONS } from './definitions.ts'
export type { Definition, Primitive } from './function.ts'
export { PRIMITIVES } from './primitives.ts'

const primitives = new Map(PRIMITIVES.map((row) => [row.name, row]))
const definitions = new Map([...DEFINITIONS, ...CURVES].map((row) => [row.name, row]))

/** Other spellings of a function's name, as read in any notation. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['ln', 'log'],
  ['arcsin', 'asin'],
  ['arccos', 'acos'],
  ['arctan', 'atan'],
  ['arsinh', 'asinh'],
  ['arcsinh', 'asinh'],
  ['arcosh', 'acosh'],
  ['arccosh', 'acosh'],
  ['artanh', 'atanh'],
  ['arctanh', 'atanh'],
  ['sgn', 'sign'],
  ['heaviside', 'step'],
  ...[...DEFINITIONS, ...CURVES].flatMap((row) => row.synonyms.map((s) => [s, row.name] as const)),
])

/** The primitive of this name. */
export const primitive = (name: string): Primitive | undefined => primitives.get(name)

/** The defined function or named curve of this name. */
export const definition = (name: string): Definition | undefined => definitions.get(name)

/** The one name under which a function is kept, for any of its spellings. */
export function functionName(spelling: string): string | undefined {
  const name = SYNONYMS.get(spelling) ?? spelling
  return primitives.has(name) || definitions.has(name) ? name : undefined
}
