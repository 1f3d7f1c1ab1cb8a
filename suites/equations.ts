/** Equations in one unknown with finitely many real solutions, from SymPy's tests. */
import { call, type Expr, freeSymbols, integer } from '../src/expression/expr.ts'
import { plainTerm } from './dialects.ts'
import type { Row } from './suite.ts'

/** An equation with all its real solutions. */
export interface Equation {
  readonly equation: Expr
  readonly variable: string
  readonly assuming: readonly string[]
  readonly roots: readonly Expr[]
}

const OPERATIONS: ReadonlySet<string> = new Set(['solve', 'solve_real', 'solveset'])

/** The operands of a list in brackets, at its own level. */
function items(text: string): string[] {
  const found: string[] = []
  let [depth, from] = [0, 0]
  for (let i = 0; i <= text.length; i += 1) {
    const c = text[i] ?? ','
    if ('([{'.includes(c)) depth += 1
    if (')]}'.includes(c)) depth -= 1
    if (c === ',' && depth === 0) {
      found.push(text.slice(from, i).trim())
      from = i + 1
    }
  }
  return found.filter((item) => item !== '')
}

function rootsOf(expected: unknown): string[] | undefined {
  if (Array.isArray(expected))
    return expected.every((item) => typeof item === 'string') ? expected : undefined
  if (expected === 'empty') return []
  const set = /^\{([^{}]*)\}$/.exec(String(expected))
  return set ? items(set[1] as string) : undefined
}

/** What the interval says of the unknown. */
function within(domain: string, x: string): string[] | undefined {
  if (/^(R|Reals|)$/.test(domain)) return []
  const ends = /^(\[|\(|Interval\()(.*), ([^\])]*)(\]|\))$/.exec(domain)
  if (!ends) return undefined
  const [, open, low, high, close] = ends as unknown as [string, string, string, string, string]
  const isOpen = (bracket: string): boolean => bracket === '(' || bracket === ')'
  return [
    ...(/inf|oo/.test(low) ? [] : [`${x} ${isOpen(open) ? '>' : '>='} ${low}`]),
    ...(/inf|oo/.test(high) ? [] : [`${x} ${isOpen(close) && open !== 'Interval(' ? '<' : '<='} ${high}`]),
  ]
}

/** The equation of a row, if the row is one in a single unknown with a finite list of solutions. */
export function equationOf(row: Row): Equation | undefined {
  const [text, ...rest] = row.args as unknown[]
  const texts = rootsOf(row.expected)
  if (!OPERATIONS.has(row.op) || typeof text !== 'string' || !texts || row.substitution_ok === false)
    return undefined
  if (
    /[<>[\]]|Matrix|Piecewise|Ne\(|True|False|_/.test(text) ||
    /implicit|check|dict/.test(JSON.stringify(row.kwargs))
  )
    return undefined
  try {
    const sides = /^Eq\((.*)\)$/.exec(text)
    const [left, right] = sides ? items(sides[1] as string).map(plainTerm) : [plainTerm(text), integer(0)]
    const roots = texts.map(plainTerm)
    const equation = call('=', [left as Expr, right as Expr])
    const [variable = 'x', ...others] = freeSymbols(equation)
    if (rest.length > 0 && String(rest[0]) !== variable) return undefined
    const domain = String(rest[1] ?? row.kwargs?.domain ?? '')
    const bounds = within(domain, variable)
    if (others.length > 0 || !bounds || roots.some((root) => freeSymbols(root).length > 0)) return undefined
    const kinds = (row.assumptions as Readonly<Record<string, readonly string[]>>)[variable] ?? []
    const assuming = [...bounds, ...(kinds.includes('positive') ? [`${variable} > 0`] : [])]
    return { equation, variable, assuming, roots }
  } catch {
    return undefined
  }
}
