/**
 * Makes docs/gallery/: a page in Markdown for every named curve, with its pictures, and an index. Nothing in it
 * depends on the day or on what else the machine does: budgets are ample, the clock that they are read from
 * counts the work of this process alone, and slowly, so that counts end every search. A page on which something
 * was left out for lack of time is an error, as is a certificate that the checker refuses.
 *
 *   node scripts/gallery.mjs                     all of it, in place of what is there
 *   node scripts/gallery.mjs --out DIR NAME…     these pages only
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mustRun, ROOT } from './command.mjs'

/** @param {string} file */
const built = (file) => import(join(ROOT, 'dist', file))

if (!existsSync(join(ROOT, 'dist/index.js'))) {
  console.error('gallery: the package is not built: run `npm run build`')
  process.exit(1)
}
/** How much slower than processor time the clock runs. */
const SLOWLY = 20
const clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 / SLOWLY
}
Date.now = clock
performance.now = clock

const { analyse, differentiate, explain, parse, plot, print, render, verify } = await built('index.js')
const { CURVES } = await built('functions/index.js')
const { inlineMath } = await built('explain/render/markdown-math.js')
const { picturesOf } = await built('explain/render/pictures.js')

/** @typedef {{ name: string, form: string, title: string, latex?: string, letters: readonly string[] }} Curve */

const GALLERY = join(ROOT, 'docs/gallery')
const PICTURES = 'pictures'
/** Far more than is needed. */
const AMPLE = { budget: { milliseconds: 600_000 } }
/** What every page has. */
const NEEDED = ['definition', 'graph', 'derivative', 'result', 'properties', 'trust']

/** Throws where something of the curve is not accepted by the checker. */
function checkAll(/** @type {string} */ name) {
  const { properties } = analyse(name, AMPLE)
  const certificates = properties.flatMap((/** @type {any} */ property) => property.certificates())
  const seen = new Set(certificates.map((/** @type {unknown} */ one) => JSON.stringify(one)))
  for (const certificate of [differentiate(name), ...[...seen].map((text) => JSON.parse(text))]) {
    const verdict = verify(certificate)
    if (!verdict.ok) throw new Error(`${name}: a certificate is refused: ${verdict.reason}`)
  }
}

/** Writes the page of a curve and its pictures. */
function writePage(/** @type {string} */ name, /** @type {string} */ folder) {
  checkAll(name)
  const article = explain(name, AMPLE)
  if (article.unfinished) throw new Error(`${name}: not finished: ${article.unfinished.join(', ')}`)
  const ids = article.sections.map((/** @type {{ id: string }} */ { id }) => id)
  const missing = NEEDED.filter((id) => !ids.includes(id))
  if (missing.length > 0) throw new Error(`${name}: the page lacks ${missing.join(', ')}`)
  for (const { id, curves, options } of picturesOf(article)) {
    writeFileSync(join(folder, PICTURES, `${name}-${id}.svg`), plot(curves, options))
  }
  const pictureFile = (/** @type {string} */ id) => `${PICTURES}/${name}-${id}.svg`
  const end = `---\n\nWritten by \`ogee explain ${name} -o ${name}.md\`. [All curves](README.md)\n`
  writeFileSync(join(folder, `${name}.md`), `${render(article, 'md', { pictureFile })}\n${end}`)
}

/** A longer formula would not fit the table. */
const LONGEST = 90

const INTRODUCTION = `# Gallery

Every curve that ogee knows by name, each with its own article: what it is, its derivative line by line, what
it does and how that is known. \`npm run gallery\` makes these pages, and the checker replays all of it meanwhile.
`

/** The index: a row for each curve. */
function indexOf(/** @type {readonly Curve[]} */ curves) {
  const math = (/** @type {string} */ latex, /** @type {string} */ name) =>
    latex.length > LONGEST ? `[in its article](${name}.md)` : inlineMath(latex)
  const rows = curves.map(({ name, form, title }) => {
    const formula = math(print(parse(form), 'latex'), name)
    const slope = math(print(differentiate(name).to, 'latex'), name)
    const picture = `<img src="${PICTURES}/${name}-function.svg" width="160" alt="the graph of ${name}">`
    return `| [${picture}](${name}.md) | [${name}](${name}.md)<br>${title} | ${formula} | ${slope} |`
  })
  return [
    INTRODUCTION,
    '| graph | curve | formula | derivative |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** All pages, made side by side; what is there is replaced when they are complete. */
async function writeGallery() {
  const next = join(ROOT, '.build/gallery')
  rmSync(next, { recursive: true, force: true })
  mkdirSync(join(next, PICTURES), { recursive: true })
  const names = CURVES.map((/** @type {Curve} */ { name }) => name)
  const many = Math.min(availableParallelism(), 8)
  const shares = Array.from({ length: many }, (_, k) =>
    names.filter((/** @type {string} */ _name, /** @type {number} */ i) => i % many === k),
  )
  const self = fileURLToPath(import.meta.url)
  await Promise.all(shares.map((share) => mustRun(process.execPath, [self, '--out', next, ...share])))
  writeFileSync(join(next, 'README.md'), indexOf(CURVES))
  mkdirSync(join(ROOT, 'docs'), { recursive: true })
  rmSync(GALLERY, { recursive: true, force: true })
  renameSync(next, GALLERY)
  console.log(`${names.length} curves in docs/gallery`)
}

const [option, folder, ...asked] = process.argv.slice(2)
if (option === '--out' && folder !== undefined) {
  mkdirSync(join(folder, PICTURES), { recursive: true })
  for (const name of asked) writePage(name, folder)
  if (asked.length === 0) writeFileSync(join(folder, 'README.md'), indexOf(CURVES))
} else {
  await writeGallery()
}
