/** A regression as a model: saved, read again, used on new rows, written in other languages. */
import { decimalTerm } from '../../compute/doubles.ts'
import { emit, type Language } from '../../compute/index.ts'
import { isMissing, numberOf } from '../../data/columns.ts'
import { OgeeError } from '../../expression/error.ts'
import { add, type Expr, multiply, substitute, symbol } from '../../expression/expr.ts'
import { chancesAt, linearForm } from './chances.ts'
import type { Design, Feature, Target } from './design.ts'
import { lossOf } from './loss.ts'
import type { Fitted } from './result.ts'

/** What is needed to say the chance for a row, and nothing of the rows it was learnt from. */
export interface LogisticModel {
  readonly schema: 'ogee/1'
  readonly kind: 'logistic'
  /** The chance as a formula in z. */
  readonly link: string
  readonly target: Target
  /** The category of a column to which others are compared. */
  readonly references: Readonly<Record<string, string>>
  readonly constant: number
  readonly terms: readonly (Feature & { readonly coefficient: number })[]
}

/** The model of a fit. */
export const modelOf = (
  { coefficients, link }: Fitted,
  { features, target, references }: Pick<Design, 'features' | 'target' | 'references'>,
): LogisticModel => ({
  schema: 'ogee/1',
  kind: 'logistic',
  link,
  target,
  references,
  constant: coefficients[0]?.value as number,
  terms: features.map((feature, j) => ({ ...feature, coefficient: coefficients[j + 1]?.value as number })),
})

const refusal = (what: string): OgeeError =>
  new OgeeError(
    'E836',
    `this is no saved model: ${what}`,
    undefined,
    'one is written by ogee classify … --save model.json',
  )

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isTextOrNone = (value: unknown): boolean => value === undefined || isText(value)

/**
 * The model in a JSON text.
 *
 * @throws OgeeError `E836` for what is none.
 * @example
 * ```ts
 * const text = '{"schema":"ogee/1","kind":"logistic","link":"1/(1+e^-z)","target":{"column":"y","yes":"1","no":"0"},'
 * const model = modelIn(text + '"references":{},"constant":0,"terms":[{"name":"x","column":"x","coefficient":2}]}')
 * model.terms[0].coefficient // → 2
 * modelIn('{}') // ✗ E836
 * ```
 */
export function modelIn(json: string): LogisticModel {
  let read: Partial<Record<keyof LogisticModel, unknown>>
  try {
    read = JSON.parse(json)
  } catch {
    throw refusal('it is not JSON')
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw refusal('it is no object')
  const { schema, kind, link, target, references, constant, terms } = read
  if (schema !== 'ogee/1' || kind !== 'logistic') throw refusal('schema and kind are not ogee/1 and logistic')
  if (!isText(link) || link.length > 10_000) throw refusal('the link is missing')
  if (!isNumber(constant)) throw refusal('the constant is no number')
  const { column, yes, no, trials } = (target ?? {}) as Record<string, unknown>
  if (!isText(column) || !isText(yes) || !isText(no) || !isTextOrNone(trials))
    throw refusal('the target is missing')
  const compared = Object.entries((references ?? {}) as Record<string, unknown>)
  if (compared.some(([, level]) => !isText(level))) throw refusal('a reference is no text')
  if (!Array.isArray(terms)) throw refusal('the terms are missing')
  for (const term of terms as Partial<Record<string, unknown>>[]) {
    if (
      !isText(term?.name) ||
      !isText(term.column) ||
      !isTextOrNone(term.level) ||
      !isNumber(term.coefficient)
    )
      throw refusal('a term has no name, column or coefficient')
  }
  lossOf(link)
  return read as LogisticModel
}

/** The columns that a model looks at. */
export const columnsOf = ({ terms }: LogisticModel): string[] => [
  ...new Set(terms.map(({ column }) => column)),
]

/**
 * The chance for each row, whose fields are texts; NaN where a value is missing, no number or an unknown category.
 *
 * @example
 * ```ts
 * const text = '{"schema":"ogee/1","kind":"logistic","link":"1/(1+e^-z)","target":{"column":"y","yes":"1","no":"0"},'
 * const model = modelIn(text + '"references":{},"constant":0,"terms":[{"name":"x","column":"x","coefficient":2}]}')
 * predicted(model, new Map([['x', ['0', 'none']]]), 2)[0] // → 0.5
 * ```
 */
export function predicted(
  model: LogisticModel,
  fields: ReadonlyMap<string, readonly string[]>,
  count: number,
): Float64Array {
  const { terms, references, constant, link } = model
  const columns = terms.map(({ column, level }) => {
    const texts = fields.get(column) as readonly string[]
    if (level === undefined) return Float64Array.from(texts, numberOf)
    const levels = new Set([
      references[column],
      ...terms.filter((one) => one.column === column).map((one) => one.level),
    ])
    return Float64Array.from(texts, (text) => {
      const own = text.trim()
      return isMissing(text) || !levels.has(own) ? Number.NaN : own === level ? 1 : 0
    })
  })
  const z = linearForm([constant, ...terms.map(({ coefficient }) => coefficient)], columns, count)
  return chancesAt(z, link).chances
}

/** The chance as one formula in the columns. */
function formulaOf({ link, constant, terms }: LogisticModel): Expr {
  const z = add(
    decimalTerm(constant),
    ...terms.map(({ name, coefficient }) => multiply(decimalTerm(coefficient), symbol(name))),
  )
  return substitute(
    lossOf(link).probability,
    new Map([['z', terms.length === 0 ? decimalTerm(constant) : z]]),
  )
}

/**
 * The model as a function of another language, its columns in their order. A category is a column of 0 and 1.
 *
 * @throws OgeeError `E921` for an operation that the language lacks.
 * @example
 * ```ts
 * const text = '{"schema":"ogee/1","kind":"logistic","link":"1/(1+e^-z)","target":{"column":"y","yes":"1","no":"0"},'
 * const model = modelIn(text + '"references":{},"constant":0,"terms":[{"name":"x","column":"x","coefficient":2}]}')
 * emitted(model, 'javascript').includes('Math.exp') // → true
 * ```
 */
export const emitted = (model: LogisticModel, language: Language, name = 'chance'): string =>
  emit(formulaOf(model), language, {
    name,
    variables: model.terms.map((term) => term.name),
    form: 'as-written',
  })
