/**
 * Which operation loses the digits: each is given operands that are right to the last bit, and what it makes of them
 * is held against the right value of the part (A. Panchekha et al., PLDI 2015, section 4.3).
 */
import { call, type Expr, isCall, symbol } from '../../expression/expr.ts'
import { runner } from '../run.ts'
import { parts, programOf } from './candidate.ts'
import { wrongBits } from './error.ts'
import type { Sample } from './samples.ts'
import { truth } from './truth.ts'

/** Right values of parts, kept from form to form. */
export class Truths {
  readonly #known = new Map<number, { readonly u: Expr; readonly values: readonly number[] }[]>()
  readonly #samples: readonly Sample[]

  constructor(samples: readonly Sample[]) {
    this.#samples = samples
  }

  of(u: Expr): readonly number[] {
    const shelf = this.#known.get(u.hash) ?? []
    const known = shelf.find((one) => one.u === u || one.u.size === u.size)
    if (known) return known.values
    const values = this.#samples.map((sample) => truth(u, sample.spot))
    shelf.push({ u, values })
    this.#known.set(u.hash, shelf)
    return values
  }
}

export interface Lossy {
  readonly path: readonly number[]
  readonly part: Expr
  /** Bits that this operation loses, on average over the samples. */
  readonly loss: number
}

const LETTERS = ['operand0', 'operand1', 'operand2', 'operand3', 'operand4', 'operand5']

/** The parts that lose most, the worst first. */
export function lossy(u: Expr, truths: Truths): Lossy[] {
  const found: Lossy[] = []
  for (const { part, path } of parts(u)) {
    if (part.kind !== 'call' || isCall(part, 'piecewise') || part.args.length > LETTERS.length) continue
    const names = LETTERS.slice(0, part.args.length)
    const operands = part.args.map((arg) => truths.of(arg))
    const exponent = isCall(part, 'power') ? part.args[1] : undefined
    const isNumber = exponent?.kind === 'number'
    const letters = names.map((name, i) => (isNumber && i === 1 ? (exponent as Expr) : symbol(name)))
    const single = call(part.head, letters)
    const run = runner(programOf(single, names))
    const program = programOf(single, names)
    const right = truths.of(part)
    let [loss, count] = [0, 0]
    right.forEach((value, i) => {
      const at = operands.map((values) => values[i] as number)
      if (Number.isNaN(value) || at.some(Number.isNaN)) return
      loss += wrongBits(run(at)[program.outputs[0] as number] as number, value)
      count += 1
    })
    if (count > 0 && loss / count > LEAST_LOSS) found.push({ path, part, loss: loss / count })
  }
  return found.sort((a, b) => b.loss - a.loss)
}

const LEAST_LOSS = 0.3
