/** What was made before, by what it was made from: so many things, of which the one unused for longest goes first. */

const MOST = 64

/** Whole numbers of any size have no JSON. */
const key = (from: unknown): string =>
  JSON.stringify(from, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))

export class Remembered<Made> {
  readonly #known = new Map<string, Made>()

  /** What was made from the same, else what `make` makes. */
  get(from: unknown, make: () => Made): Made {
    const name = key(from)
    const made = this.#known.get(name) ?? make()
    this.#known.delete(name)
    this.#known.set(name, made)
    const [oldest] = this.#known.keys()
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest)
    return made
  }
}
