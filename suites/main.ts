/**
 * Scores the library against suites that the project did not write. By default every part but
 * rubi_pairs, which `--all` adds; names choose parts (`rubi_core`, `rubi_core/nudged`). `--unknown` and
 * `--wrong` list those cases with their causes, `--json` prints every figure as JSON, `--ids`
 * runs only the cases named, `--every n` each n-th one, `--every n+k` the
 * k-th ones after these. `--progress` says on stderr how far it is; `--misses file` writes down what was missed, by
 * cause.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ANALYSES } from './analysis.ts'
import { BRANCHES } from './branches.ts'
import { CHAINS } from './chains.ts'
import { DERIVATIVES } from './derivatives.ts'
import { EQUATIONS } from './equations.ts'
import { FITS } from './fits.ts'
import { KERNELS } from './kernels.ts'
import { LEARNING } from './learning.ts'
import { LIMITS } from './limits.ts'
import { missesOf } from './misses.ts'
import { PAIRS } from './pairs.ts'
import { REASONING } from './reasoning.ts'
import { type Asked, linesOf, meansOf, notesOf, table } from './score.ts'
import { SERIES } from './series.ts'
import { STABLE } from './stable.ts'
import { type Case, leftOut, type Part, type Row, rowsOf } from './suite.ts'

const PARTS: readonly Part[] = [
  ...DERIVATIVES,
  ...BRANCHES,
  ...PAIRS,
  ...EQUATIONS,
  ...CHAINS,
  ...REASONING,
  ...LIMITS,
  ...SERIES,
  ...ANALYSES,
  ...STABLE,
  ...KERNELS,
  ...LEARNING,
  ...FITS,
]
const LARGE: ReadonlySet<string> = new Set(['rubi_pairs'])

const OPTIONS = {
  all: { type: 'boolean' },
  unknown: { type: 'boolean' },
  wrong: { type: 'boolean' },
  json: { type: 'boolean' },
  ids: { type: 'string' },
  every: { type: 'string', default: '1' },
  progress: { type: 'boolean' },
  misses: { type: 'string' },
} as const

/** What came of a part. */
interface Result {
  readonly part: Part
  readonly asked: readonly Asked[]
  /** Rows that do not count, by reason. */
  readonly without: ReadonlyMap<string, number>
}

/** For how long questions are asked before any is timed: a program just started is slower. */
const WARM_UP_MS = 2_000

/** Asks every 17th question or so, off the record. */
function warmUp(part: Part, rows: readonly Row[], out: ReadonlyMap<string, string>): void {
  const end = performance.now() + WARM_UP_MS
  for (let k = 0; k < rows.length && performance.now() < end; k += 17) {
    const row = rows[k] as Row
    const made = out.has(row.id) ? { none: '' } : part.caseOf(row)
    if (!('none' in made)) made.ask()
  }
}

/** Says how far a part is, in one line that is written over, or line by line. */
function reporter(name: string, count: number, isAsked: boolean): (k: number) => void {
  const { isTTY } = process.stderr
  if (!isTTY && !isAsked) return () => {}
  return (k) => {
    if (isTTY && k === count) process.stderr.write('\r\x1b[K')
    else if (isTTY ? k % 10 === 0 : k % 20 === 0 || k === count)
      process.stderr.write(isTTY ? `\r${name} ${k}/${count} ` : `${name} ${k}/${count}\n`)
  }
}

async function run(
  part: Part,
  rows: readonly Row[],
  out: ReadonlyMap<string, string>,
  isAsked: boolean,
): Promise<Result> {
  const asked: Asked[] = []
  const without = new Map<string, number>()
  warmUp(part, rows, out)
  const tell = reporter(part.name, rows.length, isAsked)
  for (const [k, row] of rows.entries()) {
    tell(k)
    const reason = out.get(row.id)
    const made: Case | { readonly none: string } = reason === undefined ? part.caseOf(row) : { none: reason }
    if ('none' in made) {
      without.set(made.none, (without.get(made.none) ?? 0) + 1)
      continue
    }
    const began = performance.now()
    const answer = await made.ask()
    const milliseconds = performance.now() - began
    const { id, section, text } = made
    asked.push({ id, section, text, outcome: made.judge(answer), milliseconds })
  }
  tell(rows.length)
  return { part, asked, without }
}

function report({ part, asked, without }: Result, grades: readonly ('wrong' | 'unknown')[]): void {
  console.log(`\n${part.name}: ${part.title}`)
  console.log(table(linesOf(asked)))
  for (const [figure, mean] of meansOf(asked)) console.log(`${figure}: ${mean.toFixed(2)} on average`)
  const notes = (title: string, counts: readonly [string, number][]): void => {
    if (counts.length > 0) console.log(`${title}: ${counts.map(([note, n]) => `${note} ${n}`).join('; ')}`)
  }
  notes('right', notesOf(asked, 'right'))
  notes('wrong', notesOf(asked, 'wrong'))
  notes('unknown', notesOf(asked, 'unknown'))
  notes('left out', [...without])
  for (const grade of grades) {
    for (const [note] of notesOf(asked, grade)) {
      console.log(`  ${grade}, ${note}:`)
      for (const { id, text, outcome } of asked)
        if (outcome.grade === grade && outcome.note === note) console.log(`    ${id} ${text.slice(0, 400)}`)
    }
  }
}

const plainly = ({ part, asked, without }: Result): object => ({
  ...{ part: part.name, lines: linesOf(asked), means: Object.fromEntries(meansOf(asked)) },
  without: Object.fromEntries(without),
  right: Object.fromEntries(notesOf(asked, 'right')),
  others: asked.flatMap(({ id, outcome }) => (outcome.grade === 'right' ? [] : [{ id, ...outcome }])),
})

const pageOf = (results: readonly Result[]): string =>
  `# What the suites show to be missing\n\nMade by \`npm run suites -- ${results.map(({ part }) => part.name).join(' ')} --misses\`.\n\n${results
    .map(({ part, asked }) => missesOf(`${part.name}: ${part.title}`, asked))
    .join('\n\n')}\n`

/** Runs what the arguments name; `here` is the folder of the suites' rows. */
export async function main(args: readonly string[], here: string): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const folder = process.env.OGEE_SUITES ?? `${here}../../shared/suites`
  const chosen = PARTS.filter(({ file, name }) =>
    positionals.length > 0
      ? positionals.includes(file) || positionals.includes(name)
      : values.all || !LARGE.has(file),
  )
  if (chosen.length === 0) {
    console.error(`suites: there are ${PARTS.map(({ name }) => name).join(', ')}`)
    process.exitCode = 2
    return
  }
  const results: Result[] = []
  const ids = values.ids?.split(',')
  const [every = 1, offset = 0] = values.every.split('+').map(Number)
  for (const part of chosen) {
    const rows = rowsOf(folder, part.file)
    if (!rows) {
      console.log(`${part.name}: skipped, there is no ${part.file} in ${folder}`)
      continue
    }
    const some = rows
      .filter(part.counts)
      .flatMap((row) => part.rowsIn?.(row) ?? [row])
      .filter((row, k) => (ids ? ids.includes(row.id) : k % every === offset))
    const result = await run(part, some, leftOut(here, part.file), values.progress ?? false)
    results.push(result)
    const grades = (['wrong', 'unknown'] as const).filter((grade) => values[grade])
    if (!values.json) report(result, grades)
  }
  if (values.misses !== undefined) writeFileSync(values.misses, pageOf(results))
  if (values.json) console.log(JSON.stringify(results.map(plainly)))
}
