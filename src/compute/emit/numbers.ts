/** Doubles as numerals that read back as the same double. */

interface Unlike {
  readonly infinite: string
  readonly nan: string
  /** Is 1 a whole number there, so that it must be written 1.0? */
  readonly point?: boolean
}

export const numeral =
  ({ infinite, nan, point = false }: Unlike) =>
  (value: number): string => {
    if (Number.isNaN(value)) return nan
    if (!Number.isFinite(value)) return value < 0 ? `-${infinite}` : infinite
    const text = Object.is(value, -0) ? '-0' : String(value)
    return point && !/[.e]/.test(text) ? `${text}.0` : text
  }
