import type { RuleTable } from './rule.ts'

/** Sums and products. Order, grouping, like terms and arithmetic are calculations, not rules. */
export const algebra: RuleTable = {
  title: 'algebra',
  rules: [
    {
      name: 'distribute',
      form: 'u*sum(v_) <=> sum(u*v_)',
      say: 'Multiply each term of the sum by {u}: without the brackets, terms can cancel or combine.',
      back: { name: 'factor out', say: 'Every term has the factor {u}: take it out to see what is left.' },
    },
    {
      name: 'square of a sum',
      form: '(u + v)^2 <=> u^2 + 2*u*v + v^2',
      say: 'First squared, twice the product, second squared: without the brackets, terms can cancel or combine.',
      back: {
        name: 'perfect square',
        say: 'Two squares and twice the product make one square: a single square is left.',
      },
    },
    {
      name: 'difference of squares',
      form: 'u^2 - v^2 <=> (u + v)*(u - v)',
      say: 'A difference of squares is the sum times the difference: factors can cancel where terms cannot.',
      back: {
        name: 'sum times difference',
        say: 'In the sum times the difference the mixed products cancel: only the two squares are left.',
      },
    },
    {
      name: 'add and subtract',
      form: 'u <=> u + r - r',
      provided: ['defined(r)'],
      say: 'Add and subtract {r}: nothing changes, but now {r} is there to split off.',
      back: { name: 'cancel in a sum', say: '{r} is both added and subtracted: the two cancel.' },
    },
    {
      name: 'zero factor',
      form: '0*u <=> 0',
      provided: ['defined(u)'],
      say: 'With a factor 0 the product is 0: the other factor no longer matters.',
      back: { name: 'insert a zero', say: 'Write 0 as a product with the factor {u}, to bring {u} in.' },
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
      say: 'Numerator and denominator share the factor {w}, which is not 0: cancel it, and less is left.',
      back: {
        name: 'expand the fraction',
        say: 'Multiply numerator and denominator by {w}, which is not 0: the value stays, but now terms can combine.',
        whole:
          'Write it as a fraction: multiplied by {w}, which is not 0, and divided by it the value stays, but now terms can combine.',
      },
    },
    {
      name: 'split the fraction',
      form: 'sum(v_)/w <=> sum(v_/w)',
      say: 'Divide each term on its own by {w}: one of them may cancel where the sum does not.',
      back: {
        name: 'add fractions',
        say: 'The denominators agree: over one fraction line the numerators can combine.',
      },
    },
    {
      name: 'common denominator',
      form: 'u/v + w/z <=> (u*z + w*v)/(v*z)',
      say: 'Bring both fractions to the product of the denominators: now they can be added.',
      back: {
        name: 'separate the fraction',
        say: 'Divide each term on its own: a factor of the denominator can cancel.',
      },
    },
    {
      name: 'multiply fractions',
      form: '(u/v)*(w/z) <=> (u*w)/(v*z)',
      say: 'Numerator times numerator, denominator times denominator: over one line factors can cancel.',
      back: {
        name: 'write as a product of fractions',
        say: 'Take the fraction apart into factors, each of them to treat on its own.',
      },
    },
    {
      name: 'divide by a fraction',
      form: 'u/(v/w) <=> (u*w)/v',
      provided: ['w != 0'],
      say: 'Dividing by a fraction is multiplying by its reciprocal: one fraction line less.',
      back: {
        name: 'write as division by a fraction',
        say: 'Move the factor {w} below the line, where it can combine with {v}.',
      },
    },
    {
      name: 'reciprocal of a reciprocal',
      form: '1/(1/u) <=> u',
      provided: ['u != 0'],
      say: 'Turned over twice, {u} is itself again: no fraction is left.',
      back: {
        name: 'turn over twice',
        say: 'Turned over twice, {u} is itself again: now it stands below the line.',
      },
    },
  ],
}
