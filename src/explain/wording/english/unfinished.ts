/** What an article says at its end where time was over: the sections that it may lack, by their ids. */
export const unfinished = {
  'unfinished.title': 'Not looked for',
  'unfinished.sections':
    'Not looked for, or not to the end, in the time allowed: {sections}. With more time there may be more.',
  'unfinished.summary': 'the table of what is proved',
  'unfinished.why-this-form': 'why it has this form',
  'unfinished.graph': 'pictures',
  'unfinished.other-roads': 'other roads to the derivative',
  'unfinished.in-terms-of-f': 'the derivative in terms of the function',
  'unfinished.higher-derivatives': 'higher derivatives',
  'unfinished.other-forms': 'other forms',
  'unfinished.check': 'a test of the result',
  'unfinished.properties': 'properties',
  'unfinished.claims': 'claims that are not true of it',
  'unfinished.examples': 'worked values',
  'unfinished.antiderivative-and-inverse': 'antiderivative and inverse',
  'unfinished.saturation': 'saturation',
  'unfinished.compared': 'other functions beside it',
  'unfinished.computing': 'how to compute it',
  'unfinished.vanishing-gradient': 'the vanishing gradient, measured',
  'unfinished.uses': 'uses',
  'unfinished.sources': 'sources',
} as const
