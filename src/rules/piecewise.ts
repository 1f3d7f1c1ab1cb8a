import type { RuleTable } from './rule.ts'

const back = 'The same, read from right to left.'

/** Forms by cases. A piecewise term needs only its chosen branch to be defined. */
export const piecewise: RuleTable = {
  title: 'piecewise forms',
  rules: [
    {
      name: 'first branch',
      form: '{u if c else v} <=> u',
      provided: ['c'],
      say: 'The condition {c} holds, so the first branch counts.',
      back: { name: 'insert a branch', say: back },
    },
    {
      name: 'only branch',
      form: '{u if c} <=> u',
      provided: ['c'],
      say: 'The condition {c} holds.',
      back: { name: 'restrict to a branch', say: back },
    },
    {
      name: 'second branch, strict',
      form: '{u if a > b else v} <=> v',
      provided: ['a <= b'],
      say: '{a} > {b} does not hold, so the second branch counts.',
      back: { name: 'insert a first branch, strict', say: back },
    },
    {
      name: 'second branch',
      form: '{u if a >= b else v} <=> v',
      provided: ['a < b'],
      say: '{a} >= {b} does not hold, so the second branch counts.',
      back: { name: 'insert a first branch', say: back },
    },
    {
      name: 'both conditions',
      form: '{u if c and d else v} <=> {{u if d else v} if c else v}',
      say: 'Ask the first question, then the second.',
      back: { name: 'join two questions', say: back },
    },
    {
      name: 'both conditions, one branch',
      form: '{u if c and d} <=> {{u if d} if c}',
      say: 'Ask the first question, then the second.',
      back: { name: 'join two questions, one branch', say: back },
    },
    {
      name: 'either condition',
      form: '{u if c or d else v} <=> {u if c else {u if d else v}}',
      say: 'Ask the first question, then the second.',
      back: { name: 'join two ways', say: back },
    },
    {
      name: 'either condition, one branch',
      form: '{u if c or d} <=> {u if c else {u if d}}',
      say: 'Ask the first question, then the second.',
      back: { name: 'join two ways, one branch', say: back },
    },
    {
      name: 'absolute value by cases',
      form: '|u| <=> {u if u >= 0 else -u}',
      say: 'The absolute value keeps {u} if it is not negative and turns its sign otherwise.',
      back: { name: 'read as an absolute value', say: back },
    },
    {
      name: 'absolute value by the sign',
      form: '|u| <=> u*sign(u)',
      say: 'The absolute value is the number times its sign.',
      back: { name: 'number times sign', say: back },
    },
    {
      name: 'absolute value, not negative',
      form: '|u| <=> u',
      provided: ['u >= 0'],
      say: '{u} is not negative.',
      back: { name: 'read as its absolute value', say: back },
    },
    {
      name: 'absolute value, not positive',
      form: '|u| <=> -u',
      provided: ['u <= 0'],
      say: '{u} is not positive.',
      back: { name: 'read as the absolute value of the opposite', say: back },
    },
    {
      name: 'absolute value of a product',
      form: '|u*v| <=> |u|*|v|',
      say: 'The absolute value of a product is the product of the absolute values.',
      back: { name: 'product of absolute values', say: back },
    },
    {
      name: 'absolute value of a quotient',
      form: '|u/v| <=> |u|/|v|',
      say: 'The absolute value of a quotient is the quotient of the absolute values.',
      back: { name: 'quotient of absolute values', say: 'The same, read from right to left.' },
    },
    {
      name: 'absolute value squared',
      form: '|u|^2 <=> u^2',
      say: 'A square does not see the sign.',
      back: { name: 'square by the absolute value', say: back },
    },
    {
      name: 'number over its absolute value',
      form: 'u/|u| <=> sign(u)',
      provided: ['u != 0'],
      say: 'A number over its absolute value is its sign.',
      back: { name: 'sign as a quotient', say: back },
    },
    {
      name: 'sign of a positive number',
      form: 'sign(u) <=> 1',
      provided: ['u > 0'],
      say: '{u} is positive.',
      back: { name: 'write 1 as a sign', say: back },
    },
    {
      name: 'sign of a negative number',
      form: 'sign(u) <=> -1',
      provided: ['u < 0'],
      say: '{u} is negative.',
      back: { name: 'write -1 as a sign', say: back },
    },
    {
      name: 'step by the sign',
      form: 'step(u) <=> (1 + sign(u))/2',
      say: 'The unit step is 0, 1/2 or 1 as the sign is -1, 0 or 1.',
      back: { name: 'read as a step', say: back },
    },
    {
      name: 'maximum of one number',
      form: 'max(u, u) <=> u',
      say: 'The larger of two equal numbers is that number.',
      back: { name: 'write as a maximum', say: back },
    },
    {
      name: 'minimum of one number',
      form: 'min(u, u) <=> u',
      say: 'The smaller of two equal numbers is that number.',
      back: { name: 'write as a minimum', say: back },
    },
    {
      name: 'maximum by cases',
      form: 'max(u, v) <=> {u if u >= v else v}',
      say: 'The larger of the two.',
      back: { name: 'read as a maximum', say: back },
    },
    {
      name: 'minimum by cases',
      form: 'min(u, v) <=> {u if u <= v else v}',
      say: 'The smaller of the two.',
      back: { name: 'read as a minimum', say: back },
    },
  ],
}
