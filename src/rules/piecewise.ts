import type { RuleTable } from './rule.ts'

/** Forms by cases. A piecewise term needs only its chosen branch to be defined. */
export const piecewise: RuleTable = {
  title: 'piecewise forms',
  rules: [
    {
      name: 'first branch',
      form: '{u if c else v} <=> u',
      provided: ['c'],
      say: 'The condition {c} holds, so only the first branch is needed.',
      back: {
        name: 'insert a branch',
        say: 'Where {c} holds, a second branch is never used: add it to match a form by cases.',
      },
    },
    {
      name: 'only branch',
      form: '{u if c} <=> u',
      provided: ['c'],
      say: 'The condition {c} holds, so it need not be asked for.',
      back: {
        name: 'restrict to a branch',
        say: 'The condition {c} holds, so asking for it changes nothing: ask, to match a form by cases.',
      },
    },
    {
      name: 'second branch, strict',
      form: '{u if a > b else v} <=> v',
      provided: ['a <= b'],
      say: '{a} is not greater than {b}, so only the second branch is needed.',
      back: {
        name: 'insert a first branch, strict',
        say: '{a} is not greater than {b}, so a first branch is never used: add it to match a form by cases.',
      },
    },
    {
      name: 'second branch',
      form: '{u if a >= b else v} <=> v',
      provided: ['a < b'],
      say: '{a} is less than {b}, so only the second branch is needed.',
      back: {
        name: 'insert a first branch',
        say: '{a} is less than {b}, so a first branch is never used: add it to match a form by cases.',
      },
    },
    {
      name: 'both conditions',
      form: '{u if c and d else v} <=> {{u if d else v} if c else v}',
      say: 'Ask one question inside the other: each of the two can then be settled by itself.',
      back: {
        name: 'join two questions',
        say: 'Both questions must be answered yes to reach the branch: ask them together, in one form by cases.',
      },
    },
    {
      name: 'both conditions, one branch',
      form: '{u if c and d} <=> {{u if d} if c}',
      say: 'Ask one question inside the other, both for the one branch: each can then be settled by itself.',
      back: {
        name: 'join two questions, one branch',
        say: 'The branch needs a yes to both questions: ask them together, in one form by cases.',
      },
    },
    {
      name: 'either condition',
      form: '{u if c or d else v} <=> {u if c else {u if d else v}}',
      say: 'Ask the second question only if the first is answered no: each can then be settled by itself.',
      back: {
        name: 'join two ways',
        say: 'Two cases have the same branch: ask for either at once, in one form by cases.',
      },
    },
    {
      name: 'either condition, one branch',
      form: '{u if c or d} <=> {u if c else {u if d}}',
      say: 'Ask the second question only if the first fails to reach the branch: each can then be settled by itself.',
      back: {
        name: 'join two ways, one branch',
        say: 'Both cases lead to the one branch: ask for either at once, in one form by cases.',
      },
    },
    {
      name: 'absolute value by cases',
      form: '|u| <=> {u if u >= 0 else -u}',
      say: 'The absolute value turns the sign of {u} where it is negative: each case is free of it.',
      back: {
        name: 'read as an absolute value',
        say: 'To turn the sign of negative numbers is the absolute value: one function takes the place of two cases.',
      },
    },
    {
      name: 'absolute value by the sign',
      form: '|u| <=> u*sign(u)',
      say: 'The absolute value is the number times its sign: as a factor, the number can cancel.',
      back: {
        name: 'number times sign',
        say: 'A number times its sign is its absolute value: one function takes the place of a product.',
      },
    },
    {
      name: 'absolute value, not negative',
      form: '|u| <=> u',
      provided: ['u >= 0'],
      say: '{u} is not negative, so the absolute value leaves it as it is and can go.',
      back: {
        name: 'read as its absolute value',
        say: '{u} is not negative, so it is its own absolute value: now it can combine with other absolute values.',
      },
    },
    {
      name: 'absolute value, not positive',
      form: '|u| <=> -u',
      provided: ['u <= 0'],
      say: '{u} is not positive, so the absolute value turns its sign and can go.',
      back: {
        name: 'read as the absolute value of the opposite',
        say: '{u} is not positive, so its opposite is its absolute value: now it can combine with other absolute values.',
      },
    },
    {
      name: 'absolute value of a product',
      form: '|u*v| <=> |u|*|v|',
      say: 'Take the absolute value of each factor: the sign of one of them may be known.',
      back: {
        name: 'product of absolute values',
        say: 'Multiply inside one absolute value, where factors can combine.',
      },
    },
    {
      name: 'absolute value of a quotient',
      form: '|u/v| <=> |u|/|v|',
      say: 'Take the absolute value of numerator and denominator: the sign of one of them may be known.',
      back: {
        name: 'quotient of absolute values',
        say: 'Divide inside one absolute value, where something may cancel.',
      },
    },
    {
      name: 'absolute value squared',
      form: '|u|^2 <=> u^2',
      say: 'A square does not see the sign, so the absolute value can go.',
      back: {
        name: 'square by the absolute value',
        say: 'A square does not see the sign: write it with the absolute value, to match other absolute values.',
      },
    },
    {
      name: 'number over its absolute value',
      form: 'u/|u| <=> sign(u)',
      provided: ['u != 0'],
      say: 'A number over its absolute value is its sign: no fraction is left.',
      back: {
        name: 'sign as a quotient',
        say: 'The sign is the number over its absolute value: as a factor, the number can cancel.',
      },
    },
    {
      name: 'sign of a positive number',
      form: 'sign(u) <=> 1',
      provided: ['u > 0'],
      say: '{u} is positive, so its sign is just the number 1.',
      back: {
        name: 'write 1 as a sign',
        say: '{u} is positive, so 1 is its sign: now it can combine with other signs.',
      },
    },
    {
      name: 'sign of a negative number',
      form: 'sign(u) <=> -1',
      provided: ['u < 0'],
      say: '{u} is negative, so its sign is just the number -1.',
      back: {
        name: 'write -1 as a sign',
        say: '{u} is negative, so -1 is its sign: now it can combine with other signs.',
      },
    },
    {
      name: 'step by the sign',
      form: 'step(u) <=> (1 + sign(u))/2',
      say: 'The unit step is half of 1 plus the sign: with the sign alone, one function is enough.',
      back: {
        name: 'read as a step',
        say: 'Half of 1 plus the sign is the unit step: one function is left.',
      },
    },
    {
      name: 'maximum of one number',
      form: 'max(u, u) <=> u',
      say: 'The larger of two equal numbers is that number: nothing is left to compare.',
      back: {
        name: 'write as a maximum',
        say: 'A number is the larger of itself and itself: write it so, to match a maximum.',
      },
    },
    {
      name: 'minimum of one number',
      form: 'min(u, u) <=> u',
      say: 'The smaller of two equal numbers is that number: nothing is left to compare.',
      back: {
        name: 'write as a minimum',
        say: 'A number is the smaller of itself and itself: write it so, to match a minimum.',
      },
    },
    {
      name: 'maximum by cases',
      form: 'max(u, v) <=> {u if u >= v else v}',
      say: 'Ask which of the two is larger: each case is then free of the maximum.',
      back: {
        name: 'read as a maximum',
        say: 'To choose the larger of two is the maximum: one function takes the place of two cases.',
      },
    },
    {
      name: 'minimum by cases',
      form: 'min(u, v) <=> {u if u <= v else v}',
      say: 'Ask which of the two is smaller: each case is then free of the minimum.',
      back: {
        name: 'read as a minimum',
        say: 'To choose the smaller of two is the minimum: one function takes the place of two cases.',
      },
    },
  ],
}
