import type { RuleTable } from './rule.ts'

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
      name: 'numerator 0 of a quotient',
      form: 'u/w = v <=> 0 = v',
      provided: ['u = 0', 'w != 0'],
      say: '{u} is 0, so the quotient is: the divisor no longer matters.',
      back: {
        name: 'insert a quotient 0',
        say: '{u} is 0, so 0 is a quotient of it: this brings {w} in.',
      },
    },
    {
      name: 'exponent 0',
      form: 'u^w = v <=> 1 = v',
      where: { w: 'symbolic' },
      provided: ['w = 0', 'u > 0'],
      say: 'The exponent {w} is 0 and the base positive, so the power is 1: the base no longer matters.',
      back: {
        name: 'insert a power with the exponent 0',
        say: '{w} is 0, so 1 is a power with this exponent: this brings {u} in.',
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
