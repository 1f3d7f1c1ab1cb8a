/** What an analyser gives: a value, why it holds, and what proves it. */

import type { VerdictCertificate } from '../decide/index.ts'
import type { Proved } from '../expression/claim.ts'
import type { Derivation } from '../expression/derivation.ts'

import type { LimitCertificate } from './limit.ts'
import type { Reason } from './reason.ts'
import type { ExpansionCertificate } from './series.ts'

/** How a value is known. */
export type How = 'proved' | 'enclosed' | 'worked out' | 'measured'

/** A claim with its proof, a derivation, or the certificate of a verdict or an expansion. */
export type Evidence = Proved | Derivation | VerdictCertificate | ExpansionCertificate | LimitCertificate

export interface Finding<T> {
  readonly value: T
  readonly why: Reason
  readonly how: How
  readonly evidence: readonly Evidence[]
}
