/** SQL as DuckDB, SQLite and PostgreSQL have it: a query whose steps each add columns. */

import { numeral } from './numbers.ts'
import { folded, free } from './source.ts'
import type { Calls, Function_, Statement, Target } from './target.ts'
import { type Lines, wrapped } from './wrap.ts'

/** What is no name of a column without quotes in one of the three. */
const RESERVED = new Set(
  'all analyse analyze and any array as asc asymmetric between both by case cast check collate column constraint create cross current_date current_time current_timestamp default deferrable desc describe distinct do else end escape except exists false fetch filter for foreign from full glob grant group having if in index initially inner insert intersect into is isnull join lambda lateral leading left like limit natural not notnull null offset on only or order outer over pivot placing primary qualify references returning right select session_user show similar some summarize symmetric table then to trailing transaction true union unique unpivot update user using values variadic when where window with'.split(
    ' ',
  ),
)

/** A name that is a column whatever it is made of: quoted where it has to be. */
export const identifier = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name) ? name : `"${name.replaceAll('"', '""')}"`

/** The value where the question holds; NULL elsewhere, where other systems stop the query. */
const where = (question: string, value: string): string => `CASE WHEN ${question} THEN ${value} END`

/** Larger powers of e are no doubles; smaller ones are 0, where PostgreSQL stops. */
const EXP = 'CASE WHEN $1 < -745.2 THEN 0.0 WHEN $1 < 709.78 THEN exp($1) END'
/** (1 + u rounded) tells what was lost (W. Kahan; D. Goldberg, Computing Surveys 23 (1991), theorem 4). */
const log1p = (below: string): string =>
  `CASE WHEN 1.0 + $1 = 1.0 THEN $1 WHEN $1 > 1e15 THEN ln($1) ${below} ln(1.0 + $1) * ($1 / ((1.0 + $1) - 1.0)) END`
/** The same for e^u (N. Higham, Accuracy and Stability, 2002, section 1.14). */
const EXPM1 =
  'CASE WHEN abs($1) < 1e-16 THEN $1 WHEN $1 < -38.0 THEN -1.0 WHEN $1 > 38.0 AND $1 < 709.78 THEN exp($1) WHEN $1 < 709.78 THEN CASE WHEN exp($1) = 1.0 THEN $1 ELSE (exp($1) - 1.0) * ($1 / ln(exp($1))) END END'

/** 1/3 is no double: what it lacks is made up for. */
const CBRT =
  'CASE WHEN $1 = 0.0 THEN $1 ELSE sign($1) * power(abs($1), 1.0 / 3.0) * (1.0 + 1.850371707708594e-17 * ln(abs($1))) END'

/** Numbers are where these are defined. */
const OF_NUMBERS: Calls = { sqrt: 'sqrt($1)', exp: 'exp($1)', log: 'ln($1)', power: 'power($1, $2)' }

const decimal = numeral({ infinite: 'NULL', nan: 'NULL', point: true, pi: 'pi()' })

/** With an exponent where it has many digits: else DuckDB computes in decimals, of which there are not enough. */
const double = (value: number): string => {
  const text = decimal(value)
  return text.length > MANY_DIGITS && /^-?[\d.]+$/.test(text) ? value.toExponential() : text
}

const MANY_DIGITS = 6

export const SQL: Target = {
  language: 'SQL',
  calls: {
    sqrt: where('$1 >= 0.0', 'sqrt($1)'),
    cbrt: CBRT,
    abs: 'abs($1)',
    sign: 'sign($1)',
    min: 'CASE WHEN $1 <= $2 THEN $1 WHEN $1 > $2 THEN $2 END',
    max: 'CASE WHEN $1 >= $2 THEN $1 WHEN $1 < $2 THEN $2 END',
    exp: EXP,
    expm1: EXPM1,
    log: where('$1 > 0.0', 'ln($1)'),
    log1p: log1p('WHEN $1 > -1.0 THEN'),
    sin: where('abs($1) < 9e307', 'sin($1)'),
    cos: where('abs($1) < 9e307', 'cos($1)'),
    tan: where('abs($1) < 9e307', 'tan($1)'),
    asin: where('abs($1) <= 1.0', 'asin($1)'),
    acos: where('abs($1) <= 1.0', 'acos($1)'),
    atan: 'atan($1)',
    sinh: where('abs($1) < 710.47', 'sinh($1)'),
    cosh: where('abs($1) < 710.47', 'cosh($1)'),
    tanh: 'tanh($1)',
    asinh: 'asinh($1)',
    acosh: where('$1 >= 1.0', 'acosh($1)'),
    atanh: where('abs($1) < 1.0', 'atanh($1)'),
    power: where('$1 > 0.0 OR ($1 = 0.0 AND $2 >= 0.0) OR ($1 < 0.0 AND $2 = floor($2))', 'power($1, $2)'),
  },
  callsFromZero: { sqrt: 'sqrt($1)', log1p: log1p('ELSE') },
  callsOfNumbers: OF_NUMBERS,
  approximates: ['erf', 'erfc', 'erfinv'],
  divide: '$1 / nullif($2, 0.0)',
  helpers: {},
  choose: 'CASE WHEN $1 THEN $2 ELSE $3 END',
  chain: { template: 'CASE WHEN $1 THEN $2 $3 END', inner: /^CASE (.*) END$/ },
  both: '$1 AND $2',
  either: '$1 OR $2',
  equal: '=',
  unequal: '<>',
  // NULL differs from a number
  differ: '($1 = $2) IS NOT TRUE',
  number: double,
  reserved: new Set(['value', 'step']),
  // apart from columns that the table may have
  prefix: '_',
  longest: 200,
  written: (f) => written(f),
}

/** Statements that need no other of their step are one step. */
export function stepsOf(statements: readonly Statement[]): string[][] {
  const depths = new Map<string, number>()
  const steps: string[][] = []
  for (const { name, text } of statements) {
    const used = [...depths].filter(([other]) => new RegExp(`\\b${other}\\b`).test(text))
    const depth = Math.max(0, ...used.map(([, at]) => at + 1))
    depths.set(name, depth)
    steps[depth] = [...(steps[depth] ?? []), `${text} AS ${name}`]
  }
  return steps
}

const LINES: Lines = { comment: '--' }

/** SELECT of all there is and these columns. */
const selected = (columns: readonly string[], from: string, indent: string): string[] => [
  `${indent}SELECT *,`,
  ...columns.flatMap((column, i) =>
    wrapped(`${indent}  ${column}${i < columns.length - 1 ? ',' : ''}`, LINES),
  ),
  `${indent}FROM ${from}`,
]

function written({ name, inputs, statements, outputs, by, about }: Function_): string {
  const value = free('value', new Set(inputs.map((input) => folded(input.replaceAll('"', '')))))
  const steps = stepsOf(statements)
  const from = (i: number): string => (i === 0 ? identifier(name) : `step_${i}`)
  const chain = steps.map((columns, i) =>
    [`step_${i + 1} AS (`, ...selected(columns, from(i), '  '), ')'].join('\n'),
  )
  const results = outputs.map(
    ({ text }, i) => `${text} AS ${i === 0 ? value : identifier(`by_${by[i - 1]}`)}`,
  )
  return [
    ...about.map((line) => `-- ${line}`),
    '-- NULL where it is undefined, or a step to it is larger than any double',
    "-- no column may hold NaN: nullif(x, 'NaN') is NULL instead",
    ...(chain.length === 0 ? [] : [`WITH ${chain.join(', ')}`]),
    ...selected(results, from(steps.length), ''),
    '',
  ].join('\n')
}
