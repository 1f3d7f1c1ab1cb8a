/** What pictures are made of, in pixels, before it is written as SVG or for TeX. */
import type { Expr } from '../expression/expr.ts'
import type { Box } from './outline.ts'
import type { Point } from './sample.ts'
import type { Marker } from './style.ts'

/** `#rrggbb`, or what the theme has for text, axes, the grid and the paper. */
export type Paint = 'ink' | 'axis' | 'grid' | 'paper' | (string & {})

/** Text on a line; `e^{-x}` has a raised part. */
export interface TextShape {
  readonly kind: 'text'
  readonly content: string
  /** What the text says, where it is a formula. */
  readonly formula?: Expr | undefined
  /** The place on its base line; in its middle or at its end if that is said. */
  readonly at: Point
  readonly anchor?: 'middle' | 'end'
  readonly size?: number
  readonly bold?: boolean
  /** Read from below. */
  readonly turned?: boolean
  /** `ink` unless it is said. */
  readonly paint?: Paint
}

export type Shape =
  | {
      readonly kind: 'line'
      readonly pieces: readonly (readonly Point[])[]
      readonly paint: Paint
      /** Of a curve, with round ends. */
      readonly width?: number
      /** Of another line, where it is not that of the theme. */
      readonly thickness?: number
      /** Lengths of strokes and spaces; a line without them has none. */
      readonly dash?: string
    }
  | {
      readonly kind: 'markers'
      readonly points: readonly Point[]
      readonly marker: Marker
      readonly paint: Paint
    }
  | { readonly kind: 'dot'; readonly at: Point; readonly paint: Paint; readonly hollow: boolean }
  | {
      readonly kind: 'area'
      readonly pieces: readonly (readonly Point[])[]
      readonly paint: Paint
      readonly opacity?: number
    }
  /** Level strokes as high as this, with flat ends: rows of cells. */
  | {
      readonly kind: 'rows'
      readonly pieces: readonly (readonly [Point, Point])[]
      readonly paint: Paint
      readonly height: number
    }
  | { readonly kind: 'panel'; readonly box: Box }
  | { readonly kind: 'group'; readonly shapes: readonly Shape[] }
  | TextShape

/** Lines across the box. */
export const uprightAt = (x: number, { top, bottom }: Box): readonly Point[] => [
  [x, top],
  [x, bottom],
]
export const levelAt = (y: number, { left, right }: Box): readonly Point[] => [
  [left, y],
  [right, y],
]
