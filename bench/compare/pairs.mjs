/**
 * Pairs of formulas, written for this bench, in a notation that every contestant reads; what is
 * true of them over the reals: same value wherever both are defined, and defined together somewhere.
 */

/**
 * @typedef {'equal' | 'different' | 'disjoint'} Truth  disjoint: nowhere defined together
 * @typedef {object} Pair
 * @property {string} kind
 * @property {string} left
 * @property {string} right
 * @property {Truth} truth
 */

/** @type {Readonly<Record<string, readonly string[]>>} */
const LINES = {
  true: [
    '(x+1)^3 ; x^3+3*x^2+3*x+1',
    '(a+b)^2-(a-b)^2 ; 4*a*b',
    'x^4+4 ; (x^2+2*x+2)*(x^2-2*x+2)',
    'x/(1+x)^2 ; 1/(1+x)-1/(1+x)^2',
    '1/(1+e^(-x)) ; e^x/(1+e^x)',
    '1/(1+e^(-x)) ; (1+tanh(x/2))/2',
    'e^x/(1+e^x)^2 ; 1/(1+e^(-x))*(1-1/(1+e^(-x)))',
    '1/(4*cosh(x/2)^2) ; e^(-x)/(1+e^(-x))^2',
    'log(1+e^x)-x ; log(1+e^(-x))',
    'a*e^(-b*x)/(1+a*e^(-b*x)) ; 1-1/(1+a*e^(-b*x))',
    '(e^x-e^(-x))^2+4 ; (e^x+e^(-x))^2',
    '2^(x+3) ; 8*2^x',
    'e^(2*log(1+x^2)) ; (1+x^2)^2',
    '1-2*sin(x)^2 ; cos(2*x)',
    'cos(3*x) ; 4*cos(x)^3-3*cos(x)',
    'sin(x+y)*sin(x-y) ; sin(x)^2-sin(y)^2',
    'sin(x)^4-cos(x)^4 ; 1-2*cos(x)^2',
    'tanh(x) ; (e^(2*x)-1)/(e^(2*x)+1)',
    'sinh(2*x) ; 2*sinh(x)*cosh(x)',
    'asinh(x) ; log(x+sqrt(x^2+1))',
    'sin(atan(x)) ; x/sqrt(1+x^2)',
    'cos(2*atan(x)) ; (1-x^2)/(1+x^2)',
    'sqrt(x^2) ; abs(x)',
    'sqrt(x^2+2*x+1) ; abs(x+1)',
    'abs(x)*abs(y) ; abs(x*y)',
    'sqrt(3+2*sqrt(2)) ; 1+sqrt(2)',
    'log(2)+log(3) ; log(6)',
    'erf(x)+erf(-x) ; 0',
  ],
  'where both defined': [
    'x/x ; 1',
    '(x^2-1)/(x-1) ; x+1',
    '(x-y)/(x^2-y^2) ; 1/(x+y)',
    '1/(1/x) ; x',
    'sqrt(x)^2 ; x',
    'sqrt(x)*sqrt(y) ; sqrt(x*y)',
    'x^2/x^(3/2) ; sqrt(x)',
    'e^(log(x)) ; x',
    'log(x^2) ; 2*log(x)',
    'log(x*y) ; log(x)+log(y)',
    'tan(x)*cos(x) ; sin(x)',
    'tan(x) ; sin(2*x)/(1+cos(2*x))',
    'sin(asin(x)) ; x',
    'atanh(x) ; log((1+x)/(1-x))/2',
    'acosh(x) ; log(x+sqrt(x^2-1))',
  ],
  false: [
    '(x+1)^2 ; x^2+1',
    '1/(x+y) ; 1/x+1/y',
    'sqrt(x^2+y^2) ; x+y',
    'abs(x+y) ; abs(x)+abs(y)',
    'x^4+4 ; (x^2+2*x+2)*(x^2-2*x-2)',
    'e^x*e^y ; e^(x*y)',
    '2^(x+3) ; 2^x+8',
    'log(x+y) ; log(x)+log(y)',
    'log(1+e^x) ; log(2)+x/2',
    'sin(2*x) ; 2*sin(x)',
    'cos(2*x) ; 1-sin(x)^2',
    'sin(x)^2-cos(x)^2 ; 1',
    'tan(x)^2-1/cos(x)^2 ; 1',
    'tanh(x) ; (e^x-1)/(e^x+1)',
    '1/(1+e^(-x)) ; (1+tanh(x))/2',
    'e^x/(1+e^x)^2 ; 1/(1+e^(-x))*(1+1/(1+e^(-x)))',
    'asinh(x) ; log(x+sqrt(x^2-1))',
    'atan(x) ; 1/tan(x)',
    'sqrt(3+2*sqrt(2)) ; 1+sqrt(3)',
    'erf(x) ; tanh(x)',
  ],
  'hard, true': [
    'sqrt(5+2*sqrt(6)) ; sqrt(2)+sqrt(3)',
    '16*atan(1/5)-4*atan(1/239) ; pi',
    'cos(pi/7)-cos(2*pi/7)+cos(3*pi/7) ; 1/2',
    'acosh(cosh(x)) ; abs(x)',
    '(x^2)^(1/4) ; sqrt(abs(x))',
    '2*atan(x/(1+sqrt(1-x^2))) ; asin(x)',
    '1/(sqrt(x^2+1)-abs(x)) ; sqrt(x^2+1)+abs(x)',
    'sqrt(2*x*sqrt(x^2+1)+2*x^2+1) ; x+sqrt(x^2+1)',
  ],
  'hard, false': [
    'abs(x+1000) ; x+1000',
    'sqrt((x+10^6)^2) ; x+10^6',
    'sqrt(x^2) ; x',
    'x ; x+1/10^14',
    'x ; x+sin(x)/10^25',
    'e^(-x^2-10000) ; 0',
    'e^(-1000-x^2) ; 2*e^(-1000-x^2)',
    'sin(x)*e^(-200) ; 0',
    '1/(1+e^(-x)) ; 1/(1+e^(-x))+e^(-70)',
    'atan(tan(x)) ; x',
    'acos(cos(x)) ; x',
    'atan(x)+atan(1/x) ; pi/2',
    'atan((x+1)/(1-x))-atan(x) ; pi/4',
    'abs(x-1/3)+abs(x-1/3-1/10^9) ; abs(2*x-2/3-1/10^9)',
    'e^(pi*sqrt(163)) ; 640320^3+744',
  ],
  'nowhere both defined': [
    'x*(sqrt(2)*sqrt(3)-sqrt(6))/(sqrt(2)*sqrt(3)-sqrt(6)) ; x',
    '1+0*log(-1-x^2) ; 1',
    'sqrt(x-2)*sqrt(1-x) ; 0',
  ],
}

/** @type {Readonly<Record<string, Truth>>} */
const TRUTH = { 'nowhere both defined': 'disjoint', false: 'different', 'hard, false': 'different' }

export const KINDS = Object.keys(LINES)

/** @type {readonly Pair[]} */
export const pairs = Object.entries(LINES).flatMap(([kind, lines]) =>
  lines.map((line) => {
    const [left = '', right = ''] = line.split(' ; ')
    return { kind, left, right, truth: TRUTH[kind] ?? 'equal' }
  }),
)
