/** Rules that rows of the function tables imply: one template for each kind of fact. */
import type { RuleTemplate } from './rule.ts'

/** `{name}`, `{title}`, `{derivative}` … are the fields of the row; `{u}` is the rule's letter u. */
export const IMPLIED: readonly RuleTemplate[] = [
  {
    table: 'derivatives of the functions',
    fact: 'derivative',
    name: 'derivative of {name}',
    form: 'D({name}(u)) => {derivative}*D(u)',
    provided: 'differentiable',
    chain: true,
    say: 'How fast the {title} changes at {u}, times how fast {u} itself changes.',
  },
  {
    table: 'derivatives of the functions',
    fact: 'reciprocal',
    name: 'derivative of {name}',
    form: 'D({name}(u)) => D(u)/{reciprocal}',
    provided: 'differentiable',
    chain: true,
    say: 'How fast {u} changes, times how fast the {title} changes at {u}, which is 1 over the new denominator.',
  },
  {
    table: 'odd and even functions',
    fact: 'odd',
    name: '{name} is odd',
    form: '{name}(-u) <=> -{name}(u)',
    say: 'The {title} is odd: the minus sign comes out, where it can combine with others.',
    back: {
      name: '{name} is odd, turned round',
      say: 'The {title} is odd: the minus sign goes inside, to match another operand.',
    },
  },
  {
    table: 'odd and even functions',
    fact: 'even',
    name: '{name} is even',
    form: '{name}(-u) <=> {name}(u)',
    say: 'The {title} is even: it does not see the minus sign, which can go.',
    back: {
      name: '{name} is even, turned round',
      say: 'The {title} is even: the sign inside may change, to match another operand.',
    },
  },
  {
    table: 'inverse functions',
    fact: 'inverse',
    name: '{inverse} of {name}',
    form: '{inverse}({name}(u)) <=> u',
    provided: 'where',
    say: '{inverse} undoes {name}: {u} is left.',
    back: {
      name: 'write as {inverse} of {name}',
      say: 'Write {u} as {inverse} of {name} of it, so that the rules for {inverse} apply.',
    },
  },
  {
    table: 'values to know',
    fact: 'value',
    name: '{name} at {operand}',
    form: '{name}({operand}) <=> {value}',
    say: 'A value to know: {name}({operand}) = {value}, and the function is gone.',
    back: {
      name: '{value} as {name}({operand})',
      say: 'Write {value} as {name}({operand}), so that the rules for {name} apply to it.',
    },
  },
  {
    table: 'definitions',
    fact: 'form',
    name: 'definition of {name}',
    form: '{name}({letters}) <=> {form}',
    say: 'This is what {name} means: now the rules for its parts apply.',
    back: {
      name: 'recognise {name}',
      say: 'This is what {name} means: one function takes the place of the formula.',
    },
  },
]
