/**
 * Corruptions of rows that are still true, by table, each with the reason. Where it says that a
 * condition is stronger than needed, the row is right but narrower than it could be.
 */

type StillTrue = readonly (readonly [corruption: string, reason: string])[]

const SQUARE = 'the square does not see the sign'
const EVEN = 'the function is even'
const ONES = 'every power of 1 is 1'
const DIAGONAL = 'half a right angle: sine and cosine agree'
const BACK = 'a turn back leads to the same place'
const TURNS = 'what is left is a whole number of turns too'
const ONE_OF_TWO = 'stronger than needed: both sides are defined only if the other factor is positive too'
const BELOW = 'stronger than needed: where the divisor is positive, both sides have one domain in u'
const ONE_WHOLE = 'stronger than needed: one whole exponent will do, as it keeps the root of the other'
const BY_FORM = 'stronger than needed: the right-hand side is undefined there'

const NOTHING = 'the factor is 0, so nothing else of the term matters'
const WHOLE = 'the opposite of a whole number is whole, and a whole turn changes nothing'

const weaker = (rule: string, conditions: readonly number[], reason: string): StillTrue =>
  conditions.flatMap((k) =>
    ['dropped', 'weakened', 'by 1'].map((what) => [`${rule}: condition ${k} ${what}`, reason] as const),
  )

export const STILL_TRUE: Readonly<Record<string, StillTrue>> = {
  differentiation: [
    [
      'exponential rule, base c: right: sign in log',
      'defined only for c < 0, so u is a number and both sides are 0',
    ],
    [
      'power with varying base and exponent: right: sign in log',
      'defined only for u < 0, so v is a number: it is the power rule',
    ],
    ['logarithmic differentiation: condition 0 dropped', BY_FORM],
    ['variable rule: kind of x dropped', 'x is the variable in every row about derivatives'],
    [
      'power rule, real exponent: condition 0 reversed',
      'stronger than needed: for u < 0 the sides are defined for odd roots only, and equal',
    ],
  ],
  'derivatives of the functions': [
    ['derivative of acosh: condition 0 by 1', BY_FORM],
    ['derivative of acosh: condition 0 weakened', BY_FORM],
    ['derivative of atanh: condition 0 weakened', BY_FORM],
    ['derivative of atanh: condition 1 weakened', BY_FORM],
    ['derivative of erfinv: right: sign in erfinv', 'erfinv is odd, and only its square stands there'],
    ['derivative of log: condition 0 weakened', BY_FORM],
  ],
  'powers and roots': [
    ['add whole exponents: kind of m dropped', ONE_WHOLE],
    ['add whole exponents: kind of n dropped', ONE_WHOLE],
    ['power of 1: left: exponent + 1', ONES],
    ['power of 1: left: exponent lost', ONES],
    ...weaker('power of a fraction', [0], BELOW),
    ['power of a fraction: condition 0 reversed', BELOW],
    [
      'power of a fraction: condition 1 reversed',
      'stronger than needed: a positive numerator and v < 0 leave odd roots only, and these agree',
    ],
    ...weaker('power of a product', [0, 1], ONE_OF_TWO),
    ['power of a product: condition 0 reversed', 'stronger than needed: one positive base will do'],
    ['power of a product: condition 1 reversed', 'stronger than needed: one positive base will do'],
    ['square root of a fraction: condition 0 by 1', BELOW],
    ['square root of a fraction: condition 0 dropped', BELOW],
    ['square root of a fraction: condition 1 weakened', 'v = 0 is excluded on both sides'],
    ['whole power of a root: kind of n dropped', 'stronger than needed: one of the exponents may be any'],
    ['whole power of a root: kind of r dropped', 'stronger than needed: one of the exponents may be any'],
  ],
  logarithms: [
    ...weaker('logarithm of a product', [0, 1], ONE_OF_TWO),
    ...weaker('logarithm of a quotient', [0, 1], ONE_OF_TWO),
  ],
  'trigonometric functions': [
    ['Pythagoras: left: sign in sin', SQUARE],
    ['cosine of the double angle by the sine: right: sign in sin', SQUARE],
    ['cosine of the double angle: right: sign in sin', SQUARE],
    ['cosine squared: right: sign in sin', SQUARE],
    ['one over cosine squared: right: sign in tan', SQUARE],
    ['sine squared: left: sign in sin', SQUARE],
    ['sine squared by the double angle: left: sign in sin', SQUARE],
    ['tangent squared: left: sign in tan', SQUARE],
    ['cos at pi/4: left: sin for cos', DIAGONAL],
    ['sin at pi/4: left: cos for sin', DIAGONAL],
    ['cosine of an arcsine: left: sign in asin', EVEN],
    ['cosine of an arctangent: left: sign in atan', EVEN],
    ['sine of an arccosine: left: sign in acos', 'the angles make up half a turn: their sines agree'],
    ['half turn of cos: left: sign of term 0', EVEN],
    ['half turn of cos: left: sign of term 1', BACK],
    ['half turn of sin: left: sign of term 1', BACK],
    ['quarter turn of sin: left: sign of term 0', EVEN],
    ['quarter turn of tan: left: sign of term 1', BACK],
    ['whole turn of cos: left: operand 1 lost', TURNS],
    ['whole turn of cos: left: operand 1 lost', TURNS],
    ['whole turn of cos: left: sign of term 0', EVEN],
    ['whole turn of cos: left: sign of term 1', BACK],
    ['whole turn of sin: left: operand 1 lost', TURNS],
    ['whole turn of sin: left: operand 1 lost', TURNS],
    ['whole turn of sin: left: sign of term 1', BACK],
    ['whole turn of tan: left: operand 0 lost', TURNS],
    ['whole turn of tan: left: operand 1 lost', TURNS],
    ['whole turn of tan: left: sign of term 1', BACK],
  ],
  'hyperbolic functions': [
    ['cosh squared: right: sign in sinh', SQUARE],
    ['tanh squared: left: sign in tanh', SQUARE],
    ['sinh squared: left: sign in sinh', SQUARE],
    ['sinh squared by the double operand: left: sign in sinh', SQUARE],
    ['hyperbolic Pythagoras: left: sign in sinh', SQUARE],
    ['one over cosh squared: right: sign in tanh', SQUARE],
  ],
  'piecewise forms': [
    ['maximum of one number: left: min for max', 'the smaller of two equal numbers is that number too'],
    ['minimum of one number: left: max for min', 'the larger of two equal numbers is that number too'],
    ['number over its absolute value: left: turned over', 'the sign is 1 or -1'],
  ],
  equations: [
    ['factor 0: left: operand 1 lost', 'the factor 0 alone is 0 too'],
    ['no square: left: exponent lost', NOTHING],
    ['no square: left: number + 1', NOTHING],
    ['no square: left: number - 1', NOTHING],
    ['no square: left: operand 0 lost', NOTHING],
    ['no square: left: operand 1 lost', NOTHING],
    ['no square: left: sign of term 0', NOTHING],
    ['fraction 0: left: divisor lost', 'the same equation, as long as the divisor is not 0'],
    ['fraction 0: left: product for quotient', 'the factor is not 0'],
    ['numerator 0 of a quotient: left: divisor lost', 'the numerator 0 alone is 0 too'],
    ['numerator 0 of a quotient: left: product for quotient', 'a product with 0 is 0 too'],
    ['product 0, factor not 0: left: operand 1 lost', 'the same equation, with a factor or without'],
    ['two cases: right: number + 1', 'the two cases overlap'],
  ],
  'equations with powers and functions': [
    ['equal cosines: right: sign of term 1', WHOLE],
    ['equal cosines: right: sign of term 1', WHOLE],
    ['equal sines: right: sign of term 0', WHOLE],
    ['equal sines: right: sign of term 1', WHOLE],
    ['equal sines: right: sign of term 2', WHOLE],
    ['undo cos: right: sign of term 1', WHOLE],
    ['undo cos: right: sign of term 1', WHOLE],
    ['undo sin: right: sign of term 0', WHOLE],
    ['undo sin: right: sign of term 1', WHOLE],
    ['undo sin: right: sign of term 2', WHOLE],
    ['undo tan: right: sign of term 1', WHOLE],
    ['zero of the error function: left: sign in erf', 'the function is odd'],
    ['zeros of the cosine: right: sign of term 0', WHOLE],
    ['zeros of the cosine: right: sign of term 1', WHOLE],
    ['zeros of the sine: left: sign in sin', 'the function is odd'],
  ],
  'odd and even functions': [
    ['abs is even: left: sign lost', EVEN],
    ['cos is even: left: sign lost', EVEN],
    ['cosh is even: left: sign lost', EVEN],
  ],
  'values to know': [['sin at pi: left: sign in sin', 'the sine of -pi is 0 too']],
  definitions: [
    ['definition of sec: left: sign in sec', EVEN],
    ['definition of sech: left: sign in sech', EVEN],
  ],
}
