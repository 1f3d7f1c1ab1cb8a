/** What is left when nothing more particular is found: something was lost on the way. */
import type { Mistake } from '../mistake.ts'

export const lapses: readonly Mistake[] = [
  {
    name: 'sign lost',
    forms: ['-u => u', 'u + v => u - v', 'u - v => u + v'],
    example: ['4 - 2*x', '4 + 2*x'],
    say: 'All is there but a sign: follow each minus from the line before.',
  },
  {
    name: 'sign of a part turned',
    forms: ['u - v => v - u', 'u => -u'],
    example: ['1 + e^(sin(x)*cos(x))', '1 + e^(-sin(x)*cos(x))'],
    say: 'This part has the wrong sign: was a difference taken the wrong way round?',
  },
  {
    name: 'constant lost',
    forms: ['u + n => u', 'u - n => u', 'n + u => u'],
    where: { n: 'number' },
    example: ['sin(x) + 7', 'sin(x)'],
    say: 'A constant term has gone missing on the way.',
  },
  {
    name: 'factor lost',
    forms: ['n*u => u', 'u/n => u', '1/n => 1'],
    where: { n: 'number' },
    example: ['6*sin(x) + 1', 'sin(x) + 1'],
    say: 'A constant factor has gone missing on the way.',
  },
  {
    name: 'term lost',
    forms: ['u + v => u', 'u*v => u'],
    example: ['x^2 + sin(x)', 'x^2'],
    say: 'A part of the line before has gone missing on the way.',
  },
  {
    name: 'fraction turned over',
    forms: ['u/v => v/u', '1/u => u', 'u => 1/u'],
    example: ['sin(x)/(3 + x)', '(3 + x)/sin(x)'],
    say: 'Top and bottom have changed places.',
  },
  {
    name: 'number miscalculated',
    forms: [],
    on: 'number',
    example: ['3*(x + 2) + 4*x', '7*x + 5'],
    say: 'All is well but one number: work it out again.',
  },
  {
    name: 'factors that do not multiply back',
    forms: [],
    shape: 'factoring',
    example: ['x^2 + 5*x + 6', '(x + 1)*(x + 6)'],
    say: 'Multiply the factors out again: they should give the line before.',
  },
  {
    name: 'brackets multiplied out wrongly',
    forms: [],
    shape: 'expanding',
    example: ['(x + 2)*(x + 3)', '3*x^2 + 7*x + 1'],
    say: 'Each term of one bracket meets each of the other: write all the products down, then collect.',
  },
]
