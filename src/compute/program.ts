/**
 * Programs: formulas as lists of single operations in double precision. Each node uses nodes before it, and no
 * two nodes are the same, so what a value and its derivatives share is computed once.
 */
import type { Expr } from '../expression/expr.ts'
import type { OperationName, QuestionName } from './operations.ts'

/** A place in the list. */
export type Place = number

export type Node =
  | { readonly kind: 'input'; readonly name: string }
  /** `rest` is what the number lacks that it stands for: π is none. `means` is the formula that it was worked out from. */
  | { readonly kind: 'constant'; readonly value: number; readonly rest: number; readonly means?: Expr }
  | { readonly kind: 'operation'; readonly name: OperationName; readonly of: readonly Place[] }
  | { readonly kind: 'question'; readonly name: QuestionName; readonly of: readonly [Place, Place] }
  | { readonly kind: 'both' | 'either'; readonly of: readonly [Place, Place] }
  /** `yes` where the question holds, else `no`. Both are computed; only the chosen one counts. */
  | { readonly kind: 'choose'; readonly of: readonly [question: Place, yes: Place, no: Place] }

export interface Program {
  readonly inputs: readonly string[]
  readonly nodes: readonly Node[]
  readonly outputs: readonly Place[]
  /** Outputs, by their number, in which so many digits cancel that code has to carry twice as many. */
  readonly exacting?: readonly number[]
}

/** The operands of a node. */
export const operandsOf = (node: Node): readonly Place[] => ('of' in node ? node.of : [])

/** Writes a program; asked for the same node again, it gives the same place. */
export class Writer {
  readonly nodes: Node[] = []
  readonly #places = new Map<string, Place>()

  input(name: string): Place {
    return this.#put(`i${name}`, { kind: 'input', name })
  }

  constant(value: number, rest = 0, means?: Expr): Place {
    const key = `c${Object.is(value, -0) ? '-0' : value} ${rest}`
    return this.#put(key, { kind: 'constant', value, rest, ...(means ? { means } : {}) })
  }

  operation(name: OperationName, ...of: Place[]): Place {
    return this.#put(`${name} ${of}`, { kind: 'operation', name, of })
  }

  question(name: QuestionName, a: Place, b: Place): Place {
    return this.#put(`${name} ${a},${b}`, { kind: 'question', name, of: [a, b] })
  }

  join(kind: 'both' | 'either', a: Place, b: Place): Place {
    return this.#put(`${kind} ${a},${b}`, { kind, of: [a, b] })
  }

  choose(question: Place, yes: Place, no: Place): Place {
    return yes === no
      ? yes
      : this.#put(`? ${question},${yes},${no}`, { kind: 'choose', of: [question, yes, no] })
  }

  /** A node as it stands, its operands places of this program. */
  node(node: Node): Place {
    switch (node.kind) {
      case 'input':
        return this.input(node.name)
      case 'constant':
        return this.constant(node.value, node.rest, node.means)
      case 'operation':
        return this.operation(node.name, ...node.of)
      case 'question':
        return this.question(node.name, ...node.of)
      case 'choose':
        return this.choose(...node.of)
      default:
        return this.join(node.kind, ...node.of)
    }
  }

  /** A node of another program, whose places are `moved` to these. */
  copied(node: Node, moved: readonly Place[]): Place {
    const of = operandsOf(node).map((place) => moved[place] as Place)
    return this.node('of' in node ? ({ ...node, of } as Node) : node)
  }

  /** Is it the number 1? */
  isOne(place: Place): boolean {
    const node = this.nodes[place]
    return node?.kind === 'constant' && node.value === 1 && node.rest === 0
  }

  #put(key: string, node: Node): Place {
    const known = this.#places.get(key)
    if (known !== undefined) return known
    const place = this.nodes.push(node) - 1
    this.#places.set(key, place)
    return place
  }

  /** The program of what the outputs need, and nothing else. */
  program(inputs: readonly string[], outputs: readonly Place[]): Program {
    const needed = new Set<Place>()
    const visit = (place: Place): void => {
      if (needed.has(place)) return
      needed.add(place)
      operandsOf(this.nodes[place] as Node).forEach(visit)
    }
    outputs.forEach(visit)
    const kept = [...needed].sort((a, b) => a - b)
    const moved = new Map(kept.map((place, i) => [place, i]))
    const at = (place: Place): Place => moved.get(place) as Place
    const nodes = kept.map((place): Node => {
      const node = this.nodes[place] as Node
      return 'of' in node ? ({ ...node, of: node.of.map(at) } as Node) : node
    })
    return { inputs, nodes, outputs: outputs.map(at) }
  }
}
