/**
 * Turns documentation into tests. Every fenced block of `ts` below an `@example` in src/, and every
 * one in README.md, becomes a test of test/.generated/doc-examples.test.ts:
 *
 *     f(1)                  a line runs as it stands
 *     f(2) // → [3, 4]      the expression must equal the literal; `const a = f(2) // → …` likewise
 *     f('?') // ✗ E101      the expression must throw an error with that code
 *
 * In scope are the exports of the file that holds the example, then those of src/index.ts, then
 * what that file itself imports. A block may also import from 'ogee' and 'ogee/core' as a reader
 * would.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './command.mjs'
import { exportedNames, readModule, target, walk } from './modules.mjs'

/** @typedef {import('./modules.mjs').Node} Node */
/** @typedef {{ path: string, line: number, code: string }} Block  `line` is that of the first line of code */

const OUTPUT = 'test/.generated/doc-examples.test.ts'
const ENTRIES = new Map([
  ['ogee', 'src/index.ts'],
  ['ogee/core', 'src/core.ts'],
  ['ogee/compute', 'src/compute/index.ts'],
  ['ogee/data', 'src/data/index.ts'],
  ['ogee/fit', 'src/fit/index.ts'],
  ['ogee/learn', 'src/learn/index.ts'],
  ['ogee/plot', 'src/plot/index.ts'],
])

/**
 * The fenced blocks of `ts` in a text.
 *
 * @param {string} path
 * @param {string} text
 * @param {number} [firstLine]
 * @returns {Block[]}
 */
function fencedBlocks(path, text, firstLine = 1) {
  /** @type {Block[]} */
  const blocks = []
  for (const found of text.matchAll(/^[ \t]*```ts[ \t]*\n(.*?)^[ \t]*```[ \t]*$/gms)) {
    const line = firstLine + text.slice(0, found.index).split('\n').length
    blocks.push({ path, line, code: /** @type {string} */ (found[1]) })
  }
  return blocks
}

/**
 * The examples in a file's documentation.
 *
 * @param {string} path
 * @param {string} text
 * @returns {Block[]}
 */
export function examples(path, text) {
  if (path.endsWith('.md')) return fencedBlocks(path, text)
  const { comments, lineAt } = readModule(path, text)
  return comments.flatMap(({ type, value, start }) => {
    const tag = value.indexOf('@example')
    if (type !== 'Block' || !value.startsWith('*') || tag < 0) return []
    const bare = value.replace(/^[ \t]*\* ?/gm, '')
    const skipped = bare.indexOf('@example')
    const line = lineAt(start) + bare.slice(0, skipped).split('\n').length - 1
    return fencedBlocks(path, bare.slice(skipped), line)
  })
}

const LITERAL = new Set(['Literal', 'ArrayExpression', 'ObjectExpression', 'Property'])
const NAMED_VALUES = new Set(['undefined', 'NaN', 'Infinity'])

/** @param {Node} node  @returns {boolean} */
function isLiteral(node) {
  if (node.type === 'UnaryExpression') return node.operator === '-' && isLiteral(node.argument)
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0
  if (node.type === 'Identifier') return NAMED_VALUES.has(node.name)
  if (node.type === 'Property') return !node.computed && !node.method && isLiteral(node.value)
  if (!LITERAL.has(node.type)) return false
  return (node.elements ?? node.properties ?? []).every(isLiteral)
}

/**
 * The names that a block uses and does not declare itself.
 *
 * @param {Node} program
 */
function freeNames(program) {
  const [used, bound] = [new Set(), new Set()]
  const bind = (/** @type {Node} */ pattern) =>
    walk(pattern, (node, parent, key) => {
      if (node.type === 'TSTypeAnnotation') return false
      const named = node.type === 'Identifier' && !(parent?.type === 'Property' && key === 'key')
      if (named) bound.add(node.name)
      return undefined
    })
  walk(program, (node, parent, key) => {
    if (node.type === 'VariableDeclarator') bind(node.id)
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') bind(node.id)
    if (node.type === 'ImportDeclaration') {
      for (const { local } of node.specifiers) bind(local)
      return false
    }
    const isKey = !parent?.computed && (key === 'property' || (key === 'key' && !parent?.shorthand))
    if (node.type === 'Identifier' && !isKey) used.add(node.name)
    return undefined
  })
  return [...used].filter((name) => !bound.has(name)).sort()
}

/**
 * The statements of a test for the block; throws where the block breaks the convention.
 *
 * @param {Block} block
 * @param {(name: string) => string | undefined} moduleOf  the variable that holds the module which
 *   exports a name, for free names of the block
 * @param {(specifier: string) => string | undefined} entryOf  the same for an entry point
 */
export function testBody({ path, line, code }, moduleOf, entryOf) {
  const { program, comments, lineAt } = readModule('block.ts', code, { path, line })
  const place = (/** @type {number} */ offset) => `${path}:${line + lineAt(offset) - 1}`
  /** @type {string[]} */
  const lines = []
  for (const name of freeNames(program)) {
    const module = moduleOf(name)
    if (module) lines.push(`const { ${name} } = ${module}`)
  }
  const claims = new Set(comments.filter(({ value }) => /^ ?[→✗]/u.test(value)))
  for (const statement of /** @type {Node[]} */ (program.body)) {
    const text = code.slice(statement.start, statement.end)
    const claim = [...claims].find(
      ({ start }) => start >= statement.end && /^[ \t;]*$/.test(code.slice(statement.end, start)),
    )
    if (claim) claims.delete(claim)
    if (statement.type === 'ImportDeclaration') {
      const module = entryOf(statement.source.value)
      if (!module) throw new Error(`${place(statement.start)} imports ${statement.source.value}`)
      if (statement.importKind === 'type') continue
      for (const { type, imported, local, importKind } of statement.specifiers) {
        if (importKind === 'type') continue
        if (type === 'ImportNamespaceSpecifier') lines.push(`const ${local.name} = ${module}`)
        else lines.push(`const { ${imported?.name ?? 'default'}: ${local.name} } = ${module}`)
      }
      continue
    }
    if (!claim) {
      lines.push(text)
      continue
    }
    const stated = claim.value.trim().slice(1).trim()
    const bare = text.replace(/;$/, '')
    if (claim.value.trim().startsWith('✗')) {
      if (statement.type !== 'ExpressionStatement' || !/^\w+$/.test(stated)) {
        throw new Error(`${place(claim.start)} must be \`expression // ✗ CODE\``)
      }
      const thrown = `expect.objectContaining({ code: '${stated}' })`
      lines.push(`await expect(async () => (${bare})).rejects.toThrow(${thrown})`)
      continue
    }
    const [declarator] = statement.declarations ?? []
    const isName = declarator?.id.type === 'Identifier' && statement.declarations.length === 1
    if (statement.type !== 'ExpressionStatement' && !isName) {
      throw new Error(`${place(claim.start)} states the value of what has none`)
    }
    const value = literal(stated)
    if (value === undefined) throw new Error(`${place(claim.start)} is no literal: ${stated}`)
    if (isName) lines.push(text)
    lines.push(`expect(${isName ? declarator.id.name : bare}).toEqual(${value})`)
  }
  const [stray] = claims
  if (stray) throw new Error(`${place(stray.start)} does not follow an expression`)
  return lines
}

/** @param {string} text */
function literal(text) {
  try {
    const { program } = readModule('value.ts', `(${text}\n)`)
    const [statement] = program.body
    return program.body.length === 1 && isLiteral(statement.expression) ? text : undefined
  } catch {
    return undefined
  }
}

/**
 * The whole test file for the texts of the repository.
 *
 * @param {ReadonlyMap<string, string>} texts
 */
export function testFile(texts) {
  /** @type {Map<string, import('./modules.mjs').Module>} */
  const modules = new Map()
  const moduleAt = (/** @type {string} */ path) => {
    const text = texts.get(path)
    if (text !== undefined && !modules.has(path)) modules.set(path, readModule(path, text))
    return modules.get(path)
  }
  /** @type {Map<string, string>} */
  const variables = new Map()
  const variable = (/** @type {string} */ path) => {
    const known = variables.get(path)
    if (known) return known
    variables.set(path, `m${variables.size}`)
    return `m${variables.size - 1}`
  }
  const exportsValue = (/** @type {string} */ path, /** @type {string} */ name) =>
    exportedNames(moduleAt, path).get(name)?.typeOnly === false
  /** @type {(path: string) => string[]} */
  const around = (path) =>
    (moduleAt(path)?.imports ?? []).flatMap(({ from }) => target(path, from ?? '') ?? [])
  /** @type {string[]} */
  const tests = []
  for (const [path, text] of [...texts].sort()) {
    for (const block of examples(path, text)) {
      const body = testBody(
        block,
        (name) => {
          const places = path.endsWith('.ts') ? [path, 'src/index.ts', ...around(path)] : ['src/index.ts']
          const owner = places.find((file) => exportsValue(file, name))
          return owner && variable(owner)
        },
        (specifier) => {
          const file = ENTRIES.get(specifier)
          return file && texts.has(file) ? variable(file) : undefined
        },
      )
      const title = JSON.stringify(`${path}:${block.line}`)
      const lines = body.map((line) => `  ${line}\n`)
      tests.push(`test(${title}, async () => {\n${lines.join('')}})\n`)
    }
  }
  const imports = [...variables].map(([path, name]) => {
    const specifier = posix.relative(posix.dirname(OUTPUT), path)
    return `import * as ${name} from '${specifier}'\n`
  })
  return [
    '// @ts-nocheck: made by scripts/doc-examples.mjs\n',
    "import { expect, test } from 'vitest'\n",
    ...imports,
    '\n',
    tests.join('\n') || "test.todo('no examples yet')\n",
  ].join('')
}

function main() {
  const paths = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => posix.join('src', ...path.split(/[\\/]/)))
  for (const path of ['src/index.ts', 'README.md']) {
    if (!existsSync(join(ROOT, path))) console.error(`doc-examples: ${path} is missing`)
    else if (!paths.includes(path)) paths.push(path)
  }
  const texts = new Map(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]))
  mkdirSync(posix.dirname(join(ROOT, OUTPUT)), { recursive: true })
  writeFileSync(join(ROOT, OUTPUT), testFile(texts))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    main()
  } catch (error) {
    console.error(`doc-examples: ${/** @type {Error} */ (error).message}`)
    process.exit(1)
  }
}
