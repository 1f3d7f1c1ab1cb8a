/**
 * n/(1 + e^t) by e^-|t|, which is never too large: n/(1 + e^-|t|) for t < 0, else n·e^-|t|/(1 + e^-|t|). So nothing is
 * lost where e^t is infinite but 1/(1 + e^t) is not 0, nor for n = m·e^t where that is infinite, and derivatives, whose stable forms are made of e^-|t|, share
 * the exponential.
 */
import { type Node, operandsOf, type Place, type Program, Writer } from './program.ts'

export function withFallingExponentials(program: Program): Program {
  const writer = new Writer()
  const moved: Place[] = []
  for (const node of program.nodes) {
    const t = exponentOf(program, node)
    const over = moved[operandsOf(node)[0] as Place] as Place
    moved.push(t === undefined ? writer.copied(node, moved) : falling(writer, over, moved[t] as Place))
  }
  return writer.program(
    program.inputs,
    program.outputs.map((place) => moved[place] as Place),
  )
}

/** t of n/(1 + e^t). */
function exponentOf({ nodes }: Program, node: Node): Place | undefined {
  const isOne = (place: Place): boolean => {
    const one = nodes[place]
    return one?.kind === 'constant' && one.value === 1 && one.rest === 0
  }
  const named = (place: Place | undefined, name: string): readonly Place[] => {
    const found = place === undefined ? undefined : nodes[place]
    return found?.kind === 'operation' && found.name === name ? found.of : []
  }
  if (node.kind !== 'operation' || node.name !== 'divide') return undefined
  const terms = named(node.of[1], 'add')
  const other = terms.find((_, i) => isOne(terms[1 - i] as Place))
  return named(other, 'exp')[0]
}

function falling(writer: Writer, given: Place, t: Place): Place {
  const u = unsigned(writer, t)
  // m·e^t/(1 + e^t) is m/(1 + e^-t)
  const m = withoutExponential(writer, given, t)
  const n = m ?? given
  const e = writer.operation('exp', writer.operation('negate', writer.operation('abs', u)))
  const one = writer.constant(1)
  const isNegative = writer.question('<', u, writer.constant(0))
  const small = n === one ? e : writer.operation('multiply', n, e)
  const [yes, no] = (u === t) === (m === undefined) ? [n, small] : [small, n]
  return writer.operation('divide', writer.choose(isNegative, yes, no), writer.operation('add', one, e))
}

/** m of m·e^t, and 1 of e^t. */
function withoutExponential(writer: Writer, n: Place, t: Place): Place | undefined {
  const node = writer.nodes[n]
  const isIt = (place: Place): boolean => {
    const one = writer.nodes[place]
    return one?.kind === 'operation' && one.name === 'exp' && one.of[0] === t
  }
  if (isIt(n)) return writer.constant(1)
  if (node?.kind !== 'operation' || node.name !== 'multiply') return undefined
  const i = node.of.findIndex(isIt)
  return i < 0 ? undefined : node.of[1 - i]
}

/** u of −u: so that |t| is the |u| that others have. */
function unsigned({ nodes }: Writer, t: Place): Place {
  const node = nodes[t]
  return node?.kind === 'operation' && node.name === 'negate' ? (node.of[0] as Place) : t
}
