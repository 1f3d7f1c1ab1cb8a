/** The few colours of messages, or none of them. */
import picocolors from 'picocolors'

/** What a text can be made to look like. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'cyan', (text: string) => string>>

/** Colours for a terminal that shows them; otherwise text stays as it is. */
export const paint = (color: boolean): Paint => picocolors.createColors(color)
