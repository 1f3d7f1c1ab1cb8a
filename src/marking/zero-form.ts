/**
 * An equation as a form that is 0 where it holds: l − r for l = r, the product of these for several
 * joined by `or`. An inequality as a form that is negative (or not positive) where it holds.
 */
import { add, type Expr, negate, productOf } from '../expression/expr.ts'

/** What stands in the relation to 0. */
export interface ZeroForm {
  readonly relation: '=' | '<' | '<='
  readonly form: Expr
}

const difference = (l: Expr, r: Expr): Expr => add(l, negate(r))

/** The form; nothing for statements of another kind. */
export function zeroForm(u: Expr): ZeroForm | undefined {
  if (u.kind !== 'call') return undefined
  const [l, r] = u.args as [Expr, Expr]
  switch (u.head) {
    case '=':
      return { relation: '=', form: difference(l, r) }
    case '<':
    case '<=':
      return { relation: u.head, form: difference(l, r) }
    case '>':
    case '>=':
      return { relation: u.head === '>' ? '<' : '<=', form: difference(r, l) }
    case 'or': {
      const parts = u.args.map(zeroForm)
      if (!parts.every((part) => part?.relation === '=')) return undefined
      return { relation: '=', form: productOf(parts.map((part) => (part as ZeroForm).form)) }
    }
    default:
      return undefined
  }
}

/** Do the letters make the first statement of the form of the second by a factor c ≠ 0, c > 0 for inequalities? */
export const mayScale = ({ relation }: ZeroForm, c: number): boolean => (relation === '=' ? c !== 0 : c > 0)
