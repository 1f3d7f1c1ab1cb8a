/** Rows in memory: columns of doubles, passed block by block by code made for what is asked. */
import { runOver } from '../compute/fallback.ts'
import { OgeeError } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'
import { type Pass, passFor } from './pass.ts'
import type { Rows } from './rows.ts'
import { type Plan, planOf } from './sums.ts'
import { Totals } from './total.ts'

/** A column: numbers of any kind. */
export type ColumnArray = Float64Array | Float32Array | Int32Array | Uint8Array

/** Rows in memory, whose columns can be looked at. */
export interface MemoryRows extends Rows {
  readonly columns: Readonly<Record<string, ColumnArray>>
}

/**
 * Columns of equal length as rows. Sums are those of blocks added without loss; they do not depend on the machine.
 *
 * @throws OgeeError `E822` for columns of different lengths.
 * @example
 * ```ts
 * const rows = inMemory({ x: Float64Array.of(1, 2, 3), y: Float64Array.of(4, 5, 6) })
 * const [sum] = await rows.sums([parse('x*y')])
 * sum // → 32
 * ```
 */
export function inMemory(columns: Readonly<Record<string, ColumnArray>>): MemoryRows {
  const names = Object.keys(columns)
  const count = columns[names[0] as string]?.length ?? 0
  const other = names.find((name) => columns[name]?.length !== count)
  if (other !== undefined)
    throw new OgeeError(
      'E822',
      `column ${JSON.stringify(other)} has ${columns[other]?.length} rows, the first one ${count}`,
    )
  const plans = new WeakMap<readonly Expr[], Plan>()
  return {
    names,
    count,
    columns,
    async sums(expressions, parameters = {}) {
      const plan = plans.get(expressions) ?? planOf(expressions, names, Object.keys(parameters))
      plans.set(expressions, plan)
      const used = plan.columns.map((name) => columns[name] as ColumnArray)
      const values = plan.parameters.map((name) => parameters[name] as number)
      const pass = passFor(plan)
      return pass ? byVectors(pass, used, values, count) : oneByOne(plan, used, values, count)
    },
  }
}

function byVectors(
  pass: Pass,
  columns: readonly ColumnArray[],
  values: readonly number[],
  count: number,
): Float64Array {
  const { results, rows, places } = pass
  const totals = new Totals(results.length)
  pass.parameters.set(values)
  for (let from = 0; from < count; from += rows) {
    const some = Math.min(rows, count - from)
    for (let i = 0; i < columns.length; i += 1) {
      const column = columns[i] as ColumnArray
      ;(pass.columns[i] as Float64Array).set(
        some === column.length ? column : column.subarray(from, from + some),
      )
    }
    results.fill(0)
    pass.run(some)
    for (let k = 0; k < results.length; k += 1) totals.add(k, results[k] as number)
  }
  const both = (place: number): number => totals.value(2 * place) + totals.value(2 * place + 1)
  return Float64Array.from(places, both)
}

/** Rows at a time without vectors. */
const BLOCK = 512

function oneByOne(
  plan: Plan,
  columns: readonly ColumnArray[],
  values: readonly number[],
  count: number,
): Float64Array {
  const { program, pairs } = plan
  const factors = [...program.outputs, -1].map(() => new Float64Array(BLOCK).fill(1))
  const totals = new Totals(pairs.length)
  for (let from = 0; from < count; from += BLOCK) {
    const some = Math.min(BLOCK, count - from)
    const inputs = [...columns.map((column) => column.subarray(from, from + some)), ...values]
    runOver(program, inputs, factors.slice(0, -1), some)
    pairs.forEach(([left, right], k) => {
      const [u, v] = [factors[left] as Float64Array, factors[right] as Float64Array]
      let sum = 0
      for (let i = 0; i < some; i += 1) sum += (u[i] as number) * (v[i] as number)
      totals.add(k, sum)
    })
  }
  return Float64Array.from(pairs, (_, k) => totals.value(k))
}
