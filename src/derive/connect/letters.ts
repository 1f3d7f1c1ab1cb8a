/**
 * One letter for what is the same on both ends: in forms of a·x + b that speak of a, x and b nowhere
 * else, a·x + b may as well be called t. The chain is found in t and read with a·x + b.
 */
import type { Step } from '../../expression/derivation.ts'
import { call, type Expr, freeSymbols, mentions, same, substitute, symbol } from '../../expression/expr.ts'
import type { Change } from './work.ts'

interface Abstracted {
  readonly from: Expr
  readonly to: Expr
  /** The change read with what the letters stand for. */
  readonly readBack: (change: Change) => Change
}

const PLAIN: ReadonlySet<string> = new Set(['add', 'multiply', 'negate', 'divide', 'power'])

/** Both forms with letters for such parts; none if there are none. */
export function abstracted(from: Expr, to: Expr): Abstracted | undefined {
  let [a, b] = [from, to]
  const values = new Map<string, Expr>()
  for (let n = 1; n <= 4; n += 1) {
    const name = `t#${n}`
    const found = candidates(a).find((t) => {
      const names = freeSymbols(t)
      return [a, b].every((u) => {
        const left = replaced(u, t, symbol(name))
        return left !== u && names.every((x) => !mentions(left, x))
      })
    })
    if (!found) break
    values.set(name, found)
    a = replaced(a, found, symbol(name))
    b = replaced(b, found, symbol(name))
  }
  if (values.size === 0) return undefined
  const read = (u: Expr): Expr =>
    [...values].reverse().reduce((v, entry) => substitute(v, new Map([entry])), u)
  return { from: a, to: b, readBack: (change) => readIn(change, read) }
}

/** Parts made of symbols and arithmetic alone, the largest first. */
function candidates(u: Expr): Expr[] {
  const found: Expr[] = []
  const visit = (v: Expr): void => {
    if (v.kind !== 'call') return
    if (
      isPlain(v) &&
      v.size > 2 &&
      v.size < 30 &&
      freeSymbols(v).length > 0 &&
      !found.some((w) => same(w, v))
    )
      found.push(v)
    v.args.forEach(visit)
  }
  visit(u)
  return found.sort((v, w) => w.size - v.size).slice(0, 20)
}

const isPlain = (u: Expr): boolean => u.kind !== 'call' || (PLAIN.has(u.head) && u.args.every(isPlain))

/** u with every part t replaced. */
function replaced(u: Expr, t: Expr, by: Expr): Expr {
  if (same(u, t)) return by
  if (u.kind !== 'call') return u
  let changed = false
  const args = u.args.map((arg) => {
    const fresh = replaced(arg, t, by)
    changed ||= fresh !== arg
    return fresh
  })
  return changed ? call(u.head, args) : u
}

function readIn({ to, steps }: Change, read: (u: Expr) => Expr): Change {
  const each = (step: Step): Step => ({
    ...step,
    before: read(step.before),
    after: read(step.after),
    letters: Object.fromEntries(
      Object.entries(step.letters).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(read) : read(value as Expr),
      ]),
    ),
  })
  return { to: read(to), steps: steps.map(each) }
}
