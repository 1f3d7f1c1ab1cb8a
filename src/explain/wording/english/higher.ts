export const higher = {
  'higher.title': 'Higher derivatives',
  'higher.where': 'They hold for {conditions}.',
  'higher.of-higher': 'a higher derivative is what was asked for',
  'higher.constant': 'the derivative does not vary, so the next ones are 0',
  'higher.absent': 'the second derivative was not found in the time allowed, or is too long to say anything',
} as const
