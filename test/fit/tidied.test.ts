/** Tidied programs compute what they computed before, with fewer operations. */
import { expect, test } from 'vitest'
import { forward, reverse } from '../../src/compute/gradient.ts'
import { run } from '../../src/compute/run.ts'
import { programOf } from '../../src/fit/model.ts'
import { tidied } from '../../src/fit/tidied.ts'
import { parse } from '../../src/syntax/index.ts'

test.each([
  'a + (d - a)/(1 + e^(-b*(x - c)))',
  'a*e^(-b*x) + c',
  '{a*x if x < b else c*x^2}',
  'a*max(x, b) - |c*x|',
])('%s', (text) => {
  const u = parse(text)
  const letters = ['x', 'a', 'b', 'c', 'd'].filter((name) => text.includes(name))
  const first = reverse(programOf(u, letters), letters)
  for (const program of [first, forward(first, 'a')]) {
    const after = tidied(program)
    expect(after.nodes.length).toBeLessThanOrEqual(program.nodes.length)
    for (const shift of [-2.1, -0.3, 0.4, 1.7]) {
      const at = letters.map((_, k) => shift + 0.7 * k)
      const [right, found] = [run(program, at), run(after, at)]
      found.forEach((value, i) => {
        expect(value).toBeCloseTo(right[i] as number, 12)
      })
    }
  }
})

test('a part that is infinite and not chosen does no harm', () => {
  const program = tidied(reverse(programOf(parse('1/(1 + e^(-b*x))'), ['x', 'b']), ['b']))
  for (const b of [-4_000, 4_000]) expect(run(program, [1, b]).every(Number.isFinite)).toBe(true)
})
