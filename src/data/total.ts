/** Sums of many numbers that lose nothing on the way (A. Neumaier, Rundungsfehleranalyse einiger Verfahren, ZAMM 54 (1974)). */

/** Several sums at once, each as what a double holds of it and what it lacks. */
export class Totals {
  readonly #sums: Float64Array
  readonly #rests: Float64Array

  constructor(count: number) {
    this.#sums = new Float64Array(count)
    this.#rests = new Float64Array(count)
  }

  add(i: number, value: number): void {
    const before = this.#sums[i] as number
    const after = before + value
    const big = Math.abs(before) >= Math.abs(value)
    const lost = big ? before - after + value : value - after + before
    this.#sums[i] = after
    // of an infinite sum nothing is lost
    if (lost === lost) this.#rests[i] = (this.#rests[i] as number) + lost
  }

  value(i: number): number {
    return (this.#sums[i] as number) + (this.#rests[i] as number)
  }
}
