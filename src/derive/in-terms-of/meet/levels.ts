/** Which moves are let in when. */
import { exponentialOfZero, oneExponential } from './exponentials.ts'
import { oneDenominator } from './fractions.ts'
import {
  hyperbolicPythagoras,
  multipleAngle,
  noSquareOfSine,
  openDefinition,
  through,
  undone,
} from './functions.ts'
import { outOfExponential, outOfLogarithm } from './logarithms.ts'
import type { Mover } from './mover.ts'
import { belowTheLine, onePower, powerOfPower, rootAsPower, wholePart } from './powers.ts'
import { likeTerms, multipliedOut } from './sums.ts'

/** Moves in the order in which they are let in: the first rows nearly always suffice. */
export const LEVELS: readonly (readonly Mover[])[] = [
  [],
  [openDefinition, undone, oneDenominator, outOfLogarithm, outOfExponential, powerOfPower],
  [
    belowTheLine,
    oneExponential,
    wholePart,
    onePower,
    through(
      new Map([
        ['tan', 'tangent'],
        ['tanh', 'tanh by sinh and cosh'],
      ]),
    ),
    hyperbolicPythagoras,
  ],
  [
    rootAsPower,
    multipleAngle,
    through(
      new Map([
        ['sinh', 'sinh by exponentials'],
        ['cosh', 'cosh by exponentials'],
      ]),
    ),
  ],
]

/** Moves that multiply everything out. */
export const EXPANDING: readonly Mover[] = [
  multipliedOut,
  oneExponential,
  exponentialOfZero,
  powerOfPower,
  wholePart,
  onePower,
  noSquareOfSine,
  likeTerms,
]
