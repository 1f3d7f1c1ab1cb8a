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
    say: 'The derivative of the {title} at {u}, times the derivative of {u}.',
  },
  {
    table: 'derivatives of the functions',
    fact: 'reciprocal',
    name: 'derivative of {name}',
    form: 'D({name}(u)) => D(u)/{reciprocal}',
    provided: 'differentiable',
    chain: true,
    say: 'The derivative of the {title} at {u}, times the derivative of {u}.',
  },
  {
    table: 'odd and even functions',
    fact: 'odd',
    name: '{name} is odd',
    form: '{name}(-u) <=> -{name}(u)',
    say: 'The {title} is odd.',
    back: { name: '{name} is odd, turned round', say: 'The {title} is odd.' },
  },
  {
    table: 'odd and even functions',
    fact: 'even',
    name: '{name} is even',
    form: '{name}(-u) <=> {name}(u)',
    say: 'The {title} is even.',
    back: { name: '{name} is even, turned round', say: 'The {title} is even.' },
  },
  {
    table: 'inverse functions',
    fact: 'inverse',
    name: '{inverse} of {name}',
    form: '{inverse}({name}(u)) <=> u',
    provided: 'where',
    say: '{inverse} undoes {name}.',
    back: { name: 'write as {inverse} of {name}', say: 'Write {u} as {inverse} of {name} of it.' },
  },
  {
    table: 'values to know',
    fact: 'value',
    name: '{name} at {operand}',
    form: '{name}({operand}) <=> {value}',
    say: 'A value to know: {name}({operand}) = {value}.',
    back: { name: '{value} as {name}({operand})', say: 'Write {value} as {name}({operand}).' },
  },
  {
    table: 'definitions',
    fact: 'form',
    name: 'definition of {name}',
    form: '{name}({letters}) <=> {form}',
    say: 'This is what {name} means.',
    back: { name: 'recognise {name}', say: 'This is the definition of {name}, read backwards.' },
  },
]
