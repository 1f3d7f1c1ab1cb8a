/** What code costs, about, in units of an addition: processors multiply in fewer places than they add, and divide in one. */
import type { Instruction } from './instructions.ts'
import type { Line, Value, Vector } from './vector.ts'

const COSTS: Readonly<Partial<Record<Instruction, number>>> = {
  multiply: 2,
  fused: 2,
  fusedMinus: 2,
  pick: 3,
  pickLane: 2,
  divide: 4,
  root: 15,
  least: 8,
  greatest: 8,
}

/** The lines that the outputs are made of. */
function needed({ lines }: Vector, outputs: readonly Value[]): ReadonlySet<Value> {
  const found = new Set<Value>()
  const visit = (value: Value): void => {
    if (found.has(value)) return
    found.add(value)
    const line = lines[value] as Line
    if (line.kind === 'instruction') line.of.forEach(visit)
  }
  outputs.forEach(visit)
  return found
}

export function costOf(code: Vector, outputs: readonly Value[]): number {
  let sum = 0
  for (const value of needed(code, outputs)) {
    const line = code.lines[value] as Line
    if (line.kind === 'instruction') sum += COSTS[line.name] ?? 1
  }
  return sum
}
