/**
 * Which operation loses the digits: each is given operands that are right to the last bit, and what it makes of them
 * is held against the right value of the part (A. Panchekha et al., PLDI 2015, section 4.3). It is asked only where
 * the form is bad.
 */
import { call, type Expr, isCall, symbol } from '../../expression/expr.ts'
import { runner } from '../run.ts'
import { parts, programOf } from './candidate.ts'
import { wrongBits } from './error.ts'
import type { Sample } from './samples.ts'
import { truth } from './truth.ts'

/** For enclosures of parts in one search. */
const WORK = 5e7

/** Right values of parts at the samples. */
export class Truths {
  readonly #samples: readonly Sample[]
  readonly #allowance = { left: WORK }

  constructor(samples: readonly Sample[]) {
    this.#samples = samples
  }

  /** The values of u at these samples. */
  of(u: Expr, places: readonly number[]): readonly number[] {
    return places.map((place) => truth(u, (this.#samples[place] as Sample).spot, this.#allowance))
  }
}

export interface Lossy {
  readonly path: readonly number[]
  readonly part: Expr
  /** Bits that this operation loses, on average over the samples. */
  readonly loss: number
}

const LETTERS = [
  'operand0',
  'operand1',
  'operand2',
  'operand3',
  'operand4',
  'operand5',
  'operand6',
  'operand7',
]

/** Samples asked, of those where the form is bad. */
const MOST_PLACES = 24
const BAD = 2

/** The parts that lose most, the worst first, where the form has so many wrong bits. */
export function lossy(u: Expr, wrong: readonly number[], truths: Truths): Lossy[] {
  const bad = wrong.flatMap((bits, i) => (bits > BAD ? [i] : []))
  const step = Math.max(1, bad.length / MOST_PLACES)
  const places = Array.from(
    { length: Math.min(bad.length, MOST_PLACES) },
    (_, k) => bad[Math.floor(k * step)] as number,
  )
  if (places.length === 0) return []
  const found: Lossy[] = []
  for (const { part, path } of parts(u)) {
    if (part.kind !== 'call' || isCall(part, 'piecewise') || part.args.length > LETTERS.length) continue
    const names = LETTERS.slice(0, part.args.length)
    const operands = part.args.map((arg) => truths.of(arg, places))
    const exponent = isCall(part, 'power') ? part.args[1] : undefined
    const isNumber = exponent?.kind === 'number'
    const letters = names.map((name, i) => (isNumber && i === 1 ? (exponent as Expr) : symbol(name)))
    const program = programOf(call(part.head, letters), names)
    const run = runner(program)
    const right = truths.of(part, places)
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
