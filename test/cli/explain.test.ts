/** `ogee explain`, the answer to a formula without a command: the article, on the screen or in a file. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mustRun } from '../../scripts/command.mjs'
import { picturesOf } from '../../src/explain/render/pictures.ts'
import { explain, type Format, plot, type RenderOptions, render } from '../../src/index.ts'
import { build, ogee } from './run-ogee.ts'

/** A formula whose article is soon written. */
const FORMULA = 'x*e^-x'

/** Parts that are the same however busy the machine is. */
const PARTS = ['definition', 'derivative', 'result', 'other-roads', 'trust']
const LIBRARY = { budget: { milliseconds: 42_000 }, sections: PARTS }
const LONG = ['--budget', '60000']
const AMPLE = [...LONG, '--sections', PARTS.join()]
/** The same of the simplest formula. */
const X = ['explain', 'x', ...AMPLE]
const rendered = (formula: string, format: Format, options: RenderOptions = {}): string =>
  render(explain(formula, LIBRARY), format, options)
const folder = mkdtempSync(join(tmpdir(), 'ogee-explain-'))

beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true }))

describe('the article', () => {
  test('is the library’s', async () => {
    const { code, stdout, stderr } = await ogee(['explain', FORMULA, ...AMPLE])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe(rendered(FORMULA, 'text'))
    expect(stdout).toContain('e^-x - x*e^-x')
  })

  test.each(['md', 'html', 'latex', 'json'] as const)('in %s', async (format) => {
    const { stdout } = await ogee(['explain', FORMULA, '--format', format, ...AMPLE])
    expect(stdout).toBe(rendered(FORMULA, format))
  })

  test('as JSON names its version, its kind and its sections', async () => {
    const { stdout } = await ogee(['explain', 'sigmoid', '--json', ...AMPLE])
    const article = JSON.parse(stdout)
    expect(article).toMatchObject({ schema: 'ogee/1', kind: 'article' })
    expect(article.sections.map(({ id }: { id: string }) => id)).toContain('derivative')
  })

  test('says how a doubtful formula was read, on no other stream', async () => {
    const { stdout, stderr } = await ogee(['explain', '1/2x'])
    expect(stdout).toContain('(1/2)*x')
    expect(stdout).toContain('1/(2*x)')
    expect(stderr).toBe('')
  })

  test('is what a formula without a command asks for', async () => {
    const ample = AMPLE
    const { stdout } = await ogee(['explain', '-x^2', ...ample])
    expect((await ogee(['-x^2', ...ample])).stdout).toBe(stdout)
    expect((await ogee(ample, { input: '-x^2\n' })).stdout).toBe(stdout)
    expect((await ogee(['sigmoid', ...AMPLE])).stdout).toContain('sigmoid (logistic function)')
  })
})

describe('so much of it', () => {
  const sectionsOf = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await ogee(['explain', FORMULA, '--json', ...args, ...LONG])
    return JSON.parse(stdout).sections.map(({ id }: { id: string }) => id)
  }

  test('as --sections names, in the order of the article', async () => {
    expect(await sectionsOf('--sections', 'result, derivative')).toEqual(['derivative', 'result'])
    expect(await sectionsOf('--sections', 'result', '--sections=Trust')).toEqual(['result', 'trust'])
  })

  test('--detail full unfolds what a reader may pass over', async () => {
    const roads = ['explain', 'sigmoid', '--sections', 'other-roads', ...LONG]
    const [usual, full] = [await ogee(roads), await ogee([...roads, '--detail', 'full', '--steps', 'main'])]
    const article = explain('sigmoid', { ...LIBRARY, sections: ['other-roads'] })
    expect(usual.stdout).toBe(render(article, 'text'))
    expect(full.stdout).toBe(render(article, 'text', { unfolded: true }))
    expect(usual.stdout.split('\n').length).toBeLessThan(full.stdout.split('\n').length)
    expect(usual.stdout).toContain('…')
  })

  test('--detail brief searches for nothing; full shows the small steps', async () => {
    const [brief, usual] = [await sectionsOf('--detail', 'brief'), await sectionsOf()]
    expect(usual).toEqual(expect.arrayContaining(brief))
    expect(brief).toContain('derivative')
    expect(brief).not.toContain('properties')
    const derivative = ['explain', FORMULA, '--sections', 'derivative']
    const nested = await ogee([...derivative, '--steps', 'nested'])
    expect((await ogee([...derivative, '--detail', 'full'])).stdout).toBe(nested.stdout)
    const main = await ogee(derivative)
    expect((await ogee([...derivative, '--detail', 'full', '--steps', 'main'])).stdout).toBe(main.stdout)
  })
})

describe('-o FILE', () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
  })

  test('writes the whole article and nothing to the screen', async () => {
    const { code, stdout, stderr } = await ogee(['explain', FORMULA, '-o', 'a.txt', ...AMPLE], {
      cwd: folder,
    })
    expect([code, stdout, stderr]).toEqual([0, '', ''])
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(rendered(FORMULA, 'text'))
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  test.each([
    ['a.html', 'html'],
    ['a.HTM', 'html'],
    ['a.tex', 'latex'],
    ['a.json', 'json'],
  ] as const)('%s is written as %s', async (file, format) => {
    await ogee(['explain', FORMULA, '--output', file, ...AMPLE], { cwd: folder })
    expect(readFileSync(join(folder, file), 'utf8')).toBe(rendered(FORMULA, format))
    expect(readdirSync(folder)).toEqual([file])
  })

  const GRAPH = ['--sections', 'graph', ...LONG]
  const graphOf = (formula: string): ReturnType<typeof picturesOf> =>
    picturesOf(explain(formula, { ...LIBRARY, sections: ['graph'] }))

  test('a.md is written as Markdown, with its pictures beside it', async () => {
    await ogee(['explain', FORMULA, '-o', 'a.md', ...GRAPH], { cwd: folder })
    const pictures = graphOf(FORMULA)
    expect(pictures.length).toBeGreaterThan(0)
    expect(readdirSync(folder).sort()).toEqual(['a.md', ...pictures.map(({ id }) => `a-${id}.svg`)].sort())
    const text = readFileSync(join(folder, 'a.md'), 'utf8')
    for (const { id, curves, options } of pictures) {
      expect(text).toContain(`](a-${id}.svg)`)
      expect(readFileSync(join(folder, `a-${id}.svg`), 'utf8')).toBe(plot(curves, options))
    }
  })

  test('a picture that is there already keeps all of it from being written', async () => {
    const [{ id } = { id: '' }] = graphOf(FORMULA)
    writeFileSync(join(folder, `a-${id}.svg`), 'old')
    const { code, stderr } = await ogee(['explain', FORMULA, '-o', 'a.md', ...GRAPH], { cwd: folder })
    expect([code, stderr]).toEqual([2, expect.stringContaining('E511')])
    expect(readdirSync(folder)).toEqual([`a-${id}.svg`])
    expect((await ogee(['explain', FORMULA, '-o', 'a.md', '--force', ...GRAPH], { cwd: folder })).code).toBe(
      0,
    )
    expect(readFileSync(join(folder, `a-${id}.svg`), 'utf8')).not.toBe('old')
  })

  test('on the screen and in a pipe Markdown has its pictures in characters', async () => {
    const { stdout } = await ogee(['explain', FORMULA, '--format', 'md', ...GRAPH])
    expect(stdout).toContain('```text')
    expect(stdout).not.toContain('.svg')
    const piped = await ogee(['explain', FORMULA, '--format', 'md', '-o', '/dev/stdout', ...GRAPH])
    expect(piped).toMatchObject({ code: 0, stdout })
  })

  test('takes the place of an old file only with a whole new one', async () => {
    const file = join(folder, 'a.tex')
    writeFileSync(file, 'old')
    const failed = await ogee(['explain', '1/(', '-o', file])
    expect([failed.code, readFileSync(file, 'utf8')]).toEqual([2, 'old'])
    expect(readdirSync(folder)).toEqual(['a.tex'])
    const written = await ogee([...X, '-o', file, '--force'])
    expect([written.code, readFileSync(file, 'utf8')]).toEqual([0, rendered('x', 'latex')])
    expect(readdirSync(folder)).toEqual(['a.tex'])
  })

  test('writes over a file only where that is allowed', async () => {
    const file = join(folder, 'a.txt')
    writeFileSync(file, 'old')
    for (const args of [
      [...X, '-o', file],
      ['explain', '-o', file],
    ]) {
      const { code, stdout, stderr } = await ogee(args, { input: 'x\n' })
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('error[E511]')])
      expect(stderr).toContain('--force')
      expect(readFileSync(file, 'utf8')).toBe('old')
    }
    expect(readdirSync(folder)).toEqual(['a.txt'])
    expect((await ogee([...X, '-o', file, '--force'])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(rendered('x', 'text'))
  })

  test('follows a link, and leaves it a link', async () => {
    writeFileSync(join(folder, 'real.txt'), 'old')
    symlinkSync('real.txt', join(folder, 'link.txt'))
    await ogee([...X, '-o', 'link.txt', '--force'], { cwd: folder })
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe(rendered('x', 'text'))
    expect(readdirSync(folder, { withFileTypes: true }).filter((e) => e.isSymbolicLink())).toHaveLength(1)
  })

  test('refuses a folder and a folder that is not there, and leaves nothing behind', async () => {
    for (const path of ['.', 'none/a.md']) {
      const { code, stdout, stderr } = await ogee([...X, '-o', path], { cwd: folder })
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(/^error\[E507\]: cannot write "[^"]+": its? /)
    }
    expect(readdirSync(folder)).toEqual([])
  })

  test('a pipe is written to, not replaced', async () => {
    const pipe = join(folder, 'pipe')
    await mustRun('mkfifo', [pipe])
    const reader = mustRun('cat', [pipe])
    expect((await ogee([...X, '-o', pipe])).code).toBe(0)
    expect((await reader).stdout).toBe(rendered('x', 'text'))
    expect(statSync(pipe).isFIFO()).toBe(true)
  })

  test('a link that leads nowhere is refused', async () => {
    symlinkSync('none.txt', join(folder, 'link.txt'))
    const { code, stderr } = await ogee([...X, '-o', 'link.txt'], { cwd: folder })
    expect([code, stderr]).toEqual([2, expect.stringContaining('a link that leads nowhere')])
    expect(readdirSync(folder)).toEqual(['link.txt'])
  })

  test('"-" is the screen; colour is for the screen only', async () => {
    const env = { FORCE_COLOR: '1' }
    const { stdout } = await ogee([...X, '-o', '-'], { env })
    expect(stdout).toBe(rendered('x', 'text', { color: true }))
    await ogee([...X, '-o', 'a.txt'], { cwd: folder, env })
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(rendered('x', 'text'))
  })

  test('documents that stand alone have a file for each formula', async () => {
    const input = 'x^2\n1/(\nx^3\n'
    const brief = ['--detail', 'brief', ...AMPLE]
    const { code, stdout, stderr } = await ogee(['explain', '-o', 'a.tex', ...brief], { cwd: folder, input })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('a.tex, a-2.tex')
    expect(readdirSync(folder).sort()).toEqual(['a-2.tex', 'a.tex'])
    for (const [file, formula] of [
      ['a.tex', 'x^2'],
      ['a-2.tex', 'x^3'],
    ] as const) {
      const article = explain(formula, { ...LIBRARY, brief: true })
      expect(readFileSync(join(folder, file), 'utf8')).toBe(render(article, 'latex'))
    }
  })

  test('several formulas go into one file', async () => {
    await ogee(['explain', '-o', 'a.txt', ...AMPLE], { cwd: folder, input: 'x^2\nx^3\n' })
    const written = readFileSync(join(folder, 'a.txt'), 'utf8')
    expect(written).toBe(`${rendered('x^2', 'text')}\n${rendered('x^3', 'text')}`)
  })
})
