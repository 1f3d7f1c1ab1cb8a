/** What can be asked of a heat map. */
import type { PlotOptions } from '../options.ts'

/** The looks of a heat map; lengths are pixels. */
export interface HeatOptions
  extends Pick<PlotOptions, 'title' | 'xLabel' | 'yLabel' | 'width' | 'height' | 'theme' | 'definitions'> {
  /** The two variables, that across first; by default x and y, else the two symbols in the order of the alphabet. */
  readonly variables?: readonly [string, string]
  /** What is shown across, from −5 to 5 by default, and up, as across by default. */
  readonly from?: number
  readonly to?: number
  readonly yFrom?: number
  readonly yTo?: number
  /** Contour lines: at round values (the default), at these, or none. */
  readonly contours?: boolean | readonly number[]
}
