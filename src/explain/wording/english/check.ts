export const check = {
  'check.title': 'Does it stand the test?',
  'check.order': 'the first derivative is held against another form only',
  'check.constant': 'the derivative does not vary, so there is nothing to draw',
  'check.absent': 'no other form and no values were found to hold against the derivative',
  'check.overlay':
    'The derivative as {first} (+) and as {second} (o), at the same points: where one sign hides the other, they coincide.',
  'check.apart':
    ' Measured at {points} points from {from} to {to}, the two differ by at most {difference} in double precision, by rounding alone: they are proved equal.',
  'check.same':
    ' Measured at {points} points from {from} to {to}, the two do not differ in double precision; and they are proved equal.',
  'check.quotients':
    'The slope between two points close together, {quotient} with {h}, should be nearly the derivative:',
  'check.difference': 'apart by',
  'check.digits-exact': 'All {digits} digits shown are right.',
  'check.digits':
    'All {digits} digits shown are right, so what the two are apart does not come from rounding, but from the bend of the curve between the two points.',
} as const
