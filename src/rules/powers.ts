import type { RuleTable } from './rule.ts'

/** Powers and roots. u^n for whole n, the real root for odd denominators, else e^(w*log(u)), u > 0. */
export const powers: RuleTable = {
  title: 'powers and roots',
  rules: [
    {
      name: 'negative power',
      form: 'v*u^(-n) <=> v/u^n',
      where: { n: 'positive number' },
      say: 'A negative exponent means division: below the fraction line it is {n}.',
      back: {
        name: 'write as a negative power',
        say: 'Dividing by a power is multiplying by one with a negative exponent: now the rules for exponents apply.',
      },
    },
    {
      name: 'negative power, real exponent',
      form: 'v*u^(-w) <=> v/u^w',
      where: { w: 'symbolic' },
      say: 'A negative exponent means division: below the fraction line the exponent is {w}.',
      back: {
        name: 'write as a negative real power',
        say: 'Dividing by a power is multiplying by one with the opposite exponent: now the rules for exponents apply.',
      },
    },
    {
      name: 'zero exponent',
      form: 'u^0 <=> 1',
      provided: ['defined(u)'],
      say: 'With the exponent 0 every power is 1: the base {u} no longer matters.',
      back: {
        name: 'write 1 as a power',
        say: 'One is the power of {u} with exponent 0: now it fits in with other powers of this base.',
      },
    },
    {
      name: 'power of 1',
      form: '1^w <=> 1',
      provided: ['defined(w)'],
      say: 'Every power of 1 is 1: the exponent no longer matters.',
      back: {
        name: 'write 1 as a power of 1',
        say: 'Every power of 1 is 1: with the exponent {w} it fits in with other powers of this exponent.',
      },
    },
    {
      name: 'add exponents',
      form: 'u^v*u^w <=> u^(v + w)',
      provided: ['u > 0'],
      say: 'Same base: add the exponents, so that one power is left of two.',
      back: {
        name: 'split the exponent',
        say: 'Read the exponent as a sum: the power becomes a product, with a factor to take out or cancel.',
      },
    },
    {
      name: 'add positive exponents',
      form: 'u^m*u^n <=> u^(m + n)',
      where: { m: 'positive number', n: 'positive number' },
      provided: ['u >= 0'],
      say: 'Same base, and not negative: add the exponents, so that one power is left of two.',
      back: {
        name: 'split the positive exponent',
        say: 'Read the positive exponent as a sum: the power becomes a product, with a factor to take out or cancel.',
      },
    },
    {
      name: 'add whole exponents',
      form: 'u^m*u^n <=> u^(m + n)',
      where: { m: 'integer', n: 'integer' },
      provided: ['u != 0'],
      say: 'Same base, and not 0: add the exponents, so that one power is left of two.',
      back: {
        name: 'split the whole exponent',
        say: 'Read the whole exponent as a sum: the power becomes a product, with a factor to take out or cancel.',
      },
    },
    {
      name: 'subtract exponents',
      form: 'u^v/u^w <=> u^(v - w)',
      provided: ['u > 0'],
      say: 'Same base above and below: subtract the exponents, and the fraction is gone.',
      back: {
        name: 'write as a quotient of powers',
        say: 'Read the exponent as a difference: the power becomes a quotient, each part of it to treat on its own.',
      },
    },
    {
      name: 'power of a power',
      form: '(u^v)^w <=> u^(v*w)',
      provided: ['u > 0'],
      say: 'A power of a power: multiply the exponents, so that one power is left of two.',
      back: {
        name: 'write as a power of a power',
        say: 'Read the exponent as a product: the inner power can now be treated as one quantity.',
      },
    },
    {
      name: 'whole power of a power',
      form: '(u^m)^n <=> u^(m*n)',
      where: { m: 'integer', n: 'integer' },
      provided: ['u != 0'],
      say: 'A power of a power: multiply the whole exponents, so that one power is left of two.',
      back: {
        name: 'write as a whole power of a power',
        say: 'Keep part of the exponent inside: the inner power can now be treated as one quantity.',
      },
    },
    {
      name: 'power of a square',
      form: '(u^2)^w <=> |u|^(2*w)',
      say: 'A square does not see the sign: the exponents multiply, and the absolute value is left.',
      back: {
        name: 'write as a power of a square',
        say: 'A square needs no absolute value: put the factor 2 of the exponent inside.',
      },
    },
    {
      name: 'whole power of a root',
      form: '(u^r)^n <=> u^(r*n)',
      where: { r: 'positive number', n: 'positive integer' },
      provided: ['u >= 0'],
      say: 'A power of a root: multiply the exponents, so that one power is left of two.',
      back: {
        name: 'write as a whole power of a root',
        say: 'Keep the root inside: it can now be treated as one quantity.',
      },
    },
    {
      name: 'power of a product',
      form: '(u*v)^w <=> u^w*v^w',
      provided: ['u > 0', 'v > 0'],
      say: 'Raise each factor, so that each power can be simplified by itself.',
      back: {
        name: 'same exponent',
        say: 'Equal exponents: multiply the bases, so that one power is left of two.',
      },
    },
    {
      name: 'whole power of a product',
      form: '(u*v)^n <=> u^n*v^n',
      where: { n: 'integer' },
      say: 'Raise each factor, so that each can cancel or combine.',
      back: {
        name: 'same whole exponent',
        say: 'Equal whole exponents: multiply the bases, so that one power is left of two.',
      },
    },
    {
      name: 'power of a fraction',
      form: '(u/v)^w <=> u^w/v^w',
      provided: ['u > 0', 'v > 0'],
      say: 'Raise numerator and denominator, so that each can be simplified by itself.',
      back: {
        name: 'same exponent above and below',
        say: 'Equal exponents above and below: divide the bases, so that one power is left of two.',
      },
    },
    {
      name: 'negative power of a fraction',
      form: '(u/v)^(-n) <=> (v/u)^n',
      where: { n: 'positive integer' },
      provided: ['v != 0'],
      say: 'Turn the fraction over: the exponent loses its minus sign.',
      back: {
        name: 'turn the fraction over',
        say: 'Turn the fraction over: {u} moves above the line, and the exponent changes its sign.',
      },
    },
    {
      name: 'square root as a power',
      form: 'sqrt(u) <=> u^(1/2)',
      say: 'The square root is the power 1/2: now the rules for exponents apply.',
      back: {
        name: 'power 1/2 as a square root',
        say: 'The power 1/2 is the square root: now the rules for roots apply.',
      },
    },
    {
      name: 'square of a square root',
      form: 'sqrt(u)^2 <=> u',
      provided: ['u >= 0'],
      say: 'Squaring undoes the square root: {u} is left without it.',
      back: {
        name: 'write as the square of a root',
        say: '{u} is not negative, so it is the square of its root: now it can be factored like any square.',
      },
    },
    {
      name: 'square root of a square',
      form: 'sqrt(u^2) <=> |u|',
      say: 'The root undoes the square but is never negative: the absolute value is left.',
      back: {
        name: 'absolute value as a root',
        say: 'The absolute value is the root of the square: now it can combine with other roots.',
      },
    },
    {
      name: 'square root of a product',
      form: 'sqrt(u*v) <=> sqrt(u)*sqrt(v)',
      provided: ['u >= 0', 'v >= 0'],
      say: 'No factor is negative, so take the root of each: one of them may come out.',
      back: {
        name: 'product of square roots',
        say: 'Multiply under one root, where the factors may make up a square.',
      },
    },
    {
      name: 'square root of a fraction',
      form: 'sqrt(u/v) <=> sqrt(u)/sqrt(v)',
      provided: ['u >= 0', 'v > 0'],
      say: 'Take the root of numerator and denominator: one of them may come out.',
      back: { name: 'quotient of square roots', say: 'Divide under one root, where something may cancel.' },
    },
    {
      name: 'square out of the root',
      form: 'sqrt(u^2*v) <=> u*sqrt(v)',
      provided: ['u > 0'],
      say: '{u} is positive, so its square comes out of the root as {u}: less is left under the root.',
      back: {
        name: 'factor into the root',
        say: 'A positive factor goes into the root as its square: one root is left.',
      },
    },
    {
      name: 'rationalise the denominator',
      form: 'v/sqrt(u) <=> v*sqrt(u)/u',
      say: 'Multiply numerator and denominator by the root: this moves it out of the denominator.',
      back: {
        name: 'root back below the line',
        say: 'The root cancels once: a single root is left, below the line.',
      },
    },
    {
      name: 'divide by a square root',
      form: 'u/sqrt(u) <=> sqrt(u)',
      provided: ['u > 0'],
      say: '{u} is its root times its root: one of the two cancels.',
      back: {
        name: 'root as a quotient',
        say: 'Write the root as {u} over its root: now it can be added to fractions.',
      },
    },
    {
      name: 'power as an exponential',
      form: 'u^v <=> e^(v*log(u))',
      provided: ['u > 0'],
      say: 'Write the power with base e: now the rules for exponentials apply.',
      back: {
        name: 'exponential as a power',
        say: 'The exponential undoes the logarithm in the exponent: a plain power of {u} is left.',
      },
    },
    // Not a rule: (u^v)^w => u^(v*w) without u > 0. At u = -1, v = 2, w = 1/2 it says 1 = -1.
    // Not a rule: sqrt(u^2) => u. At u = -1 it says 1 = -1.
  ],
}
