export const inTermsOf = {
  'in-terms-of.title': 'In terms of {f}',
  'in-terms-of.order': 'it is about the first derivative',
  'in-terms-of.constant': 'the derivative does not vary',
  'in-terms-of.without': 'the derivative is written through the variable alone as it stands',
  'in-terms-of.not-found':
    'No way to write the derivative through the function itself, as P({f}, {x}), was found. That does not say that there is none.',
  'in-terms-of.no-use':
    'The derivative can be written through the function, as {form} with {f} for {formula}, but that leaves points out and saves nothing.',
  'in-terms-of.write': 'Write {f} for {formula}, the value of the function itself. Then',
  'in-terms-of.where': 'for {conditions}.',
  'in-terms-of.so': 'It comes out of the derivative so:',
  'in-terms-of.already': 'The derivative has it already:',
  'in-terms-of.idea':
    'Why one would think of adding and subtracting: {numerator} stands above {below} and lacks only {number} of it. With that added and taken away again, the fraction is 1 less {part}.',
  'in-terms-of.idea-function':
    'Why one would think of adding and subtracting: {numerator} stands above {below} and lacks only {number} of it. With that added and taken away again, the fraction is 1 less {part}, and that is {f}.',
  'in-terms-of.saves':
    'Once the value {f} is known, its derivative takes {through}; by itself the derivative takes {alone}.',
  'in-terms-of.reused':
    ' Whoever has computed the function on the way forward, as a network does, has the derivative on the way back almost for nothing.',
  'in-terms-of.no-less':
    'Once the value {f} is known, its derivative takes {through}, which is no less than the derivative takes by itself.',
  'in-terms-of.next': 'The next derivatives follow from this one, with {slope} put in each time:',
  'in-terms-of.rules': 'differentiation rules',
  'in-terms-of.put-in': '{slope} put in',
} as const
