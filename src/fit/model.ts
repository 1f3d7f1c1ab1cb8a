/**
 * A model: a formula whose letters are columns of a table or parameters, as programs for its value, its derivatives
 * by the parameters, and their derivatives. All are derived from the formula alone, however it is named.
 */
import { forward, reverse } from '../compute/gradient.ts'
import { withFallingExponentials } from '../compute/logistic.ts'
import { Lowering } from '../compute/lower.ts'
import { type Node, operandsOf, type Place, type Program, Writer } from '../compute/program.ts'
import { Remembered } from '../compute/remembered.ts'
import { unfolded } from '../compute/unfolded.ts'
import { workedOut } from '../derive/worked-out.ts'
import { OgeeError } from '../expression/error.ts'
import { CONSTANTS, call, type Expr, exp, freeSymbols, isCall, multiply } from '../expression/expr.ts'
import { exponentValue } from '../rules/exponent.ts'
import { tidied } from './tidied.ts'

/** A model with its programs. */
export interface Model {
  readonly formula: Expr
  /** Letters that are columns of the table. */
  readonly variables: readonly string[]
  readonly parameters: readonly string[]
  /** The value; then the derivatives by the parameters. */
  readonly value: Program
  readonly gradient: Program
  /** The second derivatives, all p² of them, row by row. */
  readonly curvature: () => Program
}

/** By what they are, and, which is quicker, by who they are. */
const models = new Remembered<Model>()
const met = new WeakMap<Expr, Map<string, Model>>()

/**
 * The model of a formula with these letters as variables; all others are parameters, in the order in which they occur.
 *
 * @throws OgeeError `E951` for a formula without parameters, `E901` for one that no program computes.
 */
export function modelOf(formula: Expr, variables: readonly string[]): Model {
  const shelf = met.get(formula) ?? new Map<string, Model>()
  met.set(formula, shelf)
  const key = variables.join('\n')
  const model = shelf.get(key) ?? models.get([formula, variables], () => made(formula, variables))
  shelf.set(key, model)
  return model
}

function made(given: Expr, variables: readonly string[]): Model {
  const formula = workedOut(given, {}).formula
  const parameters = freeSymbols(formula).filter((name) => !CONSTANTS.has(name) && !variables.includes(name))
  if (parameters.length === 0)
    throw new OgeeError(
      'E951',
      'the formula has no parameters to be found',
      undefined,
      'its letters that are not columns of the data are its parameters',
    )
  const value = programOf(formula, [...variables, ...parameters])
  const gradient = tidied(reverse(value, parameters))
  let curvature: Program | undefined
  return {
    ...{ formula, variables, parameters, value, gradient },
    curvature: () => {
      curvature ??= secondOf(gradient, parameters)
      return curvature
    },
  }
}

/** The derivatives of the derivatives, in one program. */
function secondOf(gradient: Program, parameters: readonly string[]): Program {
  const writer = new Writer()
  const rows = parameters.map((name) => {
    const program = forward(gradient, name)
    const places: Place[] = []
    for (const node of program.nodes) {
      const of = operandsOf(node).map((place) => places[place] as Place)
      places.push(copied(writer, node, of))
    }
    return program.outputs.slice(-parameters.length).map((place) => places[place] as Place)
  })
  // they do not depend on the order, so one of two is computed
  const outputs = rows.flatMap((_, j) =>
    rows.map((_row, k) => rows[Math.min(j, k)]?.[Math.max(j, k)] as Place),
  )
  return tidied(writer.program(gradient.inputs, outputs))
}

/** The formula as a program that does not overflow where its value is an ordinary number. */
export function programOf(formula: Expr, inputs: readonly string[]): Program {
  const writer = new Writer()
  const place = new Lowering(writer).place(asComputed(formula))
  return withoutSizes(withFallingExponentials(writer.program(inputs, [place])))
}

/** |u| as −u for u < 0, else u: so a derivative at u = 0 is that of one side, and e^-|u| has one there too. */
function withoutSizes(program: Program): Program {
  const writer = new Writer()
  const places: Place[] = []
  for (const node of program.nodes) {
    const of = operandsOf(node).map((place) => places[place] as Place)
    if (node.kind === 'operation' && node.name === 'abs') {
      const [u] = of as [Place]
      const isNegative = writer.question('<', u, writer.constant(0))
      places.push(writer.choose(isNegative, writer.operation('negate', u), u))
    } else places.push(copied(writer, node, of))
  }
  return writer.program(
    program.inputs,
    program.outputs.map((place) => places[place] as Place),
  )
}

const copied = (writer: Writer, node: Node, of: readonly Place[]): Place =>
  writer.node('of' in node ? ({ ...node, of } as Node) : node)

/** The formula in functions that programs have, powers with letters in the exponent as exponentials. */
export const asComputed = (formula: Expr): Expr => byExponentials(unfolded(formula))

/** Powers with letters in the exponent as what they mean, e^(v·log u): so 1/(1 + (x/c)^b) falls as it should. */
function byExponentials(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map(byExponentials)
  const [base, exponent] = args
  if (isCall(u, 'power') && base && exponent && exponentValue(exponent) === undefined)
    return exp(multiply(exponent, call('log', [base])))
  return args.every((arg, i) => arg === u.args[i]) ? u : call(u.head, args)
}
