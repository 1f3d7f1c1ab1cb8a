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

/** The instructions that the outputs are made of. */
export function neededBy({ lines }: Vector, outputs: readonly Value[]): readonly Instruction[] {
  const found = new Map<Value, Line>()
  const visit = (value: Value): void => {
    if (found.has(value)) return
    const line = lines[value] as Line
    found.set(value, line)
    if (line.kind === 'instruction') line.of.forEach(visit)
  }
  outputs.forEach(visit)
  return [...found.values()].flatMap((line) => (line.kind === 'instruction' ? [line.name] : []))
}

export const costOf = (code: Vector, outputs: readonly Value[]): number =>
  neededBy(code, outputs).reduce((sum, name) => sum + (COSTS[name] ?? 1), 0)
