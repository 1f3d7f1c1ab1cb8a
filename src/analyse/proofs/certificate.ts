/** Writing certificates of claims. Nothing here is trusted: what counts is what the checker reads back. */

import { derivationRows } from '../../derive/json.ts'
import type { Place } from '../../expression/certificate.ts'
import type { Claim, Proof, Proved } from '../../expression/claim.ts'
import type { Derivation } from '../../expression/derivation.ts'
import type { Expr } from '../../expression/expr.ts'
import { exactText } from '../../expression/rational.ts'
import { TermTable } from '../../expression/term-table.ts'
import { SCHEMA } from '../../verify/certificate.ts'

/**
 * A claim with its proof as plain JSON data. Terms stand in one table, each once; so do proofs, each
 * after those that it rests on, and the last one is that of the claim.
 */
export interface ClaimCertificate {
  readonly schema: typeof SCHEMA
  readonly kind: 'claim'
  readonly terms: readonly (readonly (string | Place)[])[]
  readonly claim: unknown
  readonly proofs: readonly unknown[]
}

/**
 * The claim and its proof as JSON data, which `verify` accepts if the proof is right.
 */
export function certificateOf({ claim, proof }: Proved): ClaimCertificate {
  const { rows, place } = new TermTable()
  const proofs: unknown[] = []
  const places = new Map<Proof, Place>()
  const placeOf = (part: Proof): Place => {
    const known = places.get(part)
    if (known !== undefined) return known
    const fresh = proofs.push(proofRow(part, (part.from ?? []).map(placeOf), place)) - 1
    places.set(part, fresh)
    return fresh
  }
  placeOf(proof)
  return { schema: SCHEMA, kind: 'claim', terms: rows, claim: fields(claim, place), proofs }
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

/** What the proof is told, and the places of those that it rests on. */
function proofRow(proof: Proof, from: readonly Place[], place: Placed): unknown {
  const { by, points = [], derivations = [] } = proof
  const { terms = {}, conditions = [], claim } = proof
  const filled = {
    terms: fields(terms, place),
    conditions: fields(conditions, place),
    points: points.map((point) =>
      Object.fromEntries([...point].map(([name, value]) => [name, exactText(value)])),
    ),
    derivations: derivations.map((derivation: Derivation) => derivationRows(derivation, place)),
    from,
  }
  const present = Object.entries(filled).filter(([, value]) => Object.keys(value as object).length > 0)
  return {
    by,
    ...Object.fromEntries(present),
    ...(claim && { claim: fields(claim as Claim, place) }),
  }
}
