/** That the values of a function are all numbers between two ends. */
import type { Proof, Range } from '../../expression/claim.ts'
import type { Work } from './work.ts'

export const proveRange = (claim: Range, work: Work): Proof | undefined => work.by('ends', claim)
