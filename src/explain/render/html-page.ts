/** What all parts of a page share: the language, the names that are taken, how deep a title stands. */
import type { PlotOptions } from '../../plot/options.ts'
import { print } from '../../syntax/index.ts'
import type { Inline } from '../article.ts'
import type { Said } from '../draft.ts'
import { inWords, type Wording } from '../wording/worded.ts'
import type { Draw } from './drawn.ts'
import { element, joined, type Markup, words } from './html-element.ts'
import { inlineMath, isWide } from './html-math.ts'
import { formulaIn } from './inline.ts'

export class Page {
  readonly #wording: Wording
  /** Draws pictures, where there may be some. */
  readonly draw: Draw<PlotOptions> | undefined
  readonly #ids = new Set<string>()
  /** Has a line been seen in which something is shaded? */
  explainsShade = false

  constructor(wording: Wording = {}, draw?: Draw<PlotOptions>) {
    this.#wording = wording
    this.draw = draw
  }

  /** What is said, in the language of the page. */
  said(...parts: readonly Said[]): Inline[] {
    return inWords(parts, this.#wording)
  }

  /** A name for an element that no other has. */
  id(wanted: string): string {
    const stem =
      wanted
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'part'
    let id = /^[a-z]/.test(stem) ? stem : `part-${stem}`
    for (let n = 2; this.#ids.has(id); n += 1) id = `${stem}-${n}`
    this.#ids.add(id)
    return id
  }
}

/** Signs that may not begin a line. */
const CLOSING = /^[,.;:!?)\]}”’]+/

/** A run of words with its formulas. */
export function inline(parts: readonly Inline[]): Markup {
  let open = ''
  return joined(
    parts.map((part, i) => {
      if (typeof part === 'string') {
        const rest = part.slice(open.length)
        open = ''
        return words(rest)
      }
      if ('code' in part) return element('code', {}, words(part.code))
      const next = parts[i + 1]
      open = (typeof next === 'string' && CLOSING.exec(next)?.[0]) || ''
      if (open === '' || isWide(part)) {
        open = ''
        return inlineMath(part)
      }
      return element('span', { class: 'whole' }, inlineMath(part), words(open))
    }),
  )
}

/** Within a link, where nothing else may be reached with the keyboard: wide formulas are words there. */
export const linked = (parts: readonly Inline[]): Markup =>
  joined(
    parts.map((part) =>
      typeof part === 'string' || 'code' in part || !isWide(part) ? inline([part]) : words(spoken([part])),
    ),
  )

/** The same without markup, for the title of a window. */
export const spoken = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part
      if ('code' in part) return part.code
      return 'hash' in part ? print(part, 'unicode') : formulaIn(part, 'plain')
    })
    .join('')
