/** How answers and messages look: their format, and what the other end can show. */
import type { Format, RenderOptions } from '../index.ts'
import type { Given, Option } from './arguments.ts'
import { isTerminal, STDERR, STDOUT } from './streams.ts'

const FORMATS: readonly Format[] = ['text', 'md', 'html', 'latex', 'json']
const WHEN: readonly string[] = ['auto', 'always', 'never']

const FORMAT: Option = {
  name: 'format',
  value: 'FORMAT',
  choices: FORMATS,
  summary: 'text (the default), md, html, latex or json',
}
export const JSON_FORMAT: Option = { name: 'json', summary: 'JSON, for programs' }
export const ASCII: Option = { name: 'ascii', summary: 'no characters beyond ASCII' }
export const COLOR: Option = {
  name: 'color',
  value: 'WHEN',
  choices: WHEN,
  summary: 'auto (the default), always or never',
}
/** For commands that write files. */
export const FORCE: Option = { name: 'force', summary: 'write over the file that -o names, if there is one' }
/** The options of every answer. */
export const LOOKS: readonly Option[] = [FORMAT, JSON_FORMAT, ASCII, COLOR]

/** How an answer looks. */
export interface Looks extends Pick<RenderOptions, 'ascii' | 'color' | 'width'> {
  readonly format: Format
}

/** How messages look; known before the arguments are read, so that errors in these look right. */
export interface Manner {
  readonly json: boolean
  readonly color: boolean
  /** Errors alone: no notes, no progress. */
  readonly quiet: boolean
}

/** The word of `--color`, else that of the environment: NO_COLOR, FORCE_COLOR, TERM. */
function colorAt(fd: typeof STDOUT | typeof STDERR, when = 'auto'): boolean {
  if (when !== 'auto') return when === 'always'
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return TERM !== 'dumb' && isTerminal(fd)
}

/** Does the locale, where it says something, say UTF-8? */
function isUnicode(): boolean {
  const { LC_ALL, LC_CTYPE, LANG } = process.env
  const locale = LC_ALL || LC_CTYPE || LANG
  return !locale || /utf-?8/i.test(locale)
}

/** The look that the options ask for; `fallback` is the format where they do not say. */
export function looksOf(given: Given, fallback: Format = 'text'): Looks {
  const format = given.has('json') ? 'json' : ((given.last('format') as Format | undefined) ?? fallback)
  const width = isTerminal(STDOUT) ? process.stdout.columns : undefined
  return {
    format,
    ascii: given.has('ascii') || !isUnicode(),
    color: format === 'text' && colorAt(STDOUT, given.last('color')),
    ...(width ? { width } : {}),
  }
}

/** The manner that the arguments ask for, whatever else is wrong with them. */
export function mannerOf(args: readonly string[]): Manner {
  const end = args.indexOf('--')
  const words = end < 0 ? args : args.slice(0, end)
  const said = (name: string): string | undefined => {
    const attached = words.findLast((word) => word.startsWith(`--${name}=`))
    const at = words.lastIndexOf(`--${name}`)
    return attached?.slice(name.length + 3) ?? (at < 0 ? undefined : words[at + 1])
  }
  const json = words.includes('--json') || said('format') === 'json'
  const quiet = words.includes('--quiet')
  return { json, color: !json && colorAt(STDERR, said('color')), quiet }
}
