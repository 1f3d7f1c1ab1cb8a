/** What is emitted is run in its language, and gives what the program gives. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emit, emitted, LANGUAGES, type Language } from '../../src/compute/emit/index.ts'
import type { Prepared } from '../../src/compute/prepare.ts'
import type { Program } from '../../src/compute/program.ts'
import { runner } from '../../src/compute/run.ts'
import { expectHeld, held, pointsOf, programs } from '../support/emitted.ts'
import { inOrder, RUNNERS, ran, TORCH, type Written } from '../support/run-emitted.ts'

let all: readonly Prepared[] = []
const folder = mkdtempSync(join(tmpdir(), 'ogee-emit-'))

beforeAll(() => {
  all = programs()
})
afterAll(() => rmSync(folder, { recursive: true }))

test('there are many formulas', () => {
  expect(all.length).toBeGreaterThan(200)
})

/** All as functions f0, f1 … */
const sources = (language: Language): Written[] =>
  all.map((of, i) => ({
    ...{ of, name: `f${i}`, points: pointsOf(of.program) },
    source: emitted(of, language, `f${i}`),
  }))

/** Of what a person wrote; the hostile names come first. */
test.each(LANGUAGES)('%s: no line of code is long', (language) => {
  const isLong = (line: string): boolean => line.length > 100 && line.trim().includes(' ')
  const lines = sources(language)
    .slice(1)
    .flatMap(({ source }) => source.split('\n'))
  expect(lines.filter((line) => isLong(line) && !/^ *(\*|--|%|#)/.test(line))).toEqual([])
})

/** (-1) to an infinite power is 1 by IEEE 754, and NaN in JavaScript. */
const same = (_found: number, value: number, at: readonly number[]): boolean =>
  Number.isNaN(value) && at.includes(-1) && at.some((x) => Math.abs(x) === Infinity)

/** NULL also stands for what is too large, on the way too; SQLite reads and writes decimals to about 16 digits. */
const orNull = (found: number, value: number, at: readonly number[], program: Program): boolean =>
  Number.isNaN(found)
    ? !runner(program)(at).every(Number.isFinite)
    : same(found, value, at) || Math.abs(found - value) <= 1e-15 * Math.abs(value)

for (const { name, language, isInstalled, run } of RUNNERS)
  test.skipIf(!isInstalled)(name, async () => {
    const written = sources(language)
    const found = inOrder(written, await run(written, folder))
    expectHeld(
      held(
        written.map(({ of }) => of),
        found,
        language === 'sql' ? orNull : same,
      ),
    )
  })

test.skipIf(TORCH === undefined)('PyTorch: types, shapes, and what needs no gradient', () => {
  const file = join(folder, 'shapes-with-torch.py')
  const given = { gradient: true, form: 'as-written' } as const
  writeFileSync(
    file,
    `${emit('e^-abs(x)/(1 + e^-abs(x))^2', 'pytorch', { ...given, name: 'bell' })}
${emit('a*x^2 + log(1 + b^2)', 'pytorch', { ...given, name: 'bowl' })}
${emit('a', 'pytorch', { ...given, variables: ['x', 'a'], name: 'flat' })}
x = torch.tensor([[0.5], [-2.0]], dtype=torch.float64, requires_grad=True)
a = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64, requires_grad=True)
assert torch.autograd.gradcheck(bell, (x,))
assert torch.autograd.gradcheck(bowl, (x, a, a))
assert torch.autograd.gradcheck(flat, (x, a))
y = bowl(x, a, 2.0)
assert y.shape == (2, 3)
y.sum().backward()
assert x.grad.shape == x.shape and a.grad.shape == a.shape
single = torch.tensor([0.25, 90.0], dtype=torch.float32, requires_grad=True)
y = bell(single)
assert y.dtype == torch.float32
y.sum().backward()
assert single.grad.dtype == torch.float32 and float(single.grad[1]) < 0
assert bowl(single, 2, 1.5).dtype == torch.float32
assert not bowl(single.detach(), 2, 1.5).requires_grad
with torch.no_grad(): assert not bell(single).requires_grad
slope, = torch.autograd.grad(bell(x).sum(), x, create_graph=True)
assert not slope.requires_grad
`,
  )
  ran(TORCH as string, [file], '')
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
