/** How good chances are, held against what happened: of rows with weights. */

/** A cut-off, with the shares of outcomes 1 and 0 whose chance is at least that. */
export interface RocPoint {
  readonly threshold: number
  readonly truePositive: number
  readonly falsePositive: number
}

/** Rows with chances near to each other: their mean chance, and the share of outcomes 1. */
export interface CalibrationBin {
  readonly chance: number
  readonly share: number
  readonly weight: number
}

export interface Scores {
  readonly rows: number
  /** The share of rows whose likelier outcome happened. */
  readonly accuracy: number
  /** The mean of −log of the chance of what happened. */
  readonly logLoss: number
  /** The mean square of chance − outcome (G. W. Brier, 1950). */
  readonly brier: number
  /** How often an outcome 1 has a greater chance than an outcome 0; equal ones count half. */
  readonly auc: number
  readonly roc: readonly RocPoint[]
  readonly calibration: readonly CalibrationBin[]
}

/** Chances beside the outcomes, which may be shares, and weights. */
export interface Judged {
  readonly chances: ArrayLike<number>
  readonly outcomes: ArrayLike<number>
  readonly weights?: ArrayLike<number> | undefined
  /** −log p and −log(1 − p), which lose no digits; from the chances if they are not there. */
  readonly losses?: { readonly yes: ArrayLike<number>; readonly no: ArrayLike<number> }
}

const BINS = 10
const MOST_POINTS = 400

/**
 * The scores of chances.
 *
 * @example
 * ```ts
 * const { auc, accuracy } = scoresOf({ chances: [0.9, 0.2, 0.6], outcomes: [1, 0, 0] })
 * auc // → 1
 * accuracy.toFixed(3) // → '0.667'
 * ```
 */
export function scoresOf({ chances, outcomes, weights, losses }: Judged): Scores {
  const order = Array.from({ length: chances.length }, (_, i) => i).sort(
    (i, j) => (chances[j] as number) - (chances[i] as number),
  )
  const weight = (i: number): number => weights?.[i] ?? 1
  let [whole, right, loss, square, positives] = [0, 0, 0, 0, 0]
  for (const i of order) {
    const [p, y, w] = [chances[i] as number, outcomes[i] as number, weight(i)]
    whole += w
    positives += w * y
    right += w * (p > 0.5 ? y : p < 0.5 ? 1 - y : 0.5)
    const [yes, no] = losses
      ? [losses.yes[i] as number, losses.no[i] as number]
      : [-Math.log(p), -Math.log1p(-p)]
    // what did not happen costs nothing, even if it is impossible
    loss += w * ((y > 0 ? y * yes : 0) + (y < 1 ? (1 - y) * no : 0))
    square += w * (y * (1 - p) ** 2 + (1 - y) * p ** 2)
  }
  const { roc, auc } = rocOf(order, { chances, outcomes, weight }, positives, whole - positives)
  return {
    rows: chances.length,
    accuracy: right / whole,
    logLoss: loss / whole,
    brier: square / whole,
    auc,
    roc,
    calibration: binsOf(order, { chances, outcomes, weight }, whole),
  }
}

interface Weighed {
  readonly chances: ArrayLike<number>
  readonly outcomes: ArrayLike<number>
  readonly weight: (i: number) => number
}

/** The curve from the highest chance down, and the area below it. */
function rocOf(
  order: readonly number[],
  { chances, outcomes, weight }: Weighed,
  positives: number,
  negatives: number,
): { roc: RocPoint[]; auc: number } {
  const all: RocPoint[] = [{ threshold: Infinity, truePositive: 0, falsePositive: 0 }]
  let [hits, alarms, area] = [0, 0, 0]
  for (let k = 0; k < order.length; ) {
    const threshold = chances[order[k] as number] as number
    const [hitsBefore, alarmsBefore] = [hits, alarms]
    for (; k < order.length && chances[order[k] as number] === threshold; k += 1) {
      const i = order[k] as number
      hits += weight(i) * (outcomes[i] as number)
      alarms += weight(i) * (1 - (outcomes[i] as number))
    }
    area += ((hits + hitsBefore) / 2) * (alarms - alarmsBefore)
    all.push({ threshold, truePositive: hits / positives, falsePositive: alarms / negatives })
  }
  const step = Math.ceil(all.length / MOST_POINTS)
  const roc = all.filter((_, k) => k % step === 0 || k === all.length - 1)
  return { roc, auc: area / (positives * negatives) }
}

/** Ten parts of equal weight, from the lowest chances up. */
function binsOf(
  order: readonly number[],
  { chances, outcomes, weight }: Weighed,
  whole: number,
): CalibrationBin[] {
  const bins: { chance: number; share: number; weight: number }[] = []
  let passed = 0
  for (const i of order.toReversed()) {
    const k = Math.min(BINS - 1, Math.floor((BINS * passed) / whole))
    bins[k] ??= { chance: 0, share: 0, weight: 0 }
    const [bin, w] = [bins[k] as { chance: number; share: number; weight: number }, weight(i)]
    bin.chance += w * (chances[i] as number)
    bin.share += w * (outcomes[i] as number)
    bin.weight += w
    passed += w
  }
  return bins
    .filter((bin) => bin !== undefined && bin.weight > 0)
    .map(({ chance, share, weight: w }) => ({ chance: chance / w, share: share / w, weight: w }))
}
