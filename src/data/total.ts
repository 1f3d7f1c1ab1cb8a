/** Sums that lose nothing on the way (A. Neumaier, Rundungsfehleranalyse einiger Verfahren, ZAMM 54 (1974)). */

/** Several sums at once, each as what a double holds of it and what it lacks. */
export class Totals {
  readonly #sums: Float64Array
  readonly #rests: Float64Array

  constructor(count: number) {
    this.#sums = new Float64Array(count)
    this.#rests = new Float64Array(count)
  }

  /** Adds each value to its sum. */
  addAll(values: Float64Array): void {
    const [sums, rests] = [this.#sums, this.#rests]
    for (let i = 0; i < values.length; i += 1) {
      const [before, value] = [sums[i] as number, values[i] as number]
      const after = before + value
      const isLarger = Math.abs(before) >= Math.abs(value)
      const lost = isLarger ? before - after + value : value - after + before
      sums[i] = after
      // of an infinite sum nothing is lost
      if (!Number.isNaN(lost)) rests[i] = (rests[i] as number) + lost
    }
  }

  value(i: number): number {
    return (this.#sums[i] as number) + (this.#rests[i] as number)
  }
}
