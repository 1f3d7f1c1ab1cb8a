/** What the value and the derivative of a program have in common: a function that is computed once for both. */
import { decimalTerm } from '../../compute/doubles.ts'
import { OPERATIONS } from '../../compute/operations.ts'
import { operandsOf, type Place, type Program } from '../../compute/program.ts'
import { meaningsOf } from '../../compute/raise.ts'
import { type Expr, symbol } from '../../expression/expr.ts'

/** The places that a place is computed from, itself among them. */
function reached({ nodes }: Program, from: Place | undefined): Set<Place> {
  const all = new Set<Place>()
  const visit = (place: Place): void => {
    if (all.has(place)) return
    all.add(place)
    const node = nodes[place]
    if (node) operandsOf(node).forEach(visit)
  }
  if (from !== undefined) visit(from)
  return all
}

/** Operations that cost as much are functions. */
const FUNCTION_COST = 20

/** The first function that both outputs use. */
export function sharedFunction(program: Program): Expr | undefined {
  const [value, slope] = program.outputs.map((output) => reached(program, output))
  const place = program.nodes.findIndex(
    (node, at) =>
      node.kind === 'operation' &&
      OPERATIONS[node.name].cost >= FUNCTION_COST &&
      value?.has(at) &&
      slope?.has(at),
  )
  return place < 0
    ? undefined
    : meaningsOf(program, (one) => (Number.isFinite(one) ? decimalTerm(one) : symbol(String(one))))[place]
}
