/** What is emitted is run in its language, and gives what the program gives. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PYTHONS } from '../../scripts/tools.mjs'
import { emitted, LANGUAGES, type Language } from '../../src/compute/emit/index.ts'
import { identifier } from '../../src/compute/emit/sql.ts'
import type { Prepared } from '../../src/compute/prepare.ts'
import type { Program } from '../../src/compute/program.ts'
import { runner } from '../../src/compute/run.ts'
import { expectHeld, held, pointsOf, programs } from '../support/emitted.ts'
import { installed } from '../support/written.ts'

let all: readonly Prepared[] = []
const folder = mkdtempSync(join(tmpdir(), 'ogee-emit-'))

beforeAll(() => {
  all = programs()
})
afterAll(() => rmSync(folder, { recursive: true }))

test('there are many formulas', () => {
  expect(all.length).toBeGreaterThan(200)
})

interface Written {
  readonly of: Prepared
  readonly name: string
  readonly source: string
}

/** All as functions f0, f1 … */
const sources = (language: Language): Written[] =>
  all.map((of, i) => ({ of, name: `f${i}`, source: emitted(of, language, `f${i}`) }))

/** Of what a person wrote; the hostile names come first. */
test.each(LANGUAGES)('%s: no line of code is long', (language) => {
  const isLong = (line: string): boolean => line.length > 100 && line.trim().includes(' ')
  const lines = sources(language)
    .slice(1)
    .flatMap(({ source }) => source.split('\n'))
  expect(lines.filter((line) => isLong(line) && !/^ *(\*|--|%|#)/.test(line))).toEqual([])
})

const NAMES: Readonly<Record<string, number>> = {
  inf: Infinity,
  '-inf': -Infinity,
  Inf: Infinity,
  '-Inf': -Infinity,
}
const numberIn = (text: string): number =>
  NAMES[text] ?? (/nan|na|null/i.test(text) || text === '' ? Number.NaN : Number(text))

/** Numbers in the order formula, point, output. */
function inOrder(
  written: readonly Written[],
  text: string,
): (formula: number, point: number, output: number) => number {
  const values = text.trim().split(/\s+/).map(numberIn)
  const starts: number[] = []
  let at = 0
  for (const { of } of written) {
    starts.push(at)
    at += pointsOf(of.program).length * of.program.outputs.length
  }
  expect(values.length).toBe(at)
  return (i, k, n) =>
    values[(starts[i] as number) + k * (written[i] as Written).of.program.outputs.length + n] as number
}

/** The points as text, formula by formula. */
const pointText = (written: readonly Written[]): string =>
  written
    .map(({ of }) =>
      pointsOf(of.program)
        .map((at) =>
          at
            .map((x) =>
              Object.is(x, -0) ? '-0.0' : String(x).replace('Infinity', 'inf').replace('NaN', 'nan'),
            )
            .join(' '),
        )
        .join('\n'),
    )
    .join('\n')

function ran(program: string, args: readonly string[], input: string): string {
  const { stdout, stderr, status } = spawnSync(program, args, { input, timeout: 120_000, maxBuffer: 2 ** 28 })
  // Octave 7 says so at every end
  const said = stderr.toString().replace(/error: ignoring const execution_exception& .*\n/, '')
  expect(said.slice(0, 2_000)).toBe('')
  expect(status, stdout.toString().slice(0, 2_000)).toBe(0)
  return stdout.toString()
}

/** (-1) to an infinite power is 1 by IEEE 754, and NaN in JavaScript. */
const same = (_found: number, value: number, at: readonly number[]): boolean =>
  Number.isNaN(value) && at.includes(-1) && at.some((x) => Math.abs(x) === Infinity)

const js = (
  written: readonly Written[],
): string => `${written.map(({ source, name }) => `const ${name} = (() => { ${source.replace('export ', '')}; return ${name} })()`).join('\n')}
const text = require('node:fs').readFileSync(0, 'utf8').split('\\n').map((line) => line.split(' ').map((x) => x === 'inf' ? Infinity : x === '-inf' ? -Infinity : Number(x)))
let at = 0
const show = (x) => Object.is(x, -0) ? '-0' : String(x).replace('Infinity', 'inf')
const out = []
for (const f of [${written.map(({ name }) => name).join(', ')}]) for (let k = 0; k < 20; k += 1) {
  const found = f(...text[at++])
  out.push(typeof found === 'number' ? show(found) : [found.value, ...found.gradient].map(show).join(' '))
}
console.log(out.join('\\n'))
`

test('JavaScript', () => {
  const written = sources('javascript')
  const file = join(folder, 'a.cjs')
  writeFileSync(file, js(written))
  const found = inOrder(written, ran(process.execPath, [file], pointText(written)))
  expectHeld(
    held(
      written.map(({ of }) => of),
      found,
      same,
    ),
  )
})

const COMPILER = 'gcc'

test.skipIf(!installed(COMPILER, '--version'))('C', () => {
  const written = sources('c')
  const calls = written.map(({ name, of: { program } }) => {
    const n = program.inputs.length
    const by = program.outputs.length - 1
    const reads = program.inputs
      .map((_, i) => `double x${i}; if (scanf("%lf", &x${i}) != 1) return 1;`)
      .join(' ')
    const args = Array.from({ length: n }, (_, i) => `x${i}`)
    return `for (int k = 0; k < 20; k++) { ${reads} ${by > 0 ? `double g[${by}];` : ''} printf("%.17g", ${name}(${[...args, ...(by > 0 ? ['g'] : [])].join(', ')})); ${Array.from({ length: by }, (_, i) => `printf(" %.17g", g[${i}]);`).join(' ')} printf("\\n"); }`
  })
  const file = join(folder, 'a.c')
  writeFileSync(
    file,
    `${written.map(({ source }) => source).join('\n')}\n#include <stdio.h>\nint main(void) {\n${calls.join('\n')}\nreturn 0; }\n`,
  )
  const output = join(folder, 'a')
  ran(
    COMPILER,
    [
      '-std=c99',
      '-pedantic',
      '-Wall',
      '-Wextra',
      '-Wno-unused-parameter',
      '-Werror',
      '-ffp-contract=off',
      '-o',
      output,
      file,
      '-lm',
    ],
    '',
  )
  const found = inOrder(written, ran(output, [], pointText(written)))
  expectHeld(
    held(
      written.map(({ of }) => of),
      found,
      same,
    ),
  )
})

const PYTHON = (module: string): string | undefined =>
  PYTHONS.find((python) => installed(python, '-c', `import ${module}`))

const READ = `
import sys
text = iter(sys.stdin.read().split("\\n"))
def columns(n):
    rows = [[float(x) for x in next(text).split(" ") if x] for _ in range(20)]
    return [[row[i] for row in rows] for i in range(n)]
`

const NUMPY = PYTHON('numpy, scipy.special')

test.skipIf(NUMPY === undefined)('NumPy', () => {
  const written = sources('python')
  const calls = written.map(
    ({ name, of: { program } }) => `show(${name}, ${program.inputs.length}, ${program.outputs.length})`,
  )
  const file = join(folder, 'a.py')
  writeFileSync(
    file,
    `${written.map(({ source }) => source).join('\n')}\n${READ}
import numpy as np, warnings
warnings.simplefilter("error")
def show(f, n, m):
    at = [np.array(c) for c in columns(n)]
    found = f(*at)
    if m > 1: found = (found[0], *found[1])
    else: found = (found,)
    assert len(found) == m
    if n > 0: assert all(y.shape == (20,) and y.dtype == float for y in found)
    rows = [np.broadcast_to(y, 20) for y in found]
    for k in range(20): print(*(repr(float(y[k])) for y in rows))
    one = f(*(int(c[6]) for c in at))
    assert all(isinstance(y, (float, int)) for y in ((one,) if m == 1 else (one[0], *one[1]))), f
    if n == 2:
        wide = f([[0.5], [1]], [1, 2, 3])
        assert all(np.shape(y) == (2, 3) for y in ((wide,) if m == 1 else (wide[0], *wide[1])))
${calls.join('\n')}
`,
  )
  const found = inOrder(written, ran(NUMPY as string, [file], pointText(written)))
  expectHeld(
    held(
      written.map(({ of }) => of),
      found,
      same,
    ),
  )
})

const TORCH = PYTHON('torch')

test.skipIf(TORCH === undefined)('PyTorch, through its own backward pass', () => {
  const written = sources('pytorch')
  const calls = written.map(
    ({ name, of: { program } }) => `show(${name}, ${program.inputs.length}, ${program.outputs.length})`,
  )
  const file = join(folder, 'with-torch.py')
  writeFileSync(
    file,
    `${written.map(({ source }) => source).join('\n')}\n${READ}
import torch, warnings
warnings.simplefilter("error")
def show(f, n, m):
    at = [torch.tensor(c, dtype=torch.float64, requires_grad=m > 1) for c in columns(n)]
    y = f(*at)
    rows = [torch.broadcast_to(y, (20,)).tolist()]
    if m > 1:
        y.backward(torch.ones_like(y))
        rows += [x.grad.tolist() for x in at]
    for k in range(20): print(*(repr(row[k]) for row in rows))
${calls.join('\n')}
`,
  )
  const found = inOrder(written, ran(TORCH as string, [file], pointText(written)))
  expectHeld(
    held(
      written.map(({ of }) => of),
      found,
      same,
    ),
  )
})

const OCTAVE = 'octave-cli'

test.skipIf(!installed(OCTAVE, '--version'))('Octave', () => {
  const written = sources('matlab')
  const calls = written.map(
    ({ name, of: { program } }) => `show(@${name}, ${program.inputs.length}, ${program.outputs.length});`,
  )
  const file = join(folder, 'a.m')
  const show = `function show(f, n, m)
  at = cell(1, n);
  rows = zeros(20, n);
  for k = 1:20
    rows(k, :) = sscanf(fgetl(stdin), "%f")';
  end
  for i = 1:n
    at{i} = rows(:, i);
  end
  found = cell(1, m);
  [found{:}] = f(at{:});
  for i = 1:m
    assert(isreal(found{i}));
    assert(n == 0 || isequal(size(found{i}), [20, 1]));
    found{i} = found{i} + zeros(20, 1);
  end
  for k = 1:20
    printf("%.17g ", cellfun(@(y) y(k), found));
    printf("\\n");
  end
end`
  writeFileSync(file, ['1;', ...written.map(({ source }) => source), show, ...calls, 'exit(0)'].join('\n'))
  const found = inOrder(written, ran(OCTAVE, ['--no-gui', '--norc', file], pointText(written)))
  expectHeld(
    held(
      written.map(({ of }) => of),
      found,
      same,
    ),
  )
})

/** NULL also stands for what is too large, on the way too; SQLite reads and writes decimals to about 16 digits. */
const orNull = (found: number, value: number, at: readonly number[], program: Program): boolean =>
  Number.isNaN(found)
    ? !runner(program)(at).every(Number.isFinite)
    : same(found, value, at) || Math.abs(found - value) <= 1e-15 * Math.abs(value)

/** A table for each formula, and what is asked of it: the results in the order of the points. */
interface Tables {
  readonly type: string
  readonly infinity: string
  readonly nan: string
  readonly number: (column: string) => string
}

const literal = (x: number, { infinity, nan }: Tables): string => {
  if (Number.isNaN(x)) return nan
  if (!Number.isFinite(x)) return x < 0 ? `-${infinity}` : infinity
  return Object.is(x, -0) ? '-0e0' : x.toExponential()
}

function asked(
  { name, source, of: { program, by } }: Written,
  tables: Tables,
): readonly [string, string, string] {
  const columns = program.inputs.map((input) => `${identifier(input)} ${tables.type}`)
  const rows = pointsOf(program).map((at, k) => `(${[k, ...at.map((x) => literal(x, tables))].join(', ')})`)
  const results = [
    program.inputs.includes('value') ? 'value2' : 'value',
    ...by.map((input) => identifier(`by_${input}`)),
  ]
  return [
    `CREATE TABLE ${name} ("row" INTEGER${columns.map((column) => `, ${column}`).join('')});`,
    `INSERT INTO ${name} VALUES ${rows.join(', ')};`,
    `SELECT ${results.map(tables.number).join(', ')} FROM (\n${source}) AS found ORDER BY "row";`,
  ]
}

const SQLITE = 'sqlite3'

test.skipIf(!installed(SQLITE, ':memory:', 'SELECT exp(1)'))('SQLite', () => {
  const written = sources('sql')
  const tables: Tables = {
    type: 'REAL',
    infinity: '9e999',
    nan: 'NULL',
    number: (column) => `CASE WHEN ${column} IS NULL THEN 'nan' ELSE printf('%!.17g', ${column}) END`,
  }
  const queries = written.flatMap((one) => asked(one, tables))
  const text = ran(SQLITE, ['-separator', ' ', ':memory:'], queries.join('\n'))
  expectHeld(
    held(
      written.map(({ of }) => of),
      inOrder(written, text),
      orNull,
    ),
  )
})

test('DuckDB', async () => {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  const written = sources('sql')
  const tables: Tables = {
    type: 'DOUBLE',
    infinity: "'inf'::DOUBLE",
    // NaN is larger than every number there: the comment says to make it NULL
    nan: "nullif('nan'::DOUBLE, 'NaN')",
    number: (column) => `${column}::DOUBLE`,
  }
  const lines: string[] = []
  for (const one of written) {
    const [create, insert, select] = asked(one, tables)
    await connection.run(create)
    await connection.run(insert)
    const rows = (await connection.runAndReadAll(select)).getRowsJS()
    lines.push(...rows.map((row) => row.map((y) => (Object.is(y, -0) ? '-0' : String(y ?? 'nan'))).join(' ')))
  }
  connection.closeSync()
  const text = lines.join('\n').replaceAll('Infinity', 'inf')
  expectHeld(
    held(
      written.map(({ of }) => of),
      inOrder(written, text),
      orNull,
    ),
  )
})

test('TypeScript has strict types', () => {
  const file = join(folder, 'a.ts')
  writeFileSync(
    file,
    sources('typescript')
      .map(({ source, name }) => `export namespace N${name} { ${source} }`)
      .join('\n'),
  )
  const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
  ran(
    process.execPath,
    [
      tsc,
      '--strict',
      '--ignoreConfig',
      '--noEmit',
      '--noUnusedLocals',
      '--noUncheckedIndexedAccess',
      '--target',
      'es2022',
      '--types',
      '',
      file,
    ],
    '',
  )
})
