/** Where a mistake may have been made: lines known to be right on the way, and the parts of them. */
import type { Canon } from '../expression/canonical.ts'
import { type Expr, isCall } from '../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../expression/path.ts'
import type { Letters } from '../rules/compile.ts'
import type { Place } from './mistake.ts'
import { unfoldings } from './unfold.ts'

/** A line on the way to the solutions, and the rule that acts on it. */
export interface Acting {
  readonly line: Expr
  readonly rule?: string | undefined
  readonly letters?: Letters | undefined
}

/** What is known of the right line. */
export interface Given {
  readonly from: Expr
  /** A plainer form of it. */
  readonly right?: Expr | undefined
  /** The lines that solve an equation, each with the rule that leads on. */
  readonly solving?: readonly Acting[] | undefined
}

/** A line, and the parts of it where mistakes are looked for. */
export interface Site {
  readonly line: Expr
  readonly paths: readonly Path[]
  readonly on: Place
  /** Are only mistaken rules about derivatives of interest here? */
  readonly differential?: boolean
  /** Are only mistakes in place of this rule of interest? */
  readonly acting?: { readonly rule: string; readonly letters: Letters }
}

export function sitesIn({ from, right, solving = [] }: Given, canon: Canon): readonly Site[] {
  if (!hasDerivative(from)) {
    return [...solving.flatMap(actingOn), ...[from, ...(right ? [right] : [])].flatMap(placesIn)]
  }
  const { steps, last } = unfoldings(from, canon)
  return [
    ...steps.map(({ line, path }): Site => ({ line, paths: [path], on: 'part', differential: true })),
    ...steps.map(({ line }): Site => ({ line, paths: sumsOfDerivatives(line), on: 'part' })),
    ...steps.flatMap(({ line, path, after, isChain }): Site[] => {
      const next = isChain ? replaceAt(line, path, after) : undefined
      const paths = [...pathsIn(after)].map((inner) => [...path, ...inner])
      return next ? [{ line: next, paths, on: 'chain' }] : []
    }),
    ...[...(right ? [right] : []), last, from].map(
      (line): Site => ({ line, paths: [...pathsIn(line)], on: 'part' }),
    ),
  ]
}

/** The lines on the way to the solutions, after the first. */
export const solvingSites = ({ solving = [] }: Given): readonly Site[] =>
  solving.slice(1).flatMap(({ line }) => placesIn(line))

const placesIn = (line: Expr): Site[] => [
  { line, paths: [...pathsIn(line)], on: 'part' },
  { line, paths: [[]], on: 'line' },
]

const actingOn = ({ line, rule, letters }: Acting): Site[] =>
  rule && letters ? [{ line, paths: [[]], on: 'line', acting: { rule, letters } }] : []

const sumsOfDerivatives = (line: Expr): Path[] =>
  [...pathsIn(line)].filter((path) => {
    const part = partAt(line, path)
    return part !== undefined && isCall(part, 'add') && part.args.every((arg) => isCall(arg, 'D'))
  })

const hasDerivative = (u: Expr): boolean =>
  u.kind === 'call' && (u.head === 'D' || u.args.some(hasDerivative))

/** Every part, every two operands of a longer sum or product. */
export function* pathsIn(u: Expr, path: Path = []): Generator<Path> {
  yield path
  if (u.kind !== 'call') return
  for (const i of u.args.keys()) yield* pathsIn(u.args[i] as Expr, [...path, i])
  if ((u.head === 'add' || u.head === 'multiply') && u.args.length > 2 && u.args.length < 8) {
    for (const j of u.args.keys()) for (let i = 0; i < j; i += 1) yield [...path, [i, j]]
  }
}
