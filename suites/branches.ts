/**
 * Formulas with a part replaced by what is the same on one branch only, or on all: w by |w|, √w², atan tan w,
 * log e^w … Whether the two are then equal is not known beforehand; a verdict is wrong if its certificate
 * is refused, or if enclosures refute it at a stored point or one of its mirror images.
 */
import type { Verdict } from '../src/decide/index.ts'
import { compare } from '../src/derive/compare.ts'
import { verify } from '../src/derive/verify.ts'
import { decide, enclose } from '../src/enclose/enclose.ts'
import { type Interval, NULL, order, point } from '../src/enclose/interval.ts'
import { readDecimal } from '../src/expression/decimal.ts'
import { type Expr, substitute, symbol } from '../src/expression/expr.ts'
import { type Path, partAt, replaceAt } from '../src/expression/path.ts'
import { negated } from '../src/expression/rational.ts'
import { parse, print } from '../src/syntax/index.ts'
import { plainTerm } from './dialects.ts'
import { dual } from './dual.ts'
import { attempt, failed } from './judged.ts'
import type { Case, Outcome, Part, Row } from './suite.ts'

const DISGUISES = ['abs(w)', 'sqrt(w^2)', 'sqrt(w)^2', 'e^log(w)', 'w*sign(w)', 'w^2/abs(w)', '(w^4)^(1/4)']
  .concat(['(w^3)^(1/3)', 'tan(atan(w))', 'atan(tan(w))', 'asin(sin(w))', 'acosh(cosh(w))', 'log(e^w)'])
  .concat(['max(w, -w)', 'asinh(sinh(w))', 'cosh(acosh(w))'])
  .map((text) => parse(text))

const placesIn = (u: Expr, path: Path = []): Path[] =>
  u.kind === 'call' ? [path, ...u.args.flatMap((arg, i) => placesIn(arg, [...path, i]))] : []

/** A number that the text picks, the same each time. */
const drawn = (text: string): number => [...text].reduce((h, c) => (h * 31 + c.charCodeAt(0)) % 99_991, 7)

function disguised(u: Expr, name: string): Expr | undefined {
  const places = placesIn(u)
  const path = places[drawn(name) % Math.max(1, places.length)]
  const part = path && partAt(u, path)
  const disguise = DISGUISES[drawn(`${name}.`) % DISGUISES.length] as Expr
  return part && path && replaceAt(u, path, substitute(disguise, new Map([[symbol('w').name, part]])))
}

type Place = Readonly<Record<string, number>>

/** The stored points, and the same with one letter or all of the other sign. */
function placesOf(row: Row): Place[] {
  return (row.points as readonly { at: Place }[]).flatMap(({ at }) => {
    const names = Object.keys(at)
    const mirrored = (turned: readonly string[]): Place =>
      Object.fromEntries(names.map((name) => [name, (turned.includes(name) ? -1 : 1) * (at[name] as number)]))
    return [at, mirrored(names), ...names.map((name) => mirrored([name]))]
  })
}

const BITS = 400

function exact(at: Place): ReadonlyMap<string, Interval> {
  return new Map(
    Object.entries(at).map(([name, x]) => {
      const size = readDecimal(`${Math.abs(x)}`)
      return [name, point(x < 0 ? negated(size) : size, BITS)]
    }),
  )
}

/** Far enough apart in doubles to be looked at with care. */
const isSuspect = (a: number, b: number): boolean =>
  Number.isFinite(a) &&
  Number.isFinite(b) &&
  Math.abs(a - b) > 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-9)

/** The value at a point, if it is proved to have one. */
function valueAt(u: Expr, at: ReadonlyMap<string, Interval>): Interval | undefined {
  const found = enclose(u, at, BITS, 200)
  return found.kind === 'interval' && found.total ? found.value : undefined
}

/** Why what is said of the two is false at a point, if it is. */
function fault(verdict: Verdict, left: Expr, right: Expr, at: Place): string | undefined {
  if (verdict.verdict !== 'equal' && verdict.verdict !== 'disjoint') return undefined
  const [a, b] = [left, right].map((u) => dual(u, at, '')[0]) as [number, number]
  if (verdict.verdict === 'equal' && !isSuspect(a, b)) return undefined
  const place = exact(at)
  const [u, v] = [valueAt(left, place), valueAt(right, place)]
  if (!u || !v) return undefined
  if (verdict.verdict === 'disjoint') return `called disjoint, defined at ${JSON.stringify(at)}`
  const isClaimed = verdict.where.every((c) => decide(c, place, BITS, 200) !== false)
  const meets = (order(u, v) & NULL) !== 0
  return isClaimed && !meets ? `called equal, differs at ${JSON.stringify(at)}` : undefined
}

function judged(verdict: Verdict, left: Expr, right: Expr, row: Row): Outcome {
  if (verdict.verdict === 'unknown') return { grade: 'unknown', note: verdict.reason }
  const checked = verify(verdict.certificate)
  if (!checked.ok) return { grade: 'wrong', note: `certificate refused: ${checked.reason}` }
  const note = placesOf(row)
    .map((at) => fault(verdict, left, right, at))
    .find((found) => found !== undefined)
  return note === undefined ? { grade: 'right', note: verdict.verdict } : { grade: 'wrong', note }
}

export const BRANCHES: readonly Part[] = [
  {
    file: 'rubi_core',
    name: 'rubi_core/branches',
    title: 'f and f with a part disguised: no verdict that values refute',
    counts: () => true,
    caseOf: (row): Case | { readonly none: string } => {
      const f = plainTerm(row.f)
      const other = disguised(f, row.id)
      if (!other) return { none: 'no part to disguise' }
      return {
        id: row.id,
        section: String(row.section).split('/')[0] as string,
        text: `${row.f}  ≟  ${print(other)}`,
        ask: () => attempt(() => compare(f, other)),
        judge: (answer) =>
          answer instanceof Error ? failed(answer) : judged(answer as Verdict, f, other, row),
      }
    },
  },
]
