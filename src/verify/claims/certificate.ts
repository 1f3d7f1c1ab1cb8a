/** Reading certificates of claims: every field is checked, every term built anew. */
import type { Claim, End, Extended, Proof, Proved, RationalPoint } from '../../expression/claim.ts'
import { CONSTANTS, type Expr } from '../../expression/expr.ts'
import { exactNumber, fromJson, list, type Reader, reader, record, required } from '../certificate.ts'
import { demand } from '../fault.ts'

/** What the certificate claims, and its proof. */
export function provedFrom(value: unknown): Proved {
  const data = record(value)
  const read = reader(data)
  const proofs: Proof[] = []
  for (const row of list(data.proofs)) proofs.push(proofFrom(row, read, proofs))
  return { claim: claimFrom(data.claim, read), proof: required(proofs.at(-1), 'there is no proof') }
}

const oneOf =
  <T extends string>(...words: readonly T[]) =>
  (value: unknown): T => {
    demand(words.includes(value as T), `one of ${words.join(', ')} is needed`)
    return value as T
  }

const yesOrNo = (value: unknown): boolean => {
  demand(typeof value === 'boolean', 'yes or no is needed')
  return value
}

const letter = (value: unknown): string => {
  demand(typeof value === 'string' && value !== '' && !CONSTANTS.has(value), 'a letter is needed')
  return value
}

const ends = oneOf('infinity', '-infinity')
const extended = (value: unknown, { term }: Reader): Extended =>
  typeof value === 'string' ? ends(value) : term(value)

function claimFrom(value: unknown, read: Reader): Claim {
  const data = record(value)
  const { term, conditions } = read
  const assuming = conditions(data.assuming)
  const about = () => ({ assuming, of: term(data.of), variable: letter(data.variable) })
  const strictly = () => yesOrNo(data.strictly)
  switch (data.kind) {
    case 'holds':
      return { kind: 'holds', assuming, condition: condition(data.condition, read) }
    case 'tends': {
      const side = oneOf('left', 'right', 'both')(data.side)
      return { kind: 'tends', ...about(), to: extended(data.to, read), side, is: extended(data.is, read) }
    }
    case 'monotone': {
      const direction = oneOf('increasing', 'decreasing')(data.direction)
      return { kind: 'monotone', ...about(), direction, strictly: strictly() }
    }
    case 'bent': {
      const direction = oneOf('convex', 'concave')(data.direction)
      return { kind: 'bent', ...about(), direction, strictly: strictly() }
    }
    case 'range':
      return { kind: 'range', ...about(), low: endFrom(data.low, read), high: endFrom(data.high, read) }
    case 'exists':
      return {
        kind: 'exists',
        assuming,
        letter: letter(data.letter),
        conditions: conditions(data.conditions),
      }
    case 'refuted':
      return { kind: 'refuted', claim: claimFrom(data.claim, read) }
  }
  return { kind: oneOf('continuous', 'differentiable', 'smooth')(data.kind), ...about() }
}

function condition(value: unknown, { conditions }: Reader): Expr {
  return conditions([value])[0] as Expr
}

function endFrom(value: unknown, read: Reader): End {
  const data = record(value)
  if (data.at !== undefined) return { value: read.term(data.value), at: read.term(data.at) }
  return { value: extended(data.value, read), towards: oneOf('lower end', 'upper end')(data.towards) }
}

/** Proofs stand in a table, each once and after those that it rests on. */
function proofFrom(value: unknown, read: Reader, earlier: readonly Proof[]): Proof {
  const { by, terms, conditions, points, claim, derivations, from } = record(value)
  demand(typeof by === 'string', 'a proof names its rule')
  const named = Object.entries(record(terms ?? {})).map(([name, place]) => [name, read.term(place)])
  return {
    by,
    terms: Object.fromEntries(named) as Readonly<Record<string, Expr>>,
    conditions: read.conditions(conditions ?? []),
    points: list(points ?? []).map(pointFrom),
    ...(claim === undefined ? {} : { claim: claimFrom(claim, read) }),
    derivations: list(derivations ?? []).map((data) => fromJson(data, read)),
    from: list(from ?? []).map((n) => required(earlier[Number(n)], 'a proof must stand earlier')),
  }
}

const pointFrom = (value: unknown): RationalPoint =>
  new Map(
    Object.entries(record(value)).map(([name, text]) => {
      demand(typeof text === 'string' && text.length < 4_000, 'a coordinate is a rational number')
      return [name, exactNumber(text)]
    }),
  )
