export const examples = {
  'examples.title': 'Worked values',
  'examples.value': 'value',
  'examples.exact': 'exact',
  'examples.digits': '{digits} digits',
  'examples.every-digit': 'Every digit shown is right; the exact values were derived and replayed.',
  'examples.replayed': 'The exact values were derived and replayed.',
  'examples.given': 'For {conditions}:',
  'examples.of-higher': 'the values are those of the function and its first derivative',
  'examples.absent': 'at none of the simple numbers that were tried was a value found in the time allowed',
} as const
