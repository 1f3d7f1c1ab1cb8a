/**
 * The trusted core: src/verify/ with all it imports that is still there when the types are gone.
 * Whoever wants to trust a certificate must read this much code, so it is counted. Tables are
 * read row by row by anyone who knows the subject and are not counted, provided that they are
 * nothing but data, which is checked here.
 */
import { codeLines, type Module, type Node, target, walk } from '../../scripts/modules.mjs'
import type { Sources } from './structure.ts'

/** The tables, and what their rows are. */
export const TABLES: Readonly<Record<string, string>> = {
  'src/functions/primitives.ts': 'facts asserted about the primitive functions',
  'src/functions/definitions.ts': 'functions that are names for formulas',
  'src/functions/curves.ts': 'named curves, each a formula',
  'src/rules/contents.ts': 'which tables there are, in their order',
  'src/rules/implied.ts': 'templates for the rules that function rows imply',
  'src/rules/algebra.ts': 'rules for sums, products and fractions',
  'src/rules/differentiation.ts': 'rules for derivatives',
  'src/rules/equations.ts': 'rules for equations',
  'src/rules/equations-by-cases.ts': 'rules for equations with forms by cases',
  'src/rules/exponentials.ts': 'rules for exponentials and logarithms',
  'src/rules/hyperbolic.ts': 'rules for hyperbolic functions',
  'src/rules/inverses.ts': 'rules for equations with powers and functions',
  'src/rules/piecewise.ts': 'rules for forms by cases',
  'src/rules/powers.ts': 'rules for powers and roots',
  'src/rules/trigonometry.ts': 'rules for trigonometric functions',
}

/** What replays derivations: steps, conditions, enclosures. */
export const LARGEST_CORE = 2_000
/** What verdicts rest on beyond that: the normal form. */
export const LARGEST_NORMAL_FORM = 1_470
/** What claims about functions rest on beyond both: rules of inference, and limits. */
export const LARGEST_CLAIMS = 1_030
export const LARGEST_LIMITS = 1_200
/** A row constructor fills in a row; anything longer is code. */
const LONGEST_CONSTRUCTOR = 12

export interface Core {
  readonly files: readonly {
    readonly path: string
    readonly code: number
    readonly lines: number
  }[]
  /** Lines that hold more than comments and space. */
  readonly code: number
  readonly lines: number
  /** The part of `code` that only verdicts need; that only claims need; and of those, limits. */
  readonly normalForm: number
  readonly claims: number
  readonly limits: number
}

const FOR_VERDICTS = /^src\/verify\/(?:normal-form\/|verdict\.ts)/
/** What only claims need, the writing of numbers as terms among it. */
const FOR_CLAIMS = /^src\/(?:verify\/claims\/|expression\/number-term\.ts)/
const FOR_LIMITS = /^src\/verify\/limits\//

/** src/verify/ and what it imports, without the tables. */
export function trustedCore(sources: Sources, tables: readonly string[]): Core {
  const reached = new Set(sources.matching(/^src\/verify\//).map(([path]) => path))
  for (const path of reached) {
    for (const { from, typeOnly } of sources.module(path)?.imports ?? []) {
      const other = from === undefined || typeOnly ? undefined : target(path, from)
      if (other !== undefined && sources.texts.has(other)) reached.add(other)
    }
  }
  const files = [...reached]
    .filter((path) => !tables.includes(path))
    .sort()
    .map((path) => {
      const text = sources.texts.get(path) as string
      const code = codeLines(sources.module(path) as Module, text)
      return { path, code, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }
    })
  const total = (key: 'code' | 'lines') => files.reduce((sum, file) => sum + file[key], 0)
  const among = (which: RegExp) =>
    files.reduce((sum, { path, code }) => sum + (which.test(path) ? code : 0), 0)
  const [normalForm, claims, limits] = [FOR_VERDICTS, FOR_CLAIMS, FOR_LIMITS].map(among) as [
    number,
    number,
    number,
  ]
  return { files, code: total('code'), lines: total('lines'), normalForm, claims, limits }
}

/** What a value in a table may be made of. */
const DATA = new Set([
  'Literal',
  'TemplateLiteral',
  'TemplateElement',
  'ArrayExpression',
  'ObjectExpression',
  'Property',
  'SpreadElement',
  'Identifier',
  'UnaryExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
])

/** What in this expression is not data, if anything. Types are not looked into. */
function notData(root: Node, alsoAllowed: ReadonlySet<string> = new Set()): Node | undefined {
  let culprit: Node | undefined
  walk(root, (node) => {
    if (culprit) return false
    if (node.type.startsWith('TS') && !DATA.has(node.type)) return false
    const plainCall = node.type === 'CallExpression' && node.callee.type === 'Identifier'
    const method = node.type === 'Property' && (node.method || node.kind !== 'init')
    if (method || !(DATA.has(node.type) || plainCall || alsoAllowed.has(node.type))) culprit = node
    return undefined
  })
  return culprit
}

const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'])
const IN_CONSTRUCTOR = new Set(['CallExpression', 'MemberExpression'])

/** What keeps this function from being a simple row constructor, if anything. */
function notConstructor(node: Node, module: Module): Node | undefined {
  const lines = module.lineAt(node.end) - module.lineAt(node.start) + 1
  if (node.async || node.generator || lines > LONGEST_CONSTRUCTOR) return node
  const statements: Node[] = node.body.type === 'BlockStatement' ? node.body.body : []
  const values: Node[] = node.body.type === 'BlockStatement' ? [] : [node.body]
  for (const parameter of node.params) {
    if (parameter.type === 'AssignmentPattern') values.push(parameter.right)
    else if (parameter.type !== 'Identifier') return parameter
  }
  for (const statement of statements) {
    if (statement.type === 'ReturnStatement' && statement.argument) values.push(statement.argument)
    else if (statement.type === 'VariableDeclaration' && statement.kind === 'const') {
      values.push(...statement.declarations.map((declarator: Node) => declarator.init))
    } else return statement
  }
  for (const value of values) {
    const culprit = notData(value, IN_CONSTRUCTOR)
    if (culprit) return culprit
  }
  return undefined
}

/** Why a file listed as a table is none: it may hold data and simple row constructors only. */
export function notTables(sources: Sources, tables: readonly string[]): string[] {
  const wrong: string[] = []
  for (const path of tables) {
    const module = sources.module(path)
    if (!/^src\/(functions|rules)\//.test(path)) wrong.push(`${path} is not where tables live`)
    if (!module) {
      wrong.push(`${path} is listed as a table but is missing`)
      continue
    }
    const refuse = (node: Node): void => {
      wrong.push(`${path}:${module.lineAt(node.start)} a table holds data only, not ${node.type}`)
    }
    for (const statement of module.program.body as Node[]) {
      const inner: Node = statement.declaration ?? statement
      if (inner.type === 'ImportDeclaration' || /^TS(Interface|TypeAlias)/.test(inner.type)) continue
      if (inner.type === 'FunctionDeclaration') {
        const culprit = notConstructor(inner, module)
        if (culprit) refuse(culprit)
      } else if (inner.type === 'VariableDeclaration' && inner.kind === 'const') {
        for (const { init } of inner.declarations) {
          const isFunction = FUNCTIONS.has(init.type)
          const culprit = isFunction ? notConstructor(init, module) : notData(init)
          if (culprit) refuse(culprit)
        }
      } else if (!(statement.type === 'ExportNamedDeclaration' && !statement.declaration)) {
        refuse(inner)
      }
    }
  }
  return wrong
}
