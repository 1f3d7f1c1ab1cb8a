/** A picture with what it shows in words. */
import type { PictureMarkup } from '../worker/picture.ts'
import { Markup } from './markup.tsx'

export const Drawing = ({ of }: { readonly of: PictureMarkup }) => (
  <figure>
    <Markup of={of.svg} class="drawing" />
    <figcaption>{of.described}</figcaption>
  </figure>
)
