/** SVG as PNG by @resvg/resvg-js, which whoever wants it installs beside ogee. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { OgeeError } from '../expression/error.ts'

/** As much of the package as is used. */
interface Resvg {
  readonly Resvg: new (
    svg: string,
    options: { readonly fitTo: { readonly mode: 'zoom'; readonly value: number }; readonly font: object },
  ) => { readonly render: () => { readonly asPng: () => Uint8Array } }
}

const PACKAGE = '@resvg/resvg-js'
/** Twice as many pixels, for screens that have them. */
const ZOOM = 2

/** @throws OgeeError `E509` where the package is not installed. */
export function png(svg: string): Uint8Array {
  const { Resvg } = found()
  const options = {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: true, defaultFontFamily: 'sans-serif' },
  } as const
  return new Resvg(svg, options).render().asPng()
}

/** Beside ogee, or where the program is called. */
function found(): Resvg {
  for (const place of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(place)(PACKAGE) as Resvg
    } catch {
      // Not here.
    }
  }
  const hint = `install it with "npm install ${PACKAGE}", or write a .svg file`
  throw new OgeeError('E509', `PNG needs the package ${PACKAGE}`, undefined, hint)
}
