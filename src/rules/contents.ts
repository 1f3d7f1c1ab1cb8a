/** The contents of the rule book, in the order of a textbook. */
import { algebra, fractions } from './algebra.ts'
import { differentiation } from './differentiation.ts'
import { equations } from './equations.ts'
import { equationsByCases } from './equations-by-cases.ts'
import { exponentials, logarithms } from './exponentials.ts'
import { hyperbolic } from './hyperbolic.ts'
import { inverses } from './inverses.ts'
import { piecewise } from './piecewise.ts'
import { powers } from './powers.ts'
import type { RuleTable } from './rule.ts'
import { trigonometry } from './trigonometry.ts'

/** Tables, and the titles of those that are implied by the rows of the function tables. */
export const CONTENTS: readonly (RuleTable | string)[] = [
  differentiation,
  'derivatives of the functions',
  algebra,
  fractions,
  powers,
  exponentials,
  logarithms,
  trigonometry,
  hyperbolic,
  piecewise,
  equations,
  inverses,
  equationsByCases,
  'odd and even functions',
  'inverse functions',
  'values to know',
  'definitions',
]
