/** The door of the trusted core: a certificate in, yes or the first fault out. */
import { Canon } from '../expression/canonical.ts'
import type { Derivation } from '../expression/derivation.ts'
import { isTotal } from '../rules/forms.ts'
import { fromJson, SCHEMA, toJson } from './certificate.ts'
import { Fault } from './fault.ts'
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
    const isJson = (certificate as { schema?: unknown } | null)?.schema === SCHEMA
    const json = isJson ? certificate : toJson(certificate as Derivation)
    replay(fromJson(json), new Canon(isTotal))
    return { ok: true }
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, step: fault.step, reason: fault.message }
    return { ok: false, step: 0, reason: 'this is not a certificate' }
  }
}
