/** The analysers, by the names of the properties they find. */
import type { Analyser } from '../analyser.ts'
import type { Interval } from '../interval.ts'
import type { LimitAt } from '../tends.ts'
import { type BentPiece, convexity, type Inflection, inflections } from './convexity.ts'
import { domain } from './domain.ts'
import { type Extremum, extrema } from './extrema.ts'
import { limits } from './limits.ts'
import { type MonotonePiece, monotone } from './monotone.ts'
import { type PieceRange, range } from './range.ts'

/** What the properties are, by name. */
export interface Values {
  readonly domain: readonly Interval[]
  readonly limits: readonly LimitAt[]
  readonly monotone: readonly MonotonePiece[]
  readonly extrema: readonly Extremum[]
  readonly range: readonly PieceRange[]
  readonly convexity: readonly BentPiece[]
  readonly inflections: readonly Inflection[]
}

export type PropertyName = keyof Values

/** In the order in which a reader would ask. */
export const ANALYSERS: { readonly [Name in PropertyName]: Analyser<Values[Name]> } = {
  domain,
  limits,
  monotone,
  extrema,
  range,
  convexity,
  inflections,
}
