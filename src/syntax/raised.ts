/** Characters raised and lowered, x² and x₁, and fractions of one character, ½. */

const pairs = (small: string, meant: string): ReadonlyMap<string, string> => {
  const plain = [...meant]
  return new Map([...small].map((c, i) => [c, plain[i] as string]))
}
const inverted = (map: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...map].map(([key, value]) => [value, key]))

const RAISED = pairs(
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅᵝᵞᵟᶿᵠᵡ',
  '0123456789+-()abcdefghijklmnoprstuvwxyzαβγδθφχ',
)
const LOWERED = pairs('₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ', '0123456789aehijklmnoprstuvx')
const QUOTIENTS = '1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/7 1/8 3/8 5/8 7/8 1/9 1/10'.split(' ')
const fractions = new Map([...'½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒'].map((c, i) => [c, QUOTIENTS[i] as string]))
const raising = inverted(RAISED)
const lowering = inverted(LOWERED)
const vulgar = inverted(fractions)

/** The raised characters, the lowered ones, and the fractions, each as one text. */
export const RAISED_CHARACTERS: string = [...RAISED.keys()].join('')
export const LOWERED_CHARACTERS: string = [...LOWERED.keys()].join('')
export const FRACTION_CHARACTERS: string = [...fractions.keys()].join('')

const each = (text: string, map: ReadonlyMap<string, string>): string | undefined => {
  const found = [...text].map((c) => map.get(c))
  return found.includes(undefined) ? undefined : found.join('')
}

/** `⁻ˣ` ↦ `-x`, and `₁` ↦ `1`. */
export const unraised = (text: string): string => each(text, RAISED) ?? text
export const unlowered = (text: string): string => each(text, LOWERED) ?? text

/** `-x` ↦ `⁻ˣ`, `1` ↦ `₁`, `1/2` ↦ `½`, where there are such characters for all of the text. */
export const raised = (text: string): string | undefined => each(text, raising)
export const lowered = (text: string): string | undefined => each(text, lowering)
export const fractionCharacter = (quotient: string): string | undefined => vulgar.get(quotient)

/** `½` ↦ 1 and 2. */
export const fractionParts = (character: string): readonly string[] =>
  (fractions.get(character) ?? '').split('/')
