import type { Rule, RuleTable } from './rule.ts'

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
      say: 'An equation may be read from either side: what is looked for comes to the left.',
      back: {
        name: 'exchange the sides again',
        say: 'An equation may be read from either side: exchange the sides to work on the other one.',
      },
    },
    {
      name: 'subtract from both sides',
      form: 'u + w = v <=> u = v - w',
      say: 'Take {w} away from both sides: this leaves {u} alone.',
      back: {
        name: 'add to both sides',
        say: 'Add {w} to both sides: what belongs together now stands on the left.',
      },
    },
    {
      name: 'everything on one side',
      form: 'u = v <=> u - v = 0',
      say: 'Two numbers are equal if their difference is 0: now it can be factored or solved by a formula.',
      back: {
        name: 'difference 0',
        say: 'Two numbers are equal if their difference is 0: now each has a side of its own.',
      },
    },
    {
      name: 'opposite of both sides',
      form: '-u = v <=> u = -v',
      say: 'Change the sign of both sides: the left side loses its minus sign.',
      back: {
        name: 'change both signs',
        say: 'Change the sign of both sides: the right side loses its minus sign.',
      },
    },
    {
      name: 'divide both sides',
      form: 'u*w = v <=> u = v/w',
      provided: ['w != 0 or v != 0'],
      say: 'Divide both sides by {w}: this leaves {u} alone, and no solution is lost.',
      back: {
        name: 'multiply by a divisor on the right',
        say: 'Multiply both sides by {w}: this clears the fraction on the right.',
      },
    },
    {
      name: 'divide both sides, divisor not 0',
      form: 'u*w = v <=> u = v/w',
      provided: ['w != 0'],
      say: 'Divide both sides by {w}, which is not 0: this leaves {u} alone.',
      back: {
        name: 'multiply by a divisor that is not 0',
        say: 'Multiply both sides by {w}, which is not 0: this clears the fraction on the right.',
      },
    },
    {
      name: 'divide both sides, never both 0',
      form: 'u*w = v <=> u = v/w',
      provided: ['p*w + q*v != 0'],
      say: 'Divide both sides by {w}: this leaves {u} alone. As {w} and {v} are never both 0, no solution is lost.',
      back: {
        name: 'multiply by a divisor on the right, never both 0',
        say: 'Multiply both sides by {w}: this clears the fraction on the right. As {w} and {v} are never both 0, no solution is added.',
      },
    },
    {
      name: 'multiply by the divisor',
      form: 'u/w = v <=> u = v*w',
      provided: ['w != 0'],
      say: 'Multiply both sides by {w}: this clears the fraction.',
      back: {
        name: 'divide by a factor on the right',
        say: 'Divide both sides by {w}, which is not 0: this leaves {v} alone on the right.',
      },
    },
    {
      name: 'exchange divisor and quotient',
      form: 'u/w = v <=> w = u/v',
      provided: ['u != 0'],
      say: 'As {u} is not 0, divisor and quotient may change places: this leaves {w} alone.',
      back: {
        name: 'exchange quotient and divisor',
        say: 'As {u} is not 0, divisor and quotient may change places: this leaves {v} alone.',
      },
    },
    {
      name: 'exchange a divisor that is not 0',
      form: 'u/w = v <=> w = u/v',
      provided: ['w != 0', 'u != 0 or v != 0'],
      say: 'Divisor and quotient may change places: {w} comes out of the denominator and stands alone.',
      back: {
        name: 'exchange a quotient that is not 0',
        say: 'Divisor and quotient may change places: {v} comes out of the denominator and stands alone.',
      },
    },
    {
      name: 'multiply both sides',
      form: 'u = v <=> u*w = v*w',
      provided: ['w != 0'],
      say: 'Multiply both sides by {w}, which is not 0: the solutions stay, and denominators can cancel.',
      back: {
        name: 'cancel on both sides',
        say: 'Both sides have the factor {w}, which is not 0: divide by it, and a shorter equation is left.',
      },
    },
    {
      name: 'product 0',
      form: 'u*v = 0 <=> u = 0 or v = 0',
      provided: ['defined(u)', 'defined(v)'],
      say: 'A product is 0 exactly if a factor is 0: a shorter equation for each factor is left.',
      back: {
        name: 'one of two is 0',
        say: 'One of two numbers is 0 exactly if their product is: one equation takes the place of two.',
      },
    },
    {
      name: 'product 0, factor not 0',
      form: 'u*w = 0 <=> u = 0',
      provided: ['w != 0'],
      say: '{w} is not 0, so the other factor must be: a shorter equation is left.',
      back: {
        name: 'insert a factor that is not 0',
        say: '{w} is not 0, so multiplying by it does not change where the left side is 0.',
      },
    },
    {
      name: 'fraction 0',
      form: 'u/w = 0 <=> u = 0',
      provided: ['w != 0'],
      say: 'A fraction is 0 exactly if its numerator is 0: the denominator no longer matters.',
      back: {
        name: 'numerator 0',
        say: '{w} is not 0, so dividing by it does not change where the left side is 0.',
      },
    },
    {
      name: 'quadratic formula',
      form: 'a*u^2 + b*u + c = 0 <=> u = (-b + sqrt(b^2 - 4*a*c))/(2*a) or u = (-b - sqrt(b^2 - 4*a*c))/(2*a)',
      provided: ['a != 0'],
      say: 'The equation is quadratic in {u}: completing the square solves it, as in this formula.',
      back: {
        name: 'quadratic equation of two roots',
        say: 'These are the two roots of a quadratic equation: one equation takes the place of two.',
      },
    },
    {
      name: 'cubic formula, one root',
      form: 'u^3 + p*u + q = 0 <=> u = (sqrt(q^2/4 + p^3/27) - q/2)^(1/3) - (sqrt(q^2/4 + p^3/27) + q/2)^(1/3)',
      provided: ['q^2/4 + p^3/27 > 0'],
      say: 'The equation is cubic in {u}, with one real root: Cardano makes it from two cube roots.',
      back: {
        name: 'cubic equation of one root',
        say: 'This is the only root of a cubic equation: no roots are left.',
      },
    },
    {
      name: 'cubic formula, three roots',
      form: 'u^3 + p*u + q = 0 <=> u = 2*sqrt(-p/3)*cos(acos(3*q/(2*p)*sqrt(-3/p))/3) or u = 2*sqrt(-p/3)*cos(acos(3*q/(2*p)*sqrt(-3/p))/3 - 2*pi/3) or u = 2*sqrt(-p/3)*cos(acos(3*q/(2*p)*sqrt(-3/p))/3 - 4*pi/3)',
      provided: ['q^2/4 + p^3/27 < 0'],
      say: 'The equation is cubic in {u}, with three real roots: Viète makes them from a third of an angle.',
      back: {
        name: 'cubic equation of three roots',
        say: 'These are the three roots of a cubic equation: one equation takes the place of three.',
      },
    },
    {
      name: 'two cases',
      form: 'u = v <=> w >= 0 and u = v or w < 0 and u = v',
      provided: ['defined(w)'],
      say: 'Either {w} is negative or it is not: once its sign is known, the equation can be simplified.',
      back: {
        name: 'join two cases',
        say: 'The equation is the same whether {w} is negative or not: there is no need to ask.',
      },
    },
    {
      name: 'zero or not',
      form: 'u = v <=> w != 0 and u = v or w = 0 and u = v',
      provided: ['defined(w)'],
      say: 'Either {w} is 0 or it is not: where it is not, one may divide by it.',
      back: {
        name: 'join zero and not zero',
        say: 'The equation is the same whether {w} is 0 or not: there is no need to ask.',
      },
    },
    {
      name: 'factor 0',
      form: 'w*u = v <=> 0 = v',
      provided: ['w = 0', 'defined(u)'],
      say: '{w} is 0, so the product is: the other factor no longer matters.',
      back: {
        name: 'insert a factor 0',
        say: '{w} is 0, so 0 is a product with it: this brings {u} in.',
      },
    },
    {
      name: 'no square',
      form: 'a*u^2 + b*u + c = 0 <=> b*u + c = 0',
      provided: ['a = 0'],
      say: '{a} is 0, so there is no square: a linear equation is left.',
      back: {
        name: 'insert a square with factor 0',
        say: '{a} is 0, so a square with this factor may be added: a quadratic equation is left.',
      },
    },
    {
      name: 'raise both sides',
      form: 'u = v => u^n = v^n',
      where: { n: 'positive integer' },
      say: 'Equal numbers have equal powers, and roots can go. The converse may fail: candidates must be checked.',
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
  say: `${g} undoes ${title}: apply it to both sides, to free {u}.`,
  back: {
    name: `undo ${g} on the right`,
    say: `${f} undoes ${g} on the right: apply it to both sides, to free {v}.`,
  },
})

/** f(u) = v <=> u = g(v) where v is in the range of f. */
const undoneWithin = (f: string, g: string, range: string): Rule => ({
  name: `undo ${f}`,
  form: `${f}(u) = v <=> ${range} and u = ${g}(v)`,
  say: `${g} undoes ${f}: apply it to both sides, to free {u}, where {v} is a value that ${f} takes.`,
  back: {
    name: `undo ${g} within its values`,
    say: `Within its values ${f} undoes ${g} on the right: apply it to both sides, to free {v}.`,
  },
})

/** Applying an inverse function to both sides. */
export const inverses: RuleTable = {
  title: 'equations with powers and functions',
  rules: [
    {
      name: 'logarithm of both sides',
      form: 'e^u = v <=> u = log(v)',
      say: 'The logarithm undoes the exponential: apply it to both sides, to bring {u} down from the exponent.',
      back: {
        name: 'undo log on the right',
        say: 'The exponential undoes the logarithm on the right: apply it to both sides, to free {v}.',
      },
    },
    {
      name: 'logarithm of both sides, any base',
      form: 'b^u = v <=> u*log(b) = log(v)',
      where: { u: 'symbolic' },
      say: 'Take logarithms of both sides: the exponent {u} comes down as a factor.',
      back: {
        name: 'multiple of a logarithm on the left',
        say: 'The multiple is the logarithm of a power: undo the logarithms on both sides.',
      },
    },
    {
      name: 'exponential of both sides',
      form: 'log(u) = v <=> u = e^v',
      say: 'The exponential undoes the logarithm: apply it to both sides, to free {u}.',
      back: {
        name: 'undo exp on the right',
        say: 'The logarithm undoes the exponential on the right: apply it to both sides, to bring {v} down from the exponent.',
      },
    },
    {
      name: 'compare exponents',
      form: 'e^u = e^v <=> u = v',
      say: 'The exponential takes each value once, so the exponents are equal: no exponential is left.',
      back: {
        name: 'exponential on both sides',
        say: 'The exponential takes each value once: apply it to both sides, to match other exponentials.',
      },
    },
    {
      name: 'logarithms of both sides',
      form: 'u = v <=> log(u) = log(v)',
      provided: ['u > 0'],
      say: 'Positive numbers are equal exactly if their logarithms are: now the rules for logarithms apply.',
      back: {
        name: 'compare logarithms',
        say: 'Positive numbers are equal exactly if their logarithms are: no logarithm is left.',
      },
    },
    {
      name: 'square root of both sides',
      form: 'u^2 = v <=> u = sqrt(v) or u = -sqrt(v)',
      say: 'Two opposite numbers have the same square: the root, with both signs, frees {u} from it.',
      back: {
        name: 'one of two roots',
        say: 'These are the two numbers with the same square: one equation without a root takes the place of two.',
      },
    },
    {
      name: 'square both sides of a root',
      form: 'sqrt(u) = v <=> v >= 0 and u = v^2',
      say: 'Square both sides, to free {u} from the root: as a root is never negative, this can be undone where {v} is not either.',
      back: {
        name: 'root of a square on the right',
        say: '{v} is not negative, so it is the root of its square: one equation says both.',
      },
    },
    {
      name: 'odd root of both sides',
      form: 'u^r = v <=> u = v^(1/r)',
      where: { r: 'odd/odd' },
      say: 'An odd power takes each value once: take the root of both sides, to free {u}.',
      back: {
        name: 'undo an odd root on the right',
        say: 'Raise both sides to the odd power that undoes the root on the right, to free {v}.',
      },
    },
    {
      name: 'even root of both sides',
      form: 'u^r = v <=> u = v^(1/r) or u = -v^(1/r)',
      where: { r: 'even/odd' },
      say: 'Two opposite numbers have the same even power: the root, with both signs, frees {u} from it.',
      back: {
        name: 'one of two even roots',
        say: 'These are the two numbers with the same even power: one equation without a root takes the place of two.',
      },
    },
    {
      name: 'undo an even root',
      form: 'u^r = v <=> v >= 0 and u = v^(1/r)',
      where: { r: 'odd/even' },
      say: 'Undo the even root, to free {u}: as a root is never negative, this can be undone where {v} is not either.',
      back: {
        name: 'even root on the left',
        say: '{v} is not negative, so it is the even root of its power: one equation says both.',
      },
    },
    {
      name: 'undo a real power',
      form: 'u^w = v <=> u = v^(1/w)',
      where: { w: 'symbolic' },
      provided: ['w != 0'],
      say: 'The base is positive, so the reciprocal exponent undoes the power: apply it to both sides, to free {u}.',
      back: {
        name: 'undo a real power on the right',
        say: 'The base is positive, so the reciprocal exponent can be undone on the right, to free {v}.',
      },
    },
    {
      name: 'equal squares',
      form: 'u^2 = v^2 <=> u = v or u = -v',
      say: 'Equal squares belong to equal or opposite numbers: two equations without squares are left.',
      back: {
        name: 'equal or opposite',
        say: 'Equal and opposite numbers have the same square: one equation takes the place of two.',
      },
    },
    {
      name: 'value of an absolute value',
      form: '|u| = v <=> v >= 0 and (u = v or u = -v)',
      say: 'A number and its opposite have the same absolute value, never negative: two equations without it are left.',
      back: {
        name: 'absolute value of two numbers',
        say: 'A number and its opposite have the same absolute value: one equation says it all.',
      },
    },
    {
      name: 'equal absolute values',
      form: '|u| = |v| <=> u = v or u = -v',
      say: 'Equal absolute values belong to equal or opposite numbers: two equations without them are left.',
      back: {
        name: 'equal or opposite numbers',
        say: 'Equal and opposite numbers have the same absolute value: one equation takes the place of two.',
      },
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
      say: 'Two opposite numbers have the same hyperbolic cosine: its inverse, with both signs, frees {u}.',
      back: {
        name: 'one of two inverse hyperbolic cosines',
        say: 'These are the two numbers with the same hyperbolic cosine: one equation takes the place of two.',
      },
    },
    {
      name: 'zero of the error function',
      form: 'erf(u) = 0 <=> u = 0',
      say: 'The error function is 0 only at 0: no error function is left.',
      back: {
        name: 'error function at 0',
        say: 'The error function is 0 only at 0: apply it, to match other error functions.',
      },
    },
    {
      name: 'equal error functions',
      form: 'erf(u) = erf(v) <=> u = v',
      say: 'The error function takes each value once, so the operands are equal: no error function is left.',
      back: {
        name: 'error function on both sides',
        say: 'The error function takes each value once: apply it to both sides, to match other error functions.',
      },
    },
    {
      name: 'undo sin',
      form: 'sin(u) = v <=> u = asin(v) + 2*pi*n or u = pi - asin(v) + 2*pi*n',
      where: { n: 'new whole number' },
      say: 'In each period the sine takes the value at an angle and at its supplement: this lists every angle {u} can be.',
      back: {
        name: 'angles of a sine',
        say: 'These are all the angles with the same sine: one equation takes the place of a list.',
      },
    },
    {
      name: 'undo cos',
      form: 'cos(u) = v <=> u = acos(v) + 2*pi*n or u = -acos(v) + 2*pi*n',
      where: { n: 'new whole number' },
      say: 'In each period the cosine takes the value at two opposite angles: this lists every angle {u} can be.',
      back: {
        name: 'angles of a cosine',
        say: 'These are all the angles with the same cosine: one equation takes the place of a list.',
      },
    },
    {
      name: 'undo tan',
      form: 'tan(u) = v <=> u = atan(v) + pi*n',
      where: { n: 'new whole number' },
      say: 'In each period the tangent takes the value once: this lists every angle {u} can be.',
      back: {
        name: 'angles of a tangent',
        say: 'These are all the angles with the same tangent: one equation takes the place of a list.',
      },
    },
    {
      name: 'zeros of the sine',
      form: 'sin(u) = 0 <=> u = pi*n',
      where: { n: 'new whole number' },
      say: 'The sine is 0 exactly at the multiples of pi: this lists every angle {u} can be.',
      back: {
        name: 'multiples of pi',
        say: 'The multiples of pi are where the sine is 0: one equation takes the place of a list.',
      },
    },
    {
      name: 'zeros of the cosine',
      form: 'cos(u) = 0 <=> u = pi/2 + pi*n',
      where: { n: 'new whole number' },
      say: 'The cosine is 0 exactly halfway between the multiples of pi: this lists every angle {u} can be.',
      back: {
        name: 'halfway between multiples of pi',
        say: 'Halfway between the multiples of pi the cosine is 0: one equation takes the place of a list.',
      },
    },
    {
      name: 'equal sines',
      form: 'sin(u) = sin(v) <=> u = v + 2*pi*n or u = pi - v + 2*pi*n',
      where: { n: 'new whole number' },
      say: 'Equal sines belong to equal or supplementary angles, up to whole turns: no sine is left.',
      back: {
        name: 'equal or supplementary angles',
        say: 'Equal and supplementary angles, up to whole turns, have the same sine: one equation says it all.',
      },
    },
    {
      name: 'equal cosines',
      form: 'cos(u) = cos(v) <=> u = v + 2*pi*n or u = -v + 2*pi*n',
      where: { n: 'new whole number' },
      say: 'Equal cosines belong to equal or opposite angles, up to whole turns: no cosine is left.',
      back: {
        name: 'equal or opposite angles',
        say: 'Equal and opposite angles, up to whole turns, have the same cosine: one equation says it all.',
      },
    },
    {
      name: 'sine and cosine to tangent',
      form: 'a*sin(u) + b*cos(u) = 0 <=> tan(u) = -b/a',
      provided: ['a != 0'],
      say: 'The cosine cannot be 0 here: divide by it, and one function is left of two.',
      back: {
        name: 'tangent to sine and cosine',
        say: 'The tangent is sine over cosine: multiply by the cosine, and no fraction is left.',
      },
    },
    // Not a rule: sin(u) = v <=> u = asin(v). At u = pi, v = 0 the left-hand side alone is true.
  ],
}

/** {u if c else v} = w, for each relation c. */
const byCases = (relation: string, otherwise: string, name: string): Rule => ({
  name: `equation with two branches, ${name}`,
  form: `{u if a ${relation} b else v} = w <=> a ${relation} b and u = w or a ${otherwise} b and v = w`,
  say: 'One branch counts in each case: two equations without branches are left.',
  back: {
    name: `join two branches of an equation, ${name}`,
    say: 'Each equation counts in its own case: one equation says both.',
  },
})
const inOneCase = (relation: string, name: string): Rule => ({
  name: `equation with one branch, ${name}`,
  form: `{u if a ${relation} b} = w <=> a ${relation} b and u = w`,
  say: 'The branch counts only in its case: an equation without branches is left.',
  back: {
    name: `condition into an equation, ${name}`,
    say: 'The condition becomes the case of a branch: one equation says both.',
  },
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
