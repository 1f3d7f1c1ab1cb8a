/** Writing certificates of claims. Nothing here is trusted: what counts is what the checker reads back. */

import { derivationRows } from '../../derive/json.ts'
import type { Place } from '../../expression/certificate.ts'
import type { Claim, Proof, Proved } from '../../expression/claim.ts'
import type { Derivation } from '../../expression/derivation.ts'
import type { Expr } from '../../expression/expr.ts'
import { exactText } from '../../expression/rational.ts'
import { TermTable } from '../../expression/term-table.ts'
import { SCHEMA } from '../../verify/certificate.ts'

/** A claim with its proof as plain JSON data; terms stand in one table, each once. */
export interface ClaimCertificate {
  readonly schema: typeof SCHEMA
  readonly kind: 'claim'
  readonly terms: readonly (readonly (string | Place)[])[]
  readonly claim: unknown
  readonly proof: unknown
}

/**
 * The claim and its proof as JSON data, which `verify` accepts if the proof is right.
 */
export function certificateOf({ claim, proof }: Proved): ClaimCertificate {
  const { rows, place } = new TermTable()
  const written = { claim: fields(claim, place), proof: proofRows(proof, place) }
  return { schema: SCHEMA, kind: 'claim', terms: rows, ...written }
}

type Placed = (u: Expr) => Place

const isTerm = (value: unknown): value is Expr =>
  typeof value === 'object' && value !== null && 'hash' in value && 'kind' in value

/** Data with the places of its terms in the table. */
function fields(value: unknown, place: Placed): unknown {
  if (isTerm(value)) return place(value)
  if (Array.isArray(value)) return value.map((part) => fields(part, place))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fields(part, place)]))
}

function proofRows(proof: Proof, place: Placed): unknown {
  const { by, points = [], derivations = [], from = [] } = proof
  const { terms = {}, conditions = [], claim } = proof
  const filled = {
    terms: fields(terms, place),
    conditions: fields(conditions, place),
    points: points.map((point) =>
      Object.fromEntries([...point].map(([name, value]) => [name, exactText(value)])),
    ),
    derivations: derivations.map((derivation: Derivation) => derivationRows(derivation, place)),
    from: from.map((part) => proofRows(part, place)),
  }
  const present = Object.entries(filled).filter(([, value]) => Object.keys(value as object).length > 0)
  return {
    by,
    ...Object.fromEntries(present),
    ...(claim && { claim: fields(claim as Claim, place) }),
  }
}
