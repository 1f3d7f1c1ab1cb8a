/**
 * The derivatives of a form, operation by operation from its result back to its letters, as formulas: where the form keeps
 * its digits they often do, and need no search of their own.
 */
import { call, type Expr, freeSymbols, isCall, CONSTANTS as NAMES, symbol } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { negated } from '../expression/rational.ts'
import { exponentValue } from '../rules/exponent.ts'
import { exactly, nearest } from './doubles.ts'
import { reverse } from './gradient.ts'
import type { OperationName } from './operations.ts'
import type { Node } from './program.ts'
import { meaningOf, meaningsOf } from './raise.ts'
import { programOf } from './stable/candidate.ts'
import { slimmed } from './stable/expand.ts'

/** Operations without a derivative somewhere: what is written for it there need not be that of the formula. */
const CORNERS: ReadonlySet<OperationName> = new Set(['abs', 'sign', 'min', 'max'])
/** Their meanings lose the digits that they keep. */
const KEPT: ReadonlySet<OperationName> = new Set(['expm1', 'log1p', 'erfc', 'power'])
/** Larger ones are forms for nobody. */
const LARGEST = 200

/** By each of these letters, where the form is smooth wherever it is defined. */
export function slopesOf(form: Expr, by: readonly string[]): ReadonlyMap<string, Expr> {
  const letters = freeSymbols(form).filter((name) => !NAMES.has(name))
  const program = programOf(form, letters)
  const found = by.filter((name) => letters.includes(name))
  if (found.length === 0 || !program.nodes.every(isSmooth)) return new Map()
  const slopes = reverse(program, found)
  const constants = constantsOf(form)
  const terms = meaningsOf(
    slopes,
    (value) => constants.get(value) ?? numberTerm(exactly(value)),
    (name, operands) => (KEPT.has(name) ? call(name, operands) : meaningOf(name, operands)),
  )
  return new Map(
    found.flatMap((name, i) => {
      const term = terms[slopes.outputs[i + 1] as number] as Expr
      return term.size <= LARGEST ? [[name, slimmed(term)] as const] : []
    }),
  )
}

const isSmooth = (node: Node): boolean =>
  node.kind === 'operation'
    ? !CORNERS.has(node.name)
    : node.kind === 'input' || (node.kind === 'constant' && Number.isFinite(node.value))

/** What the constants of the form's program stand for. */
function constantsOf(u: Expr, found = new Map<number, Expr>(CONSTANTS)): Map<number, Expr> {
  if (u.kind === 'number') found.set(nearest(u.value), u)
  if (u.kind !== 'call') return found
  const exponent = isCall(u, 'power') ? exponentValue(u.args[1] as Expr) : undefined
  if (exponent)
    for (const value of [exponent, negated(exponent)]) found.set(nearest(value), numberTerm(value))
  for (const arg of u.args) constantsOf(arg, found)
  return found
}

const CONSTANTS: readonly (readonly [number, Expr])[] = [
  [Math.PI, symbol('pi')],
  [Math.E, symbol('e')],
]
