/**
 * Measures kernels against enclosures and writes docs/accuracy.md.
 *
 *     node scripts/accuracy.mjs [points] [milliseconds per formula] [curve…]
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from './command.mjs'

const [points = 100_000, milliseconds = 60_000] = process.argv.slice(2, 4).map(Number)
/** All curves, if none are named. */
const names = process.argv.slice(4)

const bundle = join(ROOT, '.build-accuracy', 'table.mjs')
await build({
  absWorkingDir: ROOT,
  entryPoints: ['test/compute/accuracy-table.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'error',
})
const { curveRows, HEAD, operationRows } = await import(pathToFileURL(bundle).href)

/** @param {readonly string[]} head  @param {readonly (readonly string[])[]} rows */
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const begun = performance.now()
const report = (/** @type {readonly string[]} */ row) =>
  console.error(`${((performance.now() - begun) / 1000).toFixed(0)} s  ${row.join('  ')}`)
const operations = names.length > 0 ? [] : operationRows(points, milliseconds, report)
const curves = curveRows(points, milliseconds, names, report)
mkdirSync(join(ROOT, 'docs'), { recursive: true })
writeFileSync(
  join(ROOT, 'docs', 'accuracy.md'),
  `# Accuracy of kernels

The largest errors over ${points} points: all exponents and both signs, ordinary sizes, the borders at which code changes
its ways with their neighbours, multiples of π/2. Errors are in units of the last place of the exact value; a result
that is rounded correctly errs by up to 0.5, or by up to 1 where it is subnormal and scaled last.

Exact values are known within a radius, by balls of about 100 bits, which give an upper bound of each error; it is the
bound that is shown, and the two differ by less than 0.005. Where balls leave open whether an error is the largest, the
value is enclosed, for up to ${milliseconds / 4000} s per cell: "not known" counts the points left then. "Lost" counts points at
which no digit is right. "Points" are those at which the formula is defined.
Made by \`node scripts/accuracy.mjs ${points} ${milliseconds}\`.

Wanted: 4.5 in the fast tier; in the accurate tier 1.05 for exp, log, the sigmoid, its derivative, its logarithm,
softplus and logit, 2 for the rest; nothing lost.

Singles (\`Float32Array\`) are computed in singles, in the form that was found for doubles; what \`formulas\` and
\`errorAt\` say of errors is said of doubles. Whether another form, or a border elsewhere, would do better in singles is
not asked. Steps beyond 1e38 are computed with exponents of their own; where digits cancel in singles, which is tried in
singles, code of the fast tier carries pairs.

## Operations

${table(HEAD, operations)}

## Curves

${table(HEAD, curves)}
`,
)
rmSync(join(ROOT, '.build-accuracy'), { recursive: true, force: true })
