/** Zeros without closed form: for now none are sought. */
import type { Expr } from '../expression/expr.ts'
import type { Interval, Place } from './interval.ts'
import { Open } from './open.ts'
import type { Study } from './study.ts'

export function isolatedZeros(_g: Expr, _on: Interval, reason: string, _study: Study): readonly Place[] {
  throw new Open(reason)
}
