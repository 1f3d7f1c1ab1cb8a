/** MATLAB and GNU Octave; arrays element by element. */
import { numeral } from './numbers.ts'
import type { Target } from './target.ts'

export const MATLAB: Target = {
  language: 'MATLAB',
  calls: {
    sqrt: 'real_sqrt($1)',
    cbrt: 'nthroot($1, 3)',
    abs: 'abs($1)',
    sign: 'sign($1)',
    min: 'min($1, $2)',
    max: 'max($1, $2)',
    exp: 'exp($1)',
    expm1: 'expm1($1)',
    log: 'real_log($1)',
    log1p: 'real_log1p($1)',
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
    erfinv: 'erfinv($1)',
    power: '($1) .^ ($2)',
  },
  // roots and logarithms of negative numbers would be complex
  helpers: {
    real_sqrt: 'function y = real_sqrt(x)\n  y = sqrt(max(x, 0));\n  y(x < 0) = NaN;\nend',
    real_log: 'function y = real_log(x)\n  y = log(max(x, 0));\n  y(x < 0) = NaN;\nend',
    real_log1p: 'function y = real_log1p(x)\n  y = log1p(max(x, -1));\n  y(x < -1) = NaN;\nend',
  },
  choose: 'choose($1, $2, $3)',
  both: '($1) & ($2)',
  either: '($1) | ($2)',
  equal: '==',
  unequal: '~=',
  number: numeral({ infinite: 'Inf', nan: 'NaN' }),
  reserved: new Set(
    'break case catch classdef continue else elseif end for function global if otherwise parfor persistent return spmd switch try while e i j pi eps inf nan choose'.split(
      ' ',
    ),
  ),
  written: (f) => {
    const elementwise = (text: string): string => text.replaceAll(/ ([*/]) /g, ' .$1 ')
    const outputs = ['value', ...f.by.map((name) => `by_${name}`)]
    const usesChoice = [...f.statements.map(({ text }) => text), ...f.outputs].some((text) =>
      text.includes('choose('),
    )
    return [
      `function ${outputs.length === 1 ? 'value' : `[${outputs.join(', ')}]`} = ${f.name}(${f.inputs.join(', ')})`,
      ...f.about.map((line) => `  % ${line}`),
      ...f.statements.map(({ name, text, meaning }) => `  ${name} = ${elementwise(text)}; % ${meaning}`),
      ...outputs.map((name, i) => `  ${name} = ${elementwise(f.outputs[i] as string)};`),
      'end',
      ...f.helpers.map((helper) => `\n${MATLAB.helpers[helper]}`),
      ...(usesChoice
        ? [
            '\nfunction y = choose(question, yes, no)',
            '  % both are computed; the question says which one counts',
            '  [question, yes, no] = deal(question + 0 * yes + 0 * no, yes + 0 * question, no + 0 * question);',
            '  y = no;',
            '  chosen = logical(question == 1);',
            '  y(chosen) = yes(chosen);',
            'end',
          ]
        : []),
      '',
    ].join('\n')
  },
}
