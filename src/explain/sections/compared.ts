/**
 * The function beside others whose derivative may fade: activations of neural networks. Each is analysed like
 * any formula; what is not worked out in time is named.
 */
import { decimalOf } from '../../analyse/decimals.ts'
import { integer, negate, raise } from '../../expression/expr.ts'
import { absent, type Built, type DraftBlock, paragraph, type Said } from '../draft.ts'
import { rounded } from '../rounded.ts'
import { type Steepness, steepnessOf } from '../saturation/steepest.ts'
import type { Subject } from '../subject.ts'
import { inRow, listed } from '../wording/lists.ts'
import { say } from '../wording/message.ts'
import { fadingIn, isCurve, whereSmall } from './saturation.ts'

/** What the function is compared with, what is soon found first. */
const OTHERS = ['relu', 'tanh', 'softsign', 'gelu', 'swish']
const DIGITS = 4
const LAYERS = 10
const SMALL = 6
/** Less time is not worth beginning with. */
const ENOUGH_MILLISECONDS = 250

export function comparedSection(subject: Subject): Built {
  const fading = fadingIn(subject)
  if (!fading) return absent(say('compared.not-fading'))
  const decimals = fading.constant && decimalOf(fading.constant, fading.own.numbers)
  if (decimals === undefined) return absent(say('compared.no-steepest'))
  const { variable, within, named } = subject
  const left = (): number => within(1).budget?.milliseconds ?? 0
  const others = OTHERS.filter((name) => !isCurve(name, subject)).map((name) => {
    const found = left() < ENOUGH_MILLISECONDS ? undefined : steepnessOf(name, variable, () => within(0.5))
    return { name, found }
  })
  const known = others.flatMap(({ name, found }) => (found ? [row(name, found)] : []))
  if (known.length === 0) return absent(say('compared.no-time'))
  const missing = others.filter(({ found }) => !found).map(({ name }) => name)
  const own = { decimals, small: whereSmall(SMALL, fading, subject) }
  const table: DraftBlock = {
    kind: 'table',
    header: [
      [say('compared.function')],
      [say('compared.steepest')],
      [say('compared.through-layers', { layers: String(LAYERS) })],
      [say('compared.small', { bound: raise(integer(10), negate(integer(SMALL))) })],
    ],
    rows: [row(named?.name ?? say('compared.this'), own), ...known],
  }
  return {
    id: 'compared',
    title: [say('compared.title')],
    known: 'proved',
    blocks: [
      table,
      ...(missing.length === 0 ? [] : [paragraph(say('compared.missing', { names: inRow(missing) }))]),
    ],
  }
}

function row(name: Said, { decimals, small }: Steepness): (readonly Said[])[] {
  const value = Number(decimals.replace('…', ''))
  return [[name], [short(value)], [short(value ** LAYERS)], [smallSays(small)]]
}

function smallSays(small: Steepness['small']): Said {
  const open: Said[] = small.includes('open') ? [say('compared.not-settled')] : []
  const found = [...small.filter((one) => typeof one !== 'string'), ...open]
  return found.length === 0 ? say('compared.nowhere') : listed(found)
}

const short = (value: number): Said => rounded(value, DIGITS)
