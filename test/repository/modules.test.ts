import { describe, expect, test } from 'vitest'
import { codeLines, exportedNames, readModule, target } from '../../scripts/modules.mjs'

const imports = (text: string) =>
  readModule('a.ts', text).imports.map(({ from, typeOnly, line }) => [from, typeOnly, line])

describe('imports', () => {
  test('over several lines, with comments between', () => {
    const text = "import {\n  a, // from './x.ts'\n  b as c,\n  /* } from './y.ts' */\n} from './z.ts'"
    expect(imports(text)).toEqual([['./z.ts', false, 1]])
  })

  test('of every kind', () => {
    const text = [
      "import './effect.ts'",
      "import a, * as b from './all.ts'",
      "import type { T } from './type.ts'",
      "import { type T2 } from './kept.ts'",
      "import data from './data.json' with { type: 'json' }",
      "export * from './star.ts'",
      "export * as ns from './ns.ts'",
      "export type { T3 } from './passed-type.ts'",
      "export { a as default, type T4 } from './passed.ts'",
      "const lazy = async () => (await import('./lazy.ts')).default",
      "let t: import('./place.ts').T | typeof import('./typeof.ts')",
    ].join('\n')
    expect(imports(text)).toEqual([
      ['./effect.ts', false, 1],
      ['./all.ts', false, 2],
      ['./type.ts', true, 3],
      // Such an import stays in the compiled file, without names.
      ['./kept.ts', false, 4],
      ['./data.json', false, 5],
      ['./star.ts', false, 6],
      ['./ns.ts', false, 7],
      ['./passed-type.ts', true, 8],
      ['./passed.ts', false, 9],
      ['./lazy.ts', false, 10],
      ['./place.ts', true, 11],
      ['./typeof.ts', true, 11],
    ])
  })

  test('but not what only looks like one', () => {
    const text = [
      "// import './a.ts'",
      "/* import './b.ts' */",
      'const s = "import \'./c.ts\'"',
      "const t = `import './d.ts' ${'`'} import './e.ts'`",
      'const r = /import ".\\/f.ts"/',
      "const o = { import: './g.ts', from: './h.ts' }",
      'const here = import.meta.url',
    ].join('\n')
    expect(imports(text)).toEqual([])
  })

  test('whose name is computed', () => {
    expect(imports('import(`./${name}.ts`)')).toEqual([[undefined, false, 1]])
  })

  test('text that cannot be read is an error with its place', () => {
    expect(() => readModule('src/a.ts', 'const a = 1\nconst = 2')).toThrow('src/a.ts:2')
  })
})

test('targets are paths from the root; packages have none', () => {
  expect(target('src/rules/a.ts', '../functions/b.ts')).toBe('src/functions/b.ts')
  expect(target('src/rules/a.ts', './b.ts')).toBe('src/rules/b.ts')
  expect(target('src/rules/a.ts', 'node:fs')).toBeUndefined()
})

test('exported names, through other modules', () => {
  const files: Record<string, string> = {
    'index.ts':
      "export * from './a.ts'\nexport { y as z } from './b.ts'\nexport const own = 1\nexport * as b from './b.ts'",
    'a.ts':
      "/** X. */\nexport const x = 1\nexport const { p, q: [r] } = o\nexport * from './index.ts'\nexport default 1",
    'b.ts':
      '/** Y. */\nfunction y() {}\ninterface T {}\nexport { y, T }\nexport class C {}\nexport enum E {}',
  }
  const moduleAt = (path: string) => {
    const text = files[path]
    return text === undefined ? undefined : readModule(path, text)
  }
  const names = (path: string) =>
    [...exportedNames(moduleAt, path)].map(([name, { path: at, doc, typeOnly }]) => [
      name,
      at,
      doc?.replace(/[*\s]/g, '') ?? typeOnly,
    ])
  expect(names('index.ts')).toEqual([
    ['z', 'b.ts', 'Y.'],
    ['own', 'index.ts', false],
    ['b', 'index.ts', false],
    ['x', 'a.ts', 'X.'],
    ['p', 'a.ts', false],
    ['r', 'a.ts', false],
  ])
  expect(names('b.ts')).toEqual([
    ['y', 'b.ts', 'Y.'],
    ['T', 'b.ts', true],
    ['C', 'b.ts', false],
    ['E', 'b.ts', false],
  ])
})

test.each([
  ['', 0],
  ['a\n\n  \nb\n', 2],
  ['/** c\n * c\n */\nconst a = 1 // c\n// c\n', 1],
  ['const a = `\n// text\n`\n', 3],
  ["const a = '/*'\nconst b = '*/'\n", 2],
  ['f(/* one */ 1, /* two\n*/ 2)\n', 2],
])('lines of code in %j', (text, count) => {
  expect(codeLines(readModule('a.ts', text), text)).toBe(count)
})
