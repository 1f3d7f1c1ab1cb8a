/**
 * The formula as it is written where nothing in it is too large or too small for a double, another form elsewhere: forms
 * that never overflow round more often.
 */
import { allOf, type Condition } from '../../expression/condition.ts'
import { type CallNode, call, type Expr, isCall, same } from '../../expression/expr.ts'
import { decimalTerm } from '../doubles.ts'
import { runner } from '../run.ts'
import { programOf } from './candidate.ts'
import type { Sample } from './samples.ts'

/** Beyond these a next operation may overflow, or digits are lost in subnormal numbers. */
const [LEAST, MOST] = [1e-290, 1e290]
/** Parts asked for; where more can be too large nothing is gained. */
const MOST_ASKED = 7

/** u where its parts are of a size that doubles have, else the form. */
export function asWritten(
  u: Expr,
  form: Expr,
  names: readonly string[],
  samples: readonly Sample[],
): Expr | undefined {
  const asked: Condition[] = []
  for (const { part, isTooSmall, isTooLarge } of risky(u, names, samples)) {
    const size = call('abs', [part])
    if (isTooSmall) asked.push(call('>', [size, decimalTerm(LEAST)]))
    if (isTooLarge) asked.push(call('<', [size, decimalTerm(MOST)]))
  }
  return asked.length === 0 || asked.length > 2 * MOST_ASKED
    ? undefined
    : call('piecewise', [u, allOf(asked), form])
}

interface Risky {
  readonly part: Expr
  readonly isTooSmall: boolean
  readonly isTooLarge: boolean
}

const isTooSmall = (value: number): boolean => Math.abs(value) <= LEAST
const isTooLarge = (value: number): boolean => !(Math.abs(value) < MOST)

/** The parts that are too large or too small somewhere, though what they are made of is not. */
function risky(u: Expr, names: readonly string[], samples: readonly Sample[]): Risky[] {
  const known: { readonly part: Expr; readonly values: readonly number[] }[] = []
  const valuesOf = (part: Expr): readonly number[] => {
    const found = known.find((one) => same(one.part, part))
    if (found) return found.values
    const program = programOf(part, names)
    const at = runner(program)
    const values = samples.map((sample) => at(sample.at)[program.outputs[0] as number] as number)
    known.push({ part, values })
    return values
  }
  const found: Risky[] = []
  for (const { part, isAddend } of within(u)) {
    if (found.some((one) => same(one.part, part))) continue
    const values = valuesOf(part)
    const operands = part.args.map(valuesOf)
    const isMade = (is: (value: number) => boolean): boolean =>
      values.some((value, i) => is(value) && !operands.some((of) => is(of[i] as number)))
    const isLarge = isMade(isTooLarge)
    if (part.head === 'add') {
      // terms may be too small one by one, but not all of them
      const isSmall = !isAddend && (values.some(isTooSmall) || part.args.some((arg) => isAmong(found, arg)))
      if (isSmall || isLarge) found.push({ part, isTooSmall: isSmall, isTooLarge: isLarge })
    } else if (isLarge || isMade(isTooSmall)) found.push({ part, isTooSmall: !isAddend, isTooLarge: true })
  }
  return found
}

const isAmong = (found: readonly Risky[], u: Expr): boolean =>
  isCall(u, 'negate') ? isAmong(found, u.args[0] as Expr) : found.some(({ part }) => same(part, u))

interface Within {
  readonly part: CallNode
  readonly isAddend: boolean
}

/** The operations in u, the innermost first. What is added to something else may be too small, and so may u itself. */
function* within(u: Expr, isAddend = true, isWhole = true): Generator<Within> {
  if (u.kind !== 'call' || u.head === 'piecewise') return
  const isSum = u.head === 'add' || (u.head === 'negate' && isAddend)
  for (const arg of u.args) yield* within(arg, isSum, isWhole && u.head === 'negate')
  // a product of several factors is computed two by two
  if (u.head === 'multiply')
    for (let k = 2; k < u.args.length; k += 1)
      yield { part: call('multiply', u.args.slice(0, k)) as CallNode, isAddend: false }
  if (!isWhole && u.head !== 'negate') yield { part: u, isAddend }
}
