/** Equations with |u|, min or max among other terms: one case for u ≥ 0, one for u < 0. */
import { add, type Expr, isCall, negate } from '../../expression/expr.ts'
import { type Path, partAt } from '../../expression/path.ts'
import { sidesAt, type Working } from './working.ts'

/** Splits the equation at `path` into two, by the sign of what decides. */
export function twoCases(w: Working, path: Path): boolean {
  const found = deciding(w, w.at(path))
  if (!found) return false
  const [u, v] = sidesAt(w, path)
  return w.attempt(() => {
    if (!w.rule('two cases', path, { u, v, w: found }, { strict: true })) return false
    const isNested = isCall(w.at(path), 'or')
    return isNested && decided(w, [...path, 0, 1], true) && decided(w, [...path, 1, 1], false)
  })
}

/** What decides about the first function by cases in u. */
function deciding(w: Working, u: Expr): Expr | undefined {
  if (u.kind !== 'call' || !w.varies(u)) return undefined
  for (const arg of u.args) {
    const inner = deciding(w, arg)
    if (inner) return inner
  }
  if (isCall(u, 'abs')) return u.args[0]
  const [a, b] = u.args as [Expr, Expr]
  if (isCall(u, 'max')) return add(a, negate(b))
  return isCall(u, 'min') ? add(b, negate(a)) : undefined
}

/** Every absolute value of the operand, maximum and minimum at `at` that the case decides. */
function decided(w: Working, at: Path, holds: boolean): boolean {
  const u = partAt(w.line, at)
  if (u?.kind !== 'call') return true
  for (const i of u.args.keys()) decided(w, [...at, i], holds)
  const v = w.at(at)
  if (v.kind !== 'call') return true
  if (v.head === 'abs') {
    const rule = holds ? 'absolute value, not negative' : 'absolute value, not positive'
    w.rule(rule, at, { u: v.args[0] as Expr }, { strict: true })
  } else if (v.head === 'max' || v.head === 'min') {
    const [a, b] = v.args as [Expr, Expr]
    w.attempt(() => {
      if (!w.rule(v.head === 'max' ? 'maximum by cases' : 'minimum by cases', at, { u: a, v: b }))
        return false
      return chosen(w, at)
    })
  }
  return true
}

function chosen(w: Working, at: Path): boolean {
  const [u, question, v] = (w.at(at) as { args: readonly Expr[] }).args as [Expr, Expr, Expr]
  const [a, b] = (question as { args: readonly Expr[] }).args as [Expr, Expr]
  if (w.rule('first branch', at, { u, c: question, v }, { strict: true })) return true
  const turned = isCall(question, '<=')
  const letters = turned ? { u, a: b, b: a, v } : { u, a, b, v }
  return w.rule('second branch', at, letters, { strict: true })
}
