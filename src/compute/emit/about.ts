/** What a comment says of the formulas: what they are, how they are computed, and how wrong that was measured to be. */
import { print } from '../../syntax/index.ts'
import { overflows } from '../overflow.ts'
import type { Compiled, Prepared } from '../prepare.ts'
import { unfolded } from '../unfolded.ts'
import { inComment } from './source.ts'

const WIDTH = 90
/** Forms that are longer say less than the code does. */
const LONGEST_FORM = 2 * WIDTH

/** Lines of a comment; `name` is what stands for the value. */
export function aboutAll({ formulas, program }: Prepared, name: string): string[] {
  const isMeasured = formulas.some(({ after }) => !Number.isNaN(after))
  return [
    ...formulas.flatMap((one) => about(one, name)),
    ...(isMeasured ? ['Errors: means over points of many sizes, of the 53 bits of a double.'] : []),
    ...(isMeasured && overflows(program) ? [LEAVING] : []),
  ]
    .map(inComment)
    .flatMap(commentLines)
}

const LEAVING =
  'For huge or tiny inputs, steps on the way may leave the range of doubles (1e308) where the value does not.'

function about({ of, given, form, before, after }: Compiled, name: string): string[] {
  const what = of === 'value' ? name : `derivative by ${of}`
  const computed = print(form)
  const isOther = print(unfolded(given)) !== computed
  const [is, was] = [after.toFixed(1), before.toFixed(1)]
  return [
    `${what} = ${print(unfolded(given))}`,
    ...(isOther && computed.length <= LONGEST_FORM ? [`  computed as ${computed}`] : []),
    ...(Number.isNaN(after) ? [] : [`  error ${is} bits${is !== was ? `, as written ${was} bits` : ''}`]),
  ]
}

/** A line as lines that are not too long; all but the first are indented. */
export function commentLines(text: string): string[] {
  const [indent = ''] = /^ */.exec(text) ?? []
  const lines: string[] = []
  for (const word of text.trim().split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`${indent}${last === undefined ? '' : '  '}${word}`)
  }
  return lines
}
