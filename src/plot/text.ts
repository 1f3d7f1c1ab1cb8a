/** Text in a picture: escaped, as wide as it will be, and with the raised and lowered parts that TeX writes. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Without what XML cannot hold: control characters and halves of characters. */
export const withoutControls = (text: string): string =>
  text.replace(/[\t\r\n]+/g, ' ').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')

export const escaped = (text: string): string =>
  withoutControls(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string)

/** A run of text on, above or below the line. */
export interface Run {
  readonly text: string
  readonly level: -1 | 0 | 1
}

const SCRIPT = /([\^_])(?:\{((?:[^{}]|\{[^{}]*\})*)\}|([\p{L}\p{N}]))/gu

/** `e^{-x}` and `x_1` have parts that are raised or lowered; without these it is one run. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  const add = (part: string, level: Run['level']): void => {
    if (part !== '') runs.push({ text: part, level })
  }
  let end = 0
  for (const found of text.matchAll(SCRIPT)) {
    add(text.slice(end, found.index), 0)
    add((found[2] ?? found[3] ?? '').replace(/[{}]/g, ''), found[1] === '^' ? 1 : -1)
    end = found.index + found[0].length
  }
  add(text.slice(end), 0)
  return runs
}

/** The inside of a text element. */
export function rich(text: string, size: number): string {
  let level = 0
  return runsOf(text)
    .map((run) => {
      const shift = Math.round((level - run.level) * size * 3.5) / 10
      level = run.level
      const small = run.level === 0 ? '' : ` font-size="${Math.round(size * 0.75)}"`
      if (shift === 0 && small === '') return escaped(run.text)
      return `<tspan dy="${shift}"${small}>${escaped(run.text)}</tspan>`
    })
    .join('')
}

/** Of a text of this size in a usual sans-serif face, a little generously. */
export const widthOf = (text: string, size: number): number =>
  runsOf(text).reduce((sum, run) => sum + [...run.text].length * (run.level === 0 ? 0.58 : 0.45) * size, 0)

/** At most so wide; what is left out leaves three dots. */
export function shortened(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text
  const most = Math.max(1, Math.floor(width / (0.58 * size)) - 1)
  return `${[...text].slice(0, most).join('')}…`
}
