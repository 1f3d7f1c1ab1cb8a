export const reading = {
  'reading.title': 'How it was read',
  'reading.absent': 'the formula can be read in one way only',
  'reading.read-as': 'Read as {read}: {rule}.',
  'reading.or': 'Read as {read}: {rule}; for the other reading write {other}.',
} as const
