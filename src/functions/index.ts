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

/** The primitive of this name. */
export const primitive = (name: string): Primitive | undefined => primitives.get(name)

/** The defined function or named curve of this name. */
export const definition = (name: string): Definition | undefined => definitions.get(name)
