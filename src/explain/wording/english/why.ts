/** Why the formula has the form it has. */
export const why = {
  'why.title': 'Why this form',
  'why.of-higher': 'it is asked of the function, not of its higher derivatives',
  'why.polynomial':
    'a polynomial is built by sums and products as it is written; there is no question behind it',
  'why.absent':
    'no question was found in the time allowed to which the formula is the answer, and it lacks what one wishes of a curve between two bounds',
  'why.wishes': 'It has what one wishes of a curve between two bounds:',
  'why.wishes-for': 'It has what one wishes of a curve between two bounds, for {conditions}:',
  'why.question': 'The formula answers a question: for which {y} is',
  'why.back': 'The left side takes a value {y} of the function back to {x}. Solved for {y}:',
  'why.back-for':
    'The left side takes a value {y} of the function back to {x}, for {conditions}. Solved for {y}:',
  'why.solved': 'The question comes from solving the function for its variable:',
} as const
