/** The few colours of messages, or none of them. */
type Brush = (text: string) => string

/** What a text can be made to look like. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'cyan', Brush>>

const code =
  (open: number, close: number): Brush =>
  (text) =>
    `\u001b[${open}m${text}\u001b[${close}m`

const plain: Brush = (text) => text

const COLOURS: Paint = {
  bold: code(1, 22),
  dim: code(2, 22),
  red: code(31, 39),
  cyan: code(36, 39),
}
const NONE: Paint = { bold: plain, dim: plain, red: plain, cyan: plain }

/** Colours for a terminal that shows them; otherwise text stays as it is. */
export const paint = (color: boolean): Paint => (color ? COLOURS : NONE)
