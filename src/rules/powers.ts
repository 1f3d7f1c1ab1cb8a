import type { RuleTable } from './rule.ts'

/** Powers and roots. u^n for whole n, the real root for odd denominators, else e^(w*log(u)), u > 0. */
export const powers: RuleTable = {
  title: 'powers and roots',
  rules: [
    {
      name: 'negative power',
      form: 'v*u^(-n) <=> v/u^n',
      where: { n: 'positive number' },
      say: 'A negative exponent puts {u} below the fraction line.',
      back: {
        name: 'write as a negative power',
        say: 'Dividing by {u}^{n} is multiplying by its power with exponent -{n}.',
      },
    },
    {
      name: 'negative power, real exponent',
      form: 'v*u^(-w) <=> v/u^w',
      where: { w: 'symbolic' },
      say: 'A negative exponent puts {u} below the fraction line.',
      back: {
        name: 'write as a negative real power',
        say: 'Dividing by a power is multiplying by the power with the opposite exponent.',
      },
    },
    {
      name: 'zero exponent',
      form: 'u^0 <=> 1',
      provided: ['defined(u)'],
      say: 'Anything to the power 0 is 1.',
      back: { name: 'write 1 as a power', say: 'One is {u} to the power 0.' },
    },
    {
      name: 'power of 1',
      form: '1^w <=> 1',
      provided: ['defined(w)'],
      say: 'Every power of 1 is 1.',
      back: { name: 'write 1 as a power of 1', say: 'Every power of 1 is 1.' },
    },
    {
      name: 'add exponents',
      form: 'u^v*u^w <=> u^(v + w)',
      provided: ['u > 0'],
      say: 'Same base: add the exponents.',
      back: { name: 'split the exponent', say: 'A sum in the exponent is a product of powers.' },
    },
    {
      name: 'add positive exponents',
      form: 'u^m*u^n <=> u^(m + n)',
      where: { m: 'positive number', n: 'positive number' },
      provided: ['u >= 0'],
      say: 'Same base: add the exponents.',
      back: { name: 'split the positive exponent', say: 'A sum in the exponent is a product of powers.' },
    },
    {
      name: 'add whole exponents',
      form: 'u^m*u^n <=> u^(m + n)',
      where: { m: 'integer', n: 'integer' },
      provided: ['u != 0'],
      say: 'Same base: add the exponents.',
      back: {
        name: 'split the whole exponent',
        say: 'A sum in the exponent is a product of powers.',
      },
    },
    {
      name: 'subtract exponents',
      form: 'u^v/u^w <=> u^(v - w)',
      provided: ['u > 0'],
      say: 'Same base: subtract the exponents.',
      back: {
        name: 'write as a quotient of powers',
        say: 'A difference in the exponent is a quotient of powers.',
      },
    },
    {
      name: 'power of a power',
      form: '(u^v)^w <=> u^(v*w)',
      provided: ['u > 0'],
      say: 'A power of a power: multiply the exponents.',
      back: {
        name: 'write as a power of a power',
        say: 'A product in the exponent is a power of a power.',
      },
    },
    {
      name: 'whole power of a power',
      form: '(u^m)^n <=> u^(m*n)',
      where: { m: 'integer', n: 'integer' },
      provided: ['u != 0'],
      say: 'A power of a power: multiply the exponents.',
      back: {
        name: 'write as a whole power of a power',
        say: 'A product in the exponent is a power of a power.',
      },
    },
    {
      name: 'power of a square',
      form: '(u^2)^w <=> |u|^(2*w)',
      say: 'A power of a square doubles the exponent; the square does not see the sign.',
      back: { name: 'write as a power of a square', say: 'An even power of |{u}| is a power of its square.' },
    },
    {
      name: 'whole power of a root',
      form: '(u^r)^n <=> u^(r*n)',
      where: { r: 'positive number', n: 'positive integer' },
      provided: ['u >= 0'],
      say: 'A power of a root: multiply the exponents.',
      back: {
        name: 'write as a whole power of a root',
        say: 'A product in the exponent is a power of a root.',
      },
    },
    {
      name: 'power of a product',
      form: '(u*v)^w <=> u^w*v^w',
      provided: ['u > 0', 'v > 0'],
      say: 'Raise each factor.',
      back: { name: 'same exponent', say: 'Equal exponents: multiply the bases.' },
    },
    {
      name: 'whole power of a product',
      form: '(u*v)^n <=> u^n*v^n',
      where: { n: 'integer' },
      say: 'Raise each factor.',
      back: { name: 'same whole exponent', say: 'Equal exponents: multiply the bases.' },
    },
    {
      name: 'power of a fraction',
      form: '(u/v)^w <=> u^w/v^w',
      provided: ['u > 0', 'v > 0'],
      say: 'Raise numerator and denominator.',
      back: { name: 'same exponent above and below', say: 'Equal exponents: divide the bases.' },
    },
    {
      name: 'negative power of a fraction',
      form: '(u/v)^(-n) <=> (v/u)^n',
      where: { n: 'positive integer' },
      provided: ['v != 0'],
      say: 'A negative exponent turns the fraction over.',
      back: {
        name: 'turn the fraction over',
        say: 'Turning the fraction over changes the sign of the exponent.',
      },
    },
    {
      name: 'square root as a power',
      form: 'sqrt(u) <=> u^(1/2)',
      say: 'The square root is the power 1/2.',
      back: { name: 'power 1/2 as a square root', say: 'The power 1/2 is the square root.' },
    },
    {
      name: 'square of a square root',
      form: 'sqrt(u)^2 <=> u',
      provided: ['u >= 0'],
      say: 'Squaring undoes the square root.',
      back: {
        name: 'write as the square of a root',
        say: '{u} is not negative, so it is the square of its root.',
      },
    },
    {
      name: 'square root of a square',
      form: 'sqrt(u^2) <=> |u|',
      say: 'The square root of a square is the absolute value.',
      back: {
        name: 'absolute value as a root',
        say: 'The absolute value is the square root of the square.',
      },
    },
    {
      name: 'square root of a product',
      form: 'sqrt(u*v) <=> sqrt(u)*sqrt(v)',
      provided: ['u >= 0', 'v >= 0'],
      say: 'Take the root of each factor.',
      back: { name: 'product of square roots', say: 'Multiply under one root.' },
    },
    {
      name: 'square root of a fraction',
      form: 'sqrt(u/v) <=> sqrt(u)/sqrt(v)',
      provided: ['u >= 0', 'v > 0'],
      say: 'Take the root of numerator and denominator.',
      back: { name: 'quotient of square roots', say: 'Divide under one root.' },
    },
    {
      name: 'square out of the root',
      form: 'sqrt(u^2*v) <=> u*sqrt(v)',
      provided: ['u > 0'],
      say: 'The square of {u} comes out of the root as {u}.',
      back: { name: 'factor into the root', say: 'A positive factor goes into the root as its square.' },
    },
    {
      name: 'rationalise the denominator',
      form: 'v/sqrt(u) <=> v*sqrt(u)/u',
      say: 'Multiply top and bottom by the root: none is left below the line.',
      back: { name: 'root back below the line', say: 'A root over its radicand is one over the root.' },
    },
    {
      name: 'divide by a square root',
      form: 'u/sqrt(u) <=> sqrt(u)',
      provided: ['u > 0'],
      say: 'Dividing by the root leaves the root.',
      back: { name: 'root as a quotient', say: 'A root is the number over its root.' },
    },
    {
      name: 'power as an exponential',
      form: 'u^v <=> e^(v*log(u))',
      provided: ['u > 0'],
      say: 'A power of a positive base is an exponential.',
      back: {
        name: 'exponential as a power',
        say: 'e to a multiple of log({u}) is a power of {u}.',
      },
    },
    // Not a rule: (u^v)^w => u^(v*w) without u > 0. At u = -1, v = 2, w = 1/2 it says 1 = -1.
    // Not a rule: sqrt(u^2) => u. At u = -1 it says 1 = -1.
  ],
}
