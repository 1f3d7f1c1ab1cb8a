/** Values of a program that are never below 0, or never above, as can be seen from how they are made. */
import type { Place, Program } from '../program.ts'

type Sign = 1 | -1

/** 1 for ≥ 0, −1 for ≤ 0 (or NaN, in both cases); nothing where it is not seen. */
export function signOf({ nodes }: Program, place: Place): Sign | undefined {
  const found = (at: Place): Sign | undefined => signOf({ nodes, inputs: [], outputs: [] }, at)
  const node = nodes[place]
  if (node?.kind === 'constant') return node.value >= 0 ? 1 : -1
  if (node?.kind !== 'operation') return undefined
  const [a, b] = node.of as [Place, Place]
  switch (node.name) {
    case 'abs':
    case 'exp':
    case 'cosh':
      return 1
    case 'negate':
      return opposite(found(a))
    case 'multiply':
      return a === b ? 1 : product(found(a), found(b))
    case 'divide':
      return product(found(a), found(b))
    case 'add':
      return found(a) === found(b) ? found(a) : undefined
    default:
      return undefined
  }
}

const opposite = (sign: Sign | undefined): Sign | undefined =>
  sign === undefined ? undefined : sign === 1 ? -1 : 1

const product = (a: Sign | undefined, b: Sign | undefined): Sign | undefined =>
  a === undefined || b === undefined ? undefined : a === b ? 1 : -1
