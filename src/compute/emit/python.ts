/** Python with NumPy (and SciPy for the error function), and PyTorch. */
import { numeral } from './numbers.ts'
import { type Function_, meant, type Target } from './target.ts'

const RESERVED = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield np scipy torch ctx self error once_differentiable value'.split(
    ' ',
  ),
)

const comment = (lines: readonly string[], indent: string): string[] => [
  `${indent}"""`,
  ...lines.map((line) => `${indent}${line.replaceAll('\\', '\\\\').replaceAll('"""', "'''")}`),
  `${indent}"""`,
]

const statements = ({ statements: all }: Function_, indent: string): string[] =>
  all.map((one) => `${indent}${one.name} = ${one.text}${meant(one, '  #')}`)

/** The value, and a tuple of derivatives. */
function results({ by, outputs: [value = '', ...gradient] }: Function_): string[] {
  if (by.length === 0) return [`return ${value}`]
  const slopes = by.map((name) => `by_${name}`)
  return [
    `value = ${value}`,
    ...slopes.map((name, i) => `${name} = ${gradient[i]}`),
    `return value, (${slopes.join(', ')},)`,
  ]
}

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
    power: 'np.power($1, $2)',
  },
  helpers: { 'scipy.special.erf': '', 'scipy.special.erfc': '', 'scipy.special.erfinv': '' },
  choose: 'np.where($1, $2, $3)',
  both: 'np.logical_and($1, $2)',
  either: 'np.logical_or($1, $2)',
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
      `def ${f.name}(${f.inputs.join(', ')}):`,
      ...comment(f.about, '    '),
      // both branches of np.where are computed; what the other one does is no news
      '    with np.errstate(all="ignore"):',
      ...statements(f, '        '),
      ...results(f).map((line) => `        ${line}`),
      '',
    ].join('\n'),
}

export const PYTORCH: Target = {
  language: 'PyTorch',
  calls: {
    sqrt: 'torch.sqrt($1)',
    cbrt: '_cbrt($1)',
    abs: 'torch.abs($1)',
    sign: 'torch.where(torch.isnan($1), $1, torch.sign($1))',
    min: 'torch.minimum($1, $2)',
    max: 'torch.maximum($1, $2)',
    exp: 'torch.exp($1)',
    expm1: 'torch.expm1($1)',
    log: 'torch.log($1)',
    log1p: 'torch.log1p($1)',
    sin: 'torch.sin($1)',
    cos: 'torch.cos($1)',
    tan: 'torch.tan($1)',
    asin: 'torch.asin($1)',
    acos: 'torch.acos($1)',
    atan: 'torch.atan($1)',
    sinh: 'torch.sinh($1)',
    cosh: 'torch.cosh($1)',
    tanh: 'torch.tanh($1)',
    asinh: 'torch.asinh($1)',
    acosh: 'torch.acosh($1)',
    atanh: 'torch.atanh($1)',
    erf: 'torch.erf($1)',
    erfc: 'torch.erfc($1)',
    erfinv: '_erfinv($1)',
    power: 'torch.pow($1, $2)',
  },
  helpers: {
    _cbrt: `def _cbrt(u):
    y = torch.sign(u) * torch.abs(u) ** (1 / 3)
    better = y - (y - u / (y * y)) / 3  # Newton's method
    return torch.where(torch.isfinite(better), better, y)`,
    _erfinv: `def _erfinv(u):
    far = torch.special.ndtri((u + 1) / 2) / 2**0.5  # erfinv loses digits there
    return torch.where(torch.abs(u) < 0.5, torch.erfinv(u), far)`,
  },
  // as exact and in the same place as the first operand
  asOperand: (numeral, first) =>
    first === undefined ? `torch.tensor(${numeral}, dtype=torch.float64)` : `${first}.new_tensor(${numeral})`,
  choose: 'torch.where($1, $2, $3)',
  both: 'torch.logical_and($1, $2)',
  either: 'torch.logical_or($1, $2)',
  equal: '==',
  unequal: '!=',
  number: numeral({ infinite: 'float("inf")', nan: 'float("nan")', pi: 'torch.pi' }),
  reserved: RESERVED,
  written: (f) =>
    [
      'import torch',
      ...(f.by.length === 0 ? [] : ['from torch.autograd.function import once_differentiable']),
      ...f.helpers.flatMap((helper) => ['', '', `${PYTORCH.helpers[helper]}`]),
      '',
      '',
      ...(f.by.length === 0 ? plain(f) : withBackward(f)),
      '',
    ].join('\n'),
}

const plain = (f: Function_): string[] => [
  `def ${f.name}(${f.inputs.join(', ')}):`,
  ...comment(f.about, '    '),
  ...statements(f, '    '),
  `    return ${f.outputs[0]}`,
]

/** The value, in the shape of the operands even if it does not depend on them. */
const everywhere = ({ inputs: [first], outputs: [value = ''] }: Function_): string =>
  value.startsWith(`${first}.new_tensor(`) ? `${value}.expand_as(${first})` : value

/** The derivatives are computed with the value, from the same parts, and kept for the way back. */
function withBackward(f: Function_): string[] {
  const type = `${f.name.charAt(0).toUpperCase()}${f.name.slice(1)}Function`
  const slopes = f.by.map((name) => `by_${name}`)
  const [inputs, kept] = [f.inputs.join(', '), slopes.join(', ')]
  const back = f.inputs.map((input) => (f.by.includes(input) ? `error * by_${input}` : 'None'))
  return [
    `class ${type}(torch.autograd.Function):`,
    '    @staticmethod',
    `    def forward(ctx, ${inputs}):`,
    ...statements(f, '        '),
    ...slopes.map((name, i) => `        ${name} = ${f.outputs[i + 1]}`),
    `        ctx.save_for_backward(${kept})`,
    `        return ${everywhere(f)}`,
    '',
    '    @staticmethod',
    '    @once_differentiable',
    '    def backward(ctx, error):',
    `        ${slopes.length === 1 ? `(${kept},)` : kept} = ctx.saved_tensors`,
    `        return ${back.join(', ')}`,
    '',
    '',
    `def ${f.name}(${inputs}):`,
    ...comment([...f.about, 'Takes tensors; its derivatives have none of their own.'], '    '),
    `    return ${type}.apply(${f.inputs.length === 1 ? inputs : `*torch.broadcast_tensors(${inputs})`})`,
  ]
}
