/** Verifying certificates of every kind. */
import { verifyBy } from '../derive/verify.ts'
import { ALL_CHECKS } from '../verify/claims/checks.ts'
import type { Verification } from '../verify/verify.ts'

/**
 * Does this certificate prove what it claims? Takes a derivation, a verdict, a limit, or the JSON data of
 * any certificate from anywhere; also those of properties and judgements. (`verify` of `ogee/core` knows
 * derivations and verdicts only.)
 * A derivation is written as JSON first and the checker reads that, so its terms are built anew and
 * nothing it says about them is taken on trust. Never throws.
 *
 * @example
 * ```ts
 * verify(differentiate('1/(1+e^-x)')) // → { ok: true }
 * verify(compare('x + x', '2*x')) // → { ok: true }
 * verify(limit('sin(x)/x', 'x', 0)) // → { ok: true }
 * verify({ schema: 'ogee/1' }).ok // → false
 * ```
 */
export const verify = (certificate: unknown): Verification => verifyBy(certificate, ALL_CHECKS)
