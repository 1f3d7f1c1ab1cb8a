/**
 * Why the loss is what it is: from the odds to the likelihood, to cross-entropy, to its derivative (p − y)·x. Each line
 * is an equation between formulas that is decided by `compare`, and shown only with its verdict.
 */
import { compare } from '../../decide/index.ts'
import { workedOut } from '../../derive/worked-out.ts'
import { substitute } from '../../expression/expr.ts'
import { parse, print } from '../../syntax/index.ts'
import { lossOf } from './loss.ts'

export interface ExplainedLine {
  readonly say: string
  readonly left: string
  readonly right: string
  /** What `compare` says of the two sides. */
  readonly verdict: 'equal' | 'different' | 'disjoint' | 'unknown'
}

/** What is said, and the two sides in p, y, z, x, b and c; p stands for the link of z. */
const LINES: readonly (readonly [say: string, left: string, right: string, logit?: true])[] = [
  ['The logarithm of the odds is linear: z = b·x + c', 'log(p/(1-p))', 'z', true],
  [
    'An outcome y, 0 or 1, has this likelihood; its logarithm is a sum',
    'log(p^y*(1-p)^(1-y))',
    'y*log(p) + (1-y)*log(1-p)',
  ],
  [
    'Its negative, the cross-entropy, is the loss of a row',
    '-(y*log(p) + (1-y)*log(1-p))',
    'log(1+e^z) - y*z',
    true,
  ],
  ['Its derivative by z is the chance less the outcome', 'D(-(y*log(p) + (1-y)*log(1-p)), z)', 'p - y', true],
  [
    'Its derivative by a coefficient is that times the column',
    'D(log(1+e^(b*x+c)) - y*(b*x+c), b)',
    '(1/(1+e^-(b*x+c)) - y)*x',
    true,
  ],
  [
    'The second one does not depend on the outcome: the loss is convex',
    'D(D(log(1+e^(b*x+c)) - y*(b*x+c), b), b)',
    '1/(1+e^-(b*x+c))*(1 - 1/(1+e^-(b*x+c)))*x^2',
    true,
  ],
]

/** The lines that hold for the link. */
export function explained(link?: string): readonly ExplainedLine[] {
  const loss = lossOf(link)
  const p = new Map([['p', loss.link]])
  return LINES.flatMap(([say, left, right, logit]): ExplainedLine[] => {
    if (logit && !loss.isLogit) return []
    const [u, v] = [parse(left), parse(right)]
    const whole = workedOut(substitute(u, p), { variable: 'z' }).formula
    const { verdict } = compare(whole, substitute(v, p), { variable: 'z' })
    return [{ say, left: print(u, 'unicode'), right: print(v, 'unicode'), verdict }]
  })
}
