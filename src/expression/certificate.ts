/**
 * Certificates as JSON data. All terms stand in one table, each once; a term is `["number", "1/4"]`,
 * `["symbol", "x"]` or a head followed by the places of its operands, which come before it. A step
 * says where the line changes and what stands there before and after; so every other part of the
 * line stays as it was, and a long derivation stays short. Numbers keep every digit.
 */
import type { Path } from './path.ts'

/** The number of a row in the table of terms. */
export type Place = number

/** A step; what is left out is empty, `forward` or `equals`. */
export interface StepJson {
  readonly rule: string | null
  readonly direction?: string
  readonly relation?: string
  readonly path: Path
  readonly before: Place
  readonly after: Place
  readonly letters?: Readonly<Record<string, Place | readonly Place[]>>
  readonly conditions?: readonly Place[]
}

/** A derivation as plain JSON data. */
export interface DerivationJson {
  readonly schema: 'ogee/1'
  readonly kind: 'derivation'
  readonly terms: readonly (readonly (string | Place)[])[]
  readonly from: Place
  readonly to: Place
  readonly variable?: string
  readonly steps: readonly StepJson[]
  readonly assuming: readonly Place[]
  readonly conditions: readonly Place[]
}
