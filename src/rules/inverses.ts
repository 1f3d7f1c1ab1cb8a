import type { Rule, RuleTable } from './rule.ts'

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
      name: 'square both sides of a multiple of a root',
      form: 'w*sqrt(u) = v <=> w*v >= 0 and w^2*u = v^2',
      provided: ['u >= 0'],
      say: 'Square both sides, to free {u} from the root: this can be undone where {w} and {v} do not have opposite signs.',
      back: {
        name: 'multiple of a root of both sides',
        say: 'The squares are equal and {w} and {v} do not have opposite signs: so {v} is this multiple of the root.',
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
    undone('erf', 'erfinv', 'the error function'),
    undone('erfinv', 'erf', 'the inverse error function'),
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
