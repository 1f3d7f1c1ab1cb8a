export const uses = {
  'uses.title': 'Uses',
  'uses.absent':
    'nothing that is proved of its shape makes it an S-curve, a bell, an exponential, or a function that bends what a layer of a network gives',
  'uses.follows':
    'What it is of use for follows from its shape, which is proved: another function of the same shape has the same uses. The numbers are examples.',
  'uses.missed': 'Not worked out in this time: {titles}.',
  'uses.letter': 'letter',
  'uses.stands-for': 'stands for',
  'uses.example': 'example',
  'uses.quantity': 'quantity',
  'uses.computed': 'computed as',
  'uses.value': 'value ({digits} digits)',
  'uses.source': 'Source: {source}.',

  'uses.known': 'With this function it is the {curve}:',
  'uses.for': 'for {conditions}.',

  'uses.growth.title': 'Growth with a limit',
  'uses.growth.is':
    'A population grows towards the most that its surroundings can feed, such as yeast in a flask:',
  'uses.growth.t': 'time',
  'uses.growth.K': 'carrying capacity, the limit of growth; positive',
  'uses.growth.r': 'rate, how fast the curve is run through; positive',
  'uses.growth.m': 'position in time',
  'uses.growth.slope': 'The derivative is the growth rate, what is added per unit of time:',
  'uses.growth.through': 'Through the population itself, so that its size alone tells how fast it grows:',
  'uses.growth.fastest':
    'It grows fastest at {place}, where {size} and the growth rate is {rate}: before, growth speeds up, afterwards it slows down.',
  'uses.growth.half': 'Half of the limit is reached at {place}.',
  'uses.growth.rate-now': 'growth rate at {at} h',
  'uses.growth.greatest': 'greatest growth rate',

  'uses.dose.title': 'Drug response: effect against dose',
  'uses.dose.is': 'The effect of a drug rises with the logarithm of its concentration along an S-curve:',
  'uses.dose.c': 'dose, as a concentration; positive',
  'uses.dose.E_max': 'greatest effect',
  'uses.dose.EC_50': 'the dose with half of the greatest effect; positive',
  'uses.dose.c_0': 'a dose that the others are measured by; positive',
  'uses.dose.h': 'steepness, the Hill slope; positive',
  'uses.dose.slope': 'The derivative is the sensitivity: by how much the effect changes with the dose.',
  'uses.dose.by-log':
    'Doses are raised by factors, so what counts is the change with the logarithm of the dose, which is the dose times that derivative:',
  'uses.dose.there': 'At {place} the effect is {size}.',
  'uses.dose.half': 'Half of the greatest effect is reached at {place}.',
  'uses.dose.rate-now': 'sensitivity at {at} nmol/L',
  'uses.dose.one-percent': 'by the slope, gain from 1 % more of the dose',

  'uses.firing.title': 'Firing rate of a neuron',
  'uses.firing.is': 'A neuron answers a weak input hardly at all and a strong one with its greatest rate:',
  'uses.firing.I': 'input current',
  'uses.firing.R_max': 'greatest firing rate; positive',
  'uses.firing.theta': 'threshold',
  'uses.firing.s': 'width, the range of inputs over which the rate changes most; positive',
  'uses.firing.slope': 'The derivative is the gain: how much the rate changes with the input.',
  'uses.firing.through': 'Through the rate itself:',
  'uses.firing.threshold': 'At the threshold, {place}, the rate is {rate} and the gain is {gain}.',
  'uses.firing.threshold-steepest':
    'At the threshold, {place}, the rate is {rate} and the gain is {gain}, nowhere greater.',
  'uses.firing.steepest': 'The gain is greatest at {place}, where it is {gain}.',
  'uses.firing.fades':
    'Far below the threshold and far above it the gain tends to 0: there the rate hardly tells one input from another.',
  'uses.firing.gain-now': 'gain at {at} nA',
  'uses.firing.gain-threshold': 'gain at the threshold',

  'uses.learning.title': 'Neuron activation and learning',
  'uses.learning.is': 'The likelihood that a neuron fires, given its weighted input:',
  'uses.learning.x': 'input',
  'uses.learning.w': 'weight of the input',
  'uses.learning.theta': 'threshold',
  'uses.learning.input': 'By how much a small change of the input changes that likelihood:',
  'uses.learning.weight': 'By how much a small change of the weight does, which is what learning changes:',
  'uses.learning.change': 'change of the likelihood when the input goes from {at} up by 0.05',
  'uses.learning.by-slope': 'the same by the slope at {at}',
  'uses.learning.means':
    'Near its threshold the neuron reacts to small changes and learns from them; silent or saturated it does neither, since both derivatives tend to 0.',

  'uses.economy.title': 'Adoption and economic growth with saturation',
  'uses.economy.is':
    'How many households have taken up a new product; or the output of an economy that nears saturation:',
  'uses.economy.t': 'time, in years',
  'uses.economy.M': 'the whole market, in millions of households; the level of saturation',
  'uses.economy.r': 'rate, how fast the curve is run through; positive',
  'uses.economy.m': 'position in time',
  'uses.economy.slope': 'The derivative is the number of new adopters per year, or the growth of output:',
  'uses.economy.percent':
    'Divided by what there is already, it is the growth rate in the sense of economics:',
  'uses.economy.duration': 'From a tenth of the market to nine tenths it takes {duration}.',
  'uses.economy.rate-now': 'new adopters at {at} years, in millions',
  'uses.economy.percent-now': 'growth rate at {at} years',
  'uses.economy.time': 'time from a tenth to nine tenths',

  'uses.transition.title': 'Phase transitions: sharpness',
  'uses.transition.is':
    'What part of a substance has gone over to the other phase, such as DNA whose strands part when it is heated:',
  'uses.transition.T': 'temperature',
  'uses.transition.T_m': 'temperature of the transition',
  'uses.transition.w': 'scale of the width; positive',
  'uses.transition.slope': 'The derivative says how quickly that happens as the temperature rises:',
  'uses.transition.sharpness':
    'It is greatest at {place}, where it is {sharpness}: the sharpness. At this pace the whole transition would take {width}, its width.',
  'uses.transition.jump': 'The smaller {w}, the sharper: the curve nears a jump at {place}.',
  'uses.transition.rate-now': 'slope at {at} K',
  'uses.transition.greatest': 'sharpness',
  'uses.transition.width': 'width',

  'uses.controller.title': 'Controllers with saturation',
  'uses.controller.is': 'A controller answers a deviation, but its output cannot go beyond {low} and {high}:',
  'uses.controller.epsilon': 'deviation from the set point',
  'uses.controller.u_max': 'greatest output; positive',
  'uses.controller.k': 'scale of the deviation; positive',
  'uses.controller.slope': 'The derivative is the gain:',
  'uses.controller.through': 'Through the output itself:',
  'uses.controller.small': 'For small deviations the controller acts like a linear one with gain {gain}.',
  'uses.controller.fades':
    'For large deviations the gain tends to 0: more deviation brings hardly more output.',
  'uses.controller.gain-now': 'gain at a deviation of {at} rad',

  'uses.probability.title': 'Probability: regression and classification',
  'uses.probability.is':
    'A model turns a weighted input into the probability of an outcome, such as passing an exam after so many hours of study:',
  'uses.probability.x': 'input: hours of study',
  'uses.probability.beta_0': 'intercept',
  'uses.probability.beta_1': 'weight of the input',
  'uses.probability.slope': 'The derivative is the sensitivity of the probability to the input:',
  'uses.probability.through': 'Through the probability itself:',
  'uses.probability.most': 'It is greatest in size at {place}, where it is {slope}.',
  'uses.probability.each':
    'With several inputs, the sensitivity to each of them is the same with its own weight in front.',
  'uses.probability.boundary':
    'The decision boundary, where the probability is {half}, lies at {place}: beyond it, for a positive weight, the answer is yes.',
  'uses.probability.rate-now': 'sensitivity at {at} h',
  'uses.probability.boundary-now': 'decision boundary',

  'uses.activation.title': 'Activation function of a network',
  'uses.activation.is':
    'Networks for images, speech and language are stacks of layers: each weighs its input and bends the result.',
  'uses.activation.x': 'input',
  'uses.activation.w': 'weight',
  'uses.activation.b': 'bias',
  'uses.activation.multiplied': 'Two layers that do not bend are one: multiplied out,',
  'uses.activation.collapsed': 'and with the weights and the biases put together, again one linear layer:',
  'uses.activation.bent':
    'With the function in between they are not: a linear layer has one slope everywhere, this function has {first} at {one} and {second} at {other}.',
  'uses.activation.between': 'Whatever comes in, what goes out lies between {low} and {high}.',

  'uses.backpropagation.title': 'Backpropagation',
  'uses.backpropagation.is':
    'How much did each weight contribute to the error? For one unit with the squared error',
  'uses.backpropagation.x': 'input',
  'uses.backpropagation.w': 'weight',
  'uses.backpropagation.b': 'bias',
  'uses.backpropagation.t': 'target',
  'uses.backpropagation.delta':
    'The error signal is the derivative of the error by the weighted input, {z}. By the chain rule, with {y} for the output,',
  'uses.backpropagation.reused':
    'The forward pass knows the output already, so the backward pass needs no more than',
  'uses.backpropagation.weight':
    'The share of the weight in the error is the error signal times what came in through it:',
  'uses.backpropagation.before': 'and this goes on to the layer before:',
  'uses.backpropagation.z': 'weighted input',
  'uses.backpropagation.y': 'output',
  'uses.backpropagation.signal': 'error signal',
  'uses.backpropagation.share': 'share of the weight',

  'uses.descent.title': 'Gradient descent',
  'uses.descent.is':
    'Which way, and how far, should a weight go? Against its share in the error, with the learning rate in front:',
  'uses.descent.eta': 'learning rate',
  'uses.descent.step': 'step of the weight',
  'uses.descent.error-before': 'error before the step',
  'uses.descent.error-after': 'error after it',
  'uses.descent.far-step': 'step of the weight there',
  'uses.descent.far-error': 'error far out, with weight {w} and target {t}',
  'uses.descent.right':
    'Far out on the right the slope tends to 0, and the step with it, however wrong the output is: the vanishing gradient. Through layers such slopes are multiplied.',

  'uses.one-sided.title': 'A unit that keeps learning on one side',
  'uses.one-sided.is': 'For large inputs the slope of this function does not fade; it tends to {slope}:',
  'uses.one-sided.x': 'input',
  'uses.one-sided.product':
    'Through layers the slopes are multiplied. On the side where the slope stays, the product need not vanish; this is the answer of deep networks to functions that level off on both sides.',
  'uses.one-sided.left':
    'On the left the slope tends to 0: a unit that is driven there learns little or nothing.',
  'uses.one-sided.slope-now': 'slope at {at}',
  'uses.one-sided.power-now': 'product of {n} slopes at {at}',

  'uses.density.title': 'Distribution and density',
  'uses.density.is':
    'It goes from 0 to 1 without a jump, so it is the distribution function of a random quantity, which gives the probability of at most so much:',
  'uses.density.x': 'value, such as a measured length',
  'uses.density.m': 'location',
  'uses.density.s': 'scale; positive',
  'uses.density.slope': 'The derivative is the probability density, here a probability per millimetre:',
  'uses.density.total':
    'All of the density together is {one}, since the distribution function runs from {zero} to {one}.',
  'uses.density.median': 'The median is {median}.',
  'uses.density.mode': 'The density is greatest at {place}, where it is {density}.',
  'uses.density.density-now': 'density at {at} mm',
  'uses.density.between': 'probability of a value from {from} to {to} mm',

  'uses.bell.title': 'Tuning curve',
  'uses.bell.is':
    'A response that is greatest for one stimulus and fades on both sides, such as that of a neuron to the direction of a movement:',
  'uses.bell.x': 'stimulus, a direction',
  'uses.bell.A': 'greatest response',
  'uses.bell.m': 'preferred stimulus',
  'uses.bell.s': 'width; positive',
  'uses.bell.slope': 'The derivative says how much the response changes with the stimulus:',
  'uses.bell.peak':
    'At the peak, {place}, it is {zero}: the neuron fires most there, and tells neighbouring stimuli apart least.',
  'uses.bell.steepest':
    'It is steepest at {one} and at {other}: there a small change of the stimulus changes the response most.',
  'uses.bell.rate-now': 'slope at {at} degrees',

  'uses.bell-density.is':
    'The area under it is {area}. Divided by that, it is the probability density of a random quantity, here a probability per millimetre:',
  'uses.bell-density.whole':
    'It is the derivative of the distribution function, which gives the probability of at most so much and runs from 0 to 1:',

  'uses.exponential.title': 'Growth and decay in proportion to what there is',
  'uses.exponential.is':
    'How much there is of what multiplies, or decays, at a rate of its own, such as bacteria with food enough:',
  'uses.exponential.t': 'time',
  'uses.exponential.N_0': 'amount at the beginning; positive',
  'uses.exponential.k': 'rate; positive',
  'uses.exponential.slope': 'The derivative is what is added, or lost, per unit of time:',
  'uses.exponential.through': 'It is in proportion to the amount itself:',
  'uses.exponential.doubles': 'Whenever the time {time} has passed, there is twice as much.',
  'uses.exponential.halves': 'Whenever the time {time} has passed, half of it is left.',
  'uses.exponential.rate-now': 'rate of change at {at} h',
  'uses.exponential.doubling': 'time to double',
  'uses.exponential.halving': 'half-life',

  'uses.own.title': 'What its parts are in several fields',
  'uses.own.is': 'The curve goes one way, and its values lie between {low} and {high}:',
  'uses.own.given': 'What follows holds for {conditions}.',
  'uses.own.derivative': 'Its derivative:',
  'uses.own.through': 'The same through the value itself:',
  'uses.own.steepest': 'It is steepest at {place}, where its value is {value} and its slope {slope}.',
  'uses.own.field': 'field',
  'uses.own.value': 'value',
  'uses.own.slope': 'derivative',
  'uses.own.place': 'where it is steepest',
  'uses.own.probability.variable': 'weighted input',
  'uses.own.probability.value': 'probability of an outcome',
  'uses.own.probability.slope': 'sensitivity to the input',
  'uses.own.probability.steepest': 'sensitivity {slope} at {place}',
  'uses.own.density.variable': 'a random quantity',
  'uses.own.density.value': 'probability of at most that much',
  'uses.own.density.slope': 'probability density',
  'uses.own.density.steepest': 'greatest density, {slope} at {place}',
  'uses.own.growth.variable': 'time',
  'uses.own.growth.value': 'size, with the limit {high}',
  'uses.own.growth.slope': 'growth rate',
  'uses.own.growth.steepest': 'fastest growth, {slope} at {place}',
  'uses.own.dose.log': 'logarithm of the dose',
  'uses.own.dose.dose': 'dose',
  'uses.own.dose.value': 'effect, between {low} and {high}',
  'uses.own.dose.slope': 'sensitivity to the dose',
  'uses.own.dose.steepest': 'the most sensitive dose, at {place}',
  'uses.own.firing.variable': 'input current',
  'uses.own.firing.value': 'firing rate, at most {high}',
  'uses.own.firing.slope': 'gain',
  'uses.own.firing.steepest': 'greatest gain, {slope} at {place}',
  'uses.own.transition.variable': 'temperature',
  'uses.own.transition.value': 'state of the substance',
  'uses.own.transition.slope': 'sharpness',
  'uses.own.transition.steepest': 'width of the transition {width}',

  'sources.title': 'Sources',
  'sources.absent': 'no use of the formula is shown, and it has no name',
  'sources.of': 'what',
  'sources.source': 'source',
  'sources.formula': 'the formula and its name',
  'sources.facts':
    'Only what a formula is used for, and what it is called, is taken from these works. What is said about the function itself was worked out and proved here, and rests on no source.',
} as const
