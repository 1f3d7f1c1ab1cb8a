/**
 * Paths address a part of a term: the operand to enter at each level. The last entry may be a
 * list, which addresses *these* operands of a sum or product as if they stood in brackets: in
 * a + b + c the path [[0, 2]] is a + c. So a step touches only what it changes.
 */
import { call, type Expr } from './expr.ts'

/** Operand indices from the root; a list of two or more is allowed at the end, in sums and products. */
export type Path = readonly (number | readonly number[])[]

const gathers = (head: string): boolean => head === 'add' || head === 'multiply'

/** Operand numbers in rising order, at least two and not all of them. */
const isSelection = (indices: readonly number[], args: readonly Expr[]): boolean =>
  indices.length >= 2 &&
  indices.length < args.length &&
  indices.every((n, i) => args[n] !== undefined && n > (indices[i - 1] ?? -1))

/**
 * The part of `u` at `path`, or `undefined` where the path leads nowhere.
 *
 * @example
 * ```ts
 * print(partAt(parse('a + b + c'), [[0, 2]])) // → 'a + c'
 * ```
 */
export function partAt(u: Expr, path: Path, depth = 0): Expr | undefined {
  const entry = path[depth]
  if (entry === undefined) return u
  if (u.kind !== 'call') return undefined
  if (typeof entry === 'number') {
    const child = u.args[entry]
    return child && partAt(child, path, depth + 1)
  }
  if (depth !== path.length - 1 || !gathers(u.head) || !isSelection(entry, u.args)) return undefined
  return call(
    u.head,
    entry.map((i) => u.args[i] as Expr),
  )
}

/**
 * `u` with the part at `path` replaced by `part`; all else is shared, not copied. Selected
 * operands give way to one operand at the place of the first of them, or to several if `part` is
 * itself such a sum or product. `undefined` where the path leads nowhere.
 *
 * @example
 * ```ts
 * print(replaceAt(parse('x + 1 + x'), [[0, 2]], parse('2*x'))) // → '2*x + 1'
 * ```
 */
export function replaceAt(u: Expr, path: Path, part: Expr, depth = 0): Expr | undefined {
  const entry = path[depth]
  if (entry === undefined) return part
  if (u.kind !== 'call') return undefined
  if (typeof entry === 'number') {
    const child = u.args[entry]
    const replaced = child && replaceAt(child, path, part, depth + 1)
    if (replaced === undefined) return undefined
    const args = u.args.slice()
    args[entry] = replaced
    return call(u.head, args)
  }
  if (depth !== path.length - 1 || !gathers(u.head) || !isSelection(entry, u.args)) return undefined
  const replacement = part.kind === 'call' && part.head === u.head ? part.args : [part]
  const args = u.args.flatMap((arg, i) => (i === entry[0] ? replacement : entry.includes(i) ? [] : [arg]))
  return call(u.head, args)
}
