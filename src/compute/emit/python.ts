/** Python with NumPy (and SciPy for the error function), and PyTorch. */
import { numeral } from './numbers.ts'
import type { Function_, Target } from './target.ts'

const RESERVED = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield np scipy torch ctx self'.split(
    ' ',
  ),
)

const comment = (lines: readonly string[], indent: string): string[] => [
  `${indent}"""`,
  ...lines.map((line) => `${indent}${line.replaceAll('\\', '\\\\').replaceAll('"""', "'''")}`),
  `${indent}"""`,
]

const statements = ({ statements: all }: Function_, indent: string): string[] =>
  all.map(({ name, text, meaning }) => `${indent}${name} = ${text}  # ${meaning}`)

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
  number: numeral({ infinite: 'np.inf', nan: 'np.nan' }),
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
      `        return ${f.by.length === 0 ? f.outputs[0] : `${f.outputs[0]}, (${f.outputs.slice(1).join(', ')},)`}`,
      '',
    ].join('\n'),
}

export const PYTORCH: Target = {
  language: 'PyTorch',
  calls: {
    sqrt: 'torch.sqrt($1)',
    cbrt: 'torch.sign($1) * torch.abs($1) ** (1 / 3)',
    abs: 'torch.abs($1)',
    sign: 'torch.sign($1)',
    min: 'torch.minimum(*torch.broadcast_tensors(torch.as_tensor($1), torch.as_tensor($2)))',
    max: 'torch.maximum(*torch.broadcast_tensors(torch.as_tensor($1), torch.as_tensor($2)))',
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
    erfinv: 'torch.erfinv($1)',
    power: 'torch.pow($1, $2)',
  },
  helpers: {},
  choose: 'torch.where($1, $2, $3)',
  both: 'torch.logical_and($1, $2)',
  either: 'torch.logical_or($1, $2)',
  equal: '==',
  unequal: '!=',
  number: numeral({ infinite: 'float("inf")', nan: 'float("nan")' }),
  reserved: RESERVED,
  written: (f) =>
    f.by.length === 0
      ? [
          'import torch',
          '',
          '',
          `def ${f.name}(${f.inputs.join(', ')}):`,
          ...comment(f.about, '    '),
          ...statements(f, '    '),
          `    return ${f.outputs[0]}`,
          '',
        ].join('\n')
      : withBackward(f),
}

/** The derivatives are computed with the value and kept for the way back. */
const withBackward = (f: Function_): string =>
  [
    'import torch',
    '',
    '',
    `class ${f.name.charAt(0).toUpperCase()}${f.name.slice(1)}(torch.autograd.Function):`,
    ...comment(f.about, '    '),
    '',
    '    @staticmethod',
    `    def forward(ctx, ${f.inputs.join(', ')}):`,
    ...statements(f, '        '),
    `        ctx.save_for_backward(${f.outputs
      .slice(1)
      .map((text) => `torch.as_tensor(${text})`)
      .join(', ')})`,
    `        return ${f.outputs[0]}`,
    '',
    '    @staticmethod',
    '    def backward(ctx, error):',
    `        ${f.by.map((_, i) => `by_${i + 1}`).join(', ')}${f.by.length === 1 ? ',' : ''} = ctx.saved_tensors`,
    `        return ${f.inputs.map((input) => (f.by.includes(input) ? `error * by_${f.by.indexOf(input) + 1}` : 'None')).join(', ')}`,
    '',
    '',
    `${f.name} = ${f.name.charAt(0).toUpperCase()}${f.name.slice(1)}.apply`,
    '',
  ].join('\n')
