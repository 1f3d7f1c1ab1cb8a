/**
 * Fast code in which some values are carried as pairs: those that an output is made of whose digits cancel, as at the
 * root of a derivative. All others are plain, and take what pairs are when rounded.
 */
import { operandsOf, type Place, type Program } from '../program.ts'
import type { Arithmetic } from './arithmetic.ts'
import { PAIRS } from './pair-operations.ts'
import { chosen, constant, type Pair, single } from './pairs.ts'
import type { Value, Vector } from './vector.ts'

/** At least one of the two. */
export interface Mixed {
  readonly plain?: Value
  readonly pair?: Pair
}

/** The values that these outputs are made of. */
export function placesBelow({ nodes, outputs }: Program, numbers: readonly number[]): ReadonlySet<Place> {
  const found = new Set<Place>()
  const visit = (place: Place): void => {
    if (found.has(place)) return
    found.add(place)
    operandsOf(nodes[place] as Program['nodes'][number]).forEach(visit)
  }
  for (const number of numbers) visit(outputs[number] as Place)
  return found
}

/** The arithmetic with pairs at these places. */
export function mixed(by: Arithmetic<Value>, exact: ReadonlySet<Place>, rounded: Round): Arithmetic<Mixed> {
  const plainOf = (v: Vector, { plain, pair }: Mixed): Value => plain ?? rounded(v, pair as Pair)
  const pairOf = (v: Vector, { plain, pair }: Mixed): Pair => pair ?? single(v, plain as Value)
  return {
    input: (v, index) => ({ plain: by.input(v, index) }),
    constant: (v, value, rest) => ({ plain: by.constant(v, value, rest), pair: constant(v, value, rest) }),
    operation: (name, range) => {
      const operate = by.operation(name, range)
      return operate && ((v, a, b) => ({ plain: operate(v, plainOf(v, a), plainOf(v, b)) }))
    },
    knowing: (v, here, at) => {
      const { program, place } = here
      const node = program.nodes[place] as Program['nodes'][number]
      const inPairs = exact.has(place) && node.kind === 'operation' ? PAIRS[node.name] : undefined
      if (inPairs) {
        const [a, b] = operandsOf(node).map((one) => pairOf(v, at(one))) as [Pair, Pair | undefined]
        return { pair: inPairs(v, a, b ?? a) }
      }
      const known = by.knowing?.(v, here, (one) => plainOf(v, at(one)))
      return known === undefined ? undefined : { plain: known }
    },
    plain: plainOf,
    pick: (v, mask, yes, no) =>
      yes.plain === undefined || no.plain === undefined
        ? { pair: chosen(v, mask, pairOf(v, yes), pairOf(v, no)) }
        : { plain: by.pick(v, mask, yes.plain, no.plain) },
  }
}

type Round = (v: Vector, pair: Pair) => Value
