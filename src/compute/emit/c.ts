/** C99 with <math.h>. */
import { numeral } from './numbers.ts'
import { type Function_, meant, type Statement, type Target } from './target.ts'

const declared = ({ name, inputs, by }: Function_): string =>
  by.length === 0
    ? `double ${name}(${inputs.map((input) => `double ${input}`).join(', ')})`
    : `double ${name}(${inputs.map((input) => `double ${input}`).join(', ')}, double gradient[${by.length}])`

const comment = (statement: Statement): string => {
  const text = meant(statement, '')
  return text === '' ? '' : ` /*${text} */`
}

/** A function that several sources in one file may bring. */
const helper = (name: string): string[] => [
  `#ifndef HAS_${name.toUpperCase()}`,
  `#define HAS_${name.toUpperCase()}`,
  `static double ${name}(${C.helpers[name]}`,
  '#endif',
  '',
]

export const C: Target = {
  language: 'C',
  calls: {
    sqrt: 'sqrt($1)',
    cbrt: 'cbrt($1)',
    abs: 'fabs($1)',
    sign: 'sign_of($1)',
    min: 'smaller($1, $2)',
    max: 'larger($1, $2)',
    exp: 'exp($1)',
    expm1: 'expm1($1)',
    log: 'log($1)',
    log1p: 'log1p($1)',
    sin: 'sin($1)',
    cos: 'cos($1)',
    tan: 'tan($1)',
    asin: 'asin($1)',
    acos: 'acos($1)',
    atan: 'atan($1)',
    sinh: 'sinh($1)',
    cosh: 'cosh($1)',
    tanh: 'tanh($1)',
    asinh: 'asinh($1)',
    acosh: 'acosh($1)',
    atanh: 'atanh($1)',
    erf: 'erf($1)',
    erfc: 'erfc($1)',
    power: 'pow($1, $2)',
  },
  // fmin and fmax leave NaN out
  helpers: {
    sign_of: 'double u) { return u > 0.0 ? 1.0 : u < 0.0 ? -1.0 : u; }',
    smaller: 'double u, double v) { return u < v || isnan(u) ? u : v; }',
    larger: 'double u, double v) { return u > v || isnan(u) ? u : v; }',
  },
  choose: '$1 ? $2 : $3',
  both: '$1 && $2',
  either: '$1 || $2',
  equal: '==',
  unequal: '!=',
  number: numeral({ infinite: 'INFINITY', nan: 'NAN', point: true }),
  reserved: new Set(
    'auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while gradient y0 y1 yn j0 j1 jn gamma sign_of smaller larger main'.split(
      ' ',
    ),
  ),
  written: (f) =>
    [
      '#include <math.h>',
      '',
      ...f.helpers.flatMap(helper),
      '/*',
      ...f.about.map((line) => ` * ${line}`),
      ' */',
      `${declared(f)} {`,
      ...f.statements.map((one) => `  const double ${one.name} = ${one.text};${comment(one)}`),
      ...f.by.map((name, i) => `  gradient[${i}] = ${f.outputs[i + 1]}; /* by ${name} */`),
      `  return ${f.outputs[0]};`,
      '}',
      '',
    ].join('\n'),
}
