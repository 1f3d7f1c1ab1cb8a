/** Pictures for the page, whose style sheet has the rules that all pictures share. */
import { OgeeError } from '../../../src/expression/error.ts'

export interface PictureMarkup {
  readonly svg: string
  readonly described: string
}

/** The style of a picture stands in the sheet of the page: its policy allows none in the picture. */
export const withoutStyle = (svg: string): string => svg.replace(/<style>[^<]*<\/style>\n?/, '').trim()

/** What `draw` draws; nothing where there is nothing to be seen. */
export function pictureMarkup(draw: () => PictureMarkup): PictureMarkup | undefined {
  try {
    const { svg, described } = draw()
    return { svg: withoutStyle(svg), described }
  } catch (thrown) {
    if (thrown instanceof OgeeError) return undefined
    throw thrown
  }
}
