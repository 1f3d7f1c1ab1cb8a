/** The door of the trusted core: a certificate in, yes or the first fault out. */
import { Canon } from '../expression/canonical.ts'
import type { Derivation } from '../expression/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import { isTotal } from '../rules/forms.ts'
import { CertificateFault, fromJson, SCHEMA, toJson } from './certificate.ts'
import { replay } from './replay.ts'

/** Accepted, or refused at a step, counted from 1; 0 is the certificate as a whole. */
export type Verification =
  | { readonly ok: true }
  | { readonly ok: false; readonly step: number; readonly reason: string }

/**
 * Does this certificate prove what it claims? Takes a derivation, or its JSON data from anywhere:
 * every field is checked first and every term built anew. Never throws.
 *
 * @example
 * ```ts
 * verify(differentiate('1/(1+e^-x)')) // → { ok: true }
 * verify({ schema: 'ogee/1' }).ok // → false
 * ```
 */
export function verify(certificate: unknown): Verification {
  try {
    const derivation = fromJson(isJson(certificate) ? certificate : toJson(certificate as Derivation))
    const refusal = replay(derivation, new Canon(isTotal))
    return refusal ? { ok: false, ...refusal } : { ok: true }
  } catch (fault) {
    const reason = fault instanceof CertificateFault || fault instanceof OgeeError ? fault.message : 'not a certificate'
    return { ok: false, step: 0, reason }
  }
}

const isJson = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as { schema?: unknown }).schema === SCHEMA
