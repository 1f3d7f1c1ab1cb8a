export const vanishing = {
  'vanishing.title': 'Vanishing gradient, measured',
  'vanishing.order': 'it is about the first derivative',
  'vanishing.no-unit':
    'it is no unit of a network: it does not go one way, or its slope was not found to fade at an end of the line',
  'vanishing.letters': 'it has letters without a value',
  'vanishing.not-measured': 'what passes through layers of it leaves the range of doubles',
  'vanishing.measured':
    'Networks of such units were drawn at random, {width} in each layer. Random inputs passed forward and random errors back, and nothing was learnt yet. So large is the gradient of the first layer’s weights beside that of the last one’s:',
  'vanishing.weights': 'first weights',
  'vanishing.layers': 'layers',
  'vanishing.ratio': 'first layer beside last',
  'vanishing.factor': 'each layer',
  'vanishing.expected': 'expected',
  'vanishing.saturated': 'saturated',
  'vanishing.xavier': 'Xavier’s',
  'vanishing.he': 'He’s',
  'vanishing.part': '{part} %',
  'vanishing.legend':
    '“Each layer” is the factor of one layer on the way back, “expected” what holds for very wide networks (S. Schoenholz and others, 2017).',
  'vanishing.legend-saturated':
    ' “Saturated” are units whose slope is below a tenth of the steepest, {bound}.',
  'vanishing.why':
    'Why: in each layer errors are multiplied by the slopes, here {slope} in the root mean square, and by what the weights stretch, {stretch} with {initial} first weights.',
  'vanishing.why-bound':
    'Why: in each layer errors are multiplied by the slopes, here {slope} in the root mean square and never more than {bound}, and by what the weights stretch, {stretch} with {initial} first weights.',
  'vanishing.so-vanishes':
    ' The gradient is multiplied by {factor} from layer to layer: of {depth} layers the first has {ratio} times that of the last one, and hardly learns.',
  'vanishing.so-stays':
    ' The gradient, errors times inputs, is multiplied by {factor} from layer to layer: of {depth} layers the first still has {ratio} times that of the last one, and learns as well.',
  'vanishing.so-grows':
    ' The gradient is multiplied by {factor} from layer to layer: of {depth} layers the first has {ratio} times that of the last one, so steps have to be small.',
  'vanishing.beside':
    ' Beside it: of networks of {units} with He’s weights, drawn in the same way, the first layer has {ratio} times the gradient of the last one.',
  'vanishing.picture':
    'The gradient on its way back, layer by layer, as a part of that of the last layer; the lines are powers of the factors in the table.',
} as const
