/** What one wishes of a curve between two bounds. */
export const wishes = {
  'wishes.bounded': 'its values lie between two bounds: {values}',
  'wishes.smooth': 'it has derivatives of every order everywhere',
  'wishes.differentiable': 'it has a derivative everywhere',
  'wishes.rises': 'it rises all the way',
  'wishes.falls': 'it falls all the way',
  'wishes.tends': 'it tends to its bounds: {limits}',
} as const
