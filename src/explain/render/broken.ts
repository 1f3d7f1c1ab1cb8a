/**
 * A formula that is wider than the page, in LaTeX on several lines: sums and products end between two parts,
 * and within a fraction or brackets the lines stand one above the other.
 */
import { type CallNode, call, type Expr, isCall } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import { widthInEm } from './html-width.ts'

type Joined = 'add' | 'multiply'

/** The parts in groups, each as wide as there is room; one part alone may be wider. */
function groupsOf(parts: readonly Expr[], head: Joined, room: number): Expr[][] {
  const groups: Expr[][] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (last && widthInEm(call(head, [...last, part])) <= room) last.push(part)
    else groups.push([part])
  }
  return groups
}

/** Whatever needs brackets in a product, marked or not. */
const isSum = (u: Expr): boolean =>
  isCall(u, 'mark') ? isSum(u.args[0] as Expr) : isCall(u, 'add') || isCall(u, 'negate')

/** Some of the parts of a sum or product: several are printed together, one alone may need lines of its own. */
function groupLines(head: Joined, parts: readonly Expr[], room: number): string[] {
  const [only, ...more] = parts as readonly [Expr]
  if (more.length > 0) return [print(call(head, parts), 'latex')]
  const lines = brokenLatex(only, room)
  return head === 'multiply' && isSum(only) ? [`\\left(${stacked(lines)}\\right)`] : lines
}

/** The sign that joins a group to the one before. */
const joint = (head: Joined, [first]: readonly Expr[]): string =>
  head === 'multiply' ? '{}\\cdot ' : isCall(first as Expr, 'negate') ? '{}' : '{} + '

const stacked = (lines: readonly string[]): string =>
  lines.length === 1 ? (lines[0] as string) : `\\begin{gathered}${lines.join(' \\\\ ')}\\end{gathered}`

/** The lines on which u stands; one where it fits, or where nothing in it can be parted. */
export function brokenLatex(u: Expr, room: number): string[] {
  if (widthInEm(u) <= room || u.kind !== 'call') return [print(u, 'latex')]
  const [a, b] = u.args as readonly [Expr, Expr]
  const after = (sign: string, [first = '', ...more]: readonly string[]): string[] => [sign + first, ...more]
  switch (u.head) {
    case 'mark':
      return brokenLatex(a, room).map((line) => `{\\color{blue}${line}}`)
    case 'negate':
      return isSum(a) ? [print(u, 'latex')] : after('-', brokenLatex(a, room))
    case 'divide':
      return [`\\frac{${stacked(brokenLatex(a, room))}}{${stacked(brokenLatex(b, room))}}`]
    case 'add':
    case 'multiply':
      return joinedLines(u, u.head, room)
  }
  return [print(u, 'latex')]
}

const joinedLines = ({ args }: CallNode, head: Joined, room: number): string[] =>
  groupsOf(args, head, room).flatMap((parts, i) => {
    const [first = '', ...more] = groupLines(head, parts, room)
    return [i === 0 ? first : joint(head, parts) + first, ...more]
  })
