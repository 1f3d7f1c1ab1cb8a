/** Families: one formula drawn for several values of a letter in it. */
import { OgeeError } from '../expression/error.ts'
import { type Expr, freeSymbols, substitute } from '../expression/expr.ts'
import { parse, print } from '../syntax/index.ts'
import { numberTerm } from './number.ts'
import type { CurveOptions, PlotOptions } from './options.ts'

/** A curve of a family: which one it is of, and what tells it from the others: `k = 2`. */
export interface Member {
  readonly options: CurveOptions
  readonly expr: Expr
  readonly family: number
  readonly suffix: string
}

const MOST = 50

/**
 * Every curve for every value of the letter; without a family, every curve.
 *
 * @throws OgeeError `E807` for a letter that stands in no formula, or values that are none.
 */
export function members(
  curves: readonly { readonly options: CurveOptions; readonly expr: Expr }[],
  { family, definitions = [] }: PlotOptions,
): Member[] {
  if (!family) return curves.map((curve, i) => ({ ...curve, family: i, suffix: '' }))
  const { letter, values } = family
  if (!curves.some(({ expr }) => freeSymbols(expr).includes(letter))) {
    const letters = [...new Set(curves.flatMap(({ expr }) => freeSymbols(expr)))]
    const hint = letters.length === 0 ? 'the formula has no letters' : `its letters are ${letters.join(', ')}`
    throw new OgeeError('E807', `there is no letter ${letter} in the formula`, undefined, hint)
  }
  if (values.length === 0 || values.length > MOST)
    throw new OgeeError('E807', `a family has 1 to ${MOST} values`, undefined, `for example ${letter}=1,2,5`)
  return curves.flatMap(({ options, expr }, i) => {
    if (!freeSymbols(expr).includes(letter)) return [{ options, expr, family: i, suffix: '' }]
    return values.map((given) => {
      const value =
        typeof given === 'number'
          ? numberTerm(given)
          : typeof given === 'string'
            ? parse(given, { definitions })
            : given
      if (freeSymbols(value).length > 0)
        throw new OgeeError(
          'E807',
          `${print(value)} is no value for ${letter}`,
          undefined,
          `for example ${letter}=1,2,5`,
        )
      const { color: _, ...looks } = options
      return {
        options: looks,
        expr: substitute(expr, new Map([[letter, value]])),
        family: i,
        suffix: `${letter} = ${print(value, 'unicode')}`,
      }
    })
  })
}
