/** What the line would be if one mistaken rule had been used once: a list of guesses, in the order of the table. */
import { shown } from '../derive/shown.ts'
import type { Canon } from '../expression/canonical.ts'
import { call, type Expr, mentions, same, symbol } from '../expression/expr.ts'
import { match } from '../expression/match.ts'
import { partAt, replaceAt } from '../expression/path.ts'
import { type CompiledRule, compileRule, isOfKind } from '../rules/compile.ts'
import type { Mistake } from './mistake.ts'
import { LAPSES, NAMED } from './mistakes/index.ts'
import { numberSlips } from './number-slips.ts'
import { type Given, pathsIn, type Site, sitesIn, solvingSites } from './sites.ts'

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

const MOST_CANDIDATES = 4_000
const MOST_READINGS = 6

let compiled: readonly (readonly CompiledMistake[])[] | undefined

const tables = (): readonly [readonly CompiledMistake[], readonly CompiledMistake[]] => {
  compiled ??= [NAMED, LAPSES].map((table) =>
    table.map((mistake) => ({
      mistake,
      forms: mistake.forms.map((form) => compileRule({ ...mistake, form })),
    })),
  )
  return compiled as [readonly CompiledMistake[], readonly CompiledMistake[]]
}

/**
 * The guesses for a wrong line, by what is known of the right one: named mistakes in the line before,
 * then on the way to the solutions, then lapses.
 */
export function* candidates(given: Given, wrong: Expr, canon: Canon): Generator<Candidate> {
  const answer: Site = { line: wrong, paths: [...pathsIn(wrong)], on: 'answer' }
  const here = [answer, ...sitesIn(given, canon)]
  const onTheWay = solvingSites(given)
  const [mistakes, lapses] = tables()
  const left = { count: MOST_CANDIDATES }
  yield* made(mistakes, here, left, canon)
  yield* made(mistakes, onTheWay, left, canon)
  yield* made(lapses, here, left, canon)
  yield* made(lapses, onTheWay, left, canon)
  const references = [given.right ?? given.from, ...(given.solving ?? []).map(({ line }) => line)]
  for (const { mistake } of lapses) {
    if (mistake.on !== 'number') continue
    for (const slip of numberSlips(references, wrong, canon)) yield { mistake, ...slip, isUndone: true }
  }
}

function* made(
  mistakes: readonly CompiledMistake[],
  sites: readonly Site[],
  left: { count: number },
  canon: Canon,
): Generator<Candidate> {
  for (const { mistake, forms } of mistakes) {
    const { on = 'part' } = mistake
    for (const rule of forms) {
      for (const site of sites) {
        if (site.on !== on || (site.differential ?? rule.differential) !== rule.differential) continue
        if (mistake.instead !== site.acting?.rule) continue
        for (const path of site.paths) {
          const before = partAt(site.line, path) as Expr
          const results = site.acting
            ? [shown(rule.to, site.acting.letters)]
            : mistaken(rule, mistake, before, canon)
          for (const after of results) {
            const line = replaceAt(site.line, path, after)
            if (!line) continue
            left.count -= 1
            if (left.count < 0) return
            yield { mistake, line, before, after, isUndone: on === 'answer' }
            const everywhere = on === 'part' ? replaced(line, before, after) : line
            if (everywhere !== line) yield { mistake, line: everywhere, before, after, isUndone: false }
          }
        }
      }
    }
  }
}

/** With every other part like this one treated alike: people make a mistake more than once. */
function replaced(line: Expr, before: Expr, after: Expr): Expr {
  if (same(line, before)) return after
  if (line.kind !== 'call' || line.size <= before.size || same(line, after)) return line
  const args = line.args.map((arg) => replaced(arg, before, after))
  return args.some((arg, i) => arg !== line.args[i]) ? call(line.head, args) : line
}

/** What the mistaken rule makes of the part, in each way it can be read. */
function* mistaken(rule: CompiledRule, mistake: Mistake, part: Expr, canon: Canon): Generator<Expr> {
  const variable = variableIn(part)
  const accepts = (letter: string, u: Expr): boolean => {
    const kind = mistake.where?.[letter]
    if (kind !== undefined && !isOfKind(kind, u, variable, canon)) return false
    if (variable === undefined) return true
    if (mistake.compound?.includes(letter) && u === symbol(variable)) return false
    return !mistake.varying?.includes(letter) || mentions(u, variable)
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
