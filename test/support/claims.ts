/** Is what a derivation claims true? Decided at points, by enclosures and difference quotients. */
import type { Derivation } from '../../src/expression/derivation.ts'
import { freeSymbols } from '../../src/expression/expr.ts'
import { allHold, BITS, follows, isValue, type Point, valueAt } from './oracle.ts'
import type { Random } from './random.ts'

/** At how many points the claim says something, and where it is false. */
export interface Trial {
  readonly usable: number
  readonly counterexample: Point | undefined
}

/**
 * Wherever `assuming` and `conditions` hold and `to` is defined, `from` is defined with the same
 * value. Points are drawn until it has said something at `wanted` of them.
 */
export function tryClaim(derivation: Derivation, random: Random, wanted = 20, most = 200): Trial {
  const { from, to, assuming, conditions, variable } = derivation
  const names = new Set([variable ?? 'x', ...[from, to, ...assuming, ...conditions].flatMap(freeSymbols)])
  let usable = 0
  for (let i = 0; i < most && usable < wanted; i += 1) {
    if (i === 40 && usable === 0) break
    const at = Object.fromEntries([...names].map((name) => [name, random.rational()]))
    if (!allHold([...assuming, ...conditions], at)) continue
    const result = valueAt(to, at)
    if (!isValue(result)) continue
    const first = follows(valueAt(from, at), result)
    // A steep function looks broken from afar: what differs is looked at again with finer steps.
    const agreement = first === 'differs' ? follows(valueAt(from, at, BITS, 1), result) : first
    if (agreement === 'differs') return { usable, counterexample: at }
    if (agreement === 'agrees') usable += 1
  }
  return { usable, counterexample: undefined }
}
