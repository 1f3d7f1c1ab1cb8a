/** The state of the page in its address: there and back, and whatever an address from elsewhere says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, type Fields, LONGEST, stateIn } from '../../web/src/address.ts'
import { isPacked, packed, unpacked } from '../../web/src/packed.ts'

const FIELDS = {
  f: { initial: '1/(1+e^-x)' },
  other: { initial: '' },
  view: { initial: 'derivation', choices: ['derivation', 'picture'] },
} as const satisfies Fields

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('+', '%', '&', '=', '#', '%zz'),
)
const wellFormed = (said: string): string => said.replace(/\p{Cs}/gu, '')

test('what is written in an address is read again', () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom('derivation', 'picture'), (f, other, view) => {
      const state = { f: wellFormed(f), other: wellFormed(other), view }
      expect(stateIn(addressOf(state, FIELDS), FIELDS)).toEqual(state)
    }),
  )
})

test('an address is readable, also as browsers write it', () => {
  const state = { f: 'x^2+3*|x|', other: '', view: 'picture' }
  expect(addressOf(state, FIELDS)).toBe('#f=x^2+3*|x|&view=picture')
  expect(stateIn(encodeURI('#f=x^2+3*|x|&view=picture'), FIELDS)).toEqual(state)
  expect(addressOf(stateIn('', FIELDS), FIELDS)).toBe('')
})

test('an address from elsewhere is text and nothing else', () => {
  const begin = stateIn('', FIELDS)
  for (const address of [
    '#__proto__=1&constructor=2&toString=3',
    '#view=__proto__',
    '#view=<script>alert(1)</script>',
    `#f=${'('.repeat(LONGEST + 1)}`,
    '#%',
    '#&&==&',
  ])
    expect(stateIn(address, FIELDS)).toEqual(begin)
  expect(stateIn('#f=%E0%A4%A', FIELDS).f).toBe('%E0%A4%A')
  expect(Object.prototype).not.toHaveProperty('f')
  fc.assert(fc.property(text, (address) => Object.keys(stateIn(address, FIELDS)).length === 3))
})

test('what is compressed is there again; what is no such thing, or too large, is no address', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (f) => {
      const address = addressOf({ f: wellFormed(f), other: '', view: 'picture' }, FIELDS)
      const short = await packed(address)
      expect(isPacked(short)).toBe(true)
      expect(short).toMatch(/^#z=[\w-]+$/)
      expect(await unpacked(short)).toBe(address)
    }),
  )
  for (const address of ['#z=', '#z=AAAA', '#z=%%%', '#z=<script>', await packed('x'.repeat(1_000_000))])
    expect(await unpacked(address)).toBe('')
})
