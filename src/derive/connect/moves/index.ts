/** All moves, in the order in which they are tried. */
import type { Move } from '../move.ts'
import { distribute, expand, expandParts } from './distribute.ts'
import { commonFactor, repeatedFactor } from './divisors.ts'
import { factorOut, takeOutExponential } from './factor.ts'
import { addAndSubtract, commonDenominator, expandFraction } from './fractions.ts'
import { angles, byRow, openDefinition, productsToSums, pythagoras, squares } from './functions.ts'
import { takeApart } from './logarithms.ts'
import {
  asExponential,
  asRoot,
  differenceOfSquares,
  joinRoots,
  raiseEach,
  splitExponent,
  splitPower,
} from './powers.ts'
import { recogniseDouble, recogniseHyperbolic, recogniseQuotient, recogniseSum } from './recognise.ts'
import { workDown } from './whole.ts'

export const MOVES: readonly Move[] = [
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

/** Moves of a search that has no other end. */
export const SIMPLIFYING: readonly Move[] = [
  ...MOVES,
  recogniseSum,
  recogniseQuotient,
  recogniseDouble,
  recogniseHyperbolic,
]

/** The long way, when no other is found. */
export const WORKING_DOWN: readonly Move[] = [...MOVES, workDown]
