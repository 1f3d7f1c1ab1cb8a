/** The formula that a program computes in exact numbers, read off the meanings of its operations. */
import { call, type Expr, substitute, symbol } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { parsePattern } from '../rules/pattern.ts'
import { exactly } from './doubles.ts'
import { OPERATIONS, type OperationName } from './operations.ts'
import type { Place, Program } from './program.ts'

const meanings = new Map<string, Expr>()

/** The operation as the table says what it means. */
export function meaningOf(name: OperationName, operands: readonly Expr[]): Expr {
  const known = meanings.get(name) ?? parsePattern(OPERATIONS[name].meaning)
  meanings.set(name, known)
  return substitute(
    known,
    new Map(OPERATIONS[name].letters.map((letter, i) => [letter, operands[i] as Expr])),
  )
}

/** What stands for constants that were rounded when the program was made: π, 1/3. */
export type Constants = ReadonlyMap<number, Expr>

/** The formula of every node; constants as `constant` has them, operations as `operation` has them. */
export function meaningsOf(
  { nodes }: Program,
  constant: (value: number) => Expr,
  operation: (name: OperationName, operands: readonly Expr[]) => Expr = meaningOf,
): Expr[] {
  const terms: Expr[] = []
  const at = (place: Place): Expr => terms[place] as Expr
  for (const node of nodes) {
    switch (node.kind) {
      case 'input':
        terms.push(symbol(node.name))
        break
      case 'constant':
        terms.push(node.means ?? constant(node.value))
        break
      case 'operation':
        terms.push(operation(node.name, node.of.map(at)))
        break
      case 'question':
        terms.push(call(node.name, node.of.map(at)))
        break
      case 'both':
      case 'either':
        terms.push(call(node.kind === 'both' ? 'and' : 'or', node.of.map(at)))
        break
      case 'choose':
        terms.push(call('piecewise', [at(node.of[1]), at(node.of[0]), at(node.of[2])]))
        break
    }
  }
  return terms
}

/** The formulas of the outputs. Rounded constants mean what they were rounded from where that is known. */
export function raised(program: Program, constants: Constants = new Map()): Expr[] {
  const terms = meaningsOf(program, (value) => constants.get(value) ?? numberTerm(exactly(value)))
  return program.outputs.map((place) => terms[place] as Expr)
}
