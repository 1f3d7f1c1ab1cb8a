/** The analysers, by the names of the properties they find. */
import type { Analyser } from '../analyser.ts'
import type { Interval, Place } from '../interval.ts'
import type { LimitAt } from '../tends.ts'
import { type Antiderivative, antiderivative } from './antiderivative.ts'
import { type Asymptote, asymptotes } from './asymptotes.ts'
import { type Boundedness, boundedness } from './boundedness.ts'
import { type BentPiece, convexity, type Inflection, inflections } from './convexity.ts'
import { type Distribution, distribution } from './density.ts'
import { domain } from './domain.ts'
import { type Extremum, extrema } from './extrema.ts'
import { type Gap, gaps } from './gaps.ts'
import { type Inverse, inverse } from './inverse.ts'
import { limits } from './limits.ts'
import { type MonotonePiece, monotone } from './monotone.ts'
import { type Effect, parameters } from './parameters.ts'
import { type Periodicity, periodicity } from './periodicity.ts'
import { type PieceRange, range } from './range.ts'
import { continuity, type Differentiability, differentiability, smoothness } from './regularity.ts'
import { type Saturation, saturation } from './saturation.ts'
import { type SignPiece, sign, zeros } from './sign.ts'
import { type Lipschitz, lipschitz, type SlopeRange, slopes } from './slope.ts'
import { stationary } from './stationary.ts'
import { type Symmetry, symmetry } from './symmetry.ts'
import { type Taylor, taylor } from './taylor.ts'

/** What the properties are, by name. */
export interface Values {
  readonly domain: readonly Interval[]
  readonly range: readonly PieceRange[]
  readonly boundedness: Boundedness
  readonly symmetry: Symmetry
  readonly zeros: readonly (Place | Interval)[]
  readonly sign: readonly SignPiece[]
  readonly limits: readonly LimitAt[]
  readonly asymptotes: readonly Asymptote[]
  readonly gaps: readonly Gap[]
  readonly continuity: readonly Interval[]
  readonly differentiability: Differentiability
  readonly smoothness: readonly Interval[]
  readonly monotone: readonly MonotonePiece[]
  readonly stationary: readonly (Place | Interval)[]
  readonly extrema: readonly Extremum[]
  readonly convexity: readonly BentPiece[]
  readonly inflections: readonly Inflection[]
  readonly slopes: readonly SlopeRange[]
  readonly lipschitz: Lipschitz
  readonly periodicity: Periodicity
  readonly inverse: Inverse
  readonly taylor: Taylor
  readonly antiderivative: Antiderivative
  readonly saturation: Saturation
  readonly distribution: Distribution
  readonly parameters: readonly Effect[]
}

export type PropertyName = keyof Values

/** In the order in which a reader would ask. */
export const ANALYSERS: { readonly [Name in PropertyName]: Analyser<Values[Name]> } = {
  domain,
  range,
  boundedness,
  symmetry,
  zeros,
  sign,
  limits,
  asymptotes,
  gaps,
  continuity,
  differentiability,
  smoothness,
  monotone,
  stationary,
  extrema,
  convexity,
  inflections,
  slopes,
  lipschitz,
  periodicity,
  inverse,
  taylor,
  antiderivative,
  saturation,
  distribution,
  parameters,
}
