/** Places of a program whose values are certain not to be negative, where they are numbers at all. */
import type { OperationName } from '../operations.ts'
import type { Node, Program } from '../program.ts'

const NEVER_NEGATIVE: ReadonlySet<OperationName> = new Set<OperationName>([
  ...(['exp', 'abs', 'sqrt', 'cosh', 'erfc'] as const),
])
/** Their value has the sign of their operand. */
const SIGN_KEEPING: ReadonlySet<OperationName> = new Set<OperationName>([
  ...(['cbrt', 'sign', 'expm1', 'log1p', 'sinh', 'tanh', 'asinh', 'atan', 'asin', 'atanh'] as const),
  ...(['erf', 'erfinv'] as const),
])
const OF_BOTH: ReadonlySet<OperationName> = new Set<OperationName>(['add', 'multiply', 'divide', 'min'])

export function notNegative({ nodes }: Program): readonly boolean[] {
  const signs: boolean[] = []
  for (const node of nodes) signs.push(isNotNegative(node, signs))
  return signs
}

function isNotNegative(node: Node, signs: readonly boolean[]): boolean {
  if (node.kind === 'constant') return node.value >= 0
  if (node.kind === 'choose') return node.of.slice(1).every((place) => signs[place])
  if (node.kind !== 'operation') return false
  const { name, of } = node
  if (NEVER_NEGATIVE.has(name)) return true
  const isSquare = name === 'multiply' && of[0] === of[1]
  if (isSquare || name === 'max') return isSquare || of.some((place) => signs[place])
  if (SIGN_KEEPING.has(name) || name === 'power') return signs[of[0] as number] === true
  return OF_BOTH.has(name) && of.every((place) => signs[place])
}
