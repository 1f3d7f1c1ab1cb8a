/** The names under which functions are known, in any notation. */
import { CURVES, DEFINITIONS, definition, primitive } from './index.ts'

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

/** The one name under which a function is kept, for any of its spellings. */
export function functionName(spelling: string): string | undefined {
  const name = SYNONYMS.get(spelling) ?? spelling
  return primitive(name) || definition(name) ? name : undefined
}

/** The curve whose name this is in capitals or in parts, as people write it: SiLU, leaky_relu, MichaelisMenten. */
export function curveCalled(text: string): string | undefined {
  const plain = text.replaceAll('_', '').toLowerCase()
  return CURVES.find((row) => row.name === plain || row.synonyms.includes(plain))?.name
}

/** Names that mean another curve as well, so that a reader is told which one is meant. */
export const OTHER_MEANINGS: ReadonlyMap<string, string> = new Map([
  ['logistic', 'logistic3'],
  ['swish', 'swishbeta'],
  ['gaussian', 'normpdf'],
])
