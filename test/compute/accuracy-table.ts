/** The tables of docs/accuracy.md: the largest errors of operations and curves. Made by scripts/accuracy.mjs. */

import { type Ball, isNowhere } from '../../src/compute/balls/ball.ts'
import { compile } from '../../src/compute/index.ts'
import { type Numbers, Runner } from '../../src/compute/kernel.ts'
import { OPERATIONS, type OperationName } from '../../src/compute/operations.ts'
import { type Program, Writer } from '../../src/compute/program.ts'
import { parts, programOf } from '../../src/compute/stable/candidate.ts'
import { slimmed } from '../../src/compute/stable/expand.ts'
import { replaced, rewritten } from '../../src/compute/stable/rewritten.ts'
import { unfolded } from '../../src/compute/unfolded.ts'
import type { Tier } from '../../src/compute/wasm/translate.ts'
import { OgeeError } from '../../src/expression/error.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { CURVES } from '../../src/functions/index.ts'
import { parse, print } from '../../src/index.ts'
import { DOUBLE, type Format, SINGLE, stratified } from './accuracy.ts'
import { ballRunner } from './ball-run.ts'
import { balls, type Known, relative, type Worst, worst } from './measured.ts'

const TIERS: readonly Tier[] = ['fast', 'accurate']
/** Not measured: exact by definition. */
const PLAIN: ReadonlySet<string> = new Set(['negate', 'abs', 'sign'])
/** For parameters of curves. */
const PARAMETERS = ['2', '3/2', '1/2', '5/4', '3/4']

/** Points of a format with the values that are wanted there. */
interface Place {
  readonly lane: 64 | 32
  readonly format: Format
  readonly xs: readonly number[]
}

const places = (count: number): readonly Place[] => [
  { lane: 64, format: DOUBLE, xs: stratified(count, DOUBLE) },
  {
    lane: 32,
    format: SINGLE,
    xs: [...new Set(stratified(count, SINGLE).map(Math.fround))].filter((x) => x !== 0 && Number.isFinite(x)),
  },
]

const digits = (error: number): string => (error < 1000 ? error.toFixed(2) : error.toExponential(1))

const shown = ({ ulps, at, lost, lostAt, open }: Worst): string =>
  [
    ulps === 0 ? '0' : `${digits(ulps)} at ${at.toPrecision(6)}`,
    ...(lost > 0 ? [`lost at ${lost}, first ${lostAt.toPrecision(6)}`] : []),
    ...(open > 0 ? [`${open} not known`] : []),
  ].join(', ')

export const HEAD = ['', 'points', 'fast', 'accurate', 'fast, singles', 'accurate, singles']

/** The points that count, and the cells of a row. */
function cells(
  known: Known,
  places: readonly Place[],
  milliseconds: number,
  values: (place: Place, tier: Tier) => Numbers,
): string[] {
  const found = places.map((place) => ({ place, truths: balls(known, place.xs) }))
  const count = found[0]?.truths.filter((a) => !isNowhere(a)).length ?? 0
  const errors = found.flatMap(({ place, truths }) =>
    TIERS.map((tier) =>
      shown(worst(known, place.xs, truths, values(place, tier), place.format, milliseconds / 4)),
    ),
  )
  return [String(count), ...errors]
}

const columnOf = ({ lane, xs }: Place): Numbers => new (lane === 64 ? Float64Array : Float32Array)(xs)

export function operationRows(
  count: number,
  milliseconds: number,
  report: (row: readonly string[]) => void = () => undefined,
): string[][] {
  const names = (Object.keys(OPERATIONS) as OperationName[]).filter(
    (name) => OPERATIONS[name].letters.length === 1 && !PLAIN.has(name),
  )
  const at = places(count)
  return names.map((name) => {
    const u = parse(OPERATIONS[name].meaning.replace(/\bu\b/g, 'x'))
    const writer = new Writer()
    const program = writer.program(['x'], [writer.operation(name, writer.input('x'))])
    const row = [
      name,
      ...cells({ u, programs: [program] }, at, milliseconds, (place, tier) => {
        const column = columnOf(place)
        const out = column.slice()
        new Runner(program, place.lane, tier).fill([column], [out], out.length)
        return out
      }),
    ]
    report(row)
    return row
  })
}

export function curveRows(
  count: number,
  milliseconds: number,
  names: readonly string[],
  report: (row: readonly string[]) => void = () => undefined,
): string[][] {
  const at = places(count)
  const curves = CURVES.filter(({ name }) => names.length === 0 || names.includes(name))
  return curves.flatMap(({ name, letters }) => {
    const formula = `${name}(${['x', ...PARAMETERS.slice(0, letters.length - 1)].join(', ')})`
    const kernels = new Map(
      TIERS.map((tier) => [tier, compile(formula, { gradient: true, tier, variables: ['x'] })]),
    )
    const [{ formulas }] = [...kernels.values()] as unknown as [ReturnType<typeof compile>]
    const computed = new Map<string, readonly Numbers[]>()
    const values = (place: Place, tier: Tier, i: number): Numbers => {
      const key = `${place.lane} ${tier}`
      const found = computed.get(key) ?? all(kernels.get(tier)?.(columnOf(place)))
      computed.set(key, found)
      return found[i] as Numbers
    }
    return formulas.map(({ of, given }, i) => {
      const row = [
        of === 'value' ? formula : `${formula}′`,
        ...cells(
          { u: given, programs: programsFor(given, at[0]?.xs ?? []) },
          at,
          milliseconds,
          (place, tier) => values(place, tier, i),
        ),
      ]
      report(row)
      return row
    })
  })
}

const all = (
  found: { readonly value: unknown; readonly gradient: readonly unknown[] } | undefined,
): Numbers[] => [found?.value, ...(found?.gradient ?? [])] as Numbers[]

/**
 * The formula as it is written, then what the rewrites make of it: in exact numbers these are the same wherever they
 * are defined, so that what one of them says within a radius is true of the formula. Kept are those that say
 * something where the others before do not.
 */
function programsFor(given: Expr, xs: readonly number[]): Program[] {
  const plain = unfolded(given)
  const kept = [programOf(plain, ['x'])]
  // the points come in strata by turns: a prime is in step with none of them
  const probes = Array.from({ length: PROBES }, (_, k) => xs[(k * 7919) % xs.length] as number)
  const isOpen = (run: (x: number) => Ball, x: number): boolean => {
    const value = run(x)
    return !isNowhere(value) && relative(value) > SHARP
  }
  const first = ballRunner(kept[0] as Program)
  let open = probes.filter((x) => isOpen(first, x))
  const queue = [plain]
  const seen = new Set<string>()
  for (let at = 0; at < queue.length && open.length > 0 && seen.size < MOST_FORMS; at += 1) {
    const form = queue[at] as Expr
    for (const { part, path } of parts(form))
      for (const other of rewritten(part, () => false)) {
        const made = slimmed(replaced(form, path, other))
        const key = print(made)
        if (seen.has(key) || seen.size >= MOST_FORMS || made.size > 3 * plain.size) continue
        seen.add(key)
        queue.push(made)
        const program = lowered(made)
        const run = program && ballRunner(program)
        const left = run ? open.filter((x) => isNowhere(run(x)) || isOpen(run, x)) : open
        if (program && left.length < open.length) kept.push(program)
        open = left
      }
  }
  return kept
}

const PROBES = 400
const MOST_FORMS = 800
/** Radii, as parts of values, that decide. */
const SHARP = 2 ** -64

function lowered(form: Expr): Program | undefined {
  try {
    return programOf(form, ['x'])
  } catch (error) {
    if (error instanceof OgeeError) return undefined
    throw error
  }
}
