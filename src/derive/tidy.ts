/**
 * Tidying: from what a rule leaves behind to the form a person would leave. Works from the inside
 * out on parts that the derivation made; what the reader typed stays as typed. Each change is a
 * calculation or a named rule, recorded on the sheet. There is no search: every move makes the
 * term simpler in a fixed sense, so it ends.
 */
import type { Canon } from '../expression/canonical.ts'
import { type CallNode, call, type Expr, integer, isCall } from '../expression/expr.ts'
import { literalValue } from '../expression/number-term.ts'
import { partAt, replaceAt } from '../expression/path.ts'
import { isInteger, isZero, signOf } from '../expression/rational.ts'
import { type Move, operand } from './move.ts'
import { along, below, type Place, type Sheet } from './sheet.ts'
import { tidyProduct } from './tidy-product.ts'
import { tidySum } from './tidy-sum.ts'
import { asProduct, productTerm } from './view.ts'

/** Terms that need no tidying: as typed, or tidied before. */
export type Tidied = Set<Expr>

/** What tidying needs: where to write, what counts as a calculation, and what to leave alone. */
export interface Desk {
  readonly sheet: Sheet
  readonly canon: Canon
  readonly tidied: Tidied
}

/** Tidies u, which stands at `at`, and returns what became of it. */
export function tidy(u: Expr, at: Place | undefined, desk: Desk): Expr {
  let part = u
  for (;;) {
    if (part.kind !== 'call' || desk.tidied.has(part)) return part
    part = withTidyOperands(part, at, desk)
    const moves = nextMoves(part, desk.canon)
    if (moves.length === 0) desk.tidied.add(part)
    for (const move of moves) {
      part = made(move, part, at, desk)
      if (move.settled) keep(part, desk.tidied)
    }
  }
}

/** u after the move. */
function made(move: Move, u: Expr, at: Place | undefined, { sheet }: Desk): Expr {
  const { rule, letters = {}, direction, at: path = [], to } = move
  const place = along(at, path)
  const before = partAt(u, path) as Expr
  if (rule === undefined) sheet.calculate(place, before, to)
  else sheet.rule(rule, place, letters, before, to, direction)
  return replaceAt(u, path, to) as Expr
}

/** Heads that one reading takes apart together, so that an operand of the same kind need not be tidied first. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['add', 'sum'],
  ['multiply', 'product'],
  ['divide', 'product'],
  ['negate', 'product'],
])

function withTidyOperands(u: CallNode, at: Place | undefined, desk: Desk): CallNode {
  const kind = KINDS.get(u.head)
  let changed = false
  const args = u.args.map((arg, i) => {
    const joins = kind !== undefined && arg.kind === 'call' && KINDS.get(arg.head) === kind
    const place = below(at, i)
    const tidied =
      joins && !desk.tidied.has(arg) ? withTidyOperands(arg, place, desk) : tidy(arg, place, desk)
    changed ||= tidied !== arg
    return tidied
  })
  return changed ? call(u.head, args) : u
}

/** Marks a term and its parts as tidy, except those with a derivative still to be worked out. */
export function keep(u: Expr, tidied: Tidied): boolean {
  if (u.kind !== 'call' || tidied.has(u)) return true
  let done = u.head !== 'D'
  for (const arg of u.args) done = keep(arg, tidied) && done
  if (done) tidied.add(u)
  return done
}

function nextMoves(u: CallNode, canon: Canon): readonly Move[] {
  if (u.head === 'add') return tidySum(u, canon)
  const move = MOVES.get(u.head)?.(u, canon)
  return move ? [move] : []
}

function tidyPower(u: CallNode): Move | undefined {
  const [base, exponent] = u.args as [Expr, Expr]
  const value = literalValue(exponent)
  if (!value || !isInteger(value)) return undefined
  if (isZero(value)) return { rule: 'zero exponent', letters: { u: base }, to: integer(1) }
  if (value.num === 2n && isCall(base, 'sqrt')) {
    return { rule: 'square of a square root', letters: { u: operand(base) }, to: operand(base) }
  }
  const to = signOf(value) > 0 ? productTerm(asProduct(u)) : u
  return to.hash === u.hash ? undefined : { to, settled: true }
}

function tidyExp(u: CallNode): Move | undefined {
  const exponent = operand(u)
  const isZeroExponent = exponent.kind === 'number' && isZero(exponent.value)
  return isZeroExponent ? { rule: 'exp at 0', letters: {}, to: integer(1) } : undefined
}

/** Branches within the last branch are written in one row. */
function tidyPiecewise(u: CallNode): Move | undefined {
  const last = u.args.length % 2 === 1 ? u.args.at(-1) : undefined
  if (!last || !isCall(last, 'piecewise')) return undefined
  return { to: call('piecewise', [...u.args.slice(0, -1), ...last.args]) }
}

const MOVES: ReadonlyMap<string, (u: CallNode, canon: Canon) => Move | undefined> = new Map([
  ['multiply', tidyProduct],
  ['divide', tidyProduct],
  ['negate', tidyProduct],
  ['power', tidyPower],
  ['exp', tidyExp],
  ['piecewise', tidyPiecewise],
])
