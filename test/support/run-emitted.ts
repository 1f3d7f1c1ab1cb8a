/** Emitted functions run in their languages at given points: what each returns, in the order of the points. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { PYTHONS } from '../../scripts/tools.mjs'
import type { Language } from '../../src/compute/emit/index.ts'
import { identifier } from '../../src/compute/emit/sql.ts'
import type { Prepared } from '../../src/compute/prepare.ts'
import { installed } from './written.ts'

/** A function, and where it is to be run. */
export interface Written {
  readonly of: Prepared
  readonly name: string
  readonly source: string
  readonly points: readonly (readonly number[])[]
}

export interface Runner {
  readonly name: string
  readonly language: Language
  readonly isInstalled: boolean
  /** The results as text: functions, points and outputs in order. Files go into the folder. */
  readonly run: (written: readonly Written[], folder: string) => string | Promise<string>
}

const NAMES: Readonly<Record<string, number>> = {
  inf: Infinity,
  '-inf': -Infinity,
  Inf: Infinity,
  '-Inf': -Infinity,
}
const numberIn = (text: string): number =>
  NAMES[text] ?? (/nan|na|null/i.test(text) || text === '' ? Number.NaN : Number(text))

/** Reads results by formula, point and output. */
export function inOrder(
  written: readonly Written[],
  text: string,
): (formula: number, point: number, output: number) => number {
  const values = text.trim().split(/\s+/).map(numberIn)
  const starts: number[] = []
  let at = 0
  for (const { of, points } of written) {
    starts.push(at)
    at += points.length * of.program.outputs.length
  }
  expect(values.length).toBe(at)
  return (i, k, n) =>
    values[(starts[i] as number) + k * (written[i] as Written).of.program.outputs.length + n] as number
}

const numeral = (x: number): string =>
  Object.is(x, -0) ? '-0.0' : String(x).replace('Infinity', 'inf').replace('NaN', 'nan')

/** The points as text, formula by formula. */
const pointText = (written: readonly Written[]): string =>
  written.map(({ points }) => points.map((at) => at.map(numeral).join(' ')).join('\n')).join('\n')

/** Runs a program that must say nothing against it. */
export function ran(program: string, args: readonly string[], input: string): string {
  const { stdout, stderr, status } = spawnSync(program, args, { input, timeout: 120_000, maxBuffer: 2 ** 28 })
  // Octave 7 says so at every end
  const said = stderr.toString().replace(/error: ignoring const execution_exception& .*\n/, '')
  expect(said.slice(0, 2_000)).toBe('')
  expect(status, stdout.toString().slice(0, 2_000)).toBe(0)
  return stdout.toString()
}

const sizes = ({ of: { program }, points }: Written): string =>
  `${program.inputs.length}, ${program.outputs.length}, ${points.length}`

const sourcesOf = (written: readonly Written[]): string => written.map(({ source }) => source).join('\n')

function inJavaScript(written: readonly Written[], folder: string): string {
  const file = join(folder, 'a.cjs')
  const functions = written.map(
    ({ source, name }) => `const ${name} = (() => { ${source.replace('export ', '')}; return ${name} })()`,
  )
  writeFileSync(
    file,
    `${functions.join('\n')}
const text = require('node:fs').readFileSync(0, 'utf8').split('\\n').map((line) => line.split(' ').map((x) => x === 'inf' ? Infinity : x === '-inf' ? -Infinity : Number(x)))
let at = 0
const show = (x) => Object.is(x, -0) ? '-0' : String(x).replace('Infinity', 'inf')
const out = []
for (const [f, count] of [${written.map(({ name, points }) => `[${name}, ${points.length}]`).join(', ')}]) for (let k = 0; k < count; k += 1) {
  const found = f(...text[at++])
  out.push(typeof found === 'number' ? show(found) : [found.value, ...found.gradient].map(show).join(' '))
}
console.log(out.join('\\n'))
`,
  )
  return ran(process.execPath, [file], pointText(written))
}

const COMPILER = 'gcc'
const WARNINGS = ['-std=c99', '-pedantic', '-Wall', '-Wextra', '-Wno-unused-parameter', '-Werror']

function inC(written: readonly Written[], folder: string): string {
  const calls = written.map(({ name, of: { program }, points }) => {
    const by = program.outputs.length - 1
    const reads = program.inputs.map((_, i) => `double x${i}; if (scanf("%lf", &x${i}) != 1) return 1;`)
    const args = [...program.inputs.map((_, i) => `x${i}`), ...(by > 0 ? ['g'] : [])]
    const slopes = Array.from({ length: by }, (_, i) => `printf(" %.17g", g[${i}]);`)
    return `for (int k = 0; k < ${points.length}; k++) { ${reads.join(' ')} ${by > 0 ? `double g[${by}];` : ''} printf("%.17g", ${name}(${args.join(', ')})); ${slopes.join(' ')} printf("\\n"); }`
  })
  const [file, output] = [join(folder, 'a.c'), join(folder, 'a')]
  const main = `#include <stdio.h>\nint main(void) {\n${calls.join('\n')}\nreturn 0; }\n`
  writeFileSync(file, `${sourcesOf(written)}\n${main}`)
  ran(COMPILER, [...WARNINGS, '-ffp-contract=off', '-o', output, file, '-lm'], '')
  return ran(output, [], pointText(written))
}

/** The Python that has these modules. */
const pythonWith = (modules: string): string | undefined =>
  PYTHONS.find((python) => installed(python, '-c', `import ${modules}`))

const READ = `
import sys, warnings
warnings.simplefilter("error")
text = iter(sys.stdin.read().split("\\n"))
def columns(n, count):
    rows = [[float(x) for x in next(text).split(" ") if x] for _ in range(count)]
    return [[row[i] for row in rows] for i in range(n)]
`

const NUMPY = pythonWith('numpy, scipy.special')

function inNumPy(written: readonly Written[], folder: string): string {
  const file = join(folder, 'a.py')
  writeFileSync(
    file,
    `${sourcesOf(written)}\n${READ}
import numpy as np
def show(f, n, m, count):
    at = [np.array(c) for c in columns(n, count)]
    found = f(*at)
    found = (found,) if m == 1 else (found[0], *found[1])
    assert len(found) == m
    if n > 0: assert all(y.shape == (count,) and y.dtype == float for y in found)
    rows = [np.broadcast_to(y, count) for y in found]
    for k in range(count): print(*(repr(float(y[k])) for y in rows))
    one = f(*(1 for c in at))
    assert all(isinstance(y, (float, int)) for y in ((one,) if m == 1 else (one[0], *one[1]))), f
    if n == 2:
        wide = f([[0.5], [1]], [1, 2, 3])
        assert all(np.shape(y) == (2, 3) for y in ((wide,) if m == 1 else (wide[0], *wide[1])))
${written.map((one) => `show(${one.name}, ${sizes(one)})`).join('\n')}
`,
  )
  return ran(NUMPY as string, [file], pointText(written))
}

/** Undefined where it is not installed. */
export const TORCH: string | undefined = pythonWith('torch')

function inPyTorch(written: readonly Written[], folder: string): string {
  const file = join(folder, 'with-torch.py')
  writeFileSync(
    file,
    `${sourcesOf(written)}\n${READ}
import torch
def show(f, n, m, count):
    at = [torch.tensor(c, dtype=torch.float64, requires_grad=m > 1) for c in columns(n, count)]
    y = f(*at)
    rows = [torch.broadcast_to(y, (count,)).tolist()]
    if m > 1:
        y.backward(torch.ones_like(y))
        rows += [x.grad.tolist() for x in at]
    for k in range(count): print(*(repr(row[k]) for row in rows))
${written.map((one) => `show(${one.name}, ${sizes(one)})`).join('\n')}
`,
  )
  return ran(TORCH as string, [file], pointText(written))
}

const OCTAVE = 'octave-cli'

function inOctave(written: readonly Written[], folder: string): string {
  const file = join(folder, 'a.m')
  const show = `function show(f, n, m, count)
  at = cell(1, n);
  rows = zeros(count, n);
  for k = 1:count
    rows(k, :) = sscanf(fgetl(stdin), "%f")';
  end
  for i = 1:n
    at{i} = rows(:, i);
  end
  found = cell(1, m);
  [found{:}] = f(at{:});
  for i = 1:m
    assert(isreal(found{i}));
    assert(n == 0 || isequal(size(found{i}), [count, 1]));
    found{i} = found{i} + zeros(count, 1);
  end
  for k = 1:count
    printf("%.17g ", cellfun(@(y) y(k), found));
    printf("\\n");
  end
end`
  const calls = written.map((one) => `show(@${one.name}, ${sizes(one)});`)
  writeFileSync(file, ['1;', sourcesOf(written), show, ...calls, 'exit(0)'].join('\n'))
  return ran(OCTAVE, ['--no-gui', '--norc', file], pointText(written))
}

/** How a system writes what it has of its own. */
interface Dialect {
  readonly type: string
  readonly infinity: string
  readonly nan: string
  readonly number: (column: string) => string
}

function literal(x: number, { infinity, nan }: Dialect): string {
  if (Number.isNaN(x)) return nan
  if (!Number.isFinite(x)) return x < 0 ? `-${infinity}` : infinity
  return Object.is(x, -0) ? '-0e0' : x.toExponential()
}

/** A table of the points, and what is asked of it. */
function asked({ name, source, points, of: { program, by } }: Written, dialect: Dialect): string[] {
  const columns = program.inputs.map((input) => `, ${identifier(input)} ${dialect.type}`)
  const rows = points.map((at, k) => `(${[k, ...at.map((x) => literal(x, dialect))].join(', ')})`)
  const results = [
    program.inputs.includes('value') ? 'value2' : 'value',
    ...by.map((input) => identifier(`by_${input}`)),
  ]
  return [
    `CREATE TABLE ${name} ("row" INTEGER${columns.join('')});`,
    `INSERT INTO ${name} VALUES ${rows.join(', ')};`,
    `SELECT ${results.map(dialect.number).join(', ')} FROM (\n${source}) AS found ORDER BY "row";`,
  ]
}

const SQLITE = 'sqlite3'
const SQLITE_DIALECT: Dialect = {
  type: 'REAL',
  infinity: '9e999',
  nan: 'NULL',
  number: (column) => `CASE WHEN ${column} IS NULL THEN 'nan' ELSE printf('%!.17g', ${column}) END`,
}

const inSqlite = (written: readonly Written[]): string =>
  ran(
    SQLITE,
    ['-separator', ' ', ':memory:'],
    written.flatMap((one) => asked(one, SQLITE_DIALECT)).join('\n'),
  )

const DUCKDB_DIALECT: Dialect = {
  type: 'DOUBLE',
  infinity: "'inf'::DOUBLE",
  // NaN is larger than every number there; the comment says how to make it NULL
  nan: "nullif('nan'::DOUBLE, 'NaN')",
  number: (column) => `${column}::DOUBLE`,
}

async function inDuckDb(written: readonly Written[]): Promise<string> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  const lines: string[] = []
  for (const one of written) {
    const [create = '', insert = '', select = ''] = asked(one, DUCKDB_DIALECT)
    await connection.run(create)
    await connection.run(insert)
    const rows = (await connection.runAndReadAll(select)).getRowsJS()
    lines.push(...rows.map((row) => row.map((y) => (y === null ? 'nan' : numeral(y as number))).join(' ')))
  }
  connection.closeSync()
  return lines.join('\n')
}

export const RUNNERS: readonly Runner[] = [
  { name: 'JavaScript', language: 'javascript', isInstalled: true, run: inJavaScript },
  { name: 'C', language: 'c', isInstalled: installed(COMPILER, '--version'), run: inC },
  { name: 'NumPy', language: 'python', isInstalled: NUMPY !== undefined, run: inNumPy },
  { name: 'PyTorch', language: 'pytorch', isInstalled: TORCH !== undefined, run: inPyTorch },
  { name: 'Octave', language: 'matlab', isInstalled: installed(OCTAVE, '--version'), run: inOctave },
  {
    ...{ name: 'SQLite', language: 'sql', run: inSqlite },
    isInstalled: installed(SQLITE, ':memory:', 'SELECT exp(1)'),
  },
  { name: 'DuckDB', language: 'sql', isInstalled: true, run: inDuckDb },
]
