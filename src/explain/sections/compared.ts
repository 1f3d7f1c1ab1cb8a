/**
 * The function beside others whose derivative may fade: activations of neural networks. Each is analysed like
 * any formula; what is not worked out in time is named.
 */
import { decimalOf } from '../../analyse/decimals.ts'
import { call, same, symbol } from '../../expression/expr.ts'
import { opened } from '../../rules/forms.ts'
import type { DraftBlock, DraftSection, Said } from '../draft.ts'
import { listed } from '../render/words.ts'
import { type Steepness, steepnessOf } from '../saturation/steepest.ts'
import { ownForm } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { fadingIn, whereSmall } from './saturation.ts'

/** What the function is compared with, what is soon found first. */
const OTHERS = ['relu', 'tanh', 'softsign', 'gelu', 'swish']
const DIGITS = 4
const LAYERS = 10
const SMALL = 6
/** Less time is not worth beginning with. */
const ENOUGH_MILLISECONDS = 250

export function comparedSection(subject: Subject): DraftSection | undefined {
  const fading = fadingIn(subject)
  const decimals = fading?.constant && decimalOf(fading.constant, fading.own.numbers)
  if (!fading || decimals === undefined) return undefined
  const { variable, within, named } = subject
  const left = (): number => within(1).budget?.milliseconds ?? 0
  const others = OTHERS.filter((name) => !isCurve(name, subject)).map((name) => {
    const found = left() < ENOUGH_MILLISECONDS ? undefined : steepnessOf(name, variable, () => within(0.5))
    return { name, found }
  })
  const known = others.flatMap(({ name, found }) => (found ? [row(name, found)] : []))
  if (known.length === 0) return undefined
  const missing = others.filter(({ found }) => !found).map(({ name }) => name)
  const own = { decimals, small: whereSmall(SMALL, fading, subject) }
  const table: DraftBlock = {
    kind: 'table',
    header: [['function'], ['steepest slope'], [`${LAYERS} layers at most`], [`slope below 10^-${SMALL}`]],
    rows: [row(named?.name ?? 'this one', own), ...known],
  }
  const text = [`Not worked out in this time: ${missing.join(', ')}.`]
  return {
    id: 'compared',
    title: ['Beside other functions'],
    known: 'proved',
    blocks: [table, ...(missing.length === 0 ? [] : [{ kind: 'paragraph', text } as const])],
  }
}

/** Is it the function itself, by its name or written out? */
function isCurve(name: string, subject: Subject): boolean {
  const curve = call(name, [symbol(subject.variable)])
  return [curve, opened(curve)].some((form) => form && same(form, ownForm(subject)))
}

function row(name: string, { decimals, small }: Steepness): (readonly Said[])[] {
  const value = Number(decimals.replace('…', ''))
  return [[name], [short(value)], [short(value ** LAYERS)], smallSays(small)]
}

function smallSays(small: Steepness['small']): readonly Said[] {
  const open: Said[] = small.includes('open') ? ['not settled'] : []
  const found = [...small.filter((one) => typeof one !== 'string'), ...open]
  return found.length === 0 ? ['nowhere far out'] : listed(found)
}

const short = (value: number): string => String(Number(value.toPrecision(DIGITS)))
