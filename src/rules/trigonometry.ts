import type { Rule, RuleTable } from './rule.ts'

/** A value with a root, and the figure that it comes from when cut in half. */
const known = (f: string, operand: string, value: string, figure: string): Rule => ({
  name: `${f} at ${operand}`,
  form: `${f}(${operand}) <=> ${value}`,
  say: `A value to know, from half ${figure}: ${f}(${operand}) = ${value}.`,
  back: {
    name: `${value} as ${f}(${operand})`,
    say: `Write ${value} as ${f}(${operand}), so that the rules for ${f} apply to it.`,
  },
})

export const trigonometry: RuleTable = {
  title: 'trigonometric functions',
  rules: [
    {
      name: 'Pythagoras',
      form: 'sin(u)^2 + cos(u)^2 <=> 1',
      provided: ['defined(u)'],
      say: 'Sine squared and cosine squared of one angle add up to 1: both functions disappear.',
      back: {
        name: 'write 1 by Pythagoras',
        say: 'One is sine squared plus cosine squared: now it can combine with other squares of these two.',
      },
    },
    {
      name: 'sine squared',
      form: 'sin(u)^2 <=> 1 - cos(u)^2',
      say: 'By Pythagoras, sine squared is 1 minus cosine squared: with the cosine alone, one function is enough.',
      back: {
        name: 'one minus cosine squared',
        say: 'By Pythagoras, 1 minus cosine squared is sine squared: one term is left of two.',
      },
    },
    {
      name: 'cosine squared',
      form: 'cos(u)^2 <=> 1 - sin(u)^2',
      say: 'By Pythagoras, cosine squared is 1 minus sine squared: with the sine alone, one function is enough.',
      back: {
        name: 'one minus sine squared',
        say: 'By Pythagoras, 1 minus sine squared is cosine squared: one term is left of two.',
      },
    },
    {
      name: 'tangent',
      form: 'tan(u) <=> sin(u)/cos(u)',
      say: 'The tangent is sine over cosine: with these two alone, factors can cancel.',
      back: {
        name: 'sine over cosine',
        say: 'Sine over cosine is the tangent: one function takes the place of a fraction.',
      },
    },
    {
      name: 'one over cosine squared',
      form: '1/cos(u)^2 <=> 1 + tan(u)^2',
      say: 'Divide Pythagoras by cosine squared: only the tangent is left, and no fraction.',
      back: {
        name: 'one plus tangent squared',
        say: 'Divide Pythagoras by cosine squared: the sum becomes a single fraction, with the cosine alone.',
      },
    },
    {
      name: 'tangent squared',
      form: 'tan(u)^2 <=> 1/cos(u)^2 - 1',
      say: 'By Pythagoras, divided by cosine squared, the tangent can go: with the cosine alone, one function is enough.',
      back: {
        name: 'one over cosine squared, minus 1',
        say: 'By Pythagoras, divided by cosine squared, this is tangent squared: one term is left of two.',
      },
    },
    {
      name: 'sine of a sum',
      form: 'sin(u + v) <=> sin(u)*cos(v) + cos(u)*sin(v)',
      say: 'Take the sum in the sine apart by the addition formula: only functions of {u} and of {v} are left.',
      back: {
        name: 'read as the sine of a sum',
        say: 'Sine times cosine plus cosine times sine is the addition formula: a single sine is left.',
      },
    },
    {
      name: 'cosine of a sum',
      form: 'cos(u + v) <=> cos(u)*cos(v) - sin(u)*sin(v)',
      say: 'Take the sum in the cosine apart by the addition formula: only functions of {u} and of {v} are left.',
      back: {
        name: 'read as the cosine of a sum',
        say: 'Cosine times cosine minus sine times sine is the addition formula: a single cosine is left.',
      },
    },
    {
      name: 'sine of the double angle',
      form: 'sin(2*u) <=> 2*sin(u)*cos(u)',
      say: 'The sine of a double angle is twice sine times cosine: now all can be functions of {u}.',
      back: {
        name: 'twice sine times cosine',
        say: 'Twice sine times cosine of one angle is a single sine, of the double angle.',
      },
    },
    {
      name: 'cosine of the double angle',
      form: 'cos(2*u) <=> cos(u)^2 - sin(u)^2',
      say: 'The cosine of a double angle is a difference of squares, in functions of {u}: it can be factored.',
      back: {
        name: 'cosine squared minus sine squared',
        say: 'Cosine squared minus sine squared is a single cosine, of the double angle.',
      },
    },
    {
      name: 'cosine of the double angle by the cosine',
      form: 'cos(2*u) <=> 2*cos(u)^2 - 1',
      say: 'The cosine of a double angle is twice cosine squared minus 1: now all can be in the cosine of {u}.',
      back: {
        name: 'twice cosine squared minus 1',
        say: 'Twice cosine squared minus 1 is a single cosine, of the double angle: the square is gone.',
      },
    },
    {
      name: 'cosine of the double angle by the sine',
      form: 'cos(2*u) <=> 1 - 2*sin(u)^2',
      say: 'The cosine of a double angle is 1 minus twice sine squared: now all can be in the sine of {u}.',
      back: {
        name: 'one minus twice sine squared',
        say: 'One minus twice sine squared is a single cosine, of the double angle: the square is gone.',
      },
    },
    {
      name: 'sine squared by the double angle',
      form: 'sin(u)^2 <=> (1 - cos(2*u))/2',
      say: 'Sine squared is half of 1 minus the cosine of the double angle: the square is gone.',
      back: {
        name: 'half angle of the sine',
        say: 'Half of 1 minus a cosine is sine squared of half the angle: a single square is left.',
      },
    },
    {
      name: 'cosine squared by the double angle',
      form: 'cos(u)^2 <=> (1 + cos(2*u))/2',
      say: 'Cosine squared is half of 1 plus the cosine of the double angle: the square is gone.',
      back: {
        name: 'half angle of the cosine',
        say: 'Half of 1 plus a cosine is cosine squared of half the angle: a single square is left.',
      },
    },
    {
      name: 'whole turn of sin',
      form: 'sin(u + 2*n*pi) <=> sin(u)',
      where: { n: 'integer' },
      say: 'Whole turns bring the sine back to the same value, so leave them out of the angle.',
      back: {
        name: 'add whole turns to sin',
        say: 'The sine does not see whole turns: add as many as bring the angle where it is wanted.',
      },
    },
    {
      name: 'whole turn of cos',
      form: 'cos(u + 2*n*pi) <=> cos(u)',
      where: { n: 'integer' },
      say: 'Whole turns bring the cosine back to the same value, so leave them out of the angle.',
      back: {
        name: 'add whole turns to cos',
        say: 'The cosine does not see whole turns: add as many as bring the angle where it is wanted.',
      },
    },
    {
      name: 'whole turn of tan',
      form: 'tan(u + n*pi) <=> tan(u)',
      where: { n: 'integer' },
      say: 'Half turns bring the tangent back to the same value, so leave them out of the angle.',
      back: {
        name: 'add whole turns to tan',
        say: 'The tangent does not see half turns: add as many as bring the angle where it is wanted.',
      },
    },
    {
      name: 'half turn of sin',
      form: 'sin(u + pi) <=> -sin(u)',
      say: 'Half a turn only changes the sign of the sine: the angle {u} is left.',
      back: {
        name: 'half turn of sin, turned round',
        say: 'Half a turn changes the sign of the sine: the minus sign can go into the angle.',
      },
    },
    {
      name: 'half turn of cos',
      form: 'cos(u + pi) <=> -cos(u)',
      say: 'Half a turn only changes the sign of the cosine: the angle {u} is left.',
      back: {
        name: 'half turn of cos, turned round',
        say: 'Half a turn changes the sign of the cosine: the minus sign can go into the angle.',
      },
    },
    {
      name: 'quarter turn of sin',
      form: 'sin(u + pi/2) <=> cos(u)',
      say: 'A quarter of a turn takes the sine to the cosine: the angle {u} is left.',
      back: {
        name: 'read the cosine as a sine',
        say: 'The cosine is the sine a quarter of a turn ahead: now it can be compared with other sines.',
      },
    },
    {
      name: 'quarter turn of cos',
      form: 'cos(u + pi/2) <=> -sin(u)',
      say: 'A quarter of a turn takes the cosine to minus the sine: the angle {u} is left.',
      back: {
        name: 'read minus the sine as a cosine',
        say: 'Minus the sine is the cosine a quarter of a turn ahead: now it can be compared with other cosines.',
      },
    },
    {
      name: 'quarter turn of tan',
      form: 'tan(u + pi/2) <=> -cos(u)/sin(u)',
      say: 'A quarter of a turn takes the tangent to minus its reciprocal: the angle {u} is left.',
      back: {
        name: 'read as a tangent',
        say: 'Minus cosine over sine is the tangent a quarter of a turn ahead: one function takes the place of a fraction.',
      },
    },
    known('sin', 'pi/4', 'sqrt(2)/2', 'a square'),
    known('sin', 'pi/3', 'sqrt(3)/2', 'an equilateral triangle'),
    known('cos', 'pi/6', 'sqrt(3)/2', 'an equilateral triangle'),
    known('cos', 'pi/4', 'sqrt(2)/2', 'a square'),
    known('tan', 'pi/6', 'sqrt(3)/3', 'an equilateral triangle'),
    known('tan', 'pi/3', 'sqrt(3)', 'an equilateral triangle'),
    known('asin', 'sqrt(2)/2', 'pi/4', 'a square'),
    known('asin', 'sqrt(3)/2', 'pi/3', 'an equilateral triangle'),
    known('acos', 'sqrt(3)/2', 'pi/6', 'an equilateral triangle'),
    known('acos', 'sqrt(2)/2', 'pi/4', 'a square'),
    known('acos', '-1/2', '2*pi/3', 'an equilateral triangle'),
    known('acos', '-sqrt(2)/2', '3*pi/4', 'a square'),
    known('acos', '-sqrt(3)/2', '5*pi/6', 'an equilateral triangle'),
    known('atan', 'sqrt(3)', 'pi/3', 'an equilateral triangle'),
    known('atan', 'sqrt(3)/3', 'pi/6', 'an equilateral triangle'),
    {
      name: 'sine times cosine',
      form: 'sin(u)*cos(v) <=> (sin(u + v) + sin(u - v))/2',
      say: 'Add the addition formulas of two sines: the product becomes a sum, whose terms can be treated one by one.',
      back: {
        name: 'sum of two sines',
        say: 'The sum of two sines is a product: its factors can cancel or be 0 one by one.',
      },
    },
    {
      name: 'cosine times cosine',
      form: 'cos(u)*cos(v) <=> (cos(u - v) + cos(u + v))/2',
      say: 'Add the addition formulas of two cosines: the product becomes a sum, whose terms can be treated one by one.',
      back: {
        name: 'sum of two cosines',
        say: 'The sum of two cosines is a product: its factors can cancel or be 0 one by one.',
      },
    },
    {
      name: 'sine times sine',
      form: 'sin(u)*sin(v) <=> (cos(u - v) - cos(u + v))/2',
      say: 'Subtract the addition formulas of two cosines: the product becomes a difference, whose terms can be treated one by one.',
      back: {
        name: 'difference of two cosines',
        say: 'The difference of two cosines is a product: its factors can cancel or be 0 one by one.',
      },
    },
    {
      name: 'sine of an arccosine',
      form: 'sin(acos(u)) <=> sqrt(1 - u^2)',
      say: 'The angle has the cosine {u}: Pythagoras gives its sine, and no angle is left.',
      back: {
        name: 'read as the sine of an arccosine',
        say: 'In a right triangle with hypotenuse 1 and one leg {u}, this is the other leg: a sine takes the place of the root.',
      },
    },
    {
      name: 'cosine of an arcsine',
      form: 'cos(asin(u)) <=> sqrt(1 - u^2)',
      say: 'The angle has the sine {u}: Pythagoras gives its cosine, and no angle is left.',
      back: {
        name: 'read as the cosine of an arcsine',
        say: 'In a right triangle with hypotenuse 1 and one leg {u}, this is the other leg: a cosine takes the place of the root.',
      },
    },
    {
      name: 'tangent of an arcsine',
      form: 'tan(asin(u)) <=> u/sqrt(1 - u^2)',
      say: 'The angle has the sine {u}: Pythagoras gives its cosine, hence its tangent, and no angle is left.',
      back: {
        name: 'read as the tangent of an arcsine',
        say: 'This is sine over cosine of the angle with sine {u}: one tangent takes the place of fraction and root.',
      },
    },
    {
      name: 'tangent of an arccosine',
      form: 'tan(acos(u)) <=> sqrt(1 - u^2)/u',
      say: 'The angle has the cosine {u}: Pythagoras gives its sine, hence its tangent, and no angle is left.',
      back: {
        name: 'read as the tangent of an arccosine',
        say: 'This is sine over cosine of the angle with cosine {u}: one tangent takes the place of fraction and root.',
      },
    },
    {
      name: 'cosine of an arctangent',
      form: 'cos(atan(u)) <=> 1/sqrt(1 + u^2)',
      say: 'A right triangle with legs 1 and {u} has this angle: its hypotenuse gives the cosine, and no angle is left.',
      back: {
        name: 'read as the cosine of an arctangent',
        say: 'In a right triangle with legs 1 and {u}, this is leg 1 over the hypotenuse: a cosine takes the place of the root.',
      },
    },
    {
      name: 'sine of an arctangent',
      form: 'sin(atan(u)) <=> u/sqrt(1 + u^2)',
      say: 'A right triangle with legs 1 and {u} has this angle: its hypotenuse gives the sine, and no angle is left.',
      back: {
        name: 'read as the sine of an arctangent',
        say: 'In a right triangle with legs 1 and {u}, this is leg over hypotenuse: a sine takes the place of the root.',
      },
    },
    {
      name: 'arccosine by the arcsine',
      form: 'acos(u) <=> pi/2 - asin(u)',
      say: 'The two acute angles of a right triangle make up a right angle: the arcsine alone is enough.',
      back: {
        name: 'right angle minus an arcsine',
        say: 'A right angle minus one acute angle is the other: a single arccosine is left.',
      },
    },
    {
      name: 'arctangent of a reciprocal',
      form: 'atan(1/u) <=> pi/2 - atan(u)',
      provided: ['u > 0'],
      say: 'The other acute angle of a right triangle has the reciprocal tangent: no fraction is left.',
      back: {
        name: 'right angle minus an arctangent',
        say: 'A right angle minus one acute angle is the other: a single arctangent is left.',
      },
    },
    {
      name: 'arccosine of the opposite',
      form: 'acos(-u) <=> pi - acos(u)',
      say: 'Supplementary angles have opposite cosines: the minus sign comes out.',
      back: {
        name: 'supplement of an arccosine',
        say: 'Supplementary angles have opposite cosines: a single arccosine is left.',
      },
    },
    // Not a rule: tan(u)^2 - 1/cos(u)^2 => 1. The difference is -1 (a sign printed wrongly elsewhere).
  ],
}
