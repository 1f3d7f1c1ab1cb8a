/** PyTorch: a function with its own backward pass, whose derivatives keep their digits as the value does. */
import { numeral } from './numbers.ts'
import { docstring, laidOut, RESERVED, statements, tuple } from './python.ts'
import type { Calls, Function_, Target } from './target.ts'

/** Numbers need no tensors. */
const OF_NUMBERS: Calls = {
  ...Object.fromEntries(
    (
      [
        'sqrt',
        'exp',
        'expm1',
        'log',
        'log1p',
        'sin',
        'cos',
        'tan',
        'asin',
        'acos',
        'atan',
        'sinh',
        'cosh',
        'tanh',
      ] as const
    ).map((name) => [name, `math.${name}($1)`]),
  ),
  ...{ asinh: 'math.asinh($1)', acosh: 'math.acosh($1)', atanh: 'math.atanh($1)', erf: 'math.erf($1)' },
  ...{ erfc: 'math.erfc($1)', power: 'math.pow($1, $2)' },
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
    power: '$1 ** $2',
  },
  callsOfNumbers: OF_NUMBERS,
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
  both: '$1 & $2',
  either: '$1 | $2',
  bracketsQuestions: true,
  equal: '==',
  unequal: '!=',
  number: numeral({ infinite: 'float("inf")', nan: 'float("nan")', pi: 'math.pi', e: 'math.e' }),
  reserved: RESERVED,
  written: (f) => {
    const usesMath = [...f.statements, ...f.outputs].some(({ text }) => text.includes('math.'))
    return [
      ...(usesMath ? ['import math', ''] : []),
      'import torch',
      ...(f.by.length === 0 ? [] : ['from torch.autograd.function import once_differentiable']),
      ...f.helpers.flatMap((helper) => ['', '', `${PYTORCH.helpers[helper]}`]),
      '',
      '',
      ...(f.by.length === 0 ? plain(f) : withBackward(f)),
      '',
    ].join('\n')
  },
}

const plain = (f: Function_): string[] => [
  ...laidOut([`def ${f.name}(${f.inputs.join(', ')}):`], ''),
  ...docstring(f.about, '    '),
  ...laidOut([...statements(f), `return ${f.outputs[0]?.text}`], '    '),
]

/** The value, in the shape of the operands even if it does not depend on them. */
const inShape = ({ inputs: [first], outputs: [value] }: Function_): string => {
  const text = value?.text ?? ''
  return text.startsWith(`${first}.new_tensor(`) ? `${text}.expand_as(${first})` : text
}

const TAKES = 'Takes tensors of floating point numbers'
const ONCE = 'Its derivatives have none of their own.'

/** The derivatives are computed with the value, from the same parts, and kept for the way back. */
function withBackward(f: Function_): string[] {
  const type = `_${f.name.charAt(0).toUpperCase()}${f.name.slice(1)}`
  const slopes = f.by.map((name) => `by_${name}`)
  const [inputs, kept] = [f.inputs.join(', '), slopes.join(', ')]
  const back = f.inputs.map((input) => (f.by.includes(input) ? `error * by_${input}` : 'None'))
  return [
    `class ${type}(torch.autograd.Function):`,
    ...laidOut(['@staticmethod', `def forward(ctx, ${inputs}):`], '    '),
    ...laidOut(
      [
        ...statements(f),
        ...slopes.map((name, i) => `${name} = ${f.outputs[i + 1]?.text}`),
        `ctx.save_for_backward(${kept})`,
        `return ${inShape(f)}`,
      ],
      '        ',
    ),
    '',
    ...laidOut(['@staticmethod', '@once_differentiable', 'def backward(ctx, error):'], '    '),
    ...laidOut(
      [
        `${tuple(slopes)} = ctx.saved_tensors`,
        `return ${back.length === 1 ? back[0] : `(${back.join(', ')})`}`,
      ],
      '        ',
    ),
    '',
    '',
    ...laidOut([`def ${f.name}(${inputs}):`], ''),
    ...docstring([...f.about, takes(f), ONCE], '    '),
    ...laidOut(applied(type, f), '    '),
  ]
}

const takes = ({ inputs }: Function_): string =>
  inputs.length === 1 ? `${TAKES}.` : `${TAKES}; what follows the first may be numbers.`

/** Operands of one type and shape. */
function applied(type: string, { inputs }: Function_): string[] {
  const [first] = inputs
  return inputs.length === 1
    ? [`return ${type}.apply(${first})`]
    : [
        `operands = (torch.as_tensor(u, dtype=${first}.dtype, device=${first}.device) for u in (${inputs.join(', ')}))`,
        `return ${type}.apply(*torch.broadcast_tensors(*operands))`,
      ]
}
