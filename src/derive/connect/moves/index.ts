/** All moves, in the order in which they are tried. */
import type { Move } from '../move.ts'
import { addAndSubtract } from './add-and-subtract.ts'
import { angles, productsToSums } from './angles.ts'
import { commonDenominator } from './common-denominator.ts'
import { byRow, openDefinition } from './definitions.ts'
import { distribute, expand, expandParts } from './distribute.ts'
import { commonFactor, linearFactor, repeatedFactor } from './divisors.ts'
import { expandFraction } from './expand-fraction.ts'
import { factorOut, takeOutExponential } from './factor.ts'
import { takeApart } from './logarithms.ts'
import { raiseEach } from './raise-each.ts'
import { recogniseDouble, recogniseHyperbolic, recogniseQuotient, recogniseSum } from './recognise.ts'
import { asRoot, joinRoots } from './roots.ts'
import { asExponential, splitExponent, splitPower } from './split-power.ts'
import { pythagoras, squares } from './squares.ts'
import { differenceOfSquares, perfectSquare } from './sums-of-squares.ts'
import { workDown, writeOut } from './whole.ts'

const ALWAYS: readonly Move[] = [
  addAndSubtract,
  distribute,
  expand,
  expandParts,
  factorOut,
  takeOutExponential,
  commonDenominator,
  expandFraction,
  commonFactor,
  repeatedFactor,
  differenceOfSquares,
  perfectSquare,
  writeOut,
  openDefinition,
  byRow,
  squares,
  pythagoras,
  angles,
  productsToSums,
  takeApart,
  raiseEach,
  joinRoots,
  splitPower,
  splitExponent,
  asExponential,
  asRoot,
]

/** Between two forms; a form alone is not taken apart into linear factors. */
export const MOVES: readonly Move[] = [...ALWAYS, linearFactor]

/** Moves of a search that has no other end. */
export const SIMPLIFYING: readonly Move[] = [
  ...ALWAYS,
  recogniseSum,
  recogniseQuotient,
  recogniseDouble,
  recogniseHyperbolic,
]

/** The long way, when no other is found. */
export const WORKING_DOWN: readonly Move[] = [...MOVES, workDown]
