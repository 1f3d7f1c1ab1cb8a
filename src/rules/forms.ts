/** The forms in the function tables, read once, when first asked for. */
import { type CallNode, type Expr, substitute } from '../expression/expr.ts'
import { definition, primitive } from '../functions/index.ts'
import { parsePattern } from './pattern.ts'

/** The answer for a name, if there is one, worked out once. */
export const memo = <T>(answer: (name: string) => T): ((name: string) => T) => {
  const answers = new Map<string, T>()
  return (name) => {
    const known = answers.get(name)
    if (known !== undefined) return known
    const fresh = answer(name)
    if (fresh !== undefined) answers.set(name, fresh)
    return fresh
  }
}

type Forms = (name: string, args: readonly Expr[]) => readonly Expr[]

/** Forms that the row of a function holds, its letters set to the operands of a call. */
function formsIn(field: (name: string) => readonly string[] | undefined): Forms {
  const forms = memo((name) => (field(name) ?? []).map((form) => parsePattern(form)))
  return (name, args) => {
    const found = forms(name)
    if (found.length === 0) return found
    const { letters = [] } = primitive(name) ?? definition(name) ?? {}
    const values = new Map(letters.map((letter, i) => [letter, args[i] as Expr]))
    return found.map((form) => substitute(form, values))
  }
}

/** Where the primitive is defined at these operands. */
export const domainRow: Forms = formsIn((name) => primitive(name)?.domain)
/** Where the primitive is defined and continuous near these operands. */
export const interiorRow: Forms = formsIn((name) => primitive(name)?.interior)
const ranges = formsIn((name) => primitive(name)?.range)
/** What holds of every value of the primitive, said of this one. */
export const rangeRow = (u: CallNode): readonly Expr[] =>
  ranges(u.head, u.args).map((row) => substitute(row, new Map([['y', u]])))

const only = (form: string | undefined): readonly string[] => (form === undefined ? [] : [form])
const bodies = formsIn((name) => only(definition(name)?.form))
const elementary = formsIn((name) => only(primitive(name)?.elementary))

/** A call of a defined function, opened; any other term is `undefined`. */
export const opened = (u: Expr): Expr | undefined =>
  u.kind === 'call' ? bodies(u.head, u.args)[0] : undefined

/** A call of a primitive, by exponentials, logarithms, sines, roots and absolute values; else `undefined`. */
export const elementaryForm = (u: Expr): Expr | undefined =>
  u.kind === 'call' ? elementary(u.head, u.args)[0] : undefined

/** Is this function defined for every real operand? */
export const isTotal: (head: string) => boolean = memo((head) => {
  const row = definition(head)
  return row ? isTotalTerm(parsePattern(row.form)) : primitive(head)?.domain.length === 0
})

/** Is u built from numbers, symbols, sums, products and functions that are defined everywhere? */
function isTotalTerm(u: Expr): boolean {
  if (u.kind !== 'call') return true
  const plain = u.head === 'add' || u.head === 'multiply' || u.head === 'negate'
  return (plain || isTotal(u.head)) && u.args.every(isTotalTerm)
}
