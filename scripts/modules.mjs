/**
 * What a source file imports, exports and says about itself, read from its syntax tree. The
 * structure tests and the runner of documented examples share it.
 */
import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'

/**
 * @typedef {{ type: string, start: number, end: number, [key: string]: any }} Node
 *
 * @typedef {object} Import
 * @property {string | undefined} from  the specifier; undefined where it is computed
 * @property {boolean} typeOnly  it leaves nothing behind in the compiled file
 * @property {boolean} lazy  it is loaded when it is asked for: `import()`
 * @property {number} line
 *
 * @typedef {object} Export
 * @property {string} name  `*` for all names of another module
 * @property {boolean} typeOnly  an interface, a type, or exported as one
 * @property {number} line
 * @property {string | undefined} doc  the doc comment in front of the declaration
 * @property {string | undefined} from  the module it is taken from
 * @property {string | undefined} imported  its name there; `*` for the whole module
 *
 * @typedef {object} Module
 * @property {Node} program
 * @property {readonly { type: 'Line' | 'Block', value: string, start: number, end: number }[]} comments
 * @property {readonly Import[]} imports
 * @property {readonly Export[]} exports
 * @property {(offset: number) => number} lineAt  counted from 1
 */

/**
 * Calls `visit` for the node and all below it; where `visit` returns false it goes no deeper.
 *
 * @param {unknown} node
 * @param {(node: Node, parent: Node | undefined, key: string | undefined) => boolean | void} visit
 * @param {Node} [parent]
 * @param {string} [key]
 */
export function walk(node, visit, parent, key) {
  if (Array.isArray(node)) {
    for (const part of node) walk(part, visit, parent, key)
  } else if (node && typeof node === 'object' && typeof (/** @type {any} */ (node).type) === 'string') {
    const here = /** @type {Node} */ (node)
    if (visit(here, parent, key) === false) return
    for (const [name, part] of Object.entries(here)) walk(part, visit, here, name)
  }
}

/**
 * @param {string} path  decides the language: `.ts` or `.mjs`
 * @param {string} text
 * @param {{ path: string, line: number }} [place]  where the text stands, if not alone in its file
 * @returns {Module}
 * @throws Error for text that cannot be read, with its place
 */
export function readModule(path, text, place = { path, line: 1 }) {
  const { program, comments, errors } = parseSync(path, text, {
    sourceType: 'module',
    preserveParens: false,
  })
  const breaks = [...text.matchAll(/\n/g)].map((found) => found.index)
  const lineAt = (/** @type {number} */ offset) => {
    let [low, high] = [0, breaks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (/** @type {number} */ (breaks[middle]) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
  const [error] = errors
  if (error) {
    const line = place.line - 1 + lineAt(error.labels[0]?.start ?? 0)
    throw new Error(`${place.path}:${line} cannot be read: ${error.message}`)
  }
  const tree = /** @type {Node} */ (/** @type {unknown} */ (program))
  return {
    program: tree,
    comments,
    imports: importsOf(tree, lineAt),
    exports: exportsOf(tree, text, comments, lineAt),
    lineAt,
  }
}

/**
 * @param {Node} program
 * @param {Module['lineAt']} lineAt
 * @returns {Import[]}
 */
function importsOf(program, lineAt) {
  /** @type {Import[]} */
  const found = []
  const note = (/** @type {Node} */ node, /** @type {Node} */ source, typeOnly = false) => {
    const from = typeof source?.value === 'string' ? source.value : undefined
    found.push({ from, typeOnly, lazy: node.type === 'ImportExpression', line: lineAt(node.start) })
  }
  walk(program, (node) => {
    switch (node.type) {
      case 'ImportDeclaration':
        return note(node, node.source, node.importKind === 'type')
      case 'ExportAllDeclaration':
        return note(node, node.source, node.exportKind === 'type')
      case 'ExportNamedDeclaration':
        if (node.source) note(node, node.source, node.exportKind === 'type')
        return undefined
      case 'ImportExpression':
        return note(node, node.source)
      case 'TSImportType':
        return note(node, node.source ?? node.argument, true)
      case 'TSImportEqualsDeclaration':
        return note(node, node.moduleReference?.expression, node.importKind === 'type')
      default:
        return undefined
    }
  })
  return found
}

const TYPES = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration'])

/** @param {Node} declaration  @returns {string[]} */
function declaredNames(declaration) {
  if (declaration.type !== 'VariableDeclaration') return [declaration.id?.name]
  /** @type {string[]} */
  const names = []
  for (const { id } of declaration.declarations) {
    walk(id, (node, parent, key) => {
      if (node.type === 'TSTypeAnnotation') return false
      const isName = !(parent?.type === 'Property' && key === 'key' && !parent.shorthand)
      if (node.type === 'Identifier' && isName && !names.includes(node.name)) names.push(node.name)
      return undefined
    })
  }
  return names
}

/** @param {Node} node  @returns {string} */
const nameOf = (node) => node.name ?? node.value

/**
 * @param {Node} program
 * @param {string} text
 * @param {Module['comments']} comments
 * @param {Module['lineAt']} lineAt
 * @returns {Export[]}
 */
function exportsOf(program, text, comments, lineAt) {
  const docBefore = (/** @type {number} */ start) => {
    const doc = comments.findLast((comment) => comment.end <= start)
    const isDoc = doc?.type === 'Block' && doc.value.startsWith('*')
    return isDoc && text.slice(doc.end, start).trim() === '' ? doc.value : undefined
  }
  /** @type {Map<string, Omit<Export, 'name'>>} */
  const declared = new Map()
  /** @type {Export[]} */
  const found = []
  const declare = (/** @type {Node} */ declaration, /** @type {Node} */ statement) => {
    const line = lineAt(statement.start)
    const typeOnly = TYPES.has(declaration.type)
    for (const name of declaredNames(declaration)) {
      const doc = declared.get(name)?.doc ?? docBefore(statement.start)
      declared.set(name, { typeOnly, line, doc, from: undefined, imported: undefined })
    }
  }
  for (const statement of program.body) {
    const line = lineAt(statement.start)
    if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement.specifiers) {
        const typeOnly = statement.importKind === 'type' || specifier.importKind === 'type'
        const imported =
          specifier.type === 'ImportNamespaceSpecifier'
            ? '*'
            : specifier.imported
              ? nameOf(specifier.imported)
              : 'default'
        const from = statement.source.value
        declared.set(specifier.local.name, { typeOnly, line, doc: undefined, from, imported })
      }
    } else if (statement.type.endsWith('Declaration') && !statement.type.startsWith('Export')) {
      declare(statement, statement)
    } else if (statement.type === 'ExportNamedDeclaration' && statement.declaration) {
      declare(statement.declaration, statement)
    }
  }
  for (const statement of program.body) {
    const line = lineAt(statement.start)
    if (statement.type === 'ExportDefaultDeclaration') {
      const doc = docBefore(statement.start)
      const rest = { from: undefined, imported: undefined }
      found.push({ name: 'default', typeOnly: false, line, doc, ...rest })
    } else if (statement.type === 'ExportAllDeclaration') {
      const name = statement.exported ? nameOf(statement.exported) : '*'
      const typeOnly = statement.exportKind === 'type'
      const from = statement.source.value
      found.push({ name, typeOnly, line, doc: docBefore(statement.start), from, imported: '*' })
    } else if (statement.type === 'ExportNamedDeclaration') {
      for (const name of statement.declaration ? declaredNames(statement.declaration) : []) {
        const known = /** @type {Omit<Export, 'name'>} */ (declared.get(name))
        if (!found.some((other) => other.name === name)) found.push({ name, ...known })
      }
      for (const specifier of statement.specifiers) {
        const name = nameOf(specifier.exported)
        const imported = nameOf(specifier.local)
        const from = statement.source?.value
        const known = from === undefined ? declared.get(imported) : undefined
        const typeOnly =
          statement.exportKind === 'type' || specifier.exportKind === 'type' || known?.typeOnly === true
        if (known) found.push({ ...known, name, typeOnly })
        else found.push({ name, typeOnly, line, doc: undefined, from, imported })
      }
    }
  }
  return found
}

/**
 * The file that `specifier`, found in the file `path`, names; undefined for a package.
 *
 * @param {string} path
 * @param {string} specifier
 */
export const target = (path, specifier) =>
  specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined

/**
 * Every name that the file `path` exports, with the place where it is declared.
 *
 * @param {(path: string) => Module | undefined} moduleAt
 * @param {string} path
 * @param {ReadonlySet<string>} [visited]
 * @returns {Map<string, { path: string } & Export>}
 */
export function exportedNames(moduleAt, path, visited = new Set()) {
  /** @type {Map<string, { path: string } & Export>} */
  const names = new Map()
  const module = moduleAt(path)
  if (!module || visited.has(path)) return names
  const onward = new Set([...visited, path])
  /** @type {Map<string, { path: string } & Export>} */
  const fromAll = new Map()
  for (const entry of module.exports) {
    const other = entry.from === undefined ? undefined : target(path, entry.from)
    if (entry.name === '*') {
      for (const [name, found] of exportedNames(moduleAt, other ?? '', onward)) {
        if (name !== 'default') fromAll.set(name, found)
      }
      continue
    }
    const origin =
      other === undefined || entry.imported === '*' || entry.imported === undefined
        ? undefined
        : exportedNames(moduleAt, other, onward).get(entry.imported)
    const typeOnly = entry.typeOnly || origin?.typeOnly === true
    names.set(entry.name, { path, ...entry, ...origin, name: entry.name, typeOnly })
  }
  for (const [name, found] of fromAll) if (!names.has(name)) names.set(name, found)
  return names
}

/**
 * How many lines of the file hold more than comments and space.
 *
 * @param {Module} module
 * @param {string} text
 */
export function codeLines(module, text) {
  let bare = ''
  let from = 0
  for (const comment of module.comments) {
    bare += text.slice(from, comment.start) + text.slice(comment.start, comment.end).replace(/[^\n]/g, '')
    from = comment.end
  }
  return (bare + text.slice(from)).split('\n').filter((line) => line.trim() !== '').length
}
