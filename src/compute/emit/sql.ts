/** SQL as DuckDB, SQLite and PostgreSQL have it: a query whose steps each add columns. */
import { numeral } from './numbers.ts'
import type { Function_, Target } from './target.ts'

/** A name that is a column whatever it is made of. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** (1 + u rounded) tells what was lost (W. Kahan; D. Goldberg, Computing Surveys 23 (1991), theorem 4). */
const LOG1P = 'CASE WHEN 1.0 + ($1) = 1.0 THEN ($1) ELSE ln(1.0 + ($1)) * ($1) / ((1.0 + ($1)) - 1.0) END'
const EXPM1 =
  'CASE WHEN exp($1) = 1.0 THEN ($1) WHEN exp($1) - 1.0 = -1.0 THEN -1.0 WHEN ($1) > 40.0 THEN exp($1) ELSE (exp($1) - 1.0) * ($1) / ln(exp($1)) END'

export const SQL: Target = {
  language: 'SQL',
  calls: {
    sqrt: 'sqrt($1)',
    abs: 'abs($1)',
    sign: 'sign($1)',
    min: 'CASE WHEN ($1) < ($2) THEN ($1) ELSE ($2) END',
    max: 'CASE WHEN ($1) > ($2) THEN ($1) ELSE ($2) END',
    exp: 'exp($1)',
    expm1: `(${EXPM1})`,
    log: 'ln($1)',
    log1p: `(${LOG1P})`,
    sin: 'sin($1)',
    cos: 'cos($1)',
    tan: 'tan($1)',
    asin: 'asin($1)',
    acos: 'acos($1)',
    atan: 'atan($1)',
    power: 'power($1, $2)',
  },
  helpers: {},
  choose: '(CASE WHEN $1 THEN $2 ELSE $3 END)',
  both: '(($1) AND ($2))',
  either: '(($1) OR ($2))',
  equal: '=',
  unequal: '<>',
  number: numeral({ infinite: '9e999', nan: 'NULL', point: true }),
  reserved: new Set(['value']),
  written: (f) => written(f),
}

function written({ name, statements, outputs, by, about }: Function_): string {
  const steps = statements.map(({ name: column, text }, i) => ({
    text: `SELECT *, ${text} AS ${column}`,
    from: i === 0 ? identifier(name) : `step_${i}`,
  }))
  const chain = steps.map(({ text, from }, i) => `step_${i + 1} AS (\n  ${text}\n  FROM ${from}\n)`)
  const results = outputs.map(
    (text, i) => `  ${text} AS ${i === 0 ? 'value' : identifier(`by_${by[i - 1]}`)}`,
  )
  return [
    ...about.map((line) => `-- ${line}`),
    ...(chain.length === 0 ? [] : [`WITH ${chain.join(', ')}`]),
    'SELECT *,',
    results.join(',\n'),
    `FROM ${steps.length === 0 ? identifier(name) : `step_${steps.length}`}`,
    '',
  ].join('\n')
}
