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
