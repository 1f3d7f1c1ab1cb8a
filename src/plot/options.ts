/** What can be asked of a plot. */
import type { Formula } from '../syntax/formula.ts'
import type { Mark } from './marks.ts'
import type { ScaleKind } from './scale.ts'

/** A curve and how it looks. */
export interface CurveOptions {
  readonly of: Formula
  /** In the legend; by default the formula. */
  readonly label?: string
  /** `*`, `+`, `o`, `x`, `.`, `s`, `d`, `^`, `v`: with `points` instead of a line, else along it. */
  readonly marker?: string
  /** A name (`blue`), a letter of MATLAB's (`b`) or `#rrggbb`. */
  readonly color?: string
  /** `solid`, `dashed`, `dotted` or `dash-dotted`, or MATLAB's `-`, `--`, `:`, `-.`. */
  readonly dash?: string
  /** Its own sampled points. */
  readonly points?: PointRange
}

/** Measured points, drawn as markers. */
export interface DataOptions {
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** How far the bars reach to each side: one length for all points, or one for each. */
  readonly xError?: number | readonly number[]
  readonly yError?: number | readonly number[]
  readonly label?: string
  readonly marker?: string
  readonly color?: string
}

/** What lies between two curves, filled: formulas, or numbers at the places x. */
export interface BandOptions {
  readonly lower: Formula | readonly number[]
  readonly upper: Formula | readonly number[]
  readonly x?: readonly number[]
  readonly label?: string
  readonly color?: string
}

/** The points from, from + step, … that are not beyond to, as MATLAB's `from:step:to`. */
export interface PointRange {
  readonly from: number
  readonly step: number
  readonly to: number
}

/** Where the legend stands: `best` covers least; `direct` is a label beside each curve, where these have room. */
export type LegendPlace =
  | 'best'
  | 'direct'
  | 'none'
  | 'top-left'
  | 'top-right'
  | 'bottom-left'
  | 'bottom-right'

/** What can be asked of a plot beside its curves. */
export interface PlotOptions {
  /** The variable; by default `x`, else the only symbol of the formulas. */
  readonly variable?: string
  /** The x shown; by default from −10 to 10, or the part of it where the curves are defined. */
  readonly from?: number
  readonly to?: number
  /** The y shown; by default chosen so that the curves are seen. */
  readonly yFrom?: number
  readonly yTo?: number
  readonly title?: string
  readonly xLabel?: string
  readonly yLabel?: string
  /** By default up to four curves have labels beside them where there is room, more have a legend. */
  readonly legend?: LegendPlace
  /** Pixels; 640 by 400 by default. */
  readonly width?: number
  readonly height?: number
  /** Extrema, inflections and asymptotes of each curve, proved by `analyse`; or these, from an analysis that there is. */
  readonly marks?: boolean | readonly Mark[]
  /** Each curve with its first derivative, or its first two; they are f, f′, f″ unless the curve has a label. */
  readonly derivatives?: 1 | 2
  /** Every curve that has this letter, for each of these values. */
  readonly family?: { readonly letter: string; readonly values: readonly (number | Formula)[] }
  /** Two forms over each other, with different markers, and how far they are apart at most. */
  readonly overlay?: boolean
  readonly data?: readonly DataOptions[]
  readonly bands?: readonly BandOptions[]
  /** The places at which the first curve gets a tangent. */
  readonly tangentAt?: number | readonly number[]
  /** Shall tangents have their equations as labels? */
  readonly tangentLabel?: boolean
  /** Sampled points: curves with a marker are drawn as these alone. */
  readonly points?: PointRange
  /** Of the y axis, or of both. */
  readonly scale?: ScaleKind | { readonly x?: ScaleKind; readonly y?: ScaleKind }
  /** `auto` follows the reader's screen and prints dark on white; the others are fixed. */
  readonly theme?: 'auto' | 'light' | 'dark' | 'print'
  /** Functions of one's own for formulas given as text. */
  readonly definitions?: readonly string[]
}
