/**
 * Programs of derivatives without what the chain rule leaves behind: factors 0, 1 and −1, and sums of two parts of which a
 * question chooses one to be 0. What is left is the same number, and where a part that is not chosen is infinite it stays
 * one.
 */
import { type Node, operandsOf, type Place, type Program, Writer } from '../compute/program.ts'

/** The program, tidied. */
export function tidied(program: Program): Program {
  const tidy = new Tidy()
  const places: Place[] = []
  for (const node of program.nodes) {
    const of = operandsOf(node).map((place) => places[place] as Place)
    places.push(tidy.node(node, of))
  }
  return tidy.writer.program(
    program.inputs,
    program.outputs.map((place) => places[place] as Place),
  )
}

interface Choice {
  readonly question: Place
  readonly yes: Place
  readonly no: Place
}

class Tidy {
  readonly writer: Writer = new Writer()

  node(node: Node, of: readonly Place[]): Place {
    const [a, b] = of as [Place, Place]
    if (node.kind === 'operation') {
      if (node.name === 'multiply') return this.#product(a, b)
      if (node.name === 'add') return this.#sum(a, b)
      if (node.name === 'negate') return this.#opposite(a)
    }
    return this.writer.node('of' in node ? ({ ...node, of } as Node) : node)
  }

  #value(place: Place): number | undefined {
    const node = this.writer.nodes[place]
    return node?.kind === 'constant' ? node.value : undefined
  }

  /** A choice of which one part is 0 or 1: then what is done to it is done to one part only. */
  #half(place: Place): Choice | undefined {
    const node = this.writer.nodes[place]
    if (node?.kind !== 'choose') return undefined
    const [question, yes, no] = node.of
    const isPlain = [yes, no].some((part) => this.#value(part) === 0 || this.#value(part) === 1)
    return isPlain ? { question, yes, no } : undefined
  }

  #product(a: Place, b: Place): Place {
    const { writer } = this
    const [u, v] = [this.#value(a), this.#value(b)]
    if (u !== undefined && v !== undefined) return writer.constant(u * v)
    if (u === 0 || v === 1) return a
    if (v === 0 || u === 1) return b
    if (u === -1) return this.#opposite(b)
    if (v === -1) return this.#opposite(a)
    const [left, right] = [this.#half(a), this.#half(b)]
    if (left && right && left.question === right.question)
      return writer.choose(
        left.question,
        this.#product(left.yes, right.yes),
        this.#product(left.no, right.no),
      )
    if (left) return writer.choose(left.question, this.#product(left.yes, b), this.#product(left.no, b))
    if (right) return writer.choose(right.question, this.#product(a, right.yes), this.#product(a, right.no))
    return writer.operation('multiply', a, b)
  }

  #sum(a: Place, b: Place): Place {
    const { writer } = this
    const [u, v] = [this.#value(a), this.#value(b)]
    if (u !== undefined && v !== undefined) return writer.constant(u + v)
    if (u === 0) return b
    if (v === 0) return a
    const [left, right] = [this.#half(a), this.#half(b)]
    if (left && right && left.question === right.question)
      return writer.choose(left.question, this.#sum(left.yes, right.yes), this.#sum(left.no, right.no))
    const taken = writer.nodes[b]
    if (taken?.kind === 'operation' && taken.name === 'negate')
      return writer.operation('subtract', a, taken.of[0] as Place)
    return writer.operation('add', a, b)
  }

  #opposite(a: Place): Place {
    const { writer } = this
    const value = this.#value(a)
    if (value !== undefined) return writer.constant(-value)
    const node = writer.nodes[a]
    if (node?.kind === 'operation' && node.name === 'negate') return node.of[0] as Place
    const half = this.#half(a)
    if (half) return writer.choose(half.question, this.#opposite(half.yes), this.#opposite(half.no))
    return writer.operation('negate', a)
  }
}
