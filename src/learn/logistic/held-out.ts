/** How good chances are for rows that had no part in the fit: a part of the rows, or all of them in turn. */
import { inMemory, type MemoryRows } from '../../data/memory.ts'
import { Random } from '../network/random.ts'
import { chancesAt, linearForm } from './chances.ts'
import type { Design } from './design.ts'
import { type RegressionOptions, regression } from './regression.ts'
import { type Scores, scoresOf } from './score.ts'

export interface HeldOutOptions {
  /** The share of rows that is held out; or `folds` parts of the rows, each held out in turn. */
  readonly test?: number
  readonly folds?: number
  readonly seed?: number
}

/** Scores of rows that had no part in the fit, or why there are none. */
export type HeldOut =
  | (Scores & { readonly verdict: 'scored'; readonly how: string })
  | { readonly verdict: 'unknown'; readonly reason: string }

/** Fits without a part of the rows and scores that part. */
export async function heldOut(
  { rows, features, outcome, weight }: Design,
  options: Pick<RegressionOptions, 'link' | 'l2'>,
  { test = 0.25, folds, seed = 1 }: HeldOutOptions,
): Promise<HeldOut> {
  const order = new Random(seed).order(rows.count)
  const size = Math.max(1, Math.round(rows.count * test))
  const parts =
    folds === undefined
      ? [order.subarray(0, size)]
      : Array.from({ length: folds }, (_, k) => order.filter((_, i) => i % folds === k))
  const names = features.map(({ name }) => name)
  const tested: number[] = []
  const [chances, yes, no]: [number[], number[], number[]] = [[], [], []]
  for (const part of parts) {
    const without = new Uint8Array(rows.count)
    for (const i of part) without[i] = 1
    const train = Int32Array.from({ length: rows.count }, (_, i) => i).filter((i) => without[i] === 0)
    const found = await coefficientsOf(picked(rows, train), {
      features: names,
      outcome,
      ...(weight === undefined ? {} : { weight }),
      ...options,
    })
    if (typeof found === 'string')
      return { verdict: 'unknown', reason: `without the rows held out: ${found}` }
    const held = picked(rows, part)
    const z = linearForm(
      found,
      names.map((name) => held.columns[name] as Float64Array),
      held.count,
    )
    const { chances: own, losses } = chancesAt(z, options.link as string)
    part.forEach((i, k) => {
      tested.push(i)
      chances.push(own[k] as number)
      yes.push(losses.yes[k] as number)
      no.push(losses.no[k] as number)
    })
  }
  const pick = (name: string): number[] => tested.map((i) => rows.columns[name]?.[i] as number)
  const scores = scoresOf({
    chances,
    outcomes: pick(outcome),
    weights: weight === undefined ? undefined : pick(weight),
    losses: { yes, no },
  })
  const how =
    folds === undefined
      ? `${size} of ${rows.count} rows held out, seed ${seed}`
      : `${folds} parts of the rows held out in turn, seed ${seed}`
  return { verdict: 'scored', how, ...scores }
}

/** The coefficients, or why there are none. */
async function coefficientsOf(
  rows: MemoryRows,
  options: RegressionOptions,
): Promise<readonly number[] | string> {
  try {
    const found = await regression(rows, options)
    return found.verdict === 'fitted' ? found.coefficients.map(({ value }) => value) : found.reason
  } catch (thrown) {
    return (thrown as Error).message
  }
}

const picked = ({ columns, names }: MemoryRows, places: Int32Array): MemoryRows =>
  inMemory(
    Object.fromEntries(
      names.map((name) => {
        const column = columns[name] as ArrayLike<number>
        return [name, Float64Array.from(places, (i) => column[i] as number)]
      }),
    ),
  )
