/** Worked values of the function and its derivative: what is put in, the exact value, and its decimals. */
import { evaluate } from '../../derive/evaluate.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { simplify } from '../../derive/simplify.ts'
import { verify } from '../../derive/verify.ts'
import { type Expr, freeSymbols, integer, negate, same, substitute } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { rational } from '../../expression/rational.ts'
import { opened } from '../../rules/forms.ts'
import { print } from '../../syntax/index.ts'
import type { Block, Inline, Section } from '../article.ts'
import type { Subject } from '../subject.ts'

const half = numberTerm(rational(1n, 2n))
/** Tried in this order, until enough of them lie in the domain. */
const PLACES: readonly Expr[] = [
  integer(0),
  integer(2),
  negate(integer(2)),
  integer(1),
  negate(integer(1)),
  half,
  numberTerm(rational(1n, 4n)),
  numberTerm(rational(3n, 4n)),
  integer(3),
]
const WANTED = 3
const DIGITS = 10
/** Exact values with more nodes are left as they are put in. */
const LARGEST = 30

interface Value {
  readonly name: string
  readonly put: Expr
  readonly exact: Expr
  readonly decimals: string
}

export function examplesSection(subject: Subject): Section | undefined {
  const { formula, derivation, variable, order } = subject
  const letters = freeSymbols(formula).filter((name) => name !== variable)
  if (letters.length > 0 || order !== 1) return undefined
  const body = opened(formula) ?? formula
  const rows: Value[][] = []
  for (const at of PLACES) {
    if (rows.length === WANTED) break
    const both = [value('f', body, at, subject), value("f'", derivation.to, at, subject)]
    if (both.every((one) => one !== undefined)) rows.push(both)
  }
  if (rows.length === 0) return undefined
  return {
    id: 'examples',
    title: 'Worked values',
    known: 'enclosed',
    blocks: [
      {
        kind: 'table',
        header: ['value', 'exact', `${DIGITS} digits`],
        rows: rows
          .flat()
          .map(({ name, put, exact, decimals }): (readonly Inline[])[] => [
            [name],
            same(put, exact) ? [put] : [put, ' = ', exact],
            [decimals],
          ]),
      } satisfies Block,
      {
        kind: 'paragraph',
        text: ['Every digit shown is right; the exact values were derived and replayed.'],
      },
    ],
  }
}

function value(name: string, u: Expr, at: Expr, { variable, within }: Subject): Value | undefined {
  const found = evaluate(u, { [variable]: at }, { digits: DIGITS })
  if (found.verdict !== 'value') return undefined
  const put = substitute(u, new Map([[variable, at]]))
  return { name: `${name}(${print(at)})`, put, exact: simplest(put, within(0.1)), decimals: found.value }
}

/** The number in its simplest form, if that is worth showing. */
function simplest(u: Expr, context: ReturnType<Subject['within']>): Expr {
  try {
    const derivation = simplify(u, context)
    const holds = verify(derivation).ok && derivation.conditions.length === 0
    return holds && derivation.to.size <= LARGEST ? derivation.to : u
  } catch (error) {
    if (error instanceof OutOfBudget) return u
    throw error
  }
}
