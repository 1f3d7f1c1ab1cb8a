/**
 * Functions of any number of operands. They are names for formulas too, but no row of a table can
 * have so many letters, so they are read as what they mean: logsumexp(a, b, c) is
 * log(e^a + e^b + e^c), and softmax_2(a, b, c), the second value of the softmax, is
 * e^b/(e^a + e^b + e^c), and max(a, b, c) is max(max(a, b), c) (Goodfellow, Bengio, Courville, Deep Learning, 2016, sections 4.1 and 6.2).
 */
import { call, divide, type Expr, exp, sumOf } from '../expression/expr.ts'

interface OfMany {
  readonly name: string
  /** As many as must be given. */
  readonly letters: readonly string[]
  readonly required: number
  readonly many: true
  readonly apply: (args: readonly Expr[]) => Expr
}

const lettersUpTo = (count: number): string[] => Array.from({ length: count }, (_, i) => `x_${i + 1}`)

const exponentials = (args: readonly Expr[]): Expr => sumOf(args.map((u) => exp(u)))

/** The function of this name that takes any number of operands, if there is one. */
export function ofMany(name: string): OfMany | undefined {
  const index = Number(/^softmax_([1-9]\d?)$/.exec(name)?.[1] ?? 0)
  if (index > 0) {
    const apply = (args: readonly Expr[]): Expr => divide(exp(args[index - 1] as Expr), exponentials(args))
    const letters = lettersUpTo(Math.max(2, index))
    return { name, letters, required: letters.length, many: true, apply }
  }
  if (name === 'max' || name === 'min') {
    const apply = (args: readonly Expr[]): Expr => args.reduce((u, v) => call(name, [u, v]))
    return { name, letters: ['u', 'v'], required: 2, many: true, apply }
  }
  if (name !== 'logsumexp') return undefined
  const apply = (args: readonly Expr[]): Expr => call('log', [exponentials(args)])
  return { name, letters: lettersUpTo(2), required: 2, many: true, apply }
}
