/** The forms in the function tables, read once, when first asked for. */
import type { Condition } from '../expression/condition.ts'
import { type Expr, substitute } from '../expression/expr.ts'
import { definition, primitive } from '../functions/index.ts'
import { parsePattern } from './pattern.ts'

const memo = <T>(read: (name: string) => T): ((name: string) => T) => {
  const answers = new Map<string, { readonly value: T }>()
  return (name) => {
    const known = answers.get(name)
    if (known) return known.value
    const value = read(name)
    answers.set(name, { value })
    return value
  }
}

/** What a defined function stands for: its letters and its form in them. */
const definitionBody: (
  name: string,
) => { readonly letters: readonly string[]; readonly body: Expr } | undefined = memo((name) => {
  const row = definition(name)
  return row && { letters: row.letters, body: parsePattern(row.form) }
})

const conditionsOf = (list: 'domain' | 'interior' | 'range'): ((name: string) => readonly Condition[]) =>
  memo((name) => (primitive(name)?.[list] ?? []).map((form) => parsePattern(form)))

const domainRows = conditionsOf('domain')
const interiorRows = conditionsOf('interior')

/** The letters of a function's row set to the operands of a call. */
const operandsByLetter = (letters: readonly string[], args: readonly Expr[]): ReadonlyMap<string, Expr> =>
  new Map(letters.map((letter, i) => [letter, args[i] as Expr]))

const instantiated = (
  rows: readonly Condition[],
  name: string,
  args: readonly Expr[],
): readonly Condition[] => {
  if (rows.length === 0) return rows
  const values = operandsByLetter(primitive(name)?.letters ?? [], args)
  return rows.map((row) => substitute(row, values))
}

/** Where the primitive is defined at these operands. */
export const domainRow = (name: string, args: readonly Expr[]): readonly Condition[] =>
  instantiated(domainRows(name), name, args)

/** Where the primitive is defined and continuous near these operands. */
export const interiorRow = (name: string, args: readonly Expr[]): readonly Condition[] =>
  instantiated(interiorRows(name), name, args)

/** What holds of every value y of the primitive, as conditions on the symbol y. */
export const rangeRow: (name: string) => readonly Condition[] = conditionsOf('range')

/** A call of a defined function, opened; any other term is `undefined`. */
export function opened(u: Expr): Expr | undefined {
  if (u.kind !== 'call') return undefined
  const row = definitionBody(u.head)
  return row && substitute(row.body, operandsByLetter(row.letters, u.args))
}

const elementary = memo((name) => {
  const row = primitive(name)
  return row?.elementary === undefined
    ? undefined
    : { letters: row.letters, body: parsePattern(row.elementary) }
})

/** A call of a primitive, by exponentials, logarithms, sines, roots and absolute values; else `undefined`. */
export function elementaryForm(u: Expr): Expr | undefined {
  if (u.kind !== 'call') return undefined
  const row = elementary(u.head)
  return row && substitute(row.body, operandsByLetter(row.letters, u.args))
}

const totals = new Map<string, boolean>()

/** Is this function defined for every real operand? */
export function isTotal(head: string): boolean {
  const known = totals.get(head)
  if (known !== undefined) return known
  totals.set(head, false)
  const row = definitionBody(head)
  const total = row ? isTotalTerm(row.body) : primitive(head)?.domain.length === 0
  totals.set(head, total)
  return total
}

/** Is u built from numbers, symbols, sums, products and functions that are defined everywhere? */
function isTotalTerm(u: Expr): boolean {
  if (u.kind !== 'call') return true
  const plain = u.head === 'add' || u.head === 'multiply' || u.head === 'negate'
  return (plain || isTotal(u.head)) && u.args.every(isTotalTerm)
}
