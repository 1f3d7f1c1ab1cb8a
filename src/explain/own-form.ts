/** What a formula says by itself. */
import type { Expr } from '../expression/expr.ts'
import { opened } from '../rules/forms.ts'
import type { Subject } from './subject.ts'

/** The body of a named curve, the formula itself otherwise. */
export const ownForm = ({ formula, named }: Pick<Subject, 'formula' | 'named'>): Expr =>
  (named && opened(formula)) ?? formula
