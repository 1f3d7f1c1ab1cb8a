/** The derivative through the value, f′ = P(f), as articles have it: what becomes of it in double precision. */
import { run } from '../../compute/run.ts'
import { programOf } from '../../compute/stable/candidate.ts'
import { wrongBits } from '../../compute/stable/error.ts'
import type { Stable } from '../../compute/stable/index.ts'
import { spot, truth } from '../../compute/stable/truth.ts'
import { unfolded } from '../../compute/unfolded.ts'
import { type Expr, mentions } from '../../expression/expr.ts'
import type { Subject } from '../subject.ts'
import { saves, throughItself } from '../through-itself.ts'
import { everydayFailure, type Failure, valueThere } from './failure.ts'

/** P(f), computed from a value that is as right as doubles can be. */
export interface Through {
  readonly form: Expr
  readonly letter: string
  readonly failure: Failure
  /** Wrong bits, sample by sample. */
  readonly wrong: readonly number[]
}

/** The derivative through the value, if it saves work and goes wrong in double precision. */
export function throughValue(
  subject: Subject,
  value: Pick<Stable, 'form'>,
  slope: Pick<Stable, 'samples'>,
): Through | undefined {
  const { variable, derivation } = subject
  const known = throughItself(subject)
  if (!known || mentions(known.form, variable) || !saves(known, subject)) return undefined
  const { form, letter } = known
  const f = valueThere(unfolded(value.form), variable)
  const program = programOf(unfolded(form), [letter])
  const valueAt = (x: number): number => run(program, [f(x)])[0] ?? Number.NaN
  const right = unfolded(derivation.to)
  const failure = everydayFailure(valueAt, (x) => truth(right, spot([variable], [x])))
  if (!failure) return undefined
  const wrong = slope.samples.map(({ at: [x = 0], right: y }) => wrongBits(valueAt(x), y))
  return { form, letter, failure, wrong }
}
