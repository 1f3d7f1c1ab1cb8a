/**
 * Points at which plain doubles do for a program that leaves them elsewhere: most, so that a number is seldom computed
 * with exponents of its own.
 */
import type { Node, Place, Program } from './program.ts'

/** Sums of doubles are exact where they are subnormal. */
const EXACT_WHERE_SMALL: ReadonlySet<string> = new Set(['add', 'subtract'])

const SMALLEST = 2 ** -1_022

/** Does an operation leave the normal doubles, its operands being among them? Told from the values of all nodes. */
export function steppingOut({ nodes }: Program): (values: ArrayLike<number>) => boolean {
  const isSmall = (value: number): boolean => Math.abs(value) < SMALLEST
  const isLarge = (value: number): boolean => Math.abs(value) === Infinity
  const [places, inputs]: [Place[], Place[]] = [[], []]
  nodes.forEach((node, place) => {
    if (node.kind === 'operation') places.push(place)
    if (node.kind === 'input' || node.kind === 'constant') inputs.push(place)
  })
  const isStep = (place: Place, values: ArrayLike<number>): boolean => {
    const node = nodes[place] as Node & { readonly kind: 'operation' }
    const isOut = (value: number): boolean => isSmall(value) || isLarge(value)
    if (isSmall(values[place] as number) && EXACT_WHERE_SMALL.has(node.name)) return false
    return !node.of.some((operand) => isOut(values[operand] as number))
  }
  return (values) =>
    places.some((place) => {
      const value = values[place] as number
      return (isSmall(value) || isLarge(value)) && isStep(place, values)
    }) || inputs.some((place) => values[place] !== 0 && isSmall(values[place] as number))
}
