/** MATLAB and GNU Octave; arrays element by element. */
import { numeral } from './numbers.ts'
import { explained, type Function_, type Output, type Target } from './target.ts'
import { type Lines, wrapped } from './wrap.ts'

const LINES: Lines = { comment: '%', goesOn: ' ...' }

export const MATLAB: Target = {
  language: 'MATLAB',
  calls: {
    sqrt: 'real_only(sqrt($1))',
    cbrt: 'nthroot($1, 3)',
    abs: 'abs($1)',
    sign: 'sign($1)',
    min: 'smaller($1, $2)',
    max: 'larger($1, $2)',
    exp: 'exp($1)',
    expm1: 'expm1($1)',
    log: 'real_only(log($1))',
    log1p: 'real_only(log1p($1))',
    sin: 'sin($1)',
    cos: 'cos($1)',
    tan: 'tan($1)',
    asin: 'real_only(asin($1))',
    acos: 'real_only(acos($1))',
    atan: 'atan($1)',
    sinh: 'sinh($1)',
    cosh: 'cosh($1)',
    tanh: 'tanh($1)',
    asinh: 'asinh($1)',
    acosh: 'real_only(acosh($1))',
    atanh: 'real_only(atanh($1))',
    erf: 'erf($1)',
    erfc: 'erfc($1)',
    erfinv: 'inverse_erf($1)',
    power: 'real_power($1, $2)',
  },
  callsFromZero: { sqrt: 'sqrt($1)', log: 'log($1)', log1p: 'log1p($1)', power: '$1 .^ $2' },
  helpers: {
    real_only: `% no complex numbers: outside the domain the value is NaN
function y = real_only(y)
  outside = imag(y) ~= 0;
  y = real(y);
  y(outside) = NaN;
end`,
    real_power: `function y = real_power(u, v)
  y = (1 - 2 * (u < 0 & mod(v, 2) == 1)) .* abs(u) .^ v;
  y((u < 0 & u > -Inf & v ~= round(v)) | isnan(v)) = NaN;
end`,
    inverse_erf: `% erfinv loses digits near its ends: there from 1 - |u|, with a step of Newton's method
function y = inverse_erf(u)
  rest = 1 - abs(u);
  z = erfcinv(rest);
  better = z + (erfc(z) - rest) .* (sqrt(pi) / 2) .* exp(z .^ 2);
  z(isfinite(better)) = better(isfinite(better));
  y = erfinv(u);
  far = abs(u) > 0.5;
  y(far) = sign(u(far)) .* z(far);
end`,
    smaller: `% min leaves NaN out
function y = smaller(u, v)
  y = min(u, v);
  y(isnan(u) | isnan(v)) = NaN;
end`,
    larger: `% max leaves NaN out
function y = larger(u, v)
  y = max(u, v);
  y(isnan(u) | isnan(v)) = NaN;
end`,
  },
  choose: 'choose($1, $2, $3)',
  both: '$1 & $2',
  either: '$1 | $2',
  equal: '==',
  unequal: '~=',
  number: numeral({ infinite: 'Inf', nan: 'NaN', pi: 'pi' }),
  reserved: new Set(
    'break case catch classdef continue else elseif end for function global if otherwise parfor persistent return spmd switch try while i j pi eps inf nan choose value max min imag real round mod isnan zeros size logical'.split(
      ' ',
    ),
  ),
  written: (f) => {
    const results = ['value', ...f.by.map((name) => `by_${name}`)]
    const usesChoice = [...f.statements, ...f.outputs].some(({ text }) => text.includes('choose('))
    const given = results.length === 1 ? 'value' : `[${results.join(', ')}]`
    return [
      ...wrapped(`function ${given} = ${f.name}(${f.inputs.join(', ')})`, LINES),
      ...f.about.map((line) => `  % ${line}`),
      ...[
        ...f.statements.map((one) => explained(`  ${one.name} = ${elementwise(one.text)};`, one, [' %'])),
        ...results.map((name, i) => `  ${name} = ${everywhere(f.outputs[i] as Output, f)};`),
      ].flatMap((line) => wrapped(line, LINES)),
      'end',
      ...f.helpers.map((helper) => `\n${MATLAB.helpers[helper]}`),
      ...(usesChoice ? [`\n${CHOOSE}`] : []),
      '',
    ].join('\n')
  },
}

const elementwise = (text: string): string => text.replaceAll(/ ([*/]) /g, ' .$1 ')

/** In the shape of the inputs together, even if it does not depend on them all. */
function everywhere({ text, isWhole }: Output, { inputs }: Function_): string {
  if (isWhole || inputs.length === 0) return elementwise(text)
  const zeros = `zeros(size(${inputs.join(' + ')}))`
  return text === '0' ? zeros : `${elementwise(text)} + ${zeros}`
}

const CHOOSE = `% both are computed; the question says which one counts
function y = choose(question, yes, no)
  nought = zeros(size(question | isnan(yes) | isnan(no)));
  y = no - nought;
  yes = yes - nought;
  chosen = logical(question + nought);
  y(chosen) = yes(chosen);
end`
