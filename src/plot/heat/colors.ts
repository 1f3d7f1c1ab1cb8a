/**
 * Colours for values: viridis (N. Smith and S. van der Walt, 2015, CC0), in which equal steps look equal, also
 * to people with any kind of colour vision, and in grey.
 */

/** From the least value to the greatest, at equal distances. */
const STOPS = [
  '#440154',
  '#482475',
  '#414487',
  '#355f8d',
  '#2a788e',
  '#21918c',
  '#22a884',
  '#44bf70',
  '#7ad151',
  '#bddf26',
  '#fde725',
] as const

/** More shades than these nobody tells apart. */
export const SHADES = 28

const channels = (color: string): number[] => [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16))

/** The colour of a part between 0 and 1. */
function colorAt(part: number): string {
  const at = Math.max(0, Math.min(1, part)) * (STOPS.length - 1)
  const i = Math.min(STOPS.length - 2, Math.floor(at))
  const [a, b] = [channels(STOPS[i] as string), channels(STOPS[i + 1] as string)]
  return `#${a
    .map((v, k) => Math.round(v + ((b[k] as number) - v) * (at - i)))
    .map((v) => v.toString(16).padStart(2, '0'))
    .join('')}`
}

/** The shades in order. */
export const PALETTE: readonly string[] = Array.from({ length: SHADES }, (_, i) =>
  colorAt((i + 0.5) / SHADES),
)

/** The shade of a part between 0 and 1. */
export const shadeOf = (part: number): number => Math.max(0, Math.min(SHADES - 1, Math.floor(part * SHADES)))

/** Black or white, whichever is seen on the shade: relative luminance as WCAG 2 defines it. */
export function inkOn(shade: number): '#000000' | '#ffffff' {
  const [r = 0, g = 0, b = 0] = channels(PALETTE[shade] as string).map((v) => {
    const part = v / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000000' : '#ffffff'
}
