/** Values of a program that are never below 0, or never above, as can be seen from how they are made. */
import { type Node, operandsOf, type Program } from '../program.ts'

/** 1 for ≥ 0, −1 for ≤ 0, in both cases or NaN; nothing where it is not seen. */
export type Sign = 1 | -1 | undefined

/** The signs of all nodes. */
export function signsOf({ nodes }: Program): readonly Sign[] {
  const signs: Sign[] = []
  for (const node of nodes) signs.push(signOf(node, signs))
  return signs
}

function signOf(node: Node, signs: readonly Sign[]): Sign {
  if (node.kind === 'constant') return node.value >= 0 ? 1 : -1
  if (node.kind !== 'operation') return undefined
  const [a, b] = operandsOf(node).map((place) => signs[place]) as [Sign, Sign]
  switch (node.name) {
    case 'abs':
    case 'exp':
    case 'cosh':
      return 1
    case 'negate':
      return product(-1, a)
    case 'multiply':
      return node.of[0] === node.of[1] ? 1 : product(a, b)
    case 'divide':
      return product(a, b)
    case 'add':
      return a === b ? a : undefined
    default:
      return undefined
  }
}

const product = (a: Sign, b: Sign): Sign =>
  a === undefined || b === undefined ? undefined : a === b ? 1 : -1
