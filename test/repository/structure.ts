/**
 * The shape of the repository as rules over a map from paths to texts, so that each rule can be
 * tried on a map made up for it. A rule returns what breaks it, one sentence each.
 */
import { posix } from 'node:path'
import { exportedNames, type Module, readModule, target, walk } from '../../scripts/modules.mjs'

/** The folders of src/; each may import from itself and from those before it. */
const FOLDERS = [
  'expression',
  'functions',
  'syntax',
  'rules',
  'enclose',
  'verify',
  'decide',
  'derive',
  'analyse',
  'judging',
  'compute',
  'plot',
  'marking',
  'data',
  'fit',
  'learn',
  'explain',
  'cli',
]
/** The entry points; they may import from every folder but the last. */
const ENTRIES = ['src/index.ts', 'src/core.ts', 'src/library.ts']
/** Packages that are bundled into the command line. */
const BUNDLED = ['picocolors']
/** Packages that the library needs, with the only folder that may import them. */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ['d3-array', 'src/plot/'],
  ['csv-parse', 'src/data/'],
  ['@duckdb/node-api', 'src/data/'],
  ['ml-matrix', 'src/fit/'],
])
const LONGEST_FILE = 500

export class Sources {
  readonly texts: ReadonlyMap<string, string>
  readonly #modules = new Map<string, Module>()

  constructor(texts: ReadonlyMap<string, string>) {
    this.texts = texts
  }

  /** The syntax of the file, or undefined if there is no such file of source code. */
  readonly module = (path: string): Module | undefined => {
    const known = this.#modules.get(path)
    const text = this.texts.get(path)
    if (known || text === undefined || !/\.(ts|mjs)$/.test(path)) return known
    const module = readModule(path, text)
    this.#modules.set(path, module)
    return module
  }

  /** The files of source code whose path matches. */
  matching(pattern: RegExp): [path: string, module: Module, text: string][] {
    return [...this.texts].flatMap(([path, text]) => {
      const module = pattern.test(path) ? this.module(path) : undefined
      return module ? [[path, module, text] as [string, Module, string]] : []
    })
  }
}

/** 0 for the first folder; entry points stand just before the last, undefined elsewhere. */
function rank(path: string): number | undefined {
  if (ENTRIES.includes(path)) return FOLDERS.length - 1.5
  const [top, folder, ...rest] = path.split('/')
  const index = FOLDERS.indexOf(folder ?? '')
  return top === 'src' && rest.length > 0 && index >= 0 ? index : undefined
}

export function folderOrder(sources: Sources): string[] {
  const wrong: string[] = []
  for (const [path, module] of sources.matching(/^src\//)) {
    const here = rank(path)
    if (here === undefined) {
      wrong.push(`${path} is in none of the folders of src/ and is no entry point`)
      continue
    }
    const commandLine = path.startsWith('src/cli/')
    for (const { from, line } of module.imports) {
      const place = `${path}:${line}`
      if (from === undefined) {
        wrong.push(`${place} imports a module whose name is computed`)
      } else if (from.startsWith('.')) {
        const other = target(path, from) as string
        const there = rank(other)
        if (there === undefined) wrong.push(`${place} imports ${from}, which is outside the folders`)
        else if (!sources.texts.has(other)) wrong.push(`${place} imports ${from}, which is missing`)
        else if (there > here) wrong.push(`${place} imports ${other}, which stands above it`)
      } else if (from.startsWith('node:')) {
        if (!commandLine) wrong.push(`${place} imports ${from}: only src/cli/ may`)
      } else if (!(commandLine && BUNDLED.includes(from)) && !path.startsWith(NEEDED.get(from) ?? '//')) {
        wrong.push(`${place} imports the package ${from}`)
      }
    }
  }
  return wrong
}

/** Cycles of imports, those of types included: each file can be read after what it rests on. */
export function importCycles(sources: Sources): string[] {
  const found: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const visit = (path: string): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    state.set(path, 'open')
    trail.push(path)
    for (const { from } of sources.module(path)?.imports ?? []) {
      const other = from === undefined ? undefined : target(path, from)
      if (other !== undefined && sources.texts.has(other)) visit(other)
    }
    trail.pop()
    state.set(path, 'done')
  }
  for (const [path] of sources.matching(/^src\//)) visit(path)
  return found
}

/** Names of files and folders, and their length; tables may be longer. */
export function filesAndNames(sources: Sources, tables: readonly string[]): string[] {
  const wrong: string[] = []
  for (const [path, text] of sources.texts) {
    const names = path.split('/')
    const stem = (names.at(-1) as string).replace(/(\.[a-z]+)+$/, '')
    for (const name of [...names.slice(0, -1), stem]) {
      if (name === '__snapshots__') continue
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) wrong.push(`${path}: ${name} is not kebab-case`)
      if (/^utils?$/.test(name)) wrong.push(`${path}: ${name} says nothing about what it holds`)
    }
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    if (/\.(ts|mjs)$/.test(path) && lines > LONGEST_FILE && !tables.includes(path)) {
      wrong.push(`${path} has ${lines} lines: more than ${LONGEST_FILE}`)
    }
  }
  return wrong
}

const UNFINISHED = new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'})\\b`)
const TEST_WORDS = new Set(['it', 'test', 'describe', 'suite'])

/** Code made from text, tests left out, and promises to finish later. */
export function forbidden(sources: Sources): string[] {
  const wrong: string[] = []
  for (const [path, module, text] of sources.matching(/./)) {
    text.split('\n').forEach((line, i) => {
      if (UNFINISHED.test(line)) wrong.push(`${path}:${i + 1} is marked as unfinished`)
    })
    walk(module.program, (node) => {
      if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return
      const place = `${path}:${module.lineAt(node.start)}`
      const { callee } = node
      if (callee.name === 'eval' || callee.name === 'Function') {
        wrong.push(`${place} makes code from text with ${callee.name}`)
      }
      const word = callee.property?.name
      let owner = callee.object
      while (owner?.type === 'MemberExpression') owner = owner.object
      if ((word === 'only' || word === 'skip') && TEST_WORDS.has(owner?.name)) {
        wrong.push(`${place} leaves tests out with .${word}(`)
      }
    })
  }
  return wrong
}

/**
 * Every public name has a doc comment, and every public value an `@example` with at least one
 * line whose result is stated, which is run as a test. A type has nothing to run.
 */
export function documentation(sources: Sources): string[] {
  const wrong = new Set<string>()
  for (const entry of ENTRIES) {
    for (const [name, found] of exportedNames(sources.module, entry)) {
      const place = `${posix.normalize(found.path)}:${found.line} ${name}`
      if (found.doc === undefined) wrong.add(`${place} has no doc comment`)
      else if (!found.typeOnly && !/@example\s.*```ts\n.*\/\/ [→✗]/s.test(found.doc)) {
        wrong.add(`${place} has no @example with a stated result`)
      }
    }
  }
  return [...wrong]
}
