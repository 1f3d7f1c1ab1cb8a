import type { RuleTable } from './rule.ts'

const same = 'The same identity, read from right to left.'

export const trigonometry: RuleTable = {
  title: 'trigonometric functions',
  rules: [
    {
      name: 'Pythagoras',
      form: 'sin(u)^2 + cos(u)^2 <=> 1',
      provided: ['defined(u)'],
      say: 'Sine squared plus cosine squared is 1.',
      back: { name: 'write 1 by Pythagoras', say: 'One is sine squared plus cosine squared.' },
    },
    {
      name: 'sine squared',
      form: 'sin(u)^2 <=> 1 - cos(u)^2',
      say: 'By Pythagoras, sine squared is 1 minus cosine squared.',
      back: { name: 'one minus cosine squared', say: 'By Pythagoras, this is sine squared.' },
    },
    {
      name: 'cosine squared',
      form: 'cos(u)^2 <=> 1 - sin(u)^2',
      say: 'By Pythagoras, cosine squared is 1 minus sine squared.',
      back: { name: 'one minus sine squared', say: 'By Pythagoras, this is cosine squared.' },
    },
    {
      name: 'tangent',
      form: 'tan(u) <=> sin(u)/cos(u)',
      say: 'The tangent is sine over cosine.',
      back: { name: 'sine over cosine', say: 'Sine over cosine is the tangent.' },
    },
    {
      name: 'one over cosine squared',
      form: '1/cos(u)^2 <=> 1 + tan(u)^2',
      say: 'Divide Pythagoras by the square of the cosine.',
      back: { name: 'one plus tangent squared', say: same },
    },
    {
      name: 'sine of a sum',
      form: 'sin(u + v) <=> sin(u)*cos(v) + cos(u)*sin(v)',
      say: 'The addition formula of the sine.',
      back: { name: 'read as the sine of a sum', say: same },
    },
    {
      name: 'cosine of a sum',
      form: 'cos(u + v) <=> cos(u)*cos(v) - sin(u)*sin(v)',
      say: 'The addition formula of the cosine.',
      back: { name: 'read as the cosine of a sum', say: same },
    },
    {
      name: 'sine of the double angle',
      form: 'sin(2*u) <=> 2*sin(u)*cos(u)',
      say: 'Twice sine times cosine.',
      back: { name: 'twice sine times cosine', say: same },
    },
    {
      name: 'cosine of the double angle',
      form: 'cos(2*u) <=> cos(u)^2 - sin(u)^2',
      say: 'Cosine squared minus sine squared.',
      back: { name: 'cosine squared minus sine squared', say: same },
    },
    {
      name: 'cosine of the double angle by the cosine',
      form: 'cos(2*u) <=> 2*cos(u)^2 - 1',
      say: 'Twice cosine squared minus 1.',
      back: { name: 'twice cosine squared minus 1', say: same },
    },
    {
      name: 'cosine of the double angle by the sine',
      form: 'cos(2*u) <=> 1 - 2*sin(u)^2',
      say: 'One minus twice sine squared.',
      back: { name: 'one minus twice sine squared', say: same },
    },
    {
      name: 'sine squared by the double angle',
      form: 'sin(u)^2 <=> (1 - cos(2*u))/2',
      say: 'Half of 1 minus the cosine of the double angle.',
      back: {
        name: 'half angle of the sine',
        say: 'The cosine of the double angle is 1 minus twice sine squared.',
      },
    },
    {
      name: 'cosine squared by the double angle',
      form: 'cos(u)^2 <=> (1 + cos(2*u))/2',
      say: 'Half of 1 plus the cosine of the double angle.',
      back: {
        name: 'half angle of the cosine',
        say: 'The cosine of the double angle is twice cosine squared minus 1.',
      },
    },
    {
      name: 'whole turn of sin',
      form: 'sin(u + 2*n*pi) <=> sin(u)',
      where: { n: 'integer' },
      say: 'The sine repeats itself.',
      back: { name: 'add whole turns to sin', say: 'The sine repeats itself.' },
    },
    {
      name: 'whole turn of cos',
      form: 'cos(u + 2*n*pi) <=> cos(u)',
      where: { n: 'integer' },
      say: 'The cosine repeats itself.',
      back: { name: 'add whole turns to cos', say: 'The cosine repeats itself.' },
    },
    {
      name: 'whole turn of tan',
      form: 'tan(u + n*pi) <=> tan(u)',
      where: { n: 'integer' },
      say: 'The tangent repeats itself.',
      back: { name: 'add whole turns to tan', say: 'The tangent repeats itself.' },
    },
    {
      name: 'half turn of sin',
      form: 'sin(u + pi) <=> -sin(u)',
      say: 'Half a turn changes the sign of the sine.',
      back: { name: 'half turn of sin, turned round', say: 'Half a turn changes the sign of the sine.' },
    },
    {
      name: 'half turn of cos',
      form: 'cos(u + pi) <=> -cos(u)',
      say: 'Half a turn changes the sign of the cosine.',
      back: { name: 'half turn of cos, turned round', say: 'Half a turn changes the sign of the cosine.' },
    },
    {
      name: 'quarter turn of sin',
      form: 'sin(u + pi/2) <=> cos(u)',
      say: 'A quarter of a turn takes the sine to the cosine.',
      back: { name: 'read the cosine as a sine', say: 'The cosine is the sine a quarter of a turn ahead.' },
    },
    {
      name: 'quarter turn of cos',
      form: 'cos(u + pi/2) <=> -sin(u)',
      say: 'A quarter of a turn takes the cosine to minus the sine.',
      back: {
        name: 'read minus the sine as a cosine',
        say: 'Minus the sine is the cosine a quarter of a turn ahead.',
      },
    },
    {
      name: 'quarter turn of tan',
      form: 'tan(u + pi/2) <=> -cos(u)/sin(u)',
      say: 'A quarter of a turn takes the tangent to minus its reciprocal.',
      back: {
        name: 'read as a tangent',
        say: 'Minus cosine over sine is the tangent a quarter of a turn ahead.',
      },
    },
    {
      name: 'sin at pi/4',
      form: 'sin(pi/4) <=> sqrt(2)/2',
      say: 'A value to know: sin(pi/4) = sqrt(2)/2.',
      back: { name: 'sqrt(2)/2 as sin(pi/4)', say: 'Write sqrt(2)/2 as sin(pi/4).' },
    },
    {
      name: 'sin at pi/3',
      form: 'sin(pi/3) <=> sqrt(3)/2',
      say: 'A value to know: sin(pi/3) = sqrt(3)/2.',
      back: { name: 'sqrt(3)/2 as sin(pi/3)', say: 'Write sqrt(3)/2 as sin(pi/3).' },
    },
    {
      name: 'cos at pi/6',
      form: 'cos(pi/6) <=> sqrt(3)/2',
      say: 'A value to know: cos(pi/6) = sqrt(3)/2.',
      back: { name: 'sqrt(3)/2 as cos(pi/6)', say: 'Write sqrt(3)/2 as cos(pi/6).' },
    },
    {
      name: 'cos at pi/4',
      form: 'cos(pi/4) <=> sqrt(2)/2',
      say: 'A value to know: cos(pi/4) = sqrt(2)/2.',
      back: { name: 'sqrt(2)/2 as cos(pi/4)', say: 'Write sqrt(2)/2 as cos(pi/4).' },
    },
    {
      name: 'tan at pi/6',
      form: 'tan(pi/6) <=> sqrt(3)/3',
      say: 'A value to know: tan(pi/6) = sqrt(3)/3.',
      back: { name: 'sqrt(3)/3 as tan(pi/6)', say: 'Write sqrt(3)/3 as tan(pi/6).' },
    },
    {
      name: 'tan at pi/3',
      form: 'tan(pi/3) <=> sqrt(3)',
      say: 'A value to know: tan(pi/3) = sqrt(3).',
      back: { name: 'sqrt(3) as tan(pi/3)', say: 'Write sqrt(3) as tan(pi/3).' },
    },
    {
      name: 'asin at sqrt(2)/2',
      form: 'asin(sqrt(2)/2) <=> pi/4',
      say: 'A value to know: asin(sqrt(2)/2) = pi/4.',
      back: { name: 'pi/4 as asin(sqrt(2)/2)', say: 'Write pi/4 as asin(sqrt(2)/2).' },
    },
    {
      name: 'asin at sqrt(3)/2',
      form: 'asin(sqrt(3)/2) <=> pi/3',
      say: 'A value to know: asin(sqrt(3)/2) = pi/3.',
      back: { name: 'pi/3 as asin(sqrt(3)/2)', say: 'Write pi/3 as asin(sqrt(3)/2).' },
    },
    {
      name: 'acos at sqrt(3)/2',
      form: 'acos(sqrt(3)/2) <=> pi/6',
      say: 'A value to know: acos(sqrt(3)/2) = pi/6.',
      back: { name: 'pi/6 as acos(sqrt(3)/2)', say: 'Write pi/6 as acos(sqrt(3)/2).' },
    },
    {
      name: 'acos at sqrt(2)/2',
      form: 'acos(sqrt(2)/2) <=> pi/4',
      say: 'A value to know: acos(sqrt(2)/2) = pi/4.',
      back: { name: 'pi/4 as acos(sqrt(2)/2)', say: 'Write pi/4 as acos(sqrt(2)/2).' },
    },
    {
      name: 'acos at -1/2',
      form: 'acos(-1/2) <=> 2*pi/3',
      say: 'A value to know: acos(-1/2) = 2*pi/3.',
      back: { name: '2*pi/3 as acos(-1/2)', say: 'Write 2*pi/3 as acos(-1/2).' },
    },
    {
      name: 'acos at -sqrt(2)/2',
      form: 'acos(-sqrt(2)/2) <=> 3*pi/4',
      say: 'A value to know: acos(-sqrt(2)/2) = 3*pi/4.',
      back: { name: '3*pi/4 as acos(-sqrt(2)/2)', say: 'Write 3*pi/4 as acos(-sqrt(2)/2).' },
    },
    {
      name: 'acos at -sqrt(3)/2',
      form: 'acos(-sqrt(3)/2) <=> 5*pi/6',
      say: 'A value to know: acos(-sqrt(3)/2) = 5*pi/6.',
      back: { name: '5*pi/6 as acos(-sqrt(3)/2)', say: 'Write 5*pi/6 as acos(-sqrt(3)/2).' },
    },
    {
      name: 'atan at sqrt(3)',
      form: 'atan(sqrt(3)) <=> pi/3',
      say: 'A value to know: atan(sqrt(3)) = pi/3.',
      back: { name: 'pi/3 as atan(sqrt(3))', say: 'Write pi/3 as atan(sqrt(3)).' },
    },
    {
      name: 'atan at sqrt(3)/3',
      form: 'atan(sqrt(3)/3) <=> pi/6',
      say: 'A value to know: atan(sqrt(3)/3) = pi/6.',
      back: { name: 'pi/6 as atan(sqrt(3)/3)', say: 'Write pi/6 as atan(sqrt(3)/3).' },
    },
    // Not a rule: tan(u)^2 - 1/cos(u)^2 => 1. The difference is -1 (a sign printed wrongly elsewhere).
  ],
}

export const hyperbolic: RuleTable = {
  title: 'hyperbolic functions',
  rules: [
    {
      name: 'cosh by exponentials',
      form: 'cosh(u) <=> (e^u + e^(-u))/2',
      say: 'The mean of e^{u} and e^(-{u}).',
      back: { name: 'read as cosh', say: 'The mean of an exponential and its reciprocal is cosh.' },
    },
    {
      name: 'sinh by exponentials',
      form: 'sinh(u) <=> (e^u - e^(-u))/2',
      say: 'Half the difference of e^{u} and e^(-{u}).',
      back: {
        name: 'read as sinh',
        say: 'Half the difference of an exponential and its reciprocal is sinh.',
      },
    },
    {
      name: 'tanh by exponentials',
      form: 'tanh(u) <=> (e^u - e^(-u))/(e^u + e^(-u))',
      say: 'The difference of the exponentials over their sum.',
      back: {
        name: 'read as tanh',
        say: 'The difference of the exponentials over their sum is tanh.',
      },
    },
    {
      name: 'tanh by sinh and cosh',
      form: 'tanh(u) <=> sinh(u)/cosh(u)',
      say: 'The hyperbolic tangent is sinh over cosh.',
      back: { name: 'sinh over cosh', say: 'sinh over cosh is the hyperbolic tangent.' },
    },
    {
      name: 'hyperbolic Pythagoras',
      form: 'cosh(u)^2 - sinh(u)^2 <=> 1',
      provided: ['defined(u)'],
      say: 'cosh squared minus sinh squared is 1.',
      back: { name: 'write 1 by cosh and sinh', say: same },
    },
    {
      name: 'cosh squared',
      form: 'cosh(u)^2 <=> 1 + sinh(u)^2',
      say: 'By cosh squared minus sinh squared is 1.',
      back: { name: 'one plus sinh squared', say: 'cosh squared minus sinh squared is 1.' },
    },
    {
      name: 'sinh squared',
      form: 'sinh(u)^2 <=> cosh(u)^2 - 1',
      say: 'By cosh squared minus sinh squared is 1.',
      back: { name: 'cosh squared minus one', say: 'cosh squared minus sinh squared is 1.' },
    },
    {
      name: 'one over cosh squared',
      form: '1/cosh(u)^2 <=> 1 - tanh(u)^2',
      say: 'Divide cosh² - sinh² = 1 by cosh squared.',
      back: { name: 'one minus tanh squared', say: same },
    },
    {
      name: 'sinh of a sum',
      form: 'sinh(u + v) <=> sinh(u)*cosh(v) + cosh(u)*sinh(v)',
      say: 'The addition formula of sinh.',
      back: { name: 'read as sinh of a sum', say: same },
    },
    {
      name: 'cosh of a sum',
      form: 'cosh(u + v) <=> cosh(u)*cosh(v) + sinh(u)*sinh(v)',
      say: 'The addition formula of cosh.',
      back: { name: 'read as cosh of a sum', say: same },
    },
  ],
}
