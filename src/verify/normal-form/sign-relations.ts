/**
 * Relations between signs: that the product of the signs of some bases is +1 or −1. Signs with
 * such relations are a linear system over the field of two elements.
 */

/** The product of the signs of these bases, none of them twice, is `sign`. */
export interface SignRelation {
  readonly bases: readonly number[]
  readonly sign: 1 | -1
}

/** Both relations multiplied: a sign that occurs twice is squared, and so is gone. */
function multiplied(a: SignRelation, b: SignRelation): SignRelation {
  const bases = new Set(a.bases)
  for (const base of b.bases) if (!bases.delete(base)) bases.add(base)
  return { bases: [...bases], sign: (a.sign * b.sign) as 1 | -1 }
}

/**
 * The signs that are determined by others, each as their product with ±1; no sign so determined
 * occurs in such a product. `undefined` if the relations contradict one another.
 */
export function solved(relations: readonly SignRelation[]): ReadonlyMap<number, SignRelation> | undefined {
  const found = new Map<number, SignRelation>()
  const written = ({ bases, sign }: SignRelation): SignRelation =>
    bases
      .map((base): SignRelation => found.get(base) ?? { bases: [base], sign: 1 })
      .reduce(multiplied, { bases: [], sign })
  for (const relation of relations) {
    const { bases, sign } = written(relation)
    if (bases.length === 0) {
      if (sign < 0) return undefined
      continue
    }
    const newest = Math.max(...bases)
    found.set(newest, { bases: bases.filter((base) => base !== newest), sign })
    for (const [base, old] of found) if (old.bases.includes(newest)) found.set(base, written(old))
  }
  return found
}
