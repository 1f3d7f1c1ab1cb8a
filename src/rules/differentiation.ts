import type { RuleTable } from './rule.ts'

/** Differentiation. The chain rule is part of each line: u is a term, D(u) its derivative. */
export const differentiation: RuleTable = {
  title: 'differentiation',
  rules: [
    {
      name: 'constant rule',
      form: 'D(c) => 0',
      where: { c: 'constant' },
      provided: ['defined(c)'],
      say: 'A constant does not change, so its derivative is 0.',
    },
    {
      name: 'variable rule',
      form: 'D(x) => 1',
      where: { x: 'variable' },
      say: 'The variable changes at the rate 1.',
    },
    {
      name: 'sum rule',
      form: 'D(sum(u_)) => sum(D(u_))',
      say: 'Differentiate term by term.',
    },
    {
      name: 'constant factor rule',
      form: 'D(c*u) => c*D(u)',
      where: { c: 'constant' },
      say: 'The constant factor {c} stays; differentiate the rest.',
    },
    {
      name: 'constant divisor rule',
      form: 'D(u/c) => D(u)/c',
      where: { c: 'constant' },
      say: 'The constant divisor {c} stays; differentiate the rest.',
    },
    {
      name: 'product rule',
      form: 'D(u*v) => D(u)*v + u*D(v)',
      say: 'The derivative of the first times the second, plus the first times the derivative of the second.',
    },
    {
      name: 'reciprocal rule',
      form: 'D(c/u) => -c*D(u)/u^2',
      where: { c: 'constant' },
      say: 'Minus the derivative of {u}, over {u} squared.',
    },
    {
      name: 'quotient rule',
      form: 'D(u/v) => (D(u)*v - u*D(v))/v^2',
      say: 'Derivative of the top times the bottom, minus the top times the derivative of the bottom, over the bottom squared.',
    },
    {
      name: 'power rule',
      form: 'D(u^n) => n*u^(n - 1)*D(u)',
      where: { n: 'odd root' },
      say: 'Chain rule on a power: bring down the exponent, lower it by 1, and multiply by the derivative of {u}.',
    },
    {
      name: 'power rule, real exponent',
      form: 'D(u^c) => c*u^(c - 1)*D(u)',
      where: { c: 'constant' },
      provided: ['u > 0'],
      say: 'Chain rule on a power: bring down the exponent, lower it by 1, and multiply by the derivative of {u}; the base must be positive.',
    },
    {
      name: 'exponential rule, base c',
      form: 'D(c^u) => c^u*log(c)*D(u)',
      where: { c: 'constant' },
      say: 'A constant to the {u} keeps itself, times the logarithm of the base, times the derivative of {u}.',
    },
    {
      name: 'power with varying base and exponent',
      form: 'D(u^v) => u^v*D(v*log(u))',
      say: 'Read the power as e^({v}*log({u})): it keeps itself, times the derivative of that exponent.',
    },
    {
      name: 'logarithmic differentiation',
      form: 'D(u) => u*D(log(|u|))',
      provided: ['u != 0', 'interior(u)'],
      say: 'The function times the derivative of its logarithm.',
    },
    {
      name: 'derivative of a logarithm of an absolute value',
      form: 'D(log(|u|)) => D(u)/u',
      say: 'The logarithm of |{u}| changes at the relative rate of {u}.',
    },
    {
      name: 'derivative of a maximum',
      form: 'D(max(u, v)) => step(u - v)*D(u) + step(v - u)*D(v)',
      provided: ['u != v'],
      say: 'The larger of the two decides, away from the points where they cross.',
    },
    {
      name: 'derivative of a minimum',
      form: 'D(min(u, v)) => step(v - u)*D(u) + step(u - v)*D(v)',
      provided: ['u != v'],
      say: 'The smaller of the two decides, away from the points where they cross.',
    },
    {
      name: 'piecewise rule, strict',
      form: 'D({u if a > b else v}) => {D(u) if a > b else D(v)}',
      provided: ['a != b', 'interior(a)', 'interior(b)'],
      say: 'Differentiate each branch, away from the border where {a} = {b}.',
    },
    {
      name: 'piecewise rule, with border',
      form: 'D({u if a >= b else v}) => {D(u) if a > b else D(v)}',
      provided: ['a != b', 'interior(a)', 'interior(b)'],
      say: 'Differentiate each branch, away from the border where {a} = {b}.',
    },
    {
      name: 'piecewise rule, one point',
      form: 'D({u if a = b else v}) => D(v)',
      provided: ['a != b', 'interior(a)', 'interior(b)'],
      say: 'Away from the border where {a} = {b} only the second branch counts.',
    },
    {
      name: 'piecewise rule, all but one point',
      form: 'D({u if a != b else v}) => D(u)',
      provided: ['a != b', 'interior(a)', 'interior(b)'],
      say: 'Away from the border where {a} = {b} only the first branch counts.',
    },
    {
      name: 'piecewise rule, fixed question',
      form: 'D({u if c else v}) => {D(u) if c else D(v)}',
      where: { c: 'constant' },
      say: 'Which branch counts does not depend on the variable: differentiate each.',
    },
    {
      name: 'piecewise rule, one branch, fixed question',
      form: 'D({u if c}) => {D(u) if c}',
      where: { c: 'constant' },
      say: 'Whether the branch counts does not depend on the variable: differentiate it.',
    },
    {
      name: 'piecewise rule, one branch, all but one point',
      form: 'D({u if a != b}) => D(u)',
      provided: ['a != b', 'interior(a)', 'interior(b)'],
      say: 'Differentiate the branch away from {a} = {b}.',
    },
    {
      name: 'piecewise rule, one branch',
      form: 'D({u if a > b}) => {D(u) if a > b}',
      provided: ['interior(a)', 'interior(b)'],
      say: 'Differentiate the branch where it applies.',
    },
    {
      name: 'piecewise rule, one branch with border',
      form: 'D({u if a >= b}) => {D(u) if a > b}',
      provided: ['interior(a)', 'interior(b)'],
      say: 'Differentiate the branch inside its border.',
    },
  ],
}
