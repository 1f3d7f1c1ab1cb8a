/** What is to be summed as one program over the rows, and pairs of its outputs whose products are the summands. */
import { withFallingExponentials } from '../compute/logistic.ts'
import { Lowering } from '../compute/lower.ts'
import { type Place, type Program, Writer } from '../compute/program.ts'
import type { Pair } from '../compute/wasm/dots.ts'
import { type Expr, isCall } from '../expression/expr.ts'
import { usedColumns } from './rows.ts'

export interface Plan {
  readonly columns: readonly string[]
  readonly parameters: readonly string[]
  /** Its inputs are the columns, then the parameters. */
  readonly program: Program
  /** The factors of each summand among the outputs; one more than the last output is the number 1. */
  readonly pairs: readonly Pair[]
}

/**
 * The plan for expressions.
 *
 * @throws OgeeError `E821` for letters that are neither columns nor parameters, `E901` for what no program computes.
 */
export function planOf(
  expressions: readonly Expr[],
  names: readonly string[],
  parameters: readonly string[],
): Plan {
  const columns = usedColumns(expressions, names, parameters)
  const inputs = [...columns, ...parameters]
  const writer = new Writer()
  const lowering = new Lowering(writer, new Map(inputs.map((name) => [name, writer.input(name)])))
  const outputs = new Map<Place, number>()
  const output = (u: Expr): number => {
    const place = lowering.place(u)
    const known = outputs.get(place) ?? outputs.size
    outputs.set(place, known)
    return known
  }
  const factors = expressions.map((u): readonly [number, number | undefined] => {
    const [v, w, ...more] = isCall(u, 'multiply') ? u.args : []
    return v && w && more.length === 0 ? [output(v), output(w)] : [output(u), undefined]
  })
  const program = withFallingExponentials(writer.program(inputs, [...outputs.keys()]))
  return { columns, parameters, program, pairs: factors.map(([u, v]) => [u, v ?? outputs.size]) }
}
