/** The derivative line by line, and the result. */
export const derivative = {
  'derivative.title': 'The derivative by {x}, line by line',
  'derivative.second': 'The second derivative by {x}, line by line',
  'derivative.third': 'The third derivative by {x}, line by line',
  'derivative.higher': 'The derivative of order {order} by {x}, line by line',
  'result.title': 'The result',
  'result.assuming': 'Assuming {conditions}.',
  'result.holds': 'It holds for {conditions}.',
  'result.everywhere': 'The formula is defined for all real numbers.',
  'result.defined': 'The formula is defined where {conditions}.',
  'result.silent':
    'Where {conditions} fails, the rules used here are silent: that alone does not say that there is no derivative.',
} as const
