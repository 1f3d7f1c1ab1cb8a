import type { RuleTable } from './rule.ts'

/** Sums and products. Order, grouping, like terms and arithmetic are calculations, not rules. */
export const algebra: RuleTable = {
  title: 'algebra',
  rules: [
    {
      name: 'distribute',
      form: 'u*sum(v_) <=> sum(u*v_)',
      say: 'Multiply each term of the sum by {u}.',
      back: { name: 'factor out', say: 'Every term has the factor {u}: take it out.' },
    },
    {
      name: 'square of a sum',
      form: '(u + v)^2 <=> u^2 + 2*u*v + v^2',
      say: 'First squared, twice the product, second squared.',
      back: { name: 'perfect square', say: 'This is the square of {u} + {v}.' },
    },
    {
      name: 'difference of squares',
      form: 'u^2 - v^2 <=> (u + v)*(u - v)',
      say: 'A difference of squares is the sum times the difference.',
      back: {
        name: 'sum times difference',
        say: 'The sum times the difference is the difference of the squares.',
      },
    },
    {
      name: 'add and subtract',
      form: 'u <=> u + r - r',
      provided: ['defined(r)'],
      say: 'Add and subtract {r}: nothing changes, but {r} is now there to work with.',
      back: { name: 'cancel in a sum', say: 'Adding and subtracting {r} leaves nothing of it.' },
    },
    {
      name: 'zero factor',
      form: '0*u <=> 0',
      provided: ['defined(u)'],
      say: 'A product with the factor 0 is 0.',
      back: { name: 'insert a zero', say: 'Zero is 0 times {u}.' },
    },
  ],
}

export const fractions: RuleTable = {
  title: 'fractions',
  rules: [
    {
      name: 'cancel a factor',
      form: '(u*w)/(v*w) <=> u/v',
      provided: ['w != 0'],
      say: 'Cancel {w}, which is not 0.',
      back: {
        name: 'expand the fraction',
        say: 'Multiply numerator and denominator by {w}, which is not 0.',
      },
    },
    {
      name: 'split the fraction',
      form: 'sum(v_)/w <=> sum(v_/w)',
      say: 'Divide each term of the numerator by {w}.',
      back: { name: 'add fractions', say: 'The denominators agree: add the numerators.' },
    },
    {
      name: 'common denominator',
      form: 'u/v + w/z <=> (u*z + w*v)/(v*z)',
      say: 'Bring both to the denominator {v}*{z}.',
      back: { name: 'separate the fraction', say: 'Write the fraction as a sum of simpler ones.' },
    },
    {
      name: 'multiply fractions',
      form: '(u/v)*(w/z) <=> (u*w)/(v*z)',
      say: 'Numerator times numerator, denominator times denominator.',
      back: {
        name: 'write as a product of fractions',
        say: 'Pull the fraction apart into factors.',
      },
    },
    {
      name: 'divide by a fraction',
      form: 'u/(v/w) <=> (u*w)/v',
      provided: ['w != 0'],
      say: 'Dividing by a fraction is multiplying by its reciprocal.',
      back: { name: 'write as division by a fraction', say: 'Divide by the reciprocal instead.' },
    },
    {
      name: 'reciprocal of a reciprocal',
      form: '1/(1/u) <=> u',
      provided: ['u != 0'],
      say: 'Turning over twice changes nothing.',
      back: { name: 'turn over twice', say: 'Turning over twice changes nothing.' },
    },
  ],
}
