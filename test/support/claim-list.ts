/** Claims as lines of text, for tests: `kind | formula | assumptions | more`. */
import type { Claim, End, Extended } from '../../src/expression/claim.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { parse } from '../../src/syntax/index.ts'

const parts = (text: string | undefined, by: string): string[] =>
  (text ?? '')
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const read = (text: string): Expr => parse(text)

const extended = (text: string): Extended => (text === 'infinity' || text === '-infinity' ? text : read(text))

/** `1/4 at 0`, or `1 towards upper end`. */
function end(text: string): End {
  const [value, towards] = parts(text, 'towards') as [string, string?]
  if (towards) return { value: extended(value), towards: towards as 'lower end' | 'upper end' }
  const [is, at] = parts(text, ' at ') as [string, string]
  return { value: read(is), at: read(at) }
}

/** A condition that holds wherever those after the bar do: `log(x) < x | x > 0`. */
export function statement(line: string): Claim {
  const [condition, assuming] = line.split('|')
  return { kind: 'holds', assuming: parts(assuming, ',').map(read), condition: read(condition as string) }
}

/** A claim about a function of x: `strictly increasing | x^3 | x > 0`. */
export function property(line: string): Claim {
  const [kind = '', formula = '', assuming, more] = line.split('|').map((part) => part.trim())
  const about = { assuming: parts(assuming, ',').map(read), of: read(formula), variable: 'x' } as const
  const word = kind.split(' ').at(-1) as string
  const strictly = kind.startsWith('strictly')
  switch (word) {
    case 'increasing':
    case 'decreasing':
      return { kind: 'monotone', ...about, direction: word, strictly }
    case 'convex':
    case 'concave':
      return { kind: 'bent', ...about, direction: word, strictly }
    case 'tends': {
      const [to, side, is] = parts(more, ';') as [string, 'left' | 'right' | 'both', string]
      return { kind: 'tends', ...about, to: extended(to), side, is: extended(is) }
    }
    case 'range': {
      const [low, high] = parts(more, ';') as [string, string]
      return { kind: 'range', ...about, low: end(low), high: end(high) }
    }
    case 'exists':
      return {
        kind: 'exists',
        assuming: about.assuming,
        letter: formula,
        conditions: parts(more, ';').map(read),
      }
    default:
      return { kind: word as 'smooth', ...about }
  }
}
