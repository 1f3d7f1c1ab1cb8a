/** C99 with <math.h>. */
import { numeral } from './numbers.ts'
import { explained, type Function_, type Target } from './target.ts'
import { type Lines, wrapped } from './wrap.ts'

const LINES: Lines = { comment: '/*' }

const declared = ({ name, inputs, by }: Function_): string =>
  by.length === 0
    ? `double ${name}(${inputs.map((input) => `double ${input}`).join(', ')})`
    : `double ${name}(${inputs.map((input) => `double ${input}`).join(', ')}, double gradient[${by.length}])`

const slope = (code: string, by: string): string => explained(code, { meaning: `by ${by}` }, [' /*', ' */'])

/** A function that several sources in one file may bring. */
const helper = (name: string): string[] => [
  `#ifndef HAS_${name.toUpperCase()}`,
  `#define HAS_${name.toUpperCase()}`,
  `static double ${name}(${C.helpers[name]}`,
  '#endif',
  '',
]

/** Newton's method, begun at S. Winitzki's approximation (2008); far out on the logarithm of the complement. */
const INVERSE_ERF = `double y) {
  const double half_root = 0.886226925452758; /* sqrt(pi)/2 */
  const double size = fabs(y);
  if (!(size < 1.0)) return size == 1.0 ? y * INFINITY : NAN;
  if (size < 1e-100) return half_root * y;
  const double fall = log1p(-size * size), a = 0.147, left = 1.0 - size;
  const double b = 2.0 / (3.141592653589793 * a) + fall / 2.0;
  double x = size < 0.01 ? half_root * size : sqrt(sqrt(b * b - fall / a) - b);
  for (int n = 0; n < 4; n++) {
    const double slope = half_root * exp(x * x), rest = erfc(x);
    x += size > 0.77 ? rest * slope * log1p((rest - left) / left) : (size - erf(x)) * slope;
  }
  return y < 0.0 ? -x : x;
}`

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
    erfinv: 'inverse_erf($1)',
    power: 'pow($1, $2)',
  },
  // fmin and fmax leave NaN out
  helpers: {
    sign_of: 'double u) { return u > 0.0 ? 1.0 : u < 0.0 ? -1.0 : u; }',
    smaller: 'double u, double v) { return u < v || isnan(u) ? u : v; }',
    larger: 'double u, double v) { return u > v || isnan(u) ? u : v; }',
    inverse_erf: INVERSE_ERF,
  },
  choose: '$1 ? $2 : $3',
  chain: { template: '$1 ? $2 : $3', inner: /(.*)/ },
  both: '$1 && $2',
  either: '$1 || $2',
  equal: '==',
  unequal: '!=',
  number: numeral({ infinite: 'INFINITY', nan: 'NAN', point: true }),
  reserved: new Set(
    'auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while gradient y0 y1 yn j0 j1 jn gamma sign_of smaller larger inverse_erf main'.split(
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
      ...[
        `${declared(f)} {`,
        ...f.statements.map((one) =>
          explained(`  const double ${one.name} = ${one.text};`, one, [' /*', ' */']),
        ),
        ...f.by.map((by, i) => slope(`  gradient[${i}] = ${f.outputs[i + 1]?.text};`, by)),
        `  return ${f.outputs[0]?.text};`,
      ].flatMap((line) => wrapped(line, LINES)),
      '}',
      '',
    ].join('\n'),
}
