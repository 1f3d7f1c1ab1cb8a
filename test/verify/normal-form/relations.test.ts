/** The relations that normal forms know: each line is two formulas that they show to be equal. */
import { describe, expect, test } from 'vitest'
import { parse } from '../../../src/syntax/index.ts'
import { compareNormalForms } from '../../../src/verify/normal-form/normal-form.ts'

const WORK = 1_000_000

const RELATIONS: Readonly<Record<string, readonly string[]>> = {
  'powers and roots': [
    '(x + 1)*(x - 1) = x^2 - 1',
    '(x^2 - 1)/(x - 1) = x + 1',
    '1/(1 + x) - 1/(1 + x)^2 = x/(1 + x)^2',
    'sqrt(x^2) = |x|',
    'sqrt(x^2 + 2*x + 1) = |x + 1|',
    'sqrt(x)*sqrt(y) = sqrt(x*y)',
    '(-x)^(1/3) = -x^(1/3)',
    '(x*y)^(1/3) = x^(1/3)*y^(1/3)',
    '(x^2)^(1/6) = |x|^(1/3)',
    'x^(2/3)*x^(1/3) = x',
    'sqrt(8)*sqrt(2) = 4',
    'sqrt(3 + 2*sqrt(2)) = 1 + sqrt(2)',
    'sqrt(3 - 2*sqrt(2)) = sqrt(2) - 1',
    '1/(sqrt(2) + sqrt(3)) = sqrt(3) - sqrt(2)',
    '1/(sqrt(x + 1) + sqrt(x)) = sqrt(x + 1) - sqrt(x)',
    'x^0 = 1',
    '(x^2 + 1)^(3/2)/(x^2 + 1) = sqrt(x^2 + 1)',
  ],
  'exponentials and logarithms': [
    'e^(x + y) = e^x*e^y',
    '(e^(x/3))^3 = e^x',
    '(e^(x/2) + 1)*(e^(x/2) - 1) = e^x - 1',
    'log(x*y^2) = log(|x|) + 2*log(|y|)',
    'log(x^3) = 3*log(x)',
    'log(12) = 2*log(2) + log(3)',
    'e^(2*log(x) + y) = x^2*e^y',
    'log(e^x/y) = x - log(y)',
    'x^y*x^z = x^(y + z)',
    '(x*y)^z = |x|^z*|y|^z',
    '4^x = 2^(2*x)',
    '6^x = 2^x*3^x',
    '1/(1 + e^-x) = e^x/(1 + e^x)',
    'asinh(sinh(x)) = x',
    'atanh(tanh(x)) = x',
    'cosh(x)^2 - sinh(x)^2 = 1',
    'tanh(x/2) = (e^x - 1)/(e^x + 1)',
  ],
  'angles and arcs': [
    'sin(x)^2 + cos(x)^2 = 1',
    'sin(2*x) = 2*sin(x)*cos(x)',
    'cos(3*x) = 4*cos(x)^3 - 3*cos(x)',
    'sin(x + y) = sin(x)*cos(y) + cos(x)*sin(y)',
    'tan(x/2) = sin(x)/(1 + cos(x))',
    'sin(x + pi/2) = cos(x)',
    'cos(x + 7*pi) = -cos(x)',
    'cos(pi/12) = (sqrt(6) + sqrt(2))/4',
    'sin(pi/10) = (sqrt(5) - 1)/4',
    'cos(pi/8) = sqrt(2 + sqrt(2))/2',
    'cos(pi/5) - cos(2*pi/5) = 1/2',
    'sin(asin(x)) = x',
    'cos(asin(x)) = sqrt(1 - x^2)',
    'tan(acos(x)) = sqrt(1 - x^2)/x',
    'sin(atan(x)) = x/sqrt(1 + x^2)',
    'asin(x) + acos(x) = pi/2',
    'acos(-x) = pi - acos(x)',
    'atan(1/x) = sign(x)*pi/2 - atan(x)',
    'atan(-1/x) = atan(x) - sign(x)*pi/2',
    'acot(x) = atan(1/x)',
    'cos(acos(x)/2) = sqrt((1 + x)/2)',
    'sin(acos(x)/2) = sqrt((1 - x)/2)',
    'tan(asin(x)/2) = x/(1 + sqrt(1 - x^2))',
    'asin(1/2) = pi/6',
    'atan(sqrt(3)) = pi/3',
    'acos(-sqrt(2)/2) = 3*pi/4',
    'erf(-x) = -erf(x)',
  ],
  'signs and cases': [
    '|x*y| = |x|*|y|',
    '|x|^2 = x^2',
    '||x|| = |x|',
    'x*sign(x) = |x|',
    'x/|x| = sign(x)',
    'sign(x)^3 = sign(x)',
    'max(x, y) + min(x, y) = x + y',
    'max(x, y)*min(x, y) = x*y',
    'max(x, y) = {x if x > y else y}',
    '{x if x >= 0 else -x} = |x|',
    '{1 if x = 0 else cos(x)} = cos(x)',
    '||x| - x| = |x| - x',
    'sqrt((x^2 + x + 1)^2) = x^2 + x + 1',
    '|x + sqrt(x^2 + 1)| = x + sqrt(x^2 + 1)',
    '|1 - sqrt(2)| = sqrt(2) - 1',
  ],
}

describe.each(Object.entries(RELATIONS))('%s', (_, relations) => {
  test.each(relations)('%s', (text) => {
    const [left = '', right = ''] = text.split(' = ').length === 2 ? text.split(' = ') : halves(text)
    const sides = [parse(left), parse(right)] as const
    expect(compareNormalForms(...sides, [], WORK)).toEqual({ outcome: 'equal', except: [] })
    expect(compareNormalForms(sides[1], sides[0], [], WORK)).toEqual({ outcome: 'equal', except: [] })
  })
})

/** A question in braces has an equals sign of its own. */
const halves = (text: string): string[] => [
  text.slice(0, text.lastIndexOf(' = ')),
  text.slice(text.lastIndexOf(' = ') + 3),
]
