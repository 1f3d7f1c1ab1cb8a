import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/command.mjs'
import { setUpCommands } from '../../scripts/read-me.mjs'
import { documentation, filesAndNames, folderOrder, forbidden, importCycles, Sources } from './structure.ts'
import {
  LARGEST_CLAIMS,
  LARGEST_CORE,
  LARGEST_LIMITS,
  LARGEST_NORMAL_FORM,
  notTables,
  TABLES,
  trustedCore,
} from './trusted-core.ts'

const TEXT = /\.(ts|mjs|json|txt|snap)$/

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isFile()) return [path]
    return entry.name === 'node_modules' || entry.name === '.generated' ? [] : filesBelow(path)
  })
}

const repository = new Sources(
  new Map(
    ['src', 'test', 'scripts', 'bench']
      .flatMap(filesBelow)
      .map((path) => [path, TEXT.test(path) ? readFileSync(join(ROOT, path), 'utf8') : '']),
  ),
)
const tables = Object.keys(TABLES)

describe('this repository', () => {
  test('imports go down the list of folders', () => {
    expect(folderOrder(repository)).toEqual([])
  })

  test('no file imports itself by a detour', () => {
    expect(importCycles(repository)).toEqual([])
  })

  test('the trusted core is small', () => {
    const core = trustedCore(repository, tables)
    const { code, lines, normalForm, claims, limits } = core
    const replay = code - normalForm - claims - limits
    console.log(
      `trusted core: ${replay} code lines, ${normalForm} for verdicts, ${claims} for claims, ${limits} for limits; ${lines} with comments`,
    )
    const listed = core.files.map((f) => `${f.code} ${f.path}`).join('\n')
    expect(core.files.map(({ path }) => path).some((path) => path.startsWith('src/verify/'))).toBe(true)
    expect(replay, listed).toBeLessThanOrEqual(LARGEST_CORE)
    expect(claims, listed).toBeLessThanOrEqual(LARGEST_CLAIMS)
    expect(limits, listed).toBeLessThanOrEqual(LARGEST_LIMITS)
    expect(normalForm, listed).toBeLessThanOrEqual(LARGEST_NORMAL_FORM)
  })

  test('tables are data', () => {
    expect(notTables(repository, tables)).toEqual([])
  })

  test('names and lengths of files', () => {
    expect(filesAndNames(repository, tables)).toEqual([])
  })

  test('nothing forbidden, left out or unfinished', () => {
    expect(forbidden(repository)).toEqual([])
  })

  test('public names are documented with examples', () => {
    expect(documentation(repository)).toEqual([])
  })

  test('the second line of the README sets up and checks everything', () => {
    const commands = setUpCommands(readFileSync(join(ROOT, 'README.md'), 'utf8'))
    expect(commands).toHaveLength(2)
    expect(commands[1]).toBe('npm ci && npm run check')
  })
})

const made = (files: Record<string, string>) => new Sources(new Map(Object.entries(files)))

describe('folder order', () => {
  const order = (files: Record<string, string>) => folderOrder(made({ 'src/rules/a.ts': '', ...files }))

  test('down, within a folder and from an entry point is right', () => {
    const files = {
      'src/verify/a.ts': "import '../rules/a.ts'\nimport './b.ts'",
      'src/verify/b.ts': '',
      'src/index.ts': "export * from './verify/a.ts'",
      'src/cli/ogee.ts': "import 'node:fs'\nimport 'picocolors'\nimport '../index.ts'",
    }
    expect(order(files)).toEqual([])
  })

  test.each([
    ['up', "import { a } from '../verify/a.ts'", 'src/syntax/b.ts:1 imports src/verify/a.ts'],
    ['a type from above', "import type { A } from '../verify/a.ts'", 'stands above it'],
    ['a type in place', "type A = import('../verify/a.ts').A", 'stands above it'],
    ['lazily', "\nconst a = () => import('../verify/a.ts')", 'src/syntax/b.ts:2 imports src/verify'],
    ['by passing on', "export { a } from '../verify/a.ts'", 'stands above it'],
    ['an entry point', "import '../index.ts'", 'src/syntax/b.ts:1 imports src/index.ts'],
    ['Node', "import { readFileSync } from 'node:fs'", 'only src/cli/ may'],
    ['Node by its old name', "import fs from 'fs'", 'imports the package fs'],
    ['a package', "import picocolors from 'picocolors'", 'imports the package picocolors'],
    ['outside', "import '../../test/a.ts'", 'outside the folders'],
    ['nothing', "import './none.ts'", 'which is missing'],
    ['something computed', 'const a = (s: string) => import(s)', 'computed'],
  ])('refuses to import %s', (_, text, message) => {
    const files = { 'src/verify/a.ts': '', 'src/index.ts': '', 'src/syntax/b.ts': text }
    expect(order(files)).toEqual([expect.stringContaining(message)])
  })

  test('refuses other packages in the command line, and the command line in an entry point', () => {
    const files = { 'src/cli/a.ts': "import 'mathjs'", 'src/index.ts': "import './cli/a.ts'" }
    expect(order(files)).toEqual([
      expect.stringContaining('imports the package mathjs'),
      expect.stringContaining('src/index.ts:1 imports src/cli/a.ts'),
    ])
  })

  test('refuses folders and files that the list does not know', () => {
    expect(order({ 'src/misc/a.ts': '', 'src/other.ts': '' })).toHaveLength(2)
  })
})

describe('cycles', () => {
  test('are found with their way round', () => {
    const files = {
      'src/rules/a.ts': "import './b.ts'",
      'src/rules/b.ts': "import type { C } from './c.ts'",
      'src/rules/c.ts': "export { a } from './a.ts'",
      'src/rules/d.ts': "import './a.ts'",
    }
    expect(importCycles(made(files))).toEqual([
      'src/rules/a.ts → src/rules/b.ts → src/rules/c.ts → src/rules/a.ts',
    ])
  })

  test('two ways to one file are none', () => {
    const files = {
      'src/rules/a.ts': "import './b.ts'\nimport './c.ts'",
      'src/rules/b.ts': "import './c.ts'",
      'src/rules/c.ts': '',
    }
    expect(importCycles(made(files))).toEqual([])
  })
})

describe('the trusted core', () => {
  const files = {
    'src/verify/replay.ts': [
      '/** Says',
      ' *  something. */',
      "import { a } from '../rules/code.ts'",
      "import type { T } from '../rules/types.ts'",
      '',
      "export const b = a // not a line's end",
      "export const later = () => import('../rules/lazy.ts')",
    ].join('\n'),
    'src/rules/code.ts': "import { rows } from './rows.ts'\nexport const a = rows\n",
    'src/rules/types.ts': 'export type T = number\nexport const counted = 1\n',
    'src/rules/lazy.ts': 'export default 1\n',
    'src/rules/rows.ts': "import { more } from './more.ts'\nexport const rows = [more]\n",
    'src/rules/more.ts': 'export const more = 1\n',
    'src/derive/other.ts': "import '../verify/replay.ts'\n",
  }

  test('is all that verify/ imports but types, without the tables and with what they import', () => {
    const core = trustedCore(made(files), ['src/rules/rows.ts'])
    expect(core.files).toEqual([
      { path: 'src/rules/code.ts', code: 2, lines: 2 },
      { path: 'src/rules/lazy.ts', code: 1, lines: 1 },
      { path: 'src/rules/more.ts', code: 1, lines: 1 },
      { path: 'src/verify/replay.ts', code: 4, lines: 7 },
    ])
    expect(core).toMatchObject({ code: 8, lines: 11 })
  })
})

describe('tables', () => {
  const table = (text: string) => notTables(made({ 'src/rules/t.ts': text }), ['src/rules/t.ts'])

  test.each([
    "import type { R } from './rule.ts'\nconst u = ['u'] as const\nexport const T: R[] = [{ a: u, b: -1, ...u }]",
    "import { table } from './rule.ts'\nexport const t = table('a', [{ from: 'x', where: { u: 'constant' } }])",
    'const row = (a: string, b = [1]): R => ({ a: a.split(" "), b })\nexport const T = [row("x y")]',
    'const row = (a: string) => {\n  const b = a.split(" ")\n  return { a, b, n: b.length }\n}\nexport const T = [row("x")]',
    'export interface R { a: 1 }\nexport type { Q } from "./rule.ts"\nexport const T = [{ a: 1 }] satisfies R[]',
  ])('may be made of data and row constructors', (text) => {
    expect(table(text)).toEqual([])
  })

  test.each([
    ['a choice', 'export const T = [a ? 1 : 2]', 'ConditionalExpression'],
    ['arithmetic', 'export const T = [1 + 2]', 'BinaryExpression'],
    ['a function in a row', 'export const T = [{ f: (x: number) => x }]', 'ArrowFunctionExpression'],
    ['a method in a row', 'export const T = [{ f() { return 1 } }]', 'Property'],
    ['a method call', 'export const T = [1].map(f)', 'CallExpression'],
    ['something made new', 'export const T = new Map([[1, 2]])', 'NewExpression'],
    ['a loop', 'export const T = []\nfor (const a of b) T.push(a)', 'ForOfStatement'],
    ['a variable', 'export let T = 1', 'VariableDeclaration'],
    ['a class', 'export class T {}', 'ClassDeclaration'],
    ['a loop in a constructor', 'const f = (a: R) => { for (const b of a) c(b) }', 'ForOfStatement'],
    ['a condition in a constructor', 'function f(a: R) { if (a) return 1 }', 'IfStatement'],
    ['a choice in a constructor', 'const f = (a: R) => ({ b: a ? 1 : 2 })', 'ConditionalExpression'],
    ['a default in a constructor', 'const f = (a: R) => ({ b: a ?? 2 })', 'LogicalExpression'],
    ['a function in a constructor', 'const f = (a: R) => a.map((b) => b)', 'ArrowFunctionExpression'],
    ['a long function', `const f = (a: R) => [${'\n  a,'.repeat(12)}\n]`, 'ArrowFunctionExpression'],
  ])('may not hold %s', (_, text, type) => {
    expect(table(text)).toEqual([expect.stringContaining(`not ${type}`)])
  })

  test('must be where tables live, and be there', () => {
    expect(notTables(made({ 'src/verify/t.ts': '' }), ['src/verify/t.ts'])).toHaveLength(1)
    expect(notTables(made({}), ['src/rules/t.ts'])).toEqual([expect.stringContaining('is missing')])
  })
})

describe('files', () => {
  const check = (files: Record<string, string>) => filesAndNames(made(files), ['src/rules/long.ts'])
  const long = 'a\n'.repeat(501)

  test('of 500 lines, long tables and long data are right', () => {
    const files = {
      'src/rules/a-b2.ts': 'a\n'.repeat(500),
      'src/rules/long.ts': long,
      'test/cases/some-sums.txt': long,
      'test/rules/a.test.ts': '',
      'test/__snapshots__/a.test.ts.snap': '',
    }
    expect(check(files)).toEqual([])
  })

  test.each([
    ['src/rules/a.ts', long, '501 lines'],
    ['src/rules/aB.ts', '', 'kebab'],
    ['src/rules/a_b.ts', '', 'kebab'],
    ['src/Rules/a.ts', '', 'kebab'],
    ['src/rules/utils.ts', '', 'says nothing'],
    ['test/util/a.ts', '', 'says nothing'],
  ])('%s is refused', (path, text, message) => {
    expect(check({ [path]: text })).toEqual([expect.stringContaining(message)])
  })
})

describe('forbidden code', () => {
  const check = (text: string) => forbidden(made({ 'src/rules/a.ts': text }))

  test('words in strings, other methods of the same name and methods of one’s own are right', () => {
    const text = "const a = 'eval('\n// eval(x) is slow\nlist.skip(2)\nparser.eval(a)\nevaluate(a)"
    expect(check(text)).toEqual([])
  })

  test.each([
    'eval("1")',
    'new Function("return 1")',
    'Function("return 1")',
    'test.only("a", f)',
    'describe.skip("a", f)',
    'it.concurrent.skip("a", f)',
    `// TO${'DO'}: later`,
    `const a = 'FIX${'ME'}'`,
  ])('%s is refused', (text) => {
    expect(check(`\n${text}\n`)).toEqual([expect.stringMatching(/^src\/rules\/a\.ts:2 /)])
  })
})

describe('documentation', () => {
  const doc = (example: string) => `/**\n * Says it.\n *\n${example} */\n`
  const good = doc(' * @example\n * ```ts\n * f() // → 1\n * ```\n')
  const check = (text: string, more: Record<string, string> = {}) =>
    documentation(made({ 'src/core.ts': '', 'src/index.ts': text, ...more }))

  test('is found where a name is declared, however it is passed on', () => {
    const more = {
      'src/rules/a.ts': `${good}export function f() {}\n/** A type. */\nexport type T = 1`,
      'src/rules/b.ts': "export * from './a.ts'\n",
    }
    expect(check("export { f as g, type T } from './rules/b.ts'", more)).toEqual([])
    expect(check("import { f } from './rules/a.ts'\nexport { f }", more)).toEqual([])
    expect(check(`${good}export const a = 1`)).toEqual([])
    expect(
      check(`${good}export function f(a: 1): 1\nexport function f(a: 2): 2\nexport function f(a: any) {}`),
    ).toEqual([])
  })

  test.each([
    ['no comment', 'export const f = 1', 'src/index.ts:1 f has no doc comment'],
    ['a line comment', '// Says it.\nexport const f = 1', 'no doc comment'],
    ['the comment of something else', '/** a */\nconst a = 1\nexport const f = a', 'no doc comment'],
    ['no example', '/** Says it. */\nexport const f = 1', 'no @example'],
    [
      'an example that states nothing',
      `${doc(' * @example\n * ```ts\n * f()\n * ```\n')}export const f = 1`,
      'no @example',
    ],
    ['a type without comment', 'export interface T {}', 'no doc comment'],
  ])('%s is refused', (_, text, message) => {
    expect(check(text)).toEqual([expect.stringContaining(message)])
    const passedOn = check("export * from './rules/a.ts'", { 'src/rules/a.ts': text })
    expect(passedOn).toEqual([expect.stringContaining(message.replace('index', 'rules/a'))])
  })
})
