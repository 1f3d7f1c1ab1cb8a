/** Python with NumPy, and SciPy for the error function. */
import { commentLines } from './about.ts'
import { numeral } from './numbers.ts'
import { explained, type Function_, type Output, type Target } from './target.ts'
import { type Lines, wrapped } from './wrap.ts'

export const RESERVED: ReadonlySet<string> = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield np scipy math torch ctx error once_differentiable value shape float operands'.split(
    ' ',
  ),
)

/** A docstring. */
export const docstring = (lines: readonly string[], indent: string): string[] => [
  ...lines.map(
    (line, i) => `${indent}${i === 0 ? '"""' : ''}${line.replaceAll('\\', '\\\\').replaceAll('"""', "'''")}`,
  ),
  `${indent}"""`,
]

const LINES: Lines = { comment: '#', isBracketed: true }

export const laidOut = (lines: readonly string[], indent: string): string[] =>
  lines.flatMap((line) => wrapped(`${indent}${line}`, LINES))

export const statements = ({ statements: all }: Function_): string[] =>
  all.map((one) => explained(`${one.name} = ${one.text}`, one, ['  #']))

/** A tuple. */
export const tuple = (names: readonly string[]): string =>
  names.length === 1 ? `(${names[0]},)` : `(${names.join(', ')})`

export const NUMPY: Target = {
  language: 'Python with NumPy',
  calls: {
    sqrt: 'np.sqrt($1)',
    cbrt: 'np.cbrt($1)',
    abs: 'np.abs($1)',
    sign: 'np.sign($1)',
    min: 'np.minimum($1, $2)',
    max: 'np.maximum($1, $2)',
    exp: 'np.exp($1)',
    expm1: 'np.expm1($1)',
    log: 'np.log($1)',
    log1p: 'np.log1p($1)',
    sin: 'np.sin($1)',
    cos: 'np.cos($1)',
    tan: 'np.tan($1)',
    asin: 'np.arcsin($1)',
    acos: 'np.arccos($1)',
    atan: 'np.arctan($1)',
    sinh: 'np.sinh($1)',
    cosh: 'np.cosh($1)',
    tanh: 'np.tanh($1)',
    asinh: 'np.arcsinh($1)',
    acosh: 'np.arccosh($1)',
    atanh: 'np.arctanh($1)',
    erf: 'scipy.special.erf($1)',
    erfc: 'scipy.special.erfc($1)',
    erfinv: 'scipy.special.erfinv($1)',
    power: '$1 ** $2',
  },
  callsOfNumbers: { power: 'np.float_power($1, $2)' },
  helpers: { 'scipy.special.erf': '', 'scipy.special.erfc': '', 'scipy.special.erfinv': '' },
  // choosing between whole numbers would give whole numbers
  asOperand: (numeral) => (/^-?\d+$/.test(numeral) ? `${numeral}.0` : numeral),
  choose: 'np.where($1, $2, $3)',
  both: '$1 & $2',
  either: '$1 | $2',
  bracketsQuestions: true,
  equal: '==',
  unequal: '!=',
  number: numeral({ infinite: 'np.inf', nan: 'np.nan', pi: 'np.pi', e: 'np.e' }),
  reserved: RESERVED,
  written: (f) =>
    [
      'import numpy as np',
      ...(f.helpers.length > 0 ? ['import scipy.special'] : []),
      '',
      '',
      ...laidOut([`def ${f.name}(${f.inputs.join(', ')}):`], ''),
      ...docstring([...f.about, ...(f.by.length === 0 ? [] : commentLines(RETURNS(f.by)))], '    '),
      ...laidOut(asArrays(f), '    '),
      // both branches of np.where are computed; what the other one does is no news
      '    with np.errstate(all="ignore"):',
      ...laidOut([...statements(f), ...results(f)], '        '),
      '',
    ].join('\n'),
}

const RETURNS = (by: readonly string[]): string =>
  `Returns the value and a tuple of ${by.length === 1 ? 'its derivative' : 'its derivatives'} by ${by.join(', ')}.`

/** Lists and whole numbers become arrays of doubles; what does not depend on all of them needs to know their shape. */
function asArrays({ inputs, outputs }: Function_): string[] {
  const names = inputs.join(', ')
  const shape = inputs.length === 1 ? `np.shape(${names})` : `np.broadcast(${names}).shape`
  const arrays = inputs.map((input) => `${input} = np.asarray(${input}, dtype=float)`)
  return inputs.length === 0
    ? []
    : [...arrays, ...(outputs.every(({ isWhole }) => isWhole) ? [] : [`shape = ${shape}`])]
}

/** Numbers for numbers: arrays without axes are taken out of themselves. */
const everywhere = ({ text, isWhole, isChosen }: Output, { inputs }: Function_): string => {
  if (!isWhole && inputs.length > 0) return `np.full(shape, ${text})[()]`
  if (!isChosen || inputs.length === 0) return text
  return /^\w+$|\)$/.test(text) ? `${text}[()]` : `(${text})[()]`
}

/** The value, and a tuple of derivatives. */
function results(f: Function_): string[] {
  const [value = '', ...gradient] = f.outputs.map((output) => everywhere(output, f))
  if (f.by.length === 0) return [`return ${value}`]
  const slopes = f.by.map((name) => `by_${name}`)
  return [
    `value = ${value}`,
    ...slopes.map((name, i) => `${name} = ${gradient[i]}`),
    `return value, ${tuple(slopes)}`,
  ]
}
