/**
 * Divisions by the same number, or by powers of it, with one division: a/d and b/d² by r = 1/d, where d cannot be so
 * small or large that r is out of range. That costs about a unit in the last place for each factor.
 */
import { operandsOf, type Place, type Program, Writer } from './program.ts'
import { type Range, rangesOf } from './wasm/ranges.ts'

/** Divisors beyond these are divided by. */
const LEAST = 2 ** -30
const MOST = 2 ** 30
/** More factors would cost too many digits. */
const MOST_FACTORS = 2

const isTame = ({ least, most }: Range): boolean => least >= LEAST && most <= MOST

export function withSharedReciprocals(program: Program): Program {
  const ranges = rangesOf(program)
  const { nodes } = program
  const factorsOf = (place: Place): readonly Place[] => {
    const node = nodes[place]
    return node?.kind === 'operation' && node.name === 'multiply' ? node.of.flatMap(factorsOf) : [place]
  }
  const divisors = nodes.map((node) =>
    node.kind === 'operation' && node.name === 'divide' ? factorsOf(node.of[1] as Place) : [],
  )
  const uses = new Map<Place, number>()
  for (const factors of divisors)
    for (const factor of new Set(factors)) uses.set(factor, (uses.get(factor) ?? 0) + 1)
  const isShared = (factor: Place): boolean =>
    nodes[factor]?.kind !== 'constant' && (uses.get(factor) ?? 0) > 1 && isTame(ranges[factor] as Range)
  const writer = new Writer()
  const moved: Place[] = []
  for (const [place, node] of nodes.entries()) {
    const factors = divisors[place] as readonly Place[]
    const isReplaced = factors.length > 0 && factors.length <= MOST_FACTORS && factors.every(isShared)
    moved.push(
      isReplaced
        ? factors.reduce(
            (value, factor) => times(writer, value, reciprocal(writer, moved[factor] as Place)),
            moved[operandsOf(node)[0] as Place] as Place,
          )
        : writer.copied(node, moved),
    )
  }
  return writer.program(
    program.inputs,
    program.outputs.map((place) => moved[place] as Place),
  )
}

const reciprocal = (writer: Writer, d: Place): Place => writer.operation('divide', writer.constant(1), d)

/** a·r, behind the choice where a is 1 or something else. */
function times(writer: Writer, a: Place, r: Place): Place {
  if (writer.isOne(a)) return r
  const node = writer.nodes[a]
  if (node?.kind === 'choose' && (writer.isOne(node.of[1]) || writer.isOne(node.of[2])))
    return writer.choose(node.of[0], times(writer, node.of[1], r), times(writer, node.of[2], r))
  return writer.operation('multiply', a, r)
}
