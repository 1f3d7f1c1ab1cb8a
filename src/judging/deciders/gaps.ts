/** What points of a function show: two values in the wrong order, a chord on the wrong side, equal values. */
import { printed } from '../../analyse/printed.ts'
import { spanOf, spread } from '../../analyse/proofs/scout.ts'
import { exactly, simplestNear } from '../../analyse/proofs/zeros.ts'
import { double, truth } from '../../decide/double.ts'
import type { Proved } from '../../expression/claim.ts'
import { add, call, divide, type Expr, integer } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { put } from '../../verify/claims/parts.ts'
import type { Ground } from '../ground.ts'

/** Points, and proofs of what they show. */
export interface Shown {
  readonly at: readonly Expr[]
  readonly proofs: readonly Proved[]
}

const MOST_TRIES = 6
const FRACTION = 1e-3

/** A simple fraction near the number. */
export const simpleNumber = (x: number, near: number = FRACTION): Expr =>
  numberTerm(Number.isInteger(x) ? exactly(x) : simplestNear(x, near * Math.min(1, Math.abs(x)) + 1e-300))

interface Seen {
  readonly at: Expr
  readonly x: number
  readonly y: number
}

/** Values spread over the domain, as seen in double precision. */
function values({ f, variable, within }: Ground): Seen[] {
  const of = double(f, [variable])
  const belongs = within.map((condition) => truth(condition, [variable]))
  return spread(spanOf(within, variable, new Map())).flatMap((x): Seen[] => {
    const at = simpleNumber(x)
    const exact = at.kind === 'number' ? Number(at.value.num) / Number(at.value.den) : double(at, [])([])
    const y = of([exact])
    return Number.isFinite(y) && belongs.every((holds) => holds([exact]) === 1) ? [{ at, x: exact, y }] : []
  })
}

/** All of the conditions at the points, proved; and that the points belong to the set. */
function proved(at: readonly Expr[], conditions: readonly Expr[], ground: Ground): Shown | undefined {
  const belongs = at.flatMap((place) =>
    ground.within.map((condition) => put(condition, ground.variable, place)),
  )
  const proofs = [...conditions, ...belongs].map((condition) =>
    ground.prove({ kind: 'holds', assuming: [], condition }),
  )
  return proofs.every((proof) => proof !== undefined) ? { at, proofs } : undefined
}

const isOfOneLetter = ({ study }: Ground): boolean => study.letters.length === 0

/** Two points at which a function that is said to rise falls, or the other way round; if strictly, equal ones too. */
export function wrongOrder(
  direction: 'increasing' | 'decreasing',
  strictly: boolean,
  ground: Ground,
): Shown | undefined {
  if (!isOfOneLetter(ground)) return undefined
  const sign = direction === 'increasing' ? 1 : -1
  const seen = values(ground)
  const pairs = seen
    .flatMap((p, i) => seen.slice(i + 1).map((q) => ({ p, q, rise: sign * (q.y - p.y) })))
    .filter(({ p, q, rise }) => p.x < q.x && (rise < -CLEAR * Math.abs(p.y) || (strictly && rise === 0)))
  const head = `${sign > 0 ? '>' : '<'}${strictly ? '=' : ''}`
  for (const { p, q } of simplest(pairs)) {
    const [a, b] = [p, q].map(({ at }) => put(ground.f, ground.variable, at)) as [Expr, Expr]
    const shown = proved([p.at, q.at], [call(head, [a, b])], ground)
    if (shown) return shown
  }
  return undefined
}

/** The ends of a chord whose middle lies on the wrong side of the graph. */
export function wrongChord(direction: 'convex' | 'concave', ground: Ground): Shown | undefined {
  if (!isOfOneLetter(ground)) return undefined
  const sign = direction === 'convex' ? 1 : -1
  const of = double(ground.f, [ground.variable])
  const seen = values(ground)
  const chords = seen
    .flatMap((p, i) =>
      seen.slice(i + 1).map((q) => ({ p, q, over: sign * ((p.y + q.y) / 2 - of([(p.x + q.x) / 2])) })),
    )
    .filter(({ p, q, over }) => p.x < q.x && over < -CLEAR * Math.max(Math.abs(p.y), Math.abs(q.y)))
  for (const { p, q } of simplest(chords)) {
    const middle = ground.study.neat(divide(add(p.at, q.at), integer(2)))
    const [a, b, c] = [p.at, q.at, middle].map((at) => put(ground.f, ground.variable, at)) as [
      Expr,
      Expr,
      Expr,
    ]
    const chord = divide(add(a, b), integer(2))
    const shown = proved([p.at, q.at, middle], [call(sign > 0 ? '<' : '>', [chord, c])], ground)
    if (shown) return shown
  }
  return undefined
}

/** Those with the simplest points. */
const simplest = <T extends { readonly p: Seen; readonly q: Seen }>(all: readonly T[]): readonly T[] =>
  [...all].sort((a, b) => size(a.p) + size(a.q) - size(b.p) - size(b.q)).slice(0, MOST_TRIES)

/** How long the fraction is; far out and close to 0 count as long. */
function size({ at, x }: Seen): number {
  return printed(at).length + Math.abs(Math.log10(Math.abs(x) || 1))
}

/** Differences that doubles can tell. */
const CLEAR = 1e-9

/** Two different points with equal values: those of a function that is even, or takes a simple value twice. */
export function equalValues(ground: Ground): Shown | undefined {
  if (!isOfOneLetter(ground)) return undefined
  const seen = values(ground)
  const pairs = seen.flatMap((p, i) =>
    seen
      .slice(i + 1)
      .filter((q) => p.x !== q.x && Math.abs(p.y - q.y) <= 1e-12 * Math.max(1, Math.abs(p.y)))
      .map((q) => ({ p, q })),
  )
  for (const { p, q } of simplest(pairs)) {
    const [a, b] = [p, q].map(({ at }) => put(ground.f, ground.variable, at)) as [Expr, Expr]
    const shown = proved([p.at, q.at], [call('=', [a, b]), call('!=', [p.at, q.at])], ground)
    if (shown) return shown
  }
  return undefined
}
