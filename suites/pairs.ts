/** Pairs of formulas from other projects' tests: equal or not, as far as both are defined over the reals. */
import type { Verdict } from '../src/decide/index.ts'
import { compare } from '../src/derive/compare.ts'
import { type Expr, freeSymbols } from '../src/expression/expr.ts'
import { derivativeIs } from './derivatives.ts'
import { plainTerm, typedTerm } from './dialects.ts'
import { attempt, judgedVerdict } from './judged.ts'
import type { Part, Row } from './suite.ts'

/** Two formulas, of which the second may be claimed to be the derivative of the first. */
export interface Pair {
  readonly left: Expr
  readonly right: Expr
  readonly derivedBy?: string
  readonly assuming?: readonly string[]
  readonly truth: 'equal' | 'different'
}

/** STACK's answer tests; their policy for teachers gives way to what numbers say. */
const stack = (row: Row): Pair => ({
  left: plainTerm(row.student_infix),
  right: plainTerm(row.teacher_infix),
  truth: (row.numeric_equal_pos ?? row.expected) ? 'equal' : 'different',
})

/** What SymPy assumes of a symbol, in our words; that it is real goes without saying. */
const CONDITION: Readonly<Record<string, string>> = { positive: '> 0', nonzero: '!= 0' }

function sympy(row: Row): Pair {
  const [from, variable] = row.args as string[]
  const pair = { left: plainTerm(from as string), right: plainTerm(row.expected), truth: 'equal' } as const
  if (row.op === 'diff') return { ...pair, derivedBy: variable as string }
  const assuming = Object.entries(row.assumptions as Readonly<Record<string, readonly string[]>>).flatMap(
    ([name, kinds]) => kinds.flatMap((kind) => (CONDITION[kind] ? [`${name} ${CONDITION[kind]}`] : [])),
  )
  return { ...pair, assuming }
}

const DERIVATIVE: ReadonlySet<string> = new Set(['derivative', 'derivative-raw', 'derivative-latex', 'diff'])
const ANTIDERIVATIVE: ReadonlySet<string> = new Set(['integral', 'integrate'])

/** Algebrite asks whether `d(f, x)` and something after it come to the expected: f' is that less the rest. */
function algebriteDerivative(row: Row): Pair {
  const rest = String(row.input).slice(`d(${row.expr},x)`.length)
  const right = typedTerm(rest === '' ? row.expected : `${row.expected} - (0 ${rest})`)
  return { left: typedTerm(row.expr), right, derivedBy: 'x', truth: 'equal' }
}

/** The JavaScript libraries' own tests. Where the input says what to do with a formula, `expr` is the formula. */
function javascript(row: Row): Pair {
  if (row.suite === 'algebrite' && row.op === 'derivative') return algebriteDerivative(row)
  const input = typedTerm(row.input_infix ?? (row.op === 'abs' ? row.input : (row.expr ?? row.input)))
  const expected = typedTerm(row.expected_infix ?? row.antiderivative ?? row.expected)
  const [pair, derivedBy] = [{ left: input, right: expected, truth: 'equal' } as const, row.variable ?? 'x']
  if (DERIVATIVE.has(row.op)) return { ...pair, derivedBy }
  if (ANTIDERIVATIVE.has(row.op)) return { ...pair, left: expected, right: input, derivedBy }
  const isPositive = String(row.options).includes('positiveContext')
  return { ...pair, assuming: isPositive ? freeSymbols(input).map((name) => `${name} > 0`) : [] }
}

/** What compare, or differentiate and compare, say of a pair. */
function verdictOn({ left, right, derivedBy, assuming = [] }: Pair): Verdict {
  if (derivedBy !== undefined) return derivativeIs(left, derivedBy, right)
  return compare(left, right, { assuming })
}

interface Source {
  readonly file: string
  readonly title: string
  readonly counts: (row: Row) => boolean
  readonly pairOf: (row: Row) => Pair
  readonly sectionOf: (row: Row) => string
}

/** The files, with what is a pair in them. */
export const SOURCES: readonly Source[] = [
  {
    file: 'stack_answertests',
    title: 'AlgEquiv, expressions',
    counts: (row) => row.test === 'AlgEquiv' && row.kind === 'expr',
    pairOf: stack,
    sectionOf: () => 'AlgEquiv',
  },
  {
    file: 'sympy_rewrite',
    title: 'rewriting, numerically confirmed',
    counts: (row) => row.numeric_ok === true,
    pairOf: sympy,
    sectionOf: (row) => row.op,
  },
  {
    file: 'js_cas_tests',
    title: 'validated pairs',
    counts: (row) => row.validated === true,
    pairOf: javascript,
    sectionOf: (row) => row.suite,
  },
]

export const PAIRS: readonly Part[] = SOURCES.map(({ file, title, counts, pairOf, sectionOf }) => ({
  ...{ file, title, counts, name: file },
  caseOf: (row) => {
    const pair = pairOf(row)
    return {
      id: row.id,
      section: sectionOf(row),
      text: textOf(row),
      ask: () => attempt(() => verdictOn(pair)),
      judge: (answer) => judgedVerdict(answer as Verdict | Error, pair.truth),
    }
  },
}))

/** The question as one reads it. */
export const textOf = (row: Row): string =>
  row.student_infix !== undefined
    ? `${row.student_infix}  ≡  ${row.teacher_infix}`
    : `${row.input ?? (row.args as unknown[]).join(', ')}  ≡  ${row.expected}`
