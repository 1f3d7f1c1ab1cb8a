/**
 * Colours that people with every kind of colour vision tell apart (M. Okabe and K. Ito, Color
 * Universal Design, 2008), dashes, and the names that MATLAB and matplotlib have for them.
 */
import { OgeeError } from '../expression/error.ts'

/** By name; `ink` is the colour of text. */
const COLORS: ReadonlyMap<string, string> = new Map([
  ['blue', '#0072b2'],
  ['red', '#d55e00'],
  ['green', '#009e73'],
  ['magenta', '#cc79a7'],
  ['orange', '#e69f00'],
  ['cyan', '#56b4e9'],
  ['yellow', '#c9a800'],
  ['black', 'ink'],
])
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['b', 'blue'],
  ['r', 'red'],
  ['g', 'green'],
  ['m', 'magenta'],
  ['c', 'cyan'],
  ['y', 'yellow'],
  ['k', 'black'],
])
/** What curves get in their order, with the dashes beside, so that colour never is the only difference. */
const IN_TURN: readonly string[] = ['blue', 'red', 'green', 'magenta', 'orange', 'cyan', 'black']

export type Dash = 'solid' | 'dashed' | 'dotted' | 'dash-dotted'
const DASHES: Readonly<Record<Dash, string>> = {
  solid: '',
  dashed: '7 4',
  dotted: '1.5 3.5',
  'dash-dotted': '8 3 1.5 3',
}
const DASHES_IN_TURN: readonly Dash[] = ['solid', 'dashed', 'dash-dotted', 'dotted']
const LINE_WORDS: ReadonlyMap<string, Dash> = new Map([
  ['--', 'dashed'],
  ['-.', 'dash-dotted'],
  ['-', 'solid'],
  [':', 'dotted'],
])

/** Names of markers as MATLAB has them; each is drawn by `markers.ts`. */
export type Marker = '*' | '+' | 'o' | 'x' | '.' | 's' | 'd' | '^' | 'v'
const MARKERS: ReadonlyMap<string, Marker> = new Map<string, Marker>([
  ...(['*', '+', 'o', 'x', '.', 's', 'd', '^', 'v'] as const).map((name) => [name, name] as const),
  ['star', '*'],
  ['plus', '+'],
  ['circle', 'o'],
  ['cross', 'x'],
  ['point', '.'],
  ['dot', '.'],
  ['square', 's'],
  ['diamond', 'd'],
  ['D', 'd'],
  ['triangle', '^'],
])

const refusal = (what: string, given: string, known: Iterable<string>): OgeeError =>
  new OgeeError(
    'E801',
    `there is no ${what} ${JSON.stringify(given)}`,
    undefined,
    `there are ${[...known].join(', ')}`,
  )

/**
 * The colour that is written for a name, a letter of MATLAB's or `#rrggbb`.
 *
 * @throws OgeeError `E801` for another name.
 */
export function colorOf(given: string | undefined, i: number): string {
  const name = given ?? (IN_TURN[i % IN_TURN.length] as string)
  if (/^#[0-9a-f]{6}$/i.test(name)) return name.toLowerCase()
  const color = COLORS.get(LETTERS.get(name) ?? name.toLowerCase())
  if (color) return color
  throw refusal('colour', name, [...COLORS.keys(), '#rrggbb'])
}

/** The dash of a curve: its own, or one that differs from those of the curves before. */
export function dashOf(given: string | undefined, i: number): Dash {
  if (given === undefined) return DASHES_IN_TURN[i % DASHES_IN_TURN.length] as Dash
  const dash = LINE_WORDS.get(given) ?? (Object.hasOwn(DASHES, given) ? (given as Dash) : undefined)
  if (dash) return dash
  throw refusal('dash', given, Object.keys(DASHES))
}

/** The lengths of strokes and spaces. */
export const strokesOf = (dash: Dash): string => DASHES[dash]

export function markerOf(given: string): Marker {
  const marker = MARKERS.get(given)
  if (marker) return marker
  throw refusal('marker', given, MARKERS.keys())
}

/** What MATLAB's `'b*--'` says; undefined if it says something else. */
export interface LineFormat {
  readonly color?: string
  readonly marker?: Marker
  readonly dash?: Dash
}

export function lineFormat(text: string): LineFormat | undefined {
  let rest = text
  let format: LineFormat = {}
  while (rest !== '') {
    const line = ['--', '-.', '-', ':'].find((word) => rest.startsWith(word))
    const first = rest[0] as string
    if (line && !format.dash) format = { ...format, dash: LINE_WORDS.get(line) as Dash }
    else if (LETTERS.has(first) && !format.color) format = { ...format, color: LETTERS.get(first) as string }
    else if (MARKERS.has(first) && !format.marker)
      format = { ...format, marker: MARKERS.get(first) as Marker }
    else return undefined
    rest = rest.slice(line ? line.length : 1)
  }
  return format
}
