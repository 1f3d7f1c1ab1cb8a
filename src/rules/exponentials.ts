import type { RuleTable } from './rule.ts'

export const exponentials: RuleTable = {
  title: 'exponentials',
  rules: [
    {
      name: 'product of exponentials',
      form: 'e^u*e^v <=> e^(u + v)',
      say: 'Multiplying exponentials adds the exponents.',
      back: {
        name: 'split the exponential',
        say: 'A sum in the exponent is a product of exponentials.',
      },
    },
    {
      name: 'quotient of exponentials',
      form: 'e^u/e^v <=> e^(u - v)',
      say: 'Dividing exponentials subtracts the exponents.',
      back: {
        name: 'exponential as a quotient',
        say: 'A difference in the exponent is a quotient of exponentials.',
      },
    },
    {
      name: 'reciprocal of an exponential',
      form: 'v/e^u <=> v*e^(-u)',
      say: 'One over e^{u} is e to the opposite exponent.',
      back: {
        name: 'exponential below the line',
        say: 'A negative exponent goes below the fraction line.',
      },
    },
    {
      name: 'power of an exponential',
      form: '(e^u)^v <=> e^(u*v)',
      say: 'A power of an exponential multiplies the exponent.',
      back: {
        name: 'exponential as a power of an exponential',
        say: 'A product in the exponent is a power.',
      },
    },
  ],
}

/** Logarithms of positive operands, and of absolute values where the sign is not known. */
export const logarithms: RuleTable = {
  title: 'logarithms',
  rules: [
    {
      name: 'logarithm of a product',
      form: 'log(u*v) <=> log(u) + log(v)',
      provided: ['u > 0', 'v > 0'],
      say: 'The logarithm of a product is the sum of the logarithms.',
      back: {
        name: 'sum of logarithms',
        say: 'A sum of logarithms is the logarithm of the product.',
      },
    },
    {
      name: 'logarithm of a quotient',
      form: 'log(u/v) <=> log(u) - log(v)',
      provided: ['u > 0', 'v > 0'],
      say: 'The logarithm of a quotient is the difference of the logarithms.',
      back: {
        name: 'difference of logarithms',
        say: 'A difference of logarithms is the logarithm of the quotient.',
      },
    },
    {
      name: 'logarithm of a power',
      form: 'log(u^v) <=> v*log(u)',
      provided: ['u > 0'],
      say: 'The exponent comes out as a factor.',
      back: {
        name: 'multiple of a logarithm',
        say: 'A factor goes into the logarithm as an exponent.',
      },
    },
    {
      name: 'logarithm of |product|',
      form: 'log(|u*v|) <=> log(|u|) + log(|v|)',
      say: 'The logarithm of a product is the sum of the logarithms.',
      back: {
        name: 'sum of logarithms of absolute values',
        say: 'A sum of logarithms is the logarithm of the product.',
      },
    },
    {
      name: 'logarithm of |quotient|',
      form: 'log(|u/v|) <=> log(|u|) - log(|v|)',
      say: 'The logarithm of a quotient is the difference of the logarithms.',
      back: {
        name: 'difference of logarithms of absolute values',
        say: 'A difference of logarithms is the logarithm of the quotient.',
      },
    },
    {
      name: 'logarithm of |power|',
      form: 'log(|u^n|) <=> n*log(|u|)',
      where: { n: 'integer' },
      say: 'The exponent comes out as a factor.',
      back: {
        name: 'multiple of a logarithm of an absolute value',
        say: 'A factor goes into the logarithm as an exponent.',
      },
    },
    {
      name: 'logarithm of |real power|',
      form: 'log(|u^v|) <=> v*log(u)',
      provided: ['u > 0'],
      say: 'The exponent comes out as a factor.',
      back: {
        name: 'multiple of a logarithm as |power|',
        say: 'A factor goes into the logarithm as an exponent.',
      },
    },
    // Not a rule: log(u^2) => 2*log(u). At u = -1 the right-hand side is undefined.
  ],
}
