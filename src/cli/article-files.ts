/**
 * Articles in files: Markdown with its pictures beside it, and of formats that are whole documents one file
 * for each article. All of them are written, or none.
 */
import { basename, dirname, extname, join } from 'node:path'
import { asSvg } from '../explain/render/drawn.ts'
import { picturesOf } from '../explain/render/pictures.ts'
import type { Article, Format } from '../index.ts'
import { isPlainFile, mayWrite, type Output, type Saving, saveAll } from './save.ts'

/** Several articles cannot stand in one file of these formats. */
const WHOLE_DOCUMENTS: ReadonlySet<Format> = new Set(['html', 'latex'])

/** The files that a run writes. */
export class ArticleFiles {
  readonly #path: string
  readonly #format: Format
  readonly #saving: Saving
  readonly #texts: string[] = []
  readonly #pictures: Output[] = []
  /** Those of an article that may still fail. */
  #pending: readonly Output[] = []

  /** @throws OgeeError `E511` where the first of them may not be written. */
  constructor(path: string, format: Format, saving: Saving) {
    mayWrite(path, saving)
    this.#path = path
    this.#format = format
    this.#saving = saving
  }

  /** `work.md`, for the second article `work-2.md`. */
  #named(number: number, more = ''): string {
    const ending = extname(this.#path)
    const stem = basename(this.#path, ending) + (number === 0 ? '' : `-${number + 1}`)
    return join(dirname(this.#path), more === '' ? `${stem}${ending}` : `${stem}-${more}.svg`)
  }

  /** Draws what the next article refers to; the value is the name of each picture, as it refers to it. */
  picturesFor(article: Article): (id: string) => string | undefined {
    const names = new Map<string, string>()
    const pictures: Output[] = []
    this.#pending = pictures
    if (this.#format !== 'md' || !isPlainFile(this.#path)) return () => undefined
    for (const picture of picturesOf(article)) {
      const path = this.#named(this.#texts.length, picture.id)
      const content = asSvg(picture, {})
      if (content === undefined) continue
      pictures.push({ path, content })
      names.set(picture.id, basename(path))
    }
    return (id) => names.get(id)
  }

  readonly add = (text: string): void => {
    this.#texts.push(text)
    this.#pictures.push(...this.#pending)
    this.#pending = []
  }

  /** Writes all files; the value is the names of the articles where there are several. */
  write(): readonly string[] {
    if (this.#texts.length === 0) return []
    const isEach = WHOLE_DOCUMENTS.has(this.#format) && isPlainFile(this.#path)
    const articles = isEach
      ? this.#texts.map((content, i) => ({ path: this.#named(i), content: content.trimStart() }))
      : [{ path: this.#path, content: this.#texts.join('') }]
    saveAll([...this.#pictures, ...articles], this.#saving)
    return articles.length > 1 ? articles.map(({ path }) => path) : []
  }
}
