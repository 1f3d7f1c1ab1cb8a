export const graph = {
  'graph.title': 'Pictures',
  'graph.absent':
    'there is nothing to draw: it is defined nowhere, or no values for its letters were found for which it varies',
  'graph.how':
    'Curves are drawn through values in double precision; what is said of them below each picture, and marked on it, is proved.',
  'graph.drawn-for': 'Drawn for {values}.',
  'graph.supposing': 'What is said of it holds for {conditions}.',
  'graph.function': 'The graph of {f}.{facts}',
  'graph.both': '{f}, and its derivative {slope}.{facts}',
  'graph.fact': ' {fact}',
  'graph.s-shaped':
    '{f} is S-shaped: it rises all the way from {from} to {to}, first ever faster, then ever slower.',
  'graph.s-shaped-falling':
    '{f} is S-shaped: it falls all the way from {from} to {to}, first ever faster, then ever slower.',
  'graph.bell': '{f} is bell-shaped: positive, with one peak, fading at both ends.',
  'graph.rises': '{f} rises all the way.',
  'graph.falls': '{f} falls all the way.',
  'graph.steepest': 'It is steepest at {place}, with slope {slope}.',
  'graph.period': 'It repeats itself with the period {period}; what follows is about the one around 0.',
  'graph.greatest': 'The greatest value of {f} is {value}, at {places}.',
  'graph.least': 'The least value of {f} is {value}, at {places}.',
  'graph.maximum': '{f} has a local maximum {value} at {places}.',
  'graph.minimum': '{f} has a local minimum {value} at {places}.',
  'graph.inflections': 'It turns from one bend to the other at {places}.',
  'graph.pole': 'It grows beyond all bounds, up or down, near {places}.',
  'graph.level': 'Far out it comes close to the line {lines}.',
  'graph.levels': 'Far out it comes close to the lines {lines}.',
  'graph.hole': 'It leaves out the point {place}, where {value} would fill the gap.',
  'graph.corner': 'At {place} the slope goes from {left} to {right} at once: there is no derivative.',
  'graph.jump': 'It jumps at {place}.',
  'graph.tangent':
    '{f} with its tangent at {place}, {line}: the derivative there, {slope}, is the slope of this line.{why}',
  'graph.at-inflection': ' This is where the curve turns from one bend to the other.',
  'graph.at-steepest': ' Nowhere is the curve steeper.',
} as const
