/** Doubles as numerals that read back as the same double. */

interface Unlike {
  readonly infinite: string
  readonly nan: string
  /** Is 1 a whole number there, so that it must be written 1.0? */
  readonly point?: boolean
  /** What the language calls the doubles nearest to π and e. */
  readonly pi?: string
  readonly e?: string
}

export const numeral =
  ({ infinite, nan, point = false, pi, e }: Unlike) =>
  (value: number): string => {
    if (Number.isNaN(value)) return nan
    if (!Number.isFinite(value)) return value < 0 ? `-${infinite}` : infinite
    if (value === Math.PI && pi !== undefined) return pi
    if (value === Math.E && e !== undefined) return e
    const text = Object.is(value, -0) ? '-0' : String(value)
    return point && !/[.e]/.test(text) ? `${text}.0` : text
  }
