/** Forms that other people use. */
export const forms = {
  'forms.title': 'Other forms',
  'forms.absent': 'no other usual form was found in the time allowed',
  'forms.of-function': 'The function is also written',
  'forms.of-derivative': 'Its derivative is also written',
  'forms.proved': 'Every form is proved equal. All lines from one to another: {command}',
  'forms.fewer-points': '{form}, which is defined at fewer points',
  'forms.more-points': '{form}, which is defined at more points',
  'forms.other-points': '{form}, which is not defined at the same points',
  'forms.unknown-points': '{form}, whose domain may differ',
  'forms.by': '{form}; the way there: {rules}',
} as const
