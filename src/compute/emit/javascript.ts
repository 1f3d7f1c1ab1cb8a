/** JavaScript, and TypeScript. */
import { commentLines } from './about.ts'
import { numeral } from './numbers.ts'
import { explained, type Function_, type Target } from './target.ts'
import { type Lines, wrapped } from './wrap.ts'

const LINES: Lines = { comment: '//' }

/**
 * What JavaScript lacks: erf by the series and the continued fraction of DLMF 7.6.1 and 7.9.1, its inverse by Newton's
 * method, begun at S. Winitzki's approximation (2008); far out on the logarithm of the complement.
 */
const HELPERS: Readonly<Record<string, string>> = {
  erf: `function erf(x) {
  if (Number.isNaN(x)) return x
  if (x * x <= 6.25) {
    let term = x
    let total = 0
    for (let n = 1; total + term !== total; n += 1) {
      total += term
      term *= (2 * x * x) / (2 * n + 1)
    }
    return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total
  }
  return x < 0 ? erfc(-x) - 1 : 1 - erfc(x)
}`,
  erfc: `function erfc(x) {
  if (!(x > 0.5)) return 1 - erf(x)
  if (x > 27.3) return 0
  let rest = 0
  for (let k = Math.ceil(60 + 200 / x); k > 0; k -= 1) rest = k / 2 / (x + rest)
  const head = Math.fround(x)
  const bell = Math.exp(-head * head) * Math.exp((head - x) * (head + x))
  return bell / Math.sqrt(Math.PI) / (x + rest)
}`,
  erfinv: `function erfinv(y) {
  const size = Math.abs(y)
  if (!(size < 1)) return size === 1 ? y * Infinity : NaN
  const halfRoot = Math.sqrt(Math.PI) / 2
  if (size < 1e-100) return halfRoot * y
  const fall = Math.log1p(-size * size)
  const a = 0.147
  const left = 1 - size
  const b = 2 / (Math.PI * a) + fall / 2
  let x = size < 0.01 ? halfRoot * size : Math.sqrt(Math.sqrt(b * b - fall / a) - b)
  for (let n = 0; n < 4; n += 1) {
    const slope = halfRoot * Math.exp(x * x)
    const rest = erfc(x)
    x += size > 0.77 ? rest * slope * Math.log1p((rest - left) / left) : (size - erf(x)) * slope
  }
  return y < 0 ? -x : x
}`,
}

/** On one line, if that is not long. */
function returned({ by, outputs }: Function_): string[] {
  const [value = '', ...gradient] = outputs.map(({ text }) => text)
  if (by.length === 0) return [`  return ${value}`]
  const slopes = `[${gradient.join(', ')}]`
  const line = `  return { value: ${value}, gradient: ${slopes} }`
  if (line.length <= WIDEST) return [line]
  const isShort = slopes.length <= WIDEST - 14
  return [
    '  return {',
    `    value: ${value},`,
    ...(isShort
      ? [`    gradient: ${slopes},`]
      : ['    gradient: [', ...gradient.map((slope) => `      ${slope},`), '    ],']),
    '  }',
  ]
}

const WIDEST = 90

const body = (f: Function_): string[] => [
  ...f.statements.map((one) => explained(`  const ${one.name} = ${one.text}`, one, [' //'])),
  ...returned(f),
]

const written =
  (typed: boolean) =>
  (f: Function_): string => {
    const inputs = f.inputs.map((input) => (typed ? `${input}: number` : input)).join(', ')
    const result = f.by.length === 0 ? 'number' : '{ value: number; gradient: number[] }'
    const returns = f.by.length === 0 ? [] : [`@returns the value, and its derivatives by ${f.by.join(', ')}`]
    const head = `export function ${f.name}(${inputs})${typed ? `: ${result}` : ''} {`
    return [
      '/**',
      ...[...f.about, ...returns.flatMap(commentLines)].map((line) => ` * ${line}`),
      ' */',
      ...[head, ...body(f)].flatMap((line) => wrapped(line, LINES)),
      '}',
      ...helpersOf(f).map(
        (helper) => `\n${typed ? helper.replace(/\((\w)\)/, '($1: number): number') : helper}`,
      ),
      '',
    ].join('\n')
  }

/** erf and erfc call each other, erfinv calls both. */
const helpersOf = ({ helpers }: Function_): string[] =>
  helpers.length === 0
    ? []
    : ['erf', 'erfc', ...helpers.filter((name) => name === 'erfinv')].map((name) => HELPERS[name] as string)

const RESERVED = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof let new null return static super switch this throw true try typeof var void while with yield await Math erf erfc erfinv NaN Infinity'.split(
    ' ',
  ),
)

const language = (name: string, typed: boolean): Target => ({
  language: name,
  calls: {
    sqrt: 'Math.sqrt($1)',
    cbrt: 'Math.cbrt($1)',
    abs: 'Math.abs($1)',
    sign: 'Math.sign($1)',
    min: 'Math.min($1, $2)',
    max: 'Math.max($1, $2)',
    exp: 'Math.exp($1)',
    expm1: 'Math.expm1($1)',
    log: 'Math.log($1)',
    log1p: 'Math.log1p($1)',
    sin: 'Math.sin($1)',
    cos: 'Math.cos($1)',
    tan: 'Math.tan($1)',
    asin: 'Math.asin($1)',
    acos: 'Math.acos($1)',
    atan: 'Math.atan($1)',
    sinh: 'Math.sinh($1)',
    cosh: 'Math.cosh($1)',
    tanh: 'Math.tanh($1)',
    asinh: 'Math.asinh($1)',
    acosh: 'Math.acosh($1)',
    atanh: 'Math.atanh($1)',
    erf: 'erf($1)',
    erfc: 'erfc($1)',
    erfinv: 'erfinv($1)',
    power: '$1 ** $2',
  },
  helpers: HELPERS,
  choose: '$1 ? $2 : $3',
  chain: { template: '$1 ? $2 : $3', inner: /(.*)/ },
  both: '$1 && $2',
  either: '$1 || $2',
  equal: '===',
  unequal: '!==',
  number: numeral({ infinite: 'Infinity', nan: 'NaN', pi: 'Math.PI', e: 'Math.E' }),
  reserved: RESERVED,
  written: written(typed),
})

export const JAVASCRIPT: Target = language('JavaScript', false)
export const TYPESCRIPT: Target = language('TypeScript', true)
