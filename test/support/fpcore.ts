/**
 * FPCore by its standard (fpbench.org, version 2.0), as far as one formula needs it: a reader of
 * s-expressions and an evaluator in doubles. It shares nothing with the printer.
 */

type Sexp = string | readonly Sexp[]

/** The one s-expression that the text is. */
function sexpression(text: string): Sexp {
  const words = text.match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  const next = (): Sexp => {
    const word = words[at]
    at += 1
    if (word === undefined || word === ')') throw new Error(`unbalanced: ${text}`)
    if (word !== '(') return word
    const items: Sexp[] = []
    while (words[at] !== ')') items.push(next())
    at += 1
    return items
  }
  const result = next()
  if (at !== words.length) throw new Error(`more than one expression: ${text}`)
  return result
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/
const SYMBOL = /^[a-zA-Z~!@$%^&*_\-+=<>.?/:][a-zA-Z0-9~!@$%^&*_\-+=<>.?/:]*$/

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['E', Math.E],
  ['PI', Math.PI],
  ['NAN', Number.NaN],
  ['INFINITY', Number.POSITIVE_INFINITY],
])

/** The integral by Simpson's rule, which is exact enough here. */
function erf(x: number): number {
  const n = 600
  const h = x / n
  const at = (i: number): number => Math.exp(-((i * h) ** 2))
  let sum = at(0) + at(n)
  for (let i = 1; i < n; i += 1) sum += at(i) * (i % 2 === 1 ? 4 : 2)
  return Math.abs(x) > 7 ? Math.sign(x) : ((2 / Math.sqrt(Math.PI)) * sum * h) / 3
}

const { abs, log, exp, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh } = Math
const { sqrt, cbrt, log2, log10, log1p, expm1 } = Math

const ONE_OPERAND: ReadonlyMap<string, (a: number) => number> = new Map(
  Object.entries({
    ...{ log, exp, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh },
    ...{ sqrt, cbrt, log2, log10, log1p, expm1, erf, fabs: abs, erfc: (a: number) => 1 - erf(a) },
    '-': (a: number) => -a,
  }),
)
const TWO_OPERANDS: ReadonlyMap<string, (a: number, b: number) => number> = new Map(
  Object.entries({
    '+': (a: number, b: number) => a + b,
    '-': (a: number, b: number) => a - b,
    '*': (a: number, b: number) => a * b,
    '/': (a: number, b: number) => a / b,
    pow: (a: number, b: number) => a ** b,
    fmin: (a: number, b: number) => Math.min(a, b),
    fmax: (a: number, b: number) => Math.max(a, b),
    copysign: (a: number, b: number) => (b < 0 || Object.is(b, -0) ? -abs(a) : abs(a)),
  }),
)

const COMPARISONS: ReadonlyMap<string, (a: number, b: number) => boolean> = new Map([
  ['<', (a, b) => a < b],
  ['>', (a, b) => a > b],
  ['<=', (a, b) => a <= b],
  ['>=', (a, b) => a >= b],
  ['==', (a, b) => a === b],
  ['!=', (a, b) => a !== b],
])

type Scope = ReadonlyMap<string, number>

function truth(u: Sexp, scope: Scope): boolean {
  if (typeof u === 'string') {
    if (u === 'TRUE' || u === 'FALSE') return u === 'TRUE'
    throw new Error(`no truth value: ${u}`)
  }
  const [head, ...args] = u
  if (head === 'and') return args.every((arg) => truth(arg, scope))
  if (head === 'or') return args.some((arg) => truth(arg, scope))
  if (head === 'not' && args.length === 1) return !truth(args[0] as Sexp, scope)
  const compare = COMPARISONS.get(head as string)
  if (!compare || args.length < 2) throw new Error(`no relation: ${head}`)
  const values = args.map((arg) => value(arg, scope))
  return values.every((v, i) => i === 0 || compare(values[i - 1] as number, v))
}

function value(u: Sexp, scope: Scope): number {
  if (typeof u === 'string') {
    if (NUMBER.test(u)) return Number(u)
    const known = CONSTANTS.get(u) ?? scope.get(u)
    if (known === undefined) throw new Error(`unbound: ${u}`)
    return known
  }
  const [head, ...args] = u
  if (head === 'if') {
    if (args.length !== 3) throw new Error('if takes three operands')
    return value((truth(args[0] as Sexp, scope) ? args[1] : args[2]) as Sexp, scope)
  }
  if (head === 'let') {
    const inner = new Map(scope)
    for (const [name, bound] of args[0] as [string, Sexp][]) inner.set(name, value(bound, scope))
    return value(args[1] as Sexp, inner)
  }
  const [a, b, ...more] = args.map((arg) => value(arg, scope))
  const one = b === undefined ? ONE_OPERAND.get(head as string) : undefined
  const two = more.length === 0 ? TWO_OPERANDS.get(head as string) : undefined
  if (a !== undefined && one) return one(a)
  if (a !== undefined && b !== undefined && two) return two(a, b)
  throw new Error(`no operation: ${head} of ${args.length}`)
}

/** The value of the FPCore where its arguments have these values, in their order or by name. */
export function fpcoreValue(text: string, at: Readonly<Record<string, number>>): number {
  const core = sexpression(text)
  if (typeof core === 'string' || core[0] !== 'FPCore') throw new Error('no FPCore')
  const [, args, body] = core
  if (!Array.isArray(args) || core.length !== 3) throw new Error('an FPCore has arguments and a body')
  const names = args as readonly string[]
  for (const name of names) {
    if (!SYMBOL.test(name) || CONSTANTS.has(name)) throw new Error(`no name for an argument: ${name}`)
  }
  return value(body as Sexp, new Map(names.map((name) => [name, at[name.replace(/_$/, '')] ?? Number.NaN])))
}
