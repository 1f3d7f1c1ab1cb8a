export const saturation = {
  'saturation.title': 'Saturation and vanishing gradient',
  'saturation.order': 'it is about the first derivative',
  'saturation.absent': 'the derivative was not found to tend to 0 at an end of the line',
  'saturation.fades':
    'The slope fades: {limit} as {places}. What learns by following its slope learns little there.',
  'saturation.bound':
    '{bound}, and no smaller bound holds. Through {n} layers the slope has {n} such factors.',
  'saturation.bound-for':
    '{bound} for {conditions}, and no smaller bound holds. Through {n} layers the slope has {n} such factors.',
  'saturation.then-one': ' Their product is at most 1: it never grows, and need not shrink.',
  'saturation.then-power': ' Their product is at most {power}.',
  'saturation.then-table': ' Their product is at most {power}:',
  'saturation.layers': 'layers',
  'saturation.at-most': 'at most',
  'saturation.digits': '{digits} digits',
  'saturation.small': '{bound} for {place}.',
  'saturation.small-both': '{bound} for {place} and for {other}.',
  'saturation.nowhere-0':
    'In the real numbers {slope} is nowhere 0, so there is always something to learn from.',
  'saturation.in-doubles':
    'In double precision that depends on the form: {form}, with the value of the function for {letter}, is exactly 0 from {place} on (measured at every whole number to {last}).',
  'saturation.in-doubles-down':
    'In double precision that depends on the form: {form}, with the value of the function for {letter}, is exactly 0 from {place} on, going down (measured at every whole number to {last}).',
  'saturation.written-out':
    ' Written out, as {form}, it still gives {value} at {place}: compute it so where it is small.',
  'saturation.picture':
    'How steep the function is, beside others, on a logarithmic scale: where a curve falls in a straight line, each step to the side divides the slope by the same number.',
} as const

export const compared = {
  'compared.title': 'Beside other functions',
  'compared.not-fading': 'its slope was not found to fade at an end of the line',
  'compared.no-steepest': 'its steepest slope is no number, depends on letters or was not found',
  'compared.no-time': 'no other function was analysed in the time allowed',
  'compared.function': 'function',
  'compared.steepest': 'steepest slope',
  'compared.through-layers': '{layers} layers at most',
  'compared.small': 'slope below {bound}',
  'compared.this': 'this one',
  'compared.missing': 'Not worked out in this time: {names}.',
  'compared.not-settled': 'not settled',
  'compared.nowhere': 'nowhere far out',
} as const
