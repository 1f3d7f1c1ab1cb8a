/** What the line would be if one mistaken rule had been used once: a list of guesses, in the order of the table. */
import { shown } from '../derive/shown.ts'
import type { Canon } from '../expression/canonical.ts'
import { type Expr, isCall, mentions, symbol } from '../expression/expr.ts'
import { match } from '../expression/match.ts'
import { type Path, partAt, replaceAt } from '../expression/path.ts'
import { type CompiledRule, compileRule, isOfKind } from '../rules/compile.ts'
import type { Mistake, Place } from './mistake.ts'
import { MISTAKES } from './mistakes/index.ts'
import { unfoldings } from './unfold.ts'

/** A line that a mistake would give, and the part of the right line it was made in. */
export interface Candidate {
  readonly mistake: Mistake
  readonly line: Expr
  readonly before: Expr
  readonly after: Expr
  /** Is `line` the wrong line with the mistake undone, which should be a right one? */
  readonly isUndone: boolean
}

interface CompiledMistake {
  readonly mistake: Mistake
  readonly forms: readonly CompiledRule[]
}

/** A line, and the parts of it where mistakes are looked for. */
interface Site {
  readonly line: Expr
  readonly paths: readonly Path[]
  readonly on: Place
  /** Are only mistaken rules about derivatives of interest here? */
  readonly differential?: boolean
}

const MOST_CANDIDATES = 2_000
const MOST_READINGS = 6

let compiled: readonly CompiledMistake[] | undefined

const table = (): readonly CompiledMistake[] => {
  compiled ??= MISTAKES.map((mistake) => ({
    mistake,
    forms: mistake.forms.map((form) => compileRule({ ...mistake, form })),
  }))
  return compiled
}

/** The guesses for a wrong line after u; `right` is a plainer form of u, where there is one. */
export function* candidates(
  u: Expr,
  wrong: Expr,
  right: Expr | undefined,
  canon: Canon,
): Generator<Candidate> {
  const answer: Site = { line: wrong, paths: [...pathsIn(wrong)], on: 'answer' }
  const sites = [answer, ...sitesIn(u, right, canon)]
  let count = 0
  for (const { mistake, forms } of table()) {
    const { on = 'part' } = mistake
    for (const rule of forms) {
      for (const site of sites) {
        if (site.on !== on || (site.differential ?? rule.differential) !== rule.differential) continue
        for (const path of site.paths) {
          const before = partAt(site.line, path) as Expr
          for (const after of mistaken(rule, mistake, before, canon)) {
            const line = replaceAt(site.line, path, after)
            if (!line) continue
            count += 1
            if (count > MOST_CANDIDATES) return
            yield { mistake, line, before, after, isUndone: on === 'answer' }
          }
        }
      }
    }
  }
}

function sitesIn(u: Expr, right: Expr | undefined, canon: Canon): readonly Site[] {
  if (!hasDerivative(u)) {
    const forms = right ? [u, right] : [u]
    return forms.flatMap((line): Site[] => [
      { line, paths: [...pathsIn(line)], on: 'part' },
      { line, paths: [[]], on: 'line' },
    ])
  }
  const { steps, last } = unfoldings(u, canon)
  return [
    ...steps.map(({ line, path }): Site => ({ line, paths: [path], on: 'part', differential: true })),
    ...steps.map(({ line }): Site => ({ line, paths: sumsOfDerivatives(line), on: 'part' })),
    ...steps.flatMap(({ line, path, after, isChain }): Site[] => {
      const next = isChain ? replaceAt(line, path, after) : undefined
      const paths = [...pathsIn(after)].map((inner) => [...path, ...inner])
      return next ? [{ line: next, paths, on: 'chain' }] : []
    }),
    ...[...(right ? [right] : []), last, u].map(
      (line): Site => ({ line, paths: [...pathsIn(line)], on: 'part' }),
    ),
  ]
}

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

/** What the mistaken rule makes of the part, in each way it can be read. */
function* mistaken(rule: CompiledRule, mistake: Mistake, part: Expr, canon: Canon): Generator<Expr> {
  const variable = variableIn(part)
  const accepts = (letter: string, u: Expr): boolean => {
    const kind = mistake.where?.[letter]
    if (kind !== undefined && !isOfKind(kind, u, variable, canon)) return false
    return variable === undefined || !mistake.varying?.includes(letter) || mentions(u, variable)
  }
  let count = 0
  for (const bindings of match(rule.from, part, accepts)) {
    const letters = Object.fromEntries(bindings)
    // A chain rule whose inner function is the variable itself has no inner derivative to lose.
    const isIdle = mistake.on === 'chain' && bindings.get('u') === symbol(variable ?? '')
    if (!isIdle && rule.letters.every((letter) => bindings.has(letter))) yield shown(rule.to, letters)
    count += 1
    if (count >= MOST_READINGS) return
  }
}

/** The variable of the derivative in the part, if there is one. */
function variableIn(u: Expr): string | undefined {
  if (u.kind !== 'call') return undefined
  if (u.head === 'D' && u.args[1]?.kind === 'symbol') return u.args[1].name
  for (const arg of u.args) {
    const found = variableIn(arg)
    if (found !== undefined) return found
  }
  return undefined
}
