/** Functions of the textbooks that are names for formulas in the primitives (DLMF, chapter 4). */
import type { Definition } from './function.ts'

const define = (
  name: string,
  letters: string,
  form: string,
  title: string,
  latex = `\\operatorname{${name}}`,
  synonyms: readonly string[] = [],
): Definition => {
  const names = letters.split(' ')
  return { name, letters: names, required: names.length, form, synonyms, latex, title }
}

export const DEFINITIONS: readonly Definition[] = [
  define('log1p', 'u', 'log(1 + u)', 'logarithm of one plus'),
  define('expm1', 'u', 'e^u - 1', 'exponential minus one'),
  define('log2', 'u', 'log(u)/log(2)', 'binary logarithm', '\\log_{2}', ['lb']),
  define('log10', 'u', 'log(u)/log(10)', 'decimal logarithm', '\\log_{10}', ['lg']),
  define('logb', 'u b', 'log(u)/log(b)', 'logarithm to a base'),
  define('cbrt', 'u', 'u^(1/3)', 'cube root'),
  define('root', 'u n', 'u^(1/n)', 'n-th root'),
  define('sec', 'u', '1/cos(u)', 'secant', '\\sec'),
  define('csc', 'u', '1/sin(u)', 'cosecant', '\\csc', ['cosec']),
  define('cot', 'u', 'cos(u)/sin(u)', 'cotangent', '\\cot', ['cotan']),
  define('sech', 'u', '1/cosh(u)', 'hyperbolic secant'),
  define('csch', 'u', '1/sinh(u)', 'hyperbolic cosecant', undefined, ['cosech']),
  define('coth', 'u', 'cosh(u)/sinh(u)', 'hyperbolic cotangent', '\\coth'),
  define('asec', 'u', 'acos(1/u)', 'arcsecant', '\\operatorname{arcsec}', ['arcsec']),
  define('acsc', 'u', 'asin(1/u)', 'arccosecant', '\\operatorname{arccsc}', ['arccsc']),
  define('acot', 'u', '{atan(1/u) if u != 0 else pi/2}', 'arccotangent', '\\operatorname{arccot}', [
    'arccot',
  ]),
  define('asech', 'u', 'acosh(1/u)', 'inverse hyperbolic secant', '\\operatorname{arsech}', ['arsech']),
  define('acsch', 'u', 'asinh(1/u)', 'inverse hyperbolic cosecant', '\\operatorname{arcsch}', ['arcsch']),
  define('acoth', 'u', 'atanh(1/u)', 'inverse hyperbolic cotangent', '\\operatorname{arcoth}', ['arcoth']),
  define('erfc', 'u', '1 - erf(u)', 'complementary error function'),
]
