/** Numbers as they are read: a few digits, a true minus sign. */
export function shown(value: number, digits = 5): string {
  if (Number.isNaN(value)) return '–'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  return `${Number(value.toPrecision(digits))}`.replaceAll('-', '−')
}

/** Two digits and a power of ten, for numbers of very different sizes. */
export function scientific(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return shown(value)
  const [digits, power = ''] = value.toExponential(1).split('e')
  return `${digits}·10${raised(power.replace('+', ''))}`.replaceAll('-', '−')
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const raised = (power: string): string =>
  power.replace('-', '⁻').replaceAll(/\d/g, (digit) => RAISED[Number(digit)] as string)

/** From here to there. */
export const between = (low: number, high: number, digits = 5): string =>
  `${shown(low, digits)} … ${shown(high, digits)}`

/** A share in percent. */
export const percent = (share: number): string => `${shown(100 * share, 3)} %`
