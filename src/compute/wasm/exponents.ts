/**
 * Exponents in pairs: the rounding of an exponent as large as 700 would cost e^x hundreds of units in the last place.
 * Computed so are operations that may be large, back to inputs, constants and values of other functions.
 */
import type { OperationName } from '../operations.ts'
import { type Node, operandsOf, type Place, type Program } from '../program.ts'
import { PAIRS } from './pair-operations.ts'
import { constant, type Pair, single } from './pairs.ts'
import type { Value, Vector } from './vector.ts'

/** What may be large and is rounded. */
const ROUNDED: ReadonlySet<OperationName> = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'sqrt',
  'exp',
  'log',
  'sinh',
  'cosh',
  'power',
])
const EXACT: ReadonlySet<OperationName> = new Set(['negate', 'abs'])

const isOperation = (node: Node | undefined, among: ReadonlySet<OperationName>): boolean =>
  node?.kind === 'operation' && among.has(node.name)

/** Is anything rounded on the way from inputs and functions to here? */
function isRounded(program: Program, place: Place): boolean {
  const node = program.nodes[place] as Node
  if (isOperation(node, ROUNDED)) return true
  return isOperation(node, EXACT) && isRounded(program, operandsOf(node)[0] as Place)
}

/** The exponent as a pair; nothing where it is not rounded. */
export function exponent(
  v: Vector,
  program: Program,
  place: Place,
  plain: (place: Place) => Value,
): Pair | undefined {
  if (!isRounded(program, place)) return undefined
  const known = new Map<Place, Pair>()
  const pair = (at: Place): Pair => {
    const found = known.get(at) ?? made(at, program.nodes[at] as Node)
    known.set(at, found)
    return found
  }
  const made = (at: Place, node: Node): Pair => {
    if (node.kind === 'constant') return constant(v, node.value, node.rest)
    const operation = node.kind === 'operation' ? PAIRS[node.name] : undefined
    if (!operation || !(isOperation(node, ROUNDED) || isOperation(node, EXACT))) return single(v, plain(at))
    const [a, b] = operandsOf(node).map(pair) as [Pair, Pair | undefined]
    return operation(v, a, b ?? a)
  }
  return pair(place)
}

/** e^(hi + lo) by e^hi; infinite values stay so. */
export const corrected = (v: Vector, e: Value, lo: Value): Value => v.multiply(e, v.add(v.constant(1), lo))
