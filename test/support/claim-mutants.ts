/** Damage to certificates of claims: one small change each, made at random. */
import type { Random } from './random.ts'

type Json = Record<string, unknown>
type Row = (string | number)[]
interface Certificate extends Json {
  readonly terms: Row[]
}

const WORDS: readonly (readonly string[])[] = [
  ['increasing', 'decreasing'],
  ['convex', 'concave'],
  ['left', 'right', 'both'],
  ['infinity', '-infinity'],
  ['lower end', 'upper end'],
  ['continuous', 'differentiable', 'smooth'],
]
const RELATIONS = ['<', '<=', '>', '>=', '=', '!=']

interface Leaf {
  readonly owner: Record<string | number, unknown>
  readonly key: string | number
}

function leaves(value: unknown): Leaf[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [
    { owner: value as Leaf['owner'], key },
    ...leaves(part),
  ])
}

/** A copy of the certificate with something changed; perhaps it says the same. */
export function damagedClaim(random: Random, original: unknown): Certificate {
  const copy = JSON.parse(JSON.stringify(original)) as Certificate
  const inTerms = random.chance(0.4)
  if (inTerms) damageRow(random, random.pick(copy.terms), copy.terms)
  else damageLeaf(random, random.pick(leaves(random.chance(0.35) ? copy.claim : copy.proofs)), copy.terms)
  return copy
}

function damageRow(random: Random, row: Row, terms: Row[]): void {
  const [head, ...rest] = row
  if (head === 'number') row[1] = nudged(random, String(rest[0]))
  else if (head === 'symbol') row[1] = random.pick(['x', 'a', 'b', 'k', 'n', 'pi', 'e', String(rest[0])])
  else if (RELATIONS.includes(String(head)) && random.chance(0.7)) row[0] = random.pick(RELATIONS)
  else if (random.chance(0.3))
    row[0] = random.pick(['add', 'multiply', 'divide', 'negate', 'exp', 'log', 'sqrt', 'abs'])
  else if (rest.length === 2 && random.chance(0.5)) row.splice(1, 2, rest[1] as number, rest[0] as number)
  else if (rest.length > 0) row[random.whole(1, rest.length)] = random.whole(0, terms.indexOf(row))
}

function nudged(random: Random, text: string): string {
  const [num, den = '1'] = text.split('/') as [string, string?]
  return random.pick([
    `${BigInt(num) + 1n}/${den}`,
    `${BigInt(num) * 1_000_000n + 1n}/${BigInt(den) * 1_000_000n}`,
    `${num}/${BigInt(den) * 2n}`,
    '0',
    '1',
  ])
}

function damageLeaf(random: Random, leaf: Leaf | undefined, terms: Row[]): void {
  if (!leaf) return
  const { owner, key } = leaf
  const value = owner[key]
  if (typeof value === 'number') owner[key] = otherPlace(random, value, terms)
  else if (typeof value === 'boolean') owner[key] = !value
  else if (typeof value === 'string') {
    const words = WORDS.find((all) => all.includes(value))
    owner[key] = words ? random.pick(words) : /^-?\d/.test(value) ? nudged(random, value) : value
  } else if (Array.isArray(value) && value.length > 0) {
    const i = random.whole(0, value.length - 1)
    if (random.chance(0.5)) value.splice(i, 1)
    else value.splice(i, 1, value[random.whole(0, value.length - 1)])
  } else if (Array.isArray(owner)) owner.splice(Number(key), 1)
  else delete owner[key]
}

/** Often a term of the same kind: a relation for a relation, a letter for a letter. */
function otherPlace(random: Random, place: number, terms: Row[]): number {
  const kindOf = (row: Row | undefined): string =>
    row === undefined ? '' : RELATIONS.includes(String(row[0])) ? 'relation' : String(row[0])
  const alike = terms.flatMap((row, i) => (kindOf(row) === kindOf(terms[place]) ? [i] : []))
  return random.chance(0.8) ? random.pick(alike) : random.whole(0, terms.length - 1)
}
