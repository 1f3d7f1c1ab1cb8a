import type { Rule, RuleTable } from './rule.ts'

const back = 'The same, read from right to left.'

/**
 * Statements instead of statements. Each side is true exactly where the other is: an equation is true
 * where both its sides are defined and equal, so `log(u) = v` needs no condition to become `u = e^v`.
 */
export const equations: RuleTable = {
  title: 'equations',
  rules: [
    {
      name: 'exchange the sides',
      form: 'u = v <=> v = u',
      say: 'An equation may be read from either side.',
      back: { name: 'exchange the sides again', say: back },
    },
    {
      name: 'subtract from both sides',
      form: 'u + w = v <=> u = v - w',
      say: 'Subtract {w} from both sides.',
      back: { name: 'add to both sides', say: 'Add {w} to both sides.' },
    },
    {
      name: 'everything on one side',
      form: 'u = v <=> u - v = 0',
      say: 'Two numbers are equal if their difference is 0.',
      back: { name: 'difference 0', say: 'A difference is 0 if both numbers are equal.' },
    },
    {
      name: 'opposite of both sides',
      form: '-u = v <=> u = -v',
      say: 'Change the sign of both sides.',
      back: { name: 'change both signs', say: back },
    },
    {
      name: 'divide both sides',
      form: 'u*w = v <=> u = v/w',
      provided: ['w != 0 or v != 0'],
      say: 'Divide both sides by {w}, which is not 0 unless {v} is.',
      back: { name: 'multiply by a divisor on the right', say: 'Multiply both sides by {w}.' },
    },
    {
      name: 'divide both sides, divisor not 0',
      form: 'u*w = v <=> u = v/w',
      provided: ['w != 0'],
      say: 'Divide both sides by {w}, which is not 0.',
      back: { name: 'multiply by a divisor that is not 0', say: back },
    },
    {
      name: 'divide both sides, never both 0',
      form: 'u*w = v <=> u = v/w',
      provided: ['p*w + q*v != 0'],
      say: '{w} and {v} are never both 0, so divide both sides by {w}.',
      back: { name: 'multiply by a divisor on the right, never both 0', say: back },
    },
    {
      name: 'multiply by the divisor',
      form: 'u/w = v <=> u = v*w',
      provided: ['w != 0'],
      say: 'Multiply both sides by {w}.',
      back: { name: 'divide by a factor on the right', say: 'Divide both sides by {w}, which is not 0.' },
    },
    {
      name: 'exchange divisor and quotient',
      form: 'u/w = v <=> w = u/v',
      provided: ['u != 0'],
      say: '{u} is not 0, so divisor and quotient may change places.',
      back: { name: 'exchange quotient and divisor', say: back },
    },
    {
      name: 'exchange a divisor that is not 0',
      form: 'u/w = v <=> w = u/v',
      provided: ['w != 0', 'u != 0 or v != 0'],
      say: 'Divisor and quotient may change places.',
      back: { name: 'exchange a quotient that is not 0', say: back },
    },
    {
      name: 'multiply both sides',
      form: 'u = v <=> u*w = v*w',
      provided: ['w != 0'],
      say: 'Multiply both sides by {w}, which is not 0.',
      back: { name: 'cancel on both sides', say: 'Divide both sides by {w}, which is not 0.' },
    },
    {
      name: 'product 0',
      form: 'u*v = 0 <=> u = 0 or v = 0',
      provided: ['defined(u)', 'defined(v)'],
      say: 'A product is 0 exactly if a factor is 0.',
      back: { name: 'one of two is 0', say: back },
    },
    {
      name: 'product 0, factor not 0',
      form: 'u*w = 0 <=> u = 0',
      provided: ['w != 0'],
      say: '{w} is not 0, so the other factor must be.',
      back: { name: 'insert a factor that is not 0', say: back },
    },
    {
      name: 'fraction 0',
      form: 'u/w = 0 <=> u = 0',
      provided: ['w != 0'],
      say: 'A fraction is 0 exactly if its numerator is 0.',
      back: { name: 'numerator 0', say: back },
    },
    {
      name: 'quadratic formula',
      form: 'a*u^2 + b*u + c = 0 <=> u = (-b + sqrt(b^2 - 4*a*c))/(2*a) or u = (-b - sqrt(b^2 - 4*a*c))/(2*a)',
      provided: ['a != 0'],
      say: 'The quadratic formula: complete the square and take roots.',
      back: { name: 'quadratic equation of two roots', say: back },
    },
    {
      name: 'cubic formula, one root',
      form: 'u^3 + p*u + q = 0 <=> u = (sqrt(q^2/4 + p^3/27) - q/2)^(1/3) - (sqrt(q^2/4 + p^3/27) + q/2)^(1/3)',
      provided: ['q^2/4 + p^3/27 > 0'],
      say: "Cardano's formula: {u} is a sum of two cube roots.",
      back: { name: 'cubic equation of one root', say: back },
    },
    {
      name: 'cubic formula, three roots',
      form: 'u^3 + p*u + q = 0 <=> u = 2*sqrt(-p/3)*cos(acos(3*q/(2*p)*sqrt(-3/p))/3) or u = 2*sqrt(-p/3)*cos(acos(3*q/(2*p)*sqrt(-3/p))/3 - 2*pi/3) or u = 2*sqrt(-p/3)*cos(acos(3*q/(2*p)*sqrt(-3/p))/3 - 4*pi/3)',
      provided: ['q^2/4 + p^3/27 < 0'],
      say: 'Three real roots: cosines of a third of an angle (Viète).',
      back: { name: 'cubic equation of three roots', say: back },
    },
    {
      name: 'two cases',
      form: 'u = v <=> w >= 0 and u = v or w < 0 and u = v',
      provided: ['defined(w)'],
      say: 'Either {w} is negative or it is not.',
      back: { name: 'join two cases', say: back },
    },
    {
      name: 'zero or not',
      form: 'u = v <=> w != 0 and u = v or w = 0 and u = v',
      provided: ['defined(w)'],
      say: 'Either {w} is 0 or it is not.',
      back: { name: 'join zero and not zero', say: back },
    },
    {
      name: 'factor 0',
      form: 'w*u = v <=> 0 = v',
      provided: ['w = 0', 'defined(u)'],
      say: '{w} is 0, so the product is.',
      back: { name: 'insert a factor 0', say: back },
    },
    {
      name: 'no square',
      form: 'a*u^2 + b*u + c = 0 <=> b*u + c = 0',
      provided: ['a = 0'],
      say: '{a} is 0, so there is no square.',
      back: { name: 'insert a square with factor 0', say: back },
    },
    {
      name: 'raise both sides',
      form: 'u = v => u^n = v^n',
      where: { n: 'positive integer' },
      say: 'Equal numbers have equal powers; not the other way round, so candidates must be checked.',
    },
    // Not a rule: u^2 = v^2 => u = v. At u = -1, v = 1 it says -1 = 1.
    // Not a rule: u*w = v*w => u = v. At w = 0 all numbers would be equal.
    // Not a rule: sqrt(u) = v <=> u = v^2. At u = 1, v = -1 the right-hand side alone is true.
  ],
}

/** f(u) = v <=> u = g(v), where g undoes f on all of its range and is defined nowhere else. */
const undone = (f: string, g: string, title: string): Rule => ({
  name: `undo ${f}`,
  form: `${f}(u) = v <=> u = ${g}(v)`,
  say: `${g} undoes ${title}.`,
  back: { name: `undo ${g} on the right`, say: back },
})

/** f(u) = v <=> u = g(v) where v is in the range of f. */
const undoneWithin = (f: string, g: string, range: string): Rule => ({
  name: `undo ${f}`,
  form: `${f}(u) = v <=> ${range} and u = ${g}(v)`,
  say: `${g} undoes ${f} as far as its values reach.`,
  back: { name: `undo ${g} within its values`, say: back },
})

/** Applying an inverse function to both sides. */
export const inverses: RuleTable = {
  title: 'equations with powers and functions',
  rules: [
    {
      name: 'logarithm of both sides',
      form: 'e^u = v <=> u = log(v)',
      say: 'The logarithm undoes the exponential.',
      back: { name: 'undo log on the right', say: back },
    },
    {
      name: 'logarithm of both sides, any base',
      form: 'b^u = v <=> u*log(b) = log(v)',
      where: { u: 'symbolic' },
      say: 'Take logarithms: the exponent becomes a factor.',
      back: { name: 'multiple of a logarithm on the left', say: back },
    },
    {
      name: 'exponential of both sides',
      form: 'log(u) = v <=> u = e^v',
      say: 'The exponential undoes the logarithm.',
      back: { name: 'undo exp on the right', say: back },
    },
    {
      name: 'compare exponents',
      form: 'e^u = e^v <=> u = v',
      say: 'The exponential takes each value once.',
      back: { name: 'exponential on both sides', say: back },
    },
    {
      name: 'logarithms of both sides',
      form: 'u = v <=> log(u) = log(v)',
      provided: ['u > 0'],
      say: 'Positive numbers are equal exactly if their logarithms are.',
      back: { name: 'compare logarithms', say: back },
    },
    {
      name: 'square root of both sides',
      form: 'u^2 = v <=> u = sqrt(v) or u = -sqrt(v)',
      say: 'Two opposite numbers have the same square.',
      back: { name: 'one of two roots', say: back },
    },
    {
      name: 'square both sides of a root',
      form: 'sqrt(u) = v <=> v >= 0 and u = v^2',
      say: 'A root is not negative; for such {v} squaring is reversible.',
      back: { name: 'root of a square on the right', say: back },
    },
    {
      name: 'odd root of both sides',
      form: 'u^r = v <=> u = v^(1/r)',
      where: { r: 'odd/odd' },
      say: 'An odd power takes each value once: take the root.',
      back: { name: 'undo an odd root on the right', say: back },
    },
    {
      name: 'even root of both sides',
      form: 'u^r = v <=> u = v^(1/r) or u = -v^(1/r)',
      where: { r: 'even/odd' },
      say: 'Two opposite numbers have the same even power.',
      back: { name: 'one of two even roots', say: back },
    },
    {
      name: 'undo an even root',
      form: 'u^r = v <=> v >= 0 and u = v^(1/r)',
      where: { r: 'odd/even' },
      say: 'An even root is not negative; for such {v} the power is reversible.',
      back: { name: 'even root on the left', say: back },
    },
    {
      name: 'undo a real power',
      form: 'u^w = v <=> u = v^(1/w)',
      where: { w: 'symbolic' },
      provided: ['w != 0'],
      say: 'For a positive base the power with the reciprocal exponent undoes the power.',
      back: { name: 'undo a real power on the right', say: back },
    },
    {
      name: 'equal squares',
      form: 'u^2 = v^2 <=> u = v or u = -v',
      say: 'Equal squares belong to equal or opposite numbers.',
      back: { name: 'equal or opposite', say: back },
    },
    {
      name: 'value of an absolute value',
      form: '|u| = v <=> v >= 0 and (u = v or u = -v)',
      say: 'An absolute value is not negative; it is that of a number and of its opposite.',
      back: { name: 'absolute value of two numbers', say: back },
    },
    {
      name: 'equal absolute values',
      form: '|u| = |v| <=> u = v or u = -v',
      say: 'Equal absolute values belong to equal or opposite numbers.',
      back: { name: 'equal or opposite numbers', say: back },
    },
    undone('sinh', 'asinh', 'the hyperbolic sine'),
    undone('asinh', 'sinh', 'the inverse hyperbolic sine'),
    undone('tanh', 'atanh', 'the hyperbolic tangent'),
    undone('atanh', 'tanh', 'the inverse hyperbolic tangent'),
    undoneWithin('acosh', 'cosh', 'v >= 0'),
    undoneWithin('asin', 'sin', 'v >= -pi/2 and v <= pi/2'),
    undoneWithin('acos', 'cos', 'v >= 0 and v <= pi'),
    undoneWithin('atan', 'tan', 'v > -pi/2 and v < pi/2'),
    {
      name: 'undo cosh',
      form: 'cosh(u) = v <=> u = acosh(v) or u = -acosh(v)',
      say: 'Two opposite numbers have the same hyperbolic cosine.',
      back: { name: 'one of two inverse hyperbolic cosines', say: back },
    },
    {
      name: 'zero of the error function',
      form: 'erf(u) = 0 <=> u = 0',
      say: 'The error function increases, so it is 0 only at 0.',
      back: { name: 'error function at 0', say: back },
    },
    {
      name: 'equal error functions',
      form: 'erf(u) = erf(v) <=> u = v',
      say: 'The error function takes each value once.',
      back: { name: 'error function on both sides', say: back },
    },
    {
      name: 'undo sin',
      form: 'sin(u) = v <=> u = asin(v) + 2*pi*n or u = pi - asin(v) + 2*pi*n',
      where: { n: 'new whole number' },
      say: 'In each period the sine takes {v} at an angle and at its supplement.',
      back: { name: 'angles of a sine', say: back },
    },
    {
      name: 'undo cos',
      form: 'cos(u) = v <=> u = acos(v) + 2*pi*n or u = -acos(v) + 2*pi*n',
      where: { n: 'new whole number' },
      say: 'In each period the cosine takes {v} at two opposite angles.',
      back: { name: 'angles of a cosine', say: back },
    },
    {
      name: 'undo tan',
      form: 'tan(u) = v <=> u = atan(v) + pi*n',
      where: { n: 'new whole number' },
      say: 'The tangent takes {v} once in each period.',
      back: { name: 'angles of a tangent', say: back },
    },
    {
      name: 'zeros of the sine',
      form: 'sin(u) = 0 <=> u = pi*n',
      where: { n: 'new whole number' },
      say: 'The sine is 0 at the multiples of pi.',
      back: { name: 'multiples of pi', say: back },
    },
    {
      name: 'zeros of the cosine',
      form: 'cos(u) = 0 <=> u = pi/2 + pi*n',
      where: { n: 'new whole number' },
      say: 'The cosine is 0 halfway between the multiples of pi.',
      back: { name: 'halfway between multiples of pi', say: back },
    },
    {
      name: 'equal sines',
      form: 'sin(u) = sin(v) <=> u = v + 2*pi*n or u = pi - v + 2*pi*n',
      where: { n: 'new whole number' },
      say: 'Equal sines belong to equal or supplementary angles, up to whole turns.',
      back: { name: 'equal or supplementary angles', say: back },
    },
    {
      name: 'equal cosines',
      form: 'cos(u) = cos(v) <=> u = v + 2*pi*n or u = -v + 2*pi*n',
      where: { n: 'new whole number' },
      say: 'Equal cosines belong to equal or opposite angles, up to whole turns.',
      back: { name: 'equal or opposite angles', say: back },
    },
    {
      name: 'sine and cosine to tangent',
      form: 'a*sin(u) + b*cos(u) = 0 <=> tan(u) = -b/a',
      provided: ['a != 0'],
      say: 'The cosine cannot be 0 here, so divide by it.',
      back: { name: 'tangent to sine and cosine', say: back },
    },
    // Not a rule: sin(u) = v <=> u = asin(v). At u = pi, v = 0 the left-hand side alone is true.
  ],
}

/** {u if c else v} = w, for each relation c. */
const byCases = (relation: string, otherwise: string, name: string): Rule => ({
  name: `equation with two branches, ${name}`,
  form: `{u if a ${relation} b else v} = w <=> a ${relation} b and u = w or a ${otherwise} b and v = w`,
  say: 'One of the two branches counts.',
  back: { name: `join two branches of an equation, ${name}`, say: back },
})
const inOneCase = (relation: string, name: string): Rule => ({
  name: `equation with one branch, ${name}`,
  form: `{u if a ${relation} b} = w <=> a ${relation} b and u = w`,
  say: 'The branch must count.',
  back: { name: `condition into an equation, ${name}`, say: back },
})

/** Equations with forms by cases. */
export const equationsByCases: RuleTable = {
  title: 'equations by cases',
  rules: [
    byCases('>', '<=', 'strict'),
    byCases('>=', '<', 'with border'),
    byCases('=', '!=', 'one point'),
    byCases('!=', '=', 'all but one point'),
    inOneCase('>', 'strict'),
    inOneCase('>=', 'with border'),
    inOneCase('!=', 'all but one point'),
  ],
}
