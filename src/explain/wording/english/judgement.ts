/** A claim judged. */
export const judgement = {
  'judgement.true': 'true: {because}',
  'judgement.false': 'false: {because}',
  'judgement.false-at': 'false: at {point}: {because}',
  'judgement.instead': 'instead: {instead}',
  'judgement.unknown': 'unknown: {reason}',
} as const
