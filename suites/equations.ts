/** Equations in one unknown with finitely many real solutions, from SymPy's tests. */
import { type Branch, type Solution, solve } from '../src/derive/solve/index.ts'
import { verify } from '../src/derive/verify.ts'
import { decide } from '../src/enclose/enclose.ts'
import { call, type Expr, freeSymbols, integer, negate, substitute } from '../src/expression/expr.ts'
import { print } from '../src/syntax/index.ts'
import { plainTerm } from './dialects.ts'
import { dual } from './dual.ts'
import { attempt, failed } from './judged.ts'
import type { Case, Outcome, Part, Row } from './suite.ts'

/** An equation with all its real solutions. */
interface Equation {
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
function equationOf(row: Row): Equation | undefined {
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

/** The values that the letters for whole numbers are tried with. */
const WHOLE = Array.from({ length: 13 }, (_, k) => k - 6)

/** The value in doubles, for every choice of whole numbers, where no condition is seen to fail. */
function valuesOf({ value, conditions }: Branch, assuming: readonly Expr[], variable: string): number[] {
  const letters = [...new Set([value, ...conditions].flatMap(freeSymbols))]
  const choices = letters.reduce<ReadonlyMap<string, Expr>[]>(
    (some, name) => some.flatMap((chosen) => WHOLE.map((n) => new Map(chosen).set(name, whole(n)))),
    [new Map()],
  )
  return choices.flatMap((chosen) => {
    const root = substitute(value, chosen)
    const known = [
      ...conditions.map((c) => substitute(c, chosen)),
      ...assuming.map((c) => substitute(c, new Map([[variable, root]]))),
    ]
    return known.some((c) => decide(c, new Map(), 120, 200) === false) ? [] : [dual(root, {}, '')[0]]
  })
}

const whole = (n: number): Expr => (n < 0 ? negate(integer(-n)) : integer(n))
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))

/** Right if all real solutions are given, and it is said that there are no others. */
function judged({ variable, assuming, roots }: Equation, solution: Solution): Outcome {
  const checked = verify(solution.derivation)
  if (!checked.ok) return { grade: 'wrong', note: `derivation refused: ${checked.reason}` }
  const wanted = roots.map((root) => dual(root, {}, '')[0])
  const known = assuming.map(plainTerm)
  const found = solution.branches.flatMap((branch) => valuesOf(branch, known, variable))
  const extra = found.some((a) => !wanted.some((b) => near(a, b)))
  const missing = wanted.some((a) => !found.some((b) => near(a, b)))
  if (extra) return { grade: 'wrong', note: 'a value that is no solution' }
  if (solution.complete && missing)
    return { grade: 'wrong', note: 'called complete, but a solution is missing' }
  if (!solution.complete)
    return { grade: 'unknown', note: missing ? 'not solved' : 'not known to be complete' }
  return { grade: 'right' }
}

export const EQUATIONS: readonly Part[] = [
  {
    file: 'sympy_solve',
    name: 'sympy_solve',
    title: 'equations in one unknown, all real solutions',
    counts: (row) => equationOf(row) !== undefined,
    caseOf: (row): Case => {
      const asked = equationOf(row) as Equation
      const { equation, variable, assuming, roots } = asked
      return {
        id: row.id,
        section: row.op,
        text: `${print(equation)}  ⇒  ${roots.map((root) => print(root)).join(', ') || 'none'}`,
        ask: () => attempt(() => solve(equation, variable, { assuming })),
        judge: (answer) => (answer instanceof Error ? failed(answer) : judged(asked, answer as Solution)),
      }
    },
  },
]
