/** The solutions of an equation. */
export const solution = {
  'solution.every': 'every {letter}',
  'solution.none': 'There is no real solution.',
  'solution.only': 'There is no other real solution.',
  'solution.all': 'These are all the real solutions.',
  'solution.not-listed': 'No solutions are listed: {reason}. That does not say that there is none.',
  'solution.perhaps-more': 'There may be other solutions: {reason}.',
} as const
