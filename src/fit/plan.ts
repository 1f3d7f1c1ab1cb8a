/**
 * What of a program has to be done when: what depends on the data alone is computed once, what depends on the parameters
 * alone once for all rows, the rest row by row. Plans are made once for a program and kept with it.
 */
import type { OperationName, QuestionName } from '../compute/operations.ts'
import { type Node, operandsOf, type Place, type Program } from '../compute/program.ts'

/** What a node depends on. */
export type Kind = 'number' | 'data' | 'row'

/** The commonest operations, which have loops of their own. */
const LOOPS: readonly string[] = 'add subtract multiply divide negate abs exp log < choose'.split(' ')

/** One operation on places; `loop` is its place among those that have loops, or -1. */
export interface Task {
  readonly place: Place
  readonly a: Place
  readonly b: Place
  readonly c: Place
  readonly loop: number
  readonly name: OperationName | QuestionName | 'both' | 'either' | 'choose'
}

export interface Plan {
  readonly kinds: readonly Kind[]
  readonly constants: readonly { readonly place: Place; readonly value: number }[]
  readonly inputs: readonly { readonly place: Place; readonly name: string }[]
  /** Numbers, in order; those that no parameter moves stand in `once`. */
  readonly once: readonly Task[]
  readonly numbers: readonly Task[]
  /** Numbers that are needed in every row. */
  readonly spread: readonly Place[]
  readonly data: readonly Task[]
  readonly rows: readonly Task[]
}

const known = new WeakMap<Program, Map<string, Plan>>()

/** The plan for a program in which these letters are columns. */
export function planOf(program: Program, columns: readonly string[]): Plan {
  const shelf = known.get(program) ?? new Map<string, Plan>()
  known.set(program, shelf)
  const key = columns.join('\n')
  const plan = shelf.get(key) ?? made(program, new Set(columns))
  shelf.set(key, plan)
  return plan
}

function made(program: Program, columns: ReadonlySet<string>): Plan {
  const { nodes, outputs } = program
  const needed = neededBy(program)
  const kinds: Kind[] = []
  const isMoving: boolean[] = []
  for (const node of nodes) {
    const of = operandsOf(node)
    const isColumn = node.kind === 'input' && columns.has(node.name)
    const moves = node.kind === 'input' ? !isColumn : of.some((place) => isMoving[place])
    const hasData = isColumn || of.some((place) => kinds[place] !== 'number')
    isMoving.push(moves)
    kinds.push(hasData ? (moves ? 'row' : 'data') : 'number')
  }
  const places = nodes.flatMap((_, place) => (needed.has(place) ? [place] : []))
  const tasks = (wanted: (place: Place) => boolean): Task[] =>
    places.filter(wanted).flatMap((place) => taskOf(nodes[place] as Node, place))
  const spread = new Set<Place>()
  const overRows = (place: Place): void => {
    if (kinds[place] === 'number') spread.add(place)
  }
  for (const place of places)
    if (kinds[place] !== 'number') operandsOf(nodes[place] as Node).forEach(overRows)
  outputs.forEach(overRows)
  return {
    kinds,
    constants: places.flatMap((place) => {
      const node = nodes[place] as Node
      return node.kind === 'constant' ? [{ place, value: node.value }] : []
    }),
    inputs: places.flatMap((place) => {
      const node = nodes[place] as Node
      return node.kind === 'input' ? [{ place, name: node.name }] : []
    }),
    once: tasks((place) => kinds[place] === 'number' && !isMoving[place]),
    numbers: tasks((place) => kinds[place] === 'number' && isMoving[place] === true),
    spread: [...spread],
    data: tasks((place) => kinds[place] === 'data'),
    rows: tasks((place) => kinds[place] === 'row'),
  }
}

function taskOf(node: Node, place: Place): Task[] {
  if (node.kind === 'input' || node.kind === 'constant') return []
  const name = node.kind === 'operation' || node.kind === 'question' ? node.name : node.kind
  const [a, b = -1, c = -1] = node.of as readonly [Place, Place?, Place?]
  return [{ place, a, b, c, name, loop: LOOPS.indexOf(name) }]
}

function neededBy({ nodes, outputs }: Program): ReadonlySet<Place> {
  const needed = new Set<Place>()
  const visit = (place: Place): void => {
    if (needed.has(place)) return
    needed.add(place)
    operandsOf(nodes[place] as Node).forEach(visit)
  }
  outputs.forEach(visit)
  return needed
}
