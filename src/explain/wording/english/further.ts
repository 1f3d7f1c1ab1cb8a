/** Antiderivative, inverse, and the polynomial that agrees with the function at a point. */
export const further = {
  'further.title.antiderivative': 'Antiderivative',
  'further.title.inverse': 'Inverse',
  'further.title.taylor': 'Taylor polynomial',
  'further.also.inverse': 'inverse',
  'further.also.taylor': 'Taylor polynomial',
  'further.of-higher': 'they are those of the function, not of its higher derivatives',
  'further.absent':
    'neither an antiderivative nor the inverse nor a Taylor polynomial was found in the time allowed',
  'further.differentiated':
    'Differentiated, it gives back the function; any other antiderivative differs from it by a constant on each piece of the domain.',
  'further.differentiated-for':
    'Differentiated, it gives back the function, for {conditions}; any other antiderivative differs from it by a constant on each piece of the domain.',
  'further.inverse':
    'This takes each value {y} of the function, {values}, back to {x}: it is one to one, and {reason}.',
  'further.inverse-for':
    'This takes each value {y} of the function, {values}, back to {x}, for {conditions}: it is one to one, and {reason}.',
  'further.taylor':
    'Near {place} the function begins like {polynomial}, the polynomial with the same value and the same first derivatives there.',
  'further.taylor-for':
    'Near {place} the function begins like {polynomial}, for {conditions}: the polynomial with the same value and the same first derivatives there.',
} as const
