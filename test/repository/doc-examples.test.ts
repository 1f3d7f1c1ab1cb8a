import { describe, expect, test } from 'vitest'
import { examples, testBody, testFile } from '../../scripts/doc-examples.mjs'

describe('examples are found', () => {
  test('below @example in doc comments, with their lines', () => {
    const text = [
      'const a = 1 // ```ts',
      '/**',
      ' * Says it.',
      ' * ```ts',
      ' * before() // → 1',
      ' * ```',
      ' * @example One',
      ' * ```ts',
      ' * f(1)',
      ' *   .g() // → 1',
      ' * ```',
      ' * and',
      ' * ```ts',
      " * f('`') // → 2",
      ' * ```',
      ' * ```sh',
      ' * ogee',
      ' * ```',
      ' */',
      '/* @example',
      ' * ```ts',
      ' * no()',
      ' * ``` */',
      '  /** @example',
      '   * ```ts',
      '   * h()',
      '   * ``` */',
      'export const f = 1',
    ].join('\n')
    expect(examples('src/a.ts', text)).toEqual([
      { path: 'src/a.ts', line: 9, code: 'f(1)\n  .g() // → 1\n' },
      { path: 'src/a.ts', line: 14, code: "f('`') // → 2\n" },
      { path: 'src/a.ts', line: 26, code: 'h()\n' },
    ])
  })

  test('anywhere in Markdown', () => {
    const text = '# a\n```sh\nnpm ci\n```\n\n```ts\nf()\n```\n'
    expect(examples('README.md', text)).toEqual([{ path: 'README.md', line: 7, code: 'f()\n' }])
  })
})

const body = (code: string) =>
  testBody(
    { path: 'a.ts', line: 10, code },
    (name) => (['f', 'g'].includes(name) ? 'own' : undefined),
    (specifier) => (specifier === 'ogee' ? 'index' : undefined),
  )

describe('a block becomes', () => {
  test.each([
    ['f(1) // → -1', ['const { f } = own', 'expect(f(1)).toEqual(-1)']],
    [
      "f(1); // → { a: ['x', 2n], b: undefined }",
      ['const { f } = own', "expect(f(1)).toEqual({ a: ['x', 2n], b: undefined })"],
    ],
    ["f('a // → 1')", ['const { f } = own', "f('a // → 1')"]],
    ['f(1) // a remark', ['const { f } = own', 'f(1)']],
    ['f({\n  a: 1, // → no\n})', 'does not follow'],
    ['f({\n  a: 1,\n}) // → 2', ['const { f } = own', 'expect(f({\n  a: 1,\n})).toEqual(2)']],
    ['const a = f(1) // → 2', ['const { f } = own', 'const a = f(1)', 'expect(a).toEqual(2)']],
    ['(await f(1)).g // → 2', ['const { f } = own', 'expect((await f(1)).g).toEqual(2)']],
    [
      "f('?') // ✗ E101",
      [
        'const { f } = own',
        "await expect(async () => (f('?'))).rejects.toThrow(expect.objectContaining({ code: 'E101' }))",
      ],
    ],
    [
      'const f = (g: number) => ({ g, f: 1 })',
      ['const { g } = own', 'const f = (g: number) => ({ g, f: 1 })'],
    ],
    [
      "import { f as h, type T } from 'ogee'\nimport type { U } from 'ogee'\nh()",
      ['const { f: h } = index', 'h()'],
    ],
    ["import * as o from 'ogee'", ['const o = index']],
    ['f(1) // → three steps', 'a.ts:10 is no literal: three steps'],
    ['f(1) // → g(2)', 'a.ts:10 is no literal: g(2)'],
    ['f(1) // → 1) ; (2', 'no literal'],
    ['\nif (f) g() // → 1', 'a.ts:11 states the value of what has none'],
    ['const a = 1 // ✗ E101', 'must be'],
    ['f(1) // ✗ because', ['const { f } = own', expect.stringContaining("code: 'because'")]],
    ['f(1) // ✗ not at all', 'must be'],
    ['// → 1', 'does not follow'],
    ["import { f } from 'elsewhere'", 'a.ts:10 imports elsewhere'],
    ['f(1\n', 'a.ts:1'],
  ])('%j', (code, expected) => {
    if (Array.isArray(expected)) expect(body(code)).toEqual(expected)
    else expect(() => body(code)).toThrow(expected)
  })
})

test('names come from the file itself, then from the entry point, then from its imports', () => {
  const example = '/** @example\n * ```ts\n * own(both, outer, inner, T) // → 1\n * ```\n */\n'
  const file = testFile(
    new Map([
      ['src/index.ts', "export { both, outer, type T } from './b/b.ts'"],
      [
        'src/a/a.ts',
        `import { inner } from '../b/b.ts'\n${example}export const own = 1, both = inner\nexport type T = 1`,
      ],
      ['src/b/b.ts', 'export const [both, outer, inner] = [1, 2, 3]\nexport type T = 1'],
      ['README.md', "```ts\nouter // → 2\n```\n```ts\nimport { x } from 'ogee'\nx\n```\n"],
    ]),
  )
  expect(file).toBe(
    [
      '// @ts-nocheck: made by scripts/doc-examples.mjs',
      "import { expect, test } from 'vitest'",
      "import * as m0 from '../../src/index.ts'",
      "import * as m1 from '../../src/a/a.ts'",
      "import * as m2 from '../../src/b/b.ts'",
      '',
      'test("README.md:2", async () => {',
      '  const { outer } = m0',
      '  expect(outer).toEqual(2)',
      '})',
      '',
      'test("README.md:5", async () => {',
      '  const { x: x } = m0',
      '  x',
      '})',
      '',
      'test("src/a/a.ts:4", async () => {',
      '  const { both } = m1',
      '  const { inner } = m2',
      '  const { outer } = m0',
      '  const { own } = m1',
      '  expect(own(both, outer, inner, T)).toEqual(1)',
      '})',
      '',
    ].join('\n'),
  )
})
