/** Two formulas compared. */
export const comparison = {
  'comparison.equal': 'equal wherever both are defined; {domains}',
  'comparison.equal-for': 'equal for {conditions}, wherever both are defined; {domains}',
  'comparison.different': 'different: the left side is {left}, the right side is {right}',
  'comparison.different-at': 'different: at {point} the left side is {left}, the right side is {right}',
  'comparison.differs': 'different: the two sides differ, but only after more digits than fit here',
  'comparison.differs-at':
    'different: at {point} the two sides differ, but only after more digits than fit here',
  'comparison.disjoint': 'disjoint: they are nowhere both defined, so there is nothing to compare',
  'comparison.unknown': 'unknown: {reason}',
  'comparison.worked-out': 'with the derivatives worked out:',
  'comparison.domains.same': 'both have the same domain',
  'comparison.domains.left-wider': 'the left side is defined at more points',
  'comparison.domains.right-wider': 'the right side is defined at more points',
  'comparison.domains.overlap': 'each is defined at points where the other is not',
  'comparison.domains.disjoint': 'they are nowhere both defined',
  'comparison.domains.unknown': 'how their domains compare is not known',
  'comparison.about': 'about {number}',
  'comparison.between': 'from {low} to {high}',
} as const
