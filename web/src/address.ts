/**
 * The state of the page in its address, readable: `#f=1/(1+e^-x)&view=picture`. Only what differs from the beginning
 * is written. An address from elsewhere is text and nothing else: unknown names are passed over, values that are too
 * long or not among the choices are dropped, and no value is ever a key, a path or a program.
 */

/** One thing that the address holds. */
export interface Field {
  /** Its value on a page without an address. */
  readonly initial: string
  /** The values it may have; any text where there are none. */
  readonly choices?: readonly string[]
}

export type Fields = Readonly<Record<string, Field>>
export type State<F extends Fields> = { readonly [name in keyof F]: string }

/** Longer values are not taken from an address. */
export const LONGEST = 20_000

/** The fields in an address; signs stand for themselves, and codes for what would mean something in it. */
function saidIn(address: string): ReadonlyMap<string, string> {
  const pairs = address
    .replace(/^#/, '')
    .split('&')
    .map((part): [string, string] => {
      const [name = '', ...value] = part.split('=')
      return [name, decoded(value.join('='))]
    })
  return new Map(pairs)
}

/** What is no proper code is left as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What the address says, over what is there at the beginning. */
export function stateIn<F extends Fields>(address: string, fields: F): State<F> {
  const said = saidIn(address)
  const taken = (name: string, { initial, choices }: Field): string => {
    const value = said.get(name)
    if (value === undefined || value.length > LONGEST) return initial
    return choices && !choices.includes(value) ? initial : value
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, taken(name, field)]),
  ) as State<F>
}

/** What means something in an address, or would not survive its being copied, is written as a code. */
const written = (text: string): string =>
  text.replace(/\p{Cs}/gu, '').replace(/[%&#<>"`\s\p{C}]/gu, encodeURIComponent)

/** The address of a state, empty at the beginning. */
export function addressOf<F extends Fields>(state: State<F>, fields: F): string {
  const parts = Object.entries(fields)
    .filter(([name, { initial }]) => state[name] !== initial)
    .map(([name]) => `${name}=${written(state[name] as string)}`)
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}
