/** Verifying a certificate in either of its shapes. */
import type { Derivation } from '../expression/derivation.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { Fault } from '../verify/fault.ts'
import { type Checks, type Verification, verifyJson } from '../verify/verify.ts'
import { toJson } from './json.ts'

/**
 * Does this certificate prove what it claims? Takes a derivation, a verdict, or the JSON data of
 * either from anywhere.
 * A derivation is written as JSON first and the checker reads that, so its terms are built anew and
 * nothing it says about them is taken on trust. Never throws.
 *
 * @example
 * ```ts
 * verify(differentiate('1/(1+e^-x)')) // → { ok: true }
 * verify(compare('x + x', '2*x')) // → { ok: true }
 * verify({ schema: 'ogee/1' }).ok // → false
 * ```
 */
export const verify = (certificate: unknown): Verification => verifyBy(certificate)

/** The same, by the checks for more kinds of certificates. */
export function verifyBy(certificate: unknown, checks?: Checks): Verification {
  try {
    const given = certificate as { schema?: unknown; certificate?: unknown } | null
    if (given?.certificate !== undefined) return verifyJson(given.certificate, checks)
    return verifyJson(given?.schema === SCHEMA ? certificate : toJson(certificate as Derivation), checks)
  } catch (fault) {
    const reason = fault instanceof Fault ? fault.message : 'this is not a certificate'
    return { ok: false, step: 0, reason }
  }
}
