export const otherRoads = {
  'other-roads.title': 'Other roads to the derivative',
  'other-roads.absent': 'the other rules lead over the same lines',
  'other-roads.order': 'other roads are shown for the first derivative only',
  'other-roads.all': 'Each of these was checked, and its result proved equal to {derivative}.',
  'other-roads.reciprocal': 'By the reciprocal rule',
  'other-roads.reciprocal.when':
    'Take it where only the denominator varies: it is the quotient rule without the term that would be 0.',
  'other-roads.quotient': 'By the quotient rule',
  'other-roads.quotient.when':
    'Take it for any fraction: it always leads there, at the price of a term that is 0 where the numerator is constant.',
  'other-roads.chain': 'As a power, by the chain rule',
  'other-roads.chain.when':
    'Take it if you would rather remember no rule for fractions: one over something is that thing to the power −1. Only one factor varies, so the rule that acts is the chain rule, not the product rule.',
  'other-roads.product': 'As a product, by the product rule',
  'other-roads.product.when':
    'Take it if you would rather remember no rule for fractions and both parts vary: the divisor becomes a factor with a negative exponent.',
  'other-roads.logarithmic': 'By the logarithm',
  'other-roads.logarithmic.when':
    'Take it for many factors, or for a power with the variable in its exponent: the logarithm makes sums of products. It says nothing where {f} is 0.',
  'other-roads.logarithmic-positive.when':
    'Take it for many factors, or for a power with the variable in its exponent: the logarithm makes sums of products.',
  'other-roads.limit': 'From the definition, as a limit',
  'other-roads.limit.when':
    'Take it to trust no rule: the derivative is what the slope between {x} and {moved} tends to as {h} tends to 0.',
  'other-roads.limit.cancelled': 'Here {h} can be cancelled before it tends to 0:',
  'other-roads.limit.known':
    'The limit is worked out by the checker itself, from how fast each part of the quotient changes.',
  'other-roads.limit.conditions': 'It holds for {conditions}.',
  'other-roads.other-form': 'This is {derivative} in another form: the two are proved equal.',
  'other-roads.rest': 'To {form}, beginning with {rest}',
  'other-roads.rest.when':
    'Take it if adding and subtracting a number seems to come from nowhere: ask first what {rest} is.',
  'other-roads.rest.then': 'So the derivative is a product with this as a factor:',
  'other-roads.rest.end': 'The parts are the value {f} of the function and {rest}:',
} as const
