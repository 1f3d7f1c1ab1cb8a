/** The door of the trusted core: a certificate in, yes or the first fault out. */
import { Canon } from '../expression/canonical.ts'
import { isTotal } from '../rules/forms.ts'
import { fromJson, record, SCHEMA } from './certificate.ts'
import { demand, Fault } from './fault.ts'
import { replay } from './replay.ts'
import { checkVerdict, claimFrom } from './verdict.ts'

/** Accepted, or refused at a step, counted from 1; 0 is the certificate as a whole. */
export type Verification =
  | { readonly ok: true }
  | { readonly ok: false; readonly step: number; readonly reason: string }

/** By kinds of certificates, what refuses one by throwing. */
export type Checks = ReadonlyMap<unknown, (certificate: unknown) => void>

/** What two formulas have to do with each other; claims/checks.ts knows the other kinds as well. */
export const ABOUT_FORMS: Checks = new Map([
  ['derivation', (certificate: unknown) => replay(fromJson(certificate), new Canon(isTotal))],
  ['verdict', (certificate: unknown) => checkVerdict(claimFrom(certificate))],
])

/**
 * Does this JSON data prove what it claims? Every field is checked first and every term built anew.
 * Never throws.
 */
export function verifyJson(certificate: unknown, checks: Checks = ABOUT_FORMS): Verification {
  try {
    const { schema, kind } = record(certificate)
    const check = schema === SCHEMA ? checks.get(kind) : undefined
    demand(check !== undefined, 'unknown kind of certificate')
    check(certificate)
    return { ok: true }
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, step: fault.step, reason: fault.message }
    return { ok: false, step: 0, reason: 'this is not a certificate' }
  }
}
