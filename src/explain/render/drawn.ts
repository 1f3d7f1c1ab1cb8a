/**
 * Pictures of an article, drawn. The renderers are given these functions and do not import them, so that
 * whoever shows only a derivation need not load all that plots are made of.
 */
import { OgeeError } from '../../expression/error.ts'
import { plot, plotText, plotTikz, type TerminalOptions } from '../../plot/index.ts'
import type { PlotOptions } from '../../plot/options.ts'
import type { Picture } from '../article.ts'

/** Draws a picture; nothing comes back for one that cannot be drawn. */
export type Draw<Manner = undefined> = (picture: Picture, manner: Manner) => string | undefined

/** What the work draws. */
function drawn(work: () => string): string | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof OgeeError) return undefined
    throw error
  }
}

export const inCharacters: Draw<TerminalOptions> = ({ curves, options }, terminal) =>
  drawn(() => plotText(curves, options, terminal))

export const asTikz: Draw = ({ curves, options }) => drawn(() => plotTikz(curves, options))

export const asSvg: Draw<PlotOptions> = ({ curves, options }, own) =>
  drawn(() => plot(curves, { ...options, ...own }))
