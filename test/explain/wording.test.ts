/** All wording stands in one catalogue: no prose elsewhere, no key without use, and a translation reaches everything. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readModule, walk } from '../../scripts/modules.mjs'
import { ABOUT_CURVES } from '../../src/explain/about-curves.ts'
import { catalogue, explain } from '../../src/explain/index.ts'
import { ENGLISH } from '../../src/explain/wording/english/index.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'
import { ruleNamed } from '../../src/rules/book.ts'
import { inlinesIn } from '../support/inlines.ts'

const FOLDER = 'src/explain'

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : path.endsWith('.ts') ? [path] : []
  })

const FILES = filesIn(FOLDER).map((path) => ({ path, module: readModule(path, readFileSync(path, 'utf8')) }))

type Module = (typeof FILES)[number]['module']

/** Text of a literal, or of the fixed parts of a template; undefined for what is no text. */
interface Text {
  readonly text: string
  readonly line: number
}

/** Where text is no prose: what is imported, types, what is thrown, and titles of papers. */
const isElsewhere = (node: { readonly type: string; readonly [key: string]: unknown }): boolean =>
  /^(Import|TS(Literal|Type)|Export(All|Named)Decl)/.test(node.type) &&
  !('declaration' in node && node.declaration)

function textsIn(module: Module): Text[] {
  const found: Text[] = []
  walk(module.program, (node) => {
    const { type, value, key, callee } = node
    if (isElsewhere(node)) return false
    if (type === 'NewExpression' && callee?.name === 'OgeeError') return false
    if (type === 'Property' && key?.name === 'source') return false
    const text = type === 'Literal' ? value : type === 'TemplateElement' ? value.cooked : undefined
    if (typeof text === 'string') found.push({ text, line: module.lineAt(node.start) })
    return undefined
  })
  return found
}

/** Files whose text is in a language for machines. */
const MARK_UP = /\/render\/(html|latex)[\w-]*\.ts$/
/** Two words with a space between, or one that joins a formula to a sentence. */
const PROSE =
  /[A-Za-z]{2,}[,:;]? +[A-Za-z]{2,}|(^| )(and|or|for|at|of|the|as|by|about|from|to) ?$|^ ?(and|or|for|at|of|as|by) /
/** What else may stand outside: names of the library's own data, a command, spelled signs, and the hint of an error. */
const ALLOWED: readonly RegExp[] = [
  /^(odd and even|turning point|steepest slope|worked out)$/,
  /^(convex|concave) (convex|concave)$/,
  /^ogee connect "$/,
  /^integral of$/,
  /^(and|or|as|by|from|to|at|of)$/,
  /^(there are |did you mean )$/,
]

describe('no prose beside the catalogue', () => {
  const shown = FILES.filter(({ path }) => !/wording|about-curves/.test(path) && !MARK_UP.test(path))

  test.each(shown.map((file) => [file.path, file] as const))('%s', (_path, { module }) => {
    const prose = textsIn(module)
      .filter(({ text }) => PROSE.test(text) && !ALLOWED.some((allowed) => allowed.test(text)))
      .filter(({ text }) => !ruleNamed(text))
    expect(prose).toEqual([])
  })
})

test('every sentence is said somewhere', () => {
  const patterns = FILES.filter(({ path }) => !path.includes('/english/')).flatMap(({ module }) => {
    const found: RegExp[] = []
    walk(module.program, ({ type, value, quasis }) => {
      const parts =
        type === 'TemplateLiteral'
          ? quasis.map((part: { value: { cooked: string } }) => part.value.cooked)
          : [value]
      const isKey = typeof parts[0] === 'string' && /^[a-z-]+\./.test(parts[0])
      const escaped = isKey ? parts.map((part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : []
      if (isKey) found.push(new RegExp(`^${escaped.join('[\\w-]+')}$`))
    })
    return found
  })
  const unsaid = Object.keys(ENGLISH).filter((key) => !patterns.some((pattern) => pattern.test(key)))
  expect(unsaid).toEqual([])
})

const HOLE = /(\{\w+\})/

/** Every word in capitals, every hole as it was. */
const translated = (sentence: string): string =>
  sentence
    .split(HOLE)
    .map((part) => (HOLE.test(part) ? part : part.toUpperCase()))
    .join('')

const CAPITALS = Object.fromEntries(
  Object.entries(catalogue()).map(([key, sentence]) => [key, translated(sentence)]),
)

const holesOf = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort()

test('the catalogue is whole: rules, curves and reasons beside the sentences of the article', () => {
  const all = catalogue()
  expect(Object.keys(all).length).toBeGreaterThan(800)
  for (const start of [
    'rule.product rule.',
    'curve.sigmoid.letter.x',
    'reason.derivative-sign',
    'rules.algebra',
  ])
    expect(Object.keys(all).some((key) => key.startsWith(start))).toBe(true)
  for (const [key, sentence] of Object.entries(all)) {
    expect([key, sentence.trim()]).not.toEqual([key, ''])
    expect(holesOf(CAPITALS[key] as string)).toEqual(holesOf(sentence))
  }
})

/** Names of functions and papers are the same in every language. */
const NAMES: ReadonlySet<string> = new Set(
  [...PRIMITIVES, ...DEFINITIONS, ...CURVES].flatMap((row) => [
    row.name,
    ...('synonyms' in row ? row.synonyms : []),
  ]),
)
const SOURCES = [
  ...Object.values(ABOUT_CURVES).map(({ source }) => source),
  ...FILES.flatMap(({ module }) => sourcesIn(module)),
]

/** What stands as the `source` of something. */
function sourcesIn(module: Module): string[] {
  const found: string[] = []
  walk(module.program, ({ type, key, value }) => {
    if (type === 'Property' && key?.name === 'source' && typeof value?.value === 'string')
      found.push(value.value)
  })
  return found
}

/** A number with its unit. */
const QUANTITY = /^[−-]?[\d.]+(e[+-]?\d+)? \S+$/

const BUDGET = { budget: { milliseconds: 6_000 } }

/** What the solver says in words that the table of reasons has not comes in English; a translation may leave it out. */
const WORDING = { ...CAPITALS, 'reason.told': '…' }

/** Words in small letters that a reader of the translation would meet. */
const leftIn = (formula: string): string[] =>
  inlinesIn(explain(formula, { ...BUDGET, wording: WORDING }))
    .filter((part) => typeof part === 'string')
    .filter((text) => !QUANTITY.test(text))
    .map((text) => SOURCES.reduce((rest, source) => rest.replace(source, ''), text))
    .flatMap((text) => text.match(/\p{L}*\p{Ll}{2,}/gu) ?? [])
    .filter((word) => !NAMES.has(word))

describe('a translation reaches every word', () => {
  test.each([
    'sigmoid',
    'tanh(x)',
    'a*e^(-b*e^(-c*x))',
    'x^2*e^-x',
    '1/x',
    '|x|',
    'sin x + 1/2x',
    'sin(1/x)',
    'x^x',
    'max(x, 0)',
    'sqrt(1 - x^2)',
    'hill',
    'x^5 - x - 1',
  ])(
    '%s',
    (formula) => {
      expect(leftIn(formula)).toEqual([])
    },
    60_000,
  )
})

test('what a translation leaves out is said in English, and formulas stay', () => {
  const wording = { 'result.title': 'Das Ergebnis', 'result.everywhere': 'Überall definiert.' }
  const sections = { sections: ['result', 'derivative'], variable: 'x' }
  const [german, english] = [wording, {}].map((one) => explain('x^2', { ...sections, wording: one }))
  const titles = german?.sections.map(({ title }) => title)
  expect(titles).toContainEqual(['Das Ergebnis'])
  expect(german?.sections.find(({ id }) => id === 'derivative')).toEqual(
    english?.sections.find(({ id }) => id === 'derivative'),
  )
  expect(german?.sections.find(({ id }) => id === 'result')?.blocks[0]).toEqual(
    english?.sections.find(({ id }) => id === 'result')?.blocks[0],
  )
})
