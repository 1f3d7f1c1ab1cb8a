/** A queue that gives the smallest first; equal ones in the order in which they came. */
export class Heap<T> {
  readonly #items: { readonly value: number; readonly order: number; readonly item: T }[] = []
  #count = 0

  get size(): number {
    return this.#items.length
  }

  get least(): number {
    return this.#items[0]?.value ?? Number.POSITIVE_INFINITY
  }

  push(value: number, item: T): void {
    this.#count += 1
    this.#items.push({ value, order: this.#count, item })
    for (let i = this.#items.length - 1; i > 0; ) {
      const up = (i - 1) >> 1
      if (this.#isBefore(up, i)) break
      this.#swap(i, up)
      i = up
    }
  }

  pop(): T | undefined {
    const first = this.#items[0]
    const last = this.#items.pop()
    if (!first || !last || this.#items.length === 0) return first?.item
    this.#items[0] = last
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2]
      let least = i
      if (left < this.#items.length && this.#isBefore(left, least)) least = left
      if (right < this.#items.length && this.#isBefore(right, least)) least = right
      if (least === i) return first.item
      this.#swap(i, least)
      i = least
    }
  }

  #isBefore(i: number, j: number): boolean {
    const [a, b] = [this.#items[i], this.#items[j]]
    if (!a || !b) return false
    return a.value < b.value || (a.value === b.value && a.order < b.order)
  }

  #swap(i: number, j: number): void {
    const [a, b] = [this.#items[i], this.#items[j]]
    if (a && b) [this.#items[i], this.#items[j]] = [b, a]
  }
}
