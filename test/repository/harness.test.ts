import { expect, test } from 'vitest'
import { median, race, table } from '../../bench/harness.mjs'

test('contestants are checked first, run in turn, and compared with the first', async () => {
  const order: string[] = []
  const contestant = (name: string) => ({
    name,
    run: () => {
      order.push(name)
      return name
    },
    check: (result: string) => result === name,
  })
  const timings = await race([contestant('a'), contestant('b')], { rounds: 3, warmUp: 1 })
  expect(order.join('')).toBe(`ab${'ab'}${'ba'}${'ab'}${'ba'}`)
  expect(timings.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(timings[0]?.ratio).toBe(1)
})

test.each([
  ['returns false', () => false],
  [
    'throws',
    () => {
      throw new Error('b is wrong')
    },
  ],
])('nothing is timed where a check %s', async (_, check) => {
  let runs = 0
  const run = () => {
    runs += 1
  }
  const contestants = [
    { name: 'a', run, check: () => {} },
    { name: 'b', run, check },
  ]
  await expect(race(contestants)).rejects.toThrow('b is wrong')
  expect(runs).toBe(2)
})

test('medians', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
})

test('the table', () => {
  const timing = { name: 'ogee', median: 1.2345, quarter: 1, threeQuarters: 123.4, ratio: 1 }
  const other = { name: 'x', median: 12.345, quarter: 0.01234, threeQuarters: 99.96, ratio: 10 }
  expect(table([timing, other])).toBe(
    [
      '       median ms    middle half   ratio',
      'ogee        1.23       1.00–123    1.00',
      'x           12.3   0.0123–100.0    10.0',
    ].join('\n'),
  )
})
