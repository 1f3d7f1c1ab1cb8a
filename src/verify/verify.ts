/** The door of the trusted core: a certificate in, yes or the first fault out. */
import { Canon } from '../expression/canonical.ts'
import { isTotal } from '../rules/forms.ts'
import { fromJson, record, SCHEMA } from './certificate.ts'
import { provedFrom } from './claims/certificate.ts'
import { checkProof } from './claims/check.ts'
import { demand, Fault } from './fault.ts'
import { checkLimit, limitClaimFrom } from './limits/certificate.ts'
import { checkExpansion, expansionClaimFrom } from './limits/expansion-certificate.ts'
import { replay } from './replay.ts'
import { checkVerdict, claimFrom } from './verdict.ts'

/** Accepted, or refused at a step, counted from 1; 0 is the certificate as a whole. */
export type Verification =
  | { readonly ok: true }
  | { readonly ok: false; readonly step: number; readonly reason: string }

/**
 * Does this JSON data prove what it claims? Every field is checked first and every term built anew.
 * Never throws.
 */
export function verifyJson(certificate: unknown): Verification {
  try {
    const { schema, kind } = record(certificate)
    demand(schema === SCHEMA, 'unknown kind of certificate')
    if (kind === 'verdict') checkVerdict(claimFrom(certificate))
    else if (kind === 'limit') checkLimit(limitClaimFrom(certificate))
    else if (kind === 'expansion') checkExpansion(expansionClaimFrom(certificate))
    else if (kind === 'claim') {
      const { claim, proof } = provedFrom(certificate)
      checkProof(claim, proof)
    } else {
      demand(kind === 'derivation', 'unknown kind of certificate')
      replay(fromJson(certificate), new Canon(isTotal))
    }
    return { ok: true }
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, step: fault.step, reason: fault.message }
    return { ok: false, step: 0, reason: 'this is not a certificate' }
  }
}
