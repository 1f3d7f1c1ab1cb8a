export const trust = {
  'trust.title': 'How this is known',
  'trust.replayed': 'The checker has replayed every chain of lines above.',
  'trust.step': 'The derivative took one step.',
  'trust.steps': 'The derivative took {count} steps.',
  'trust.steps-some': 'The derivative took {count} steps, {arithmetic} of them plain arithmetic.',
  'trust.arithmetic': 'It rests on arithmetic alone.',
  'trust.rules':
    'Beyond arithmetic it rests on these rules, each asserted in a table and sampled in the tests for value and domain:',
  'trust.rule': '{rule}: {form} ({table})',
  'trust.rule-times': '{rule}: {form} ({table}, {times} times)',
} as const
