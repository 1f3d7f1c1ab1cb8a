import type { RuleTable } from './rule.ts'

export const exponentials: RuleTable = {
  title: 'exponentials',
  rules: [
    {
      name: 'product of exponentials',
      form: 'e^u*e^v <=> e^(u + v)',
      say: 'Multiplying exponentials adds the exponents: they become one exponential, or cancel.',
      back: {
        name: 'split the exponential',
        say: 'Read the exponent as a sum: the exponential becomes a product, with a factor to take out or cancel.',
      },
    },
    {
      name: 'quotient of exponentials',
      form: 'e^u/e^v <=> e^(u - v)',
      say: 'Dividing exponentials subtracts the exponents: no fraction is left.',
      back: {
        name: 'exponential as a quotient',
        say: 'Read the exponent as a difference: the exponential becomes a quotient, each part of it to treat on its own.',
      },
    },
    {
      name: 'reciprocal of an exponential',
      form: 'v/e^u <=> v*e^(-u)',
      say: 'Instead of dividing by an exponential, multiply by the one with the opposite exponent: it moves above the line.',
      back: {
        name: 'exponential below the line',
        say: 'Instead of multiplying by an exponential, divide by the one with the opposite exponent: it moves below the line.',
      },
    },
    {
      name: 'power of an exponential',
      form: '(e^u)^v <=> e^(u*v)',
      say: 'A power of an exponential: multiply the exponents, so that one exponential is left.',
      back: {
        name: 'exponential as a power of an exponential',
        say: 'Read the exponent as a product: the inner exponential can now be treated as one quantity.',
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
      say: 'The logarithm turns a product into a sum, so that each factor can be treated on its own.',
      back: {
        name: 'sum of logarithms',
        say: 'Gather the sum under one logarithm, where factors can cancel or combine.',
      },
    },
    {
      name: 'logarithm of a quotient',
      form: 'log(u/v) <=> log(u) - log(v)',
      provided: ['u > 0', 'v > 0'],
      say: 'The logarithm turns a quotient into a difference, so that each part can be treated on its own.',
      back: {
        name: 'difference of logarithms',
        say: 'Gather the difference under one logarithm, as a quotient that may simplify.',
      },
    },
    {
      name: 'logarithm of a power',
      form: 'log(u^v) <=> v*log(u)',
      provided: ['u > 0'],
      say: 'The exponent comes down as a factor, where it can be worked with.',
      back: {
        name: 'multiple of a logarithm',
        say: 'The factor goes inside as an exponent, so that the logarithm can join others.',
      },
    },
    {
      name: 'logarithm of |product|',
      form: 'log(|u*v|) <=> log(|u|) + log(|v|)',
      say: 'With absolute values signs do not matter: the product becomes a sum, each part of it to treat on its own.',
      back: {
        name: 'sum of logarithms of absolute values',
        say: 'With absolute values signs do not matter: gather the sum under one logarithm, where factors can combine.',
      },
    },
    {
      name: 'logarithm of |quotient|',
      form: 'log(|u/v|) <=> log(|u|) - log(|v|)',
      say: 'With absolute values signs do not matter: the quotient becomes a difference, each part of it to treat on its own.',
      back: {
        name: 'difference of logarithms of absolute values',
        say: 'With absolute values signs do not matter: gather the difference under one logarithm, as a quotient that may simplify.',
      },
    },
    {
      name: 'logarithm of |power|',
      form: 'log(|u^n|) <=> n*log(|u|)',
      where: { n: 'integer' },
      say: 'With absolute values signs do not matter: the whole exponent comes down as a factor.',
      back: {
        name: 'multiple of a logarithm of an absolute value',
        say: 'The whole factor goes inside as an exponent, so that the logarithm of an absolute value can join others.',
      },
    },
    {
      name: 'logarithm of |real power|',
      form: 'log(|u^v|) <=> v*log(u)',
      provided: ['u > 0'],
      say: '{u} is positive: the absolute value can go, and the exponent comes down as a factor.',
      back: {
        name: 'multiple of a logarithm as |power|',
        say: '{u} is positive: the factor goes inside as an exponent, to match logarithms of absolute values.',
      },
    },
    // Not a rule: log(u^2) => 2*log(u). At u = -1 the right-hand side is undefined.
  ],
}
