/** Words below and beside pictures in a terminal: cut, centred, wrapped, in ASCII. */

const POWER = /(?:(\d[\d.]*)·)?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** In ASCII 3·10⁸ is 3e8. */
export const plainNumber = (label: string): string =>
  label
    .replace(POWER, (_, lead: string | undefined, power: string) => {
      const digits = [...power].map((sign) => (sign === '⁻' ? '-' : RAISED.indexOf(sign)))
      return `${lead ?? '1'}e${digits.join('')}`
    })
    .replace(/\u2212/g, '-')

export const onLine = (text: string): string => text.replace(/\p{Cc}/gu, ' ')

export const cut = (text: string, width: number, more: string): string =>
  [...text].length <= width ? text : [...text].slice(0, Math.max(0, width - 1)).join('') + more

export const centred = (text: string, left: number, width: number, more: string): string => {
  const short = cut(text, width, more)
  return ' '.repeat(left + Math.max(0, Math.floor((width - [...short].length) / 2))) + short
}

/** At most two lines of words. */
export function wrapped(text: string, columns: number, more: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= columns)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`  ${word}`)
  }
  const [first = '', second, ...rest] = lines.map((line) => cut(line, columns, more))
  if (second === undefined) return [first]
  return [
    first,
    rest.length === 0
      ? second
      : cut(`${second}${' '.repeat(columns)}`, columns, more).replace(/\s+(?=.$)/u, ' '),
  ]
}

/** What ASCII has for signs; a letter loses its accents. */
const ASCII_SIGNS: ReadonlyMap<string, string> = new Map([
  ['·', '*'],
  ['\u2212', '-'],
  ['\u2032', "'"],
  ['\u2033', "''"],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['√', 'sqrt'],
  ['π', 'pi'],
  ['∞', 'oo'],
  ['…', '...'],
])

export const asciiText = (text: string): string =>
  text.replace(/[^\x20-\x7e]\p{M}*/gu, (sign) => {
    const known = ASCII_SIGNS.get(sign)
    return known ?? (sign.normalize('NFKD').replace(/[^\x20-\x7e]/g, '') || '?')
  })
