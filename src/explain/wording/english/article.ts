export const article = {
  'article.of-curve': 'The {curve}',
  'article.of-formula': 'f = {formula}',
  'article.absent': 'nothing was found',
  'article.not-asked': 'it was not asked for',
  'article.brief': 'it needs a search, and none was wanted or the formula is too large',
  'article.no-time': 'the time allowed was over before it was found',
} as const
