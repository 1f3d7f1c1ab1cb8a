/**
 * Where a parameter stands in a formula, which says what size it has: as a factor c·θᵏ of a term of a sum, then the term
 * matters beside the rest of the sum; or of what a function is applied to, then that matters beside 1. Sites are read
 * off the formula; no model is known by name.
 */
import { call, type Expr, freeSymbols, isCall } from '../../expression/expr.ts'
import { exponentValue } from '../../rules/exponent.ts'

/** θ stands in `part`, which is proportional to θ^`degree`. */
export interface Site {
  readonly kind: 'term' | 'argument' | 'angle' | 'logarithm'
  readonly part: Expr
  readonly degree: number
  /** Of a term: the sum without it, and whether what a function is applied to is proportional to the sum. */
  readonly others?: Expr
  readonly isWithin?: boolean
}

/** The sites of a parameter, at most so many. */
export function sitesOf(formula: Expr, name: string): readonly Site[] {
  const found: Site[] = []
  visit(formula, name, { isWithin: false }, found)
  return found
}

interface Around {
  readonly isWithin: boolean
}

/** Heads whose value is proportional to a power of their operands'. */
const MONOMIAL: ReadonlySet<string> = new Set(['negate', 'multiply', 'divide', 'sqrt', 'abs', 'power'])

const PERIODIC: ReadonlySet<string> = new Set(['sin', 'cos', 'tan'])

function visit(u: Expr, name: string, around: Around, found: Site[]): void {
  if (u.kind !== 'call' || !freeSymbols(u).includes(name)) return
  if (isCall(u, 'add')) {
    u.args.forEach((term, i) => {
      const degree = degreeIn(term, name)
      if (degree !== undefined && degree !== 0) {
        const others = u.args.filter((_, k) => k !== i)
        const sum = others.length === 1 ? (others[0] as Expr) : call('add', others)
        found.push({ kind: 'term', part: term, degree, others: sum, isWithin: around.isWithin })
        return
      }
      visit(term, name, around, found)
    })
    return
  }
  if (MONOMIAL.has(u.head) && !(isCall(u, 'power') && exponentValue(u.args[1] as Expr) === undefined)) {
    u.args.forEach((arg, i) => {
      visit(arg, name, u.head === 'divide' && i === 1 ? { isWithin: false } : around, found)
    })
    return
  }
  for (const arg of u.args) {
    const degree = degreeIn(arg, name)
    if (degree !== undefined && degree !== 0) {
      const kind = isCall(u, 'log') ? 'logarithm' : PERIODIC.has(u.head) ? 'angle' : 'argument'
      found.push({ kind, part: arg, degree })
    } else {
      // a logarithm has no middle that a term could move
      visit(arg, name, { isWithin: u.head !== 'log' }, found)
    }
  }
}

/** k where u is proportional to θᵏ; nothing where it is not. */
function degreeIn(u: Expr, name: string): number | undefined {
  if (!freeSymbols(u).includes(name)) return 0
  if (u.kind === 'symbol') return 1
  if (u.kind !== 'call') return 0
  const [a, b] = u.args as [Expr, Expr]
  const degrees = (): (number | undefined)[] => u.args.map((arg) => degreeIn(arg, name))
  switch (u.head) {
    case 'negate':
    case 'abs':
      return degreeIn(a, name)
    case 'multiply': {
      let sum = 0
      for (const degree of degrees()) {
        if (degree === undefined) return undefined
        sum += degree
      }
      return sum
    }
    case 'divide': {
      const [top, bottom] = [degreeIn(a, name), degreeIn(b, name)]
      return top === undefined || bottom === undefined ? undefined : top - bottom
    }
    case 'sqrt': {
      const degree = degreeIn(a, name)
      return degree === undefined ? undefined : degree / 2
    }
    case 'power': {
      const [degree, n] = [degreeIn(a, name), exponentValue(b)]
      return degree === undefined || n === undefined ? undefined : (degree * Number(n.num)) / Number(n.den)
    }
    default:
      return undefined
  }
}
