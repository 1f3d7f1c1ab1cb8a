/** Functions and their derivatives through themselves, as textbooks give them. */

/** Formula, and its derivative with f for the formula. */
export const FOUNDING: readonly (readonly [string, string])[] = [
  ['1/(1 + e^-x)', 'f*(1 - f)'],
  ['e^x/(1 + e^x)', 'f*(1 - f)'],
  ['1/2 + tanh(x/2)/2', 'f*(1 - f)'],
  ['tanh(x)', '1 - f^2'],
  ['(e^x - e^-x)/(e^x + e^-x)', '1 - f^2'],
  ['tan(x)', '1 + f^2'],
  ['a*e^(-b*e^(-c*x))', 'c*f*log(a/f)'],
  ['a*x^n/(k^n + x^n)', '(n/x)*f*(1 - f/a)'],
  ['x^x', 'f*(1 + log(x))'],
  ['log(1 + e^x)', '1 - e^-f'],
  ['sqrt(1 + x^2)', 'x/f'],
]

/** Formulas without a name, of different kinds. */
export const UNNAMED: readonly (readonly [string, string])[] = [
  ['b/(1 + e^(-k*(x - m))) + d', 'k*(f - d)*(1 - (f - d)/b)'],
  ['e^(-x^2/2)', '-x*f'],
  ['1/(e^x + e^-x)', 'f*(1 - 2*e^x*f)'],
  ['1/(1 + (x/a)^(-b))', '(b/x)*f*(1 - f)'],
  ['(1 + q*e^(-k*x))^(-1/v)', '(k/v)*f*(1 - f^v)'],
  ['1 - e^(-(x/l)^k)', '-(k/x)*(1 - f)*log(1 - f)'],
  ['a*b^x', 'log(b)*f'],
  ['1/(1 + x^2)', '-2*x*f^2'],
  ['2/(3 + 5*e^(-2*x))', 'f*(2 - 3*f)'],
  ['e^(e^x)', 'f*log(f)'],
  ['sqrt(1 + e^x)', 'f/2 - 1/(2*f)'],
  ['x*log(x)', '1 + f/x'],
  ['e^(-1/x)', 'f*log(f)^2'],
  ['log(log(x))', 'e^-f/x'],
  ['x^2*e^x', 'f*(2/x + 1)'],
  ['x/(1 + |x|)', 'f^2/x^2'],
  ['x/sqrt(1 + x^2)', '(1 - f^2)^(3/2)'],
  ['(1 - e^(-k*x))^3', '3*k*(f^(2/3) - f)'],
  ['x/(a + x)', '(1 - f)^2/a'],
  ['atan(x)', 'cos(f)^2'],
  ['sinh(x)', 'sqrt(1 + f^2)'],
  ['1/x', '-f^2'],
  ['sqrt(x)', '1/(2*f)'],
  ['log(x)', 'e^-f'],
]
