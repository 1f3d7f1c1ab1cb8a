/** The format of an article, as the name of its file says it. */
import { extname } from 'node:path'
import { OgeeError } from '../expression/error.ts'
import type { Format } from '../index.ts'
import { quoted } from '../syntax/errors.ts'
import { isPlainFile } from './save.ts'

const BY_ENDING: ReadonlyMap<string, Format> = new Map([
  ['.md', 'md'],
  ['.markdown', 'md'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.tex', 'latex'],
  ['.json', 'json'],
  ['.txt', 'text'],
])

/**
 * What an article in a file of this name is. A name without an ending says nothing, so the format has to be
 * named (`isNamed`); of devices and pipes nothing is asked.
 *
 * @throws OgeeError `E507` for an ending that no article has, such as .png, or none.
 */
export function formatByName(file: string | undefined, isNamed: boolean): Format | undefined {
  const ending = extname(file ?? '').toLowerCase()
  const format = BY_ENDING.get(ending)
  const isFree = format !== undefined || (isNamed && ending === '')
  if (file === undefined || file === '' || isFree || !isPlainFile(file)) return format
  const reason = ending === '' ? 'its name has no ending' : `no article has the ending ${quoted(ending)}`
  const hint = 'its name ends in .html, .md, .tex, .json or .txt'
  throw new OgeeError('E507', `cannot write ${quoted(file)}: ${reason}`, undefined, hint)
}
