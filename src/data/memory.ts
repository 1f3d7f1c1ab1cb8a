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
  /** About so many of the rows, from all over: short runs at equal distances. */
  readonly sample: (count: number) => MemoryRows
}

/** Rows that stand together in a sample. */
const RUN = 64

type Planned = Plan & { readonly pass: Pass | undefined }

/**
 * Columns of equal length as rows. The sums are those of blocks, added without loss; they depend on nothing but the
 * numbers.
 *
 * @throws OgeeError `E822` for columns of different lengths.
 * @example
 * ```ts
 * import { parse } from 'ogee'
 * import { inMemory } from 'ogee/learn'
 * const rows = inMemory({ x: Float64Array.of(1, 2, 3), y: Float64Array.of(4, 5, 6) })
 * const [sum] = await rows.sums([parse('x*y')])
 * sum // → 32
 * ```
 */
export function inMemory(columns: Readonly<Record<string, ColumnArray>>): MemoryRows {
  const names = Object.keys(columns)
  const count = columns[names[0] as string]?.length ?? 0
  const other = names.find((name) => columns[name]?.length !== count)
  if (other !== undefined) {
    const length = columns[other]?.length
    throw new OgeeError('E822', `column ${JSON.stringify(other)} has ${length} rows, the first one ${count}`)
  }
  const plans = new WeakMap<readonly Expr[], Planned>()
  const planned = (expressions: readonly Expr[], parameters: readonly string[]): Planned => {
    const plan = planOf(expressions, names, parameters)
    return { ...plan, pass: passFor(plan) }
  }
  return {
    names,
    count,
    columns,
    sample(wanted) {
      const runs = Math.max(1, Math.min(Math.floor(wanted / RUN), Math.floor(count / RUN)))
      const every = Math.max(RUN, Math.floor(count / runs))
      const part = (column: ColumnArray): Float64Array => {
        const some = new Float64Array(RUN * runs)
        for (let i = 0; i < runs; i += 1) some.set(column.subarray(i * every, i * every + RUN), i * RUN)
        return some
      }
      return inMemory(Object.fromEntries(names.map((name) => [name, part(columns[name] as ColumnArray)])))
    },
    async sums(expressions, parameters = {}) {
      const plan = plans.get(expressions) ?? planned(expressions, Object.keys(parameters))
      plans.set(expressions, plan)
      const values = plan.parameters.map((name) => parameters[name] as number)
      const used = plan.columns.map((name) => columns[name] as ColumnArray)
      return plan.pass ? byVectors(plan.pass, used, values, count) : oneByOne(plan, used, values, count)
    },
  }
}

/** So many rows are added up before they are added to the totals. */
const TOGETHER = 2_048

function byVectors(
  { results, rows, places, columns: to, parameters, run }: Pass,
  columns: readonly ColumnArray[],
  values: readonly number[],
  count: number,
): Float64Array {
  const totals = new Totals(results.length)
  parameters.set(values)
  results.fill(0)
  let gathered = 0
  for (let from = 0; from < count; from += rows) {
    const some = Math.min(rows, count - from)
    for (let i = 0; i < to.length; i += 1)
      (to[i] as Float64Array).set((columns[i] as ColumnArray).subarray(from, from + some))
    run(some)
    gathered += some
    if (gathered < TOGETHER && from + rows < count) continue
    totals.addAll(results)
    results.fill(0)
    gathered = 0
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
  const sums = new Float64Array(pairs.length)
  for (let from = 0; from < count; from += BLOCK) {
    const some = Math.min(BLOCK, count - from)
    const inputs = [...columns.map((column) => column.subarray(from, from + some)), ...values]
    runOver(program, inputs, factors.slice(0, -1), some)
    pairs.forEach(([left, right], k) => {
      const [u, v] = [factors[left] as Float64Array, factors[right] as Float64Array]
      let sum = 0
      for (let i = 0; i < some; i += 1) sum += (u[i] as number) * (v[i] as number)
      sums[k] = sum
    })
    totals.addAll(sums)
  }
  return Float64Array.from(pairs, (_, k) => totals.value(k))
}
