export const work = {
  'work.calculation': 'calculation',
  'work.arithmetic': 'Arithmetic, order and like terms.',
  'work.times': '{rule} ({times} times)',
  'work.by-chain-rule': '{rule}, chain rule',
} as const
