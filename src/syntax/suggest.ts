/** The known name that a misspelt one was probably meant to be. */
import { CURVES, DEFINITIONS, PRIMITIVES } from '../functions/index.ts'

const rows = [...DEFINITIONS, ...CURVES]
const NAMES: readonly string[] = [
  ...PRIMITIVES.map((row) => row.name),
  ...rows.map((row) => row.name),
  ...rows.flatMap((row) => row.synonyms),
  'ln',
  'arcsin',
  'arccos',
  'arctan',
  'arsinh',
  'arcosh',
  'artanh',
].filter((name) => /^[a-z]/.test(name))

const LONGEST = 24

/** Letters added, left out, changed or swapped with a neighbour, at least, to turn a into b. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const steps = [(row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + change]
      if (swapped) steps.push((before[j - 2] as number) + 1)
      next.push(Math.min(...steps))
    }
    before = row
    row = next
  }
  return row[b.length] as number
}

/**
 * The name among `candidates` (by default all functions and curves) nearest to `name`, if it is
 * one slip away, or two for long names. Capital letters count as small ones.
 *
 * @example
 * ```ts
 * nearestName('sni') // → 'sin'
 * nearestName('rate') // → undefined
 * ```
 */
export function nearestName(name: string, candidates: Iterable<string> = NAMES): string | undefined {
  const small = name.toLowerCase()
  if (small.length < 2 || small.length > LONGEST) return undefined
  let best = small.length < 7 ? 1 : 2
  let found: string | undefined
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - small.length) > best || candidate.length < 3) continue
    const steps = distance(small, candidate.toLowerCase())
    if (steps > best || (steps === best && found !== undefined)) continue
    best = steps
    found = candidate
  }
  return found
}

/** The function whose name has two neighbouring letters swapped: `sni` is sin. */
const swappedName = (name: string): string | undefined =>
  NAMES.find((other) => {
    if (other.length !== name.length || other === name) return false
    const i = [...name].findIndex((c, k) => c !== other[k])
    const swapped = name.slice(0, i) + name.charAt(i + 1) + name.charAt(i) + name.slice(i + 2)
    return swapped === other
  })

/**
 * The function that a name must have been meant to be where an operand follows it: `sni x`,
 * `Sin x`, `arcsn x`. Names such as Vmax and cost, which a product may well begin with, are not.
 */
export function surelyMeant(name: string): string | undefined {
  const small = name.toLowerCase()
  if (small !== name && NAMES.includes(small)) return small
  return swappedName(name) ?? (/^[a-z]{5,}$/.test(name) ? nearestName(name) : undefined)
}
