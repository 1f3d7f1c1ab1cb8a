/** Claims about functions for tests, as lines that test/support/claim-list.ts reads. */

/** True, and proved. */
export const TRUE_STATEMENTS: readonly string[] = `
e^x >= 1 + x
e^x > x
e^x >= e*x
e^x >= 1 + x + x^2/2 | x >= 0
1 - x <= e^-x
log(1 + x) <= x | x > -1
x - 1 - log(x) >= 0 | x > 0
log(x) >= 1 - 1/x | x > 0
log(x) < x | x > 0
log(x) <= sqrt(x) | x > 0
x*log(x) >= -1/e | x > 0
x*e^-x <= 1/e
e^-x*x^2 <= 4/e^2 | x >= 0
(1 - e^(-x))/x < 1 | x > 0
x^x >= e^(-1/e) | x > 0
0 < sigmoid(x)
sigmoid(x) < 1
sigmoid(x) <= e^x
sigmoid(x) + sigmoid(-x) = 1
e^-x/(1 + e^-x)^2 > 0
e^-x/(1 + e^-x)^2 <= 1/4
log(1 + e^x) > 0
log(1 + e^x) > x
log(1 + e^x) >= max(x, 0)
tanh(x) < 1
tanh(x) > -1
abs(tanh(x)) <= abs(x)
tanh(x) <= x | x >= 0
atan(x) <= x | x >= 0
sinh(x) >= x | x >= 0
cosh(x) >= 1 + x^2/2
1/2 + atan(x)/pi > 0
1/2 + atan(x)/pi < 1
sin(x) <= x | x >= 0
sin(x) >= x - x^3/6 | x >= 0
1 - x^2/2 <= cos(x)
tan(x) >= x | x >= 0, x < 1.5
2*x/pi <= sin(x) | x >= 0, x <= pi/2
x/(1 + x^2) <= 1/2
1/(1 + x^2) <= 1
x/(1 + abs(x)) < 1
x/(1 + abs(x)) > -1
x/sqrt(1 + x^2) < 1
x/sqrt(1 + x^2) > -1
sqrt(1 + x^2) >= abs(x)
e^(-x^2) <= 1
erf(x) < 1
erf(x) <= 2*x/sqrt(pi) | x >= 0
normcdf(x) > 0
normcdf(x) < 1
gelu(x) >= -0.17
mish(x) >= -0.31
swish(x) >= -0.2785
hardswish(x) >= -0.375
hardsigmoid(x) <= 1
{x if x > 0 else 0} >= 0
{x if x > 0 else 0} >= x
{x if x > 0 else e^x - 1} >= -1
{x if x > 0 else e^x - 1} >= x
abs(x) >= x
abs(x + y) <= abs(x) + abs(y)
x^2 - 2*x + 1 >= 0
x^2 + x + 1 > 0
x^2 + y^2 >= 2*x*y
x^4 - 4*x + 3 >= 0
x^4 - 1000000*x^2 + 10^13 > 0
x + 1/x >= 2 | x > 0
x*(1 - x) <= 1/4
x^2*(3 - 2*x) <= 1 | x >= 0, x <= 1
(1 + x)^3 >= 1 + 3*x | x >= -1
(1 + x)^n >= 1 + n*x | x > -1, n >= 1
a/(1 + e^(-k*(x - c))) < a | a > 0
a*k*e^(-k*(x - c))/(1 + e^(-k*(x - c)))^2 <= a*k/4 | a > 0, k > 0
a*b*c*e^(-b*e^(-c*x))*e^(-c*x) <= a*c/e | a > 0, b > 0, c > 0
e^(-(x - m)^2/(2*s^2)) <= 1 | s > 0
x^n/(k^n + x^n) < 1 | x > 0, k > 0, n > 0
x^n/(k^n + x^n) > 0 | x > 0, k > 0, n > 0
1 - e^(-(x/l)^k) < 1 | x > 0, l > 0, k > 0
v*s/(k + s) < v | v > 0, k > 0, s >= 0
(a + b)/2 >= sqrt(a*b) | a > 0, b > 0
sqrt(a^2 + b^2) <= abs(a) + abs(b)
a^3 + b^3 >= a^2*b + a*b^2 | a >= 0, b >= 0
x^2 + y^2 + z^2 >= x*y + y*z + z*x
x^3 <= x | x >= 0, x <= 1
x^2*(1 - x) <= 4/27 | x >= 0, x <= 1
-x*log(x) - (1 - x)*log(1 - x) <= log(2) | x > 0, x < 1
sqrt(x + 1) - sqrt(x) > 0 | x >= 0
softplus(x) > relu(x)
softplus(x) - relu(x) <= log(2)
softplus(x) <= log(2) + x/2 + x^2/8
swish(x) <= softplus(x)
mish(x) <= softplus(x)
gelu(x) <= relu(x)
abs(sin(x)) <= abs(x)
sin(x)*cos(x) <= 1/2
sin(x)^4 + cos(x)^4 >= 1/2
sin(x) + cos(x) <= 1.415
3*sin(x) + 4*cos(x) <= 5
asin(x) >= x | x >= 0, x <= 1
(1 - cos(x))/x^2 <= 1/2 | x != 0
tanh(x)^2 <= x^2
log(x) <= 0.001*x + 6 | x > 0
e^(-x^2) <= 1/(1 + x^2)
1 - erf(x) <= e^(-x^2) | x >= 0
e^x > x^e | x > e
2^x < 3^x | x > 0
swish(x) >= swish(c) | c > -1.28, c < -1.27, 1 + e^-c + c*e^-c = 0
`
  .trim()
  .split('\n')

/** False: nearly true, true but for a short interval, but for one point, or false far out only. */
export const FALSE_STATEMENTS: readonly string[] = `
e^x >= 1 + x + 0.000001
log(1 + x) <= x - 0.000001 | x > -1
sigmoid(x) < 0.999999
e^-x/(1 + e^-x)^2 <= 0.249999
e^-x/(1 + e^-x)^2 < 1/4
x/(1 + x^2) < 1/2
x/(1 + x^2) <= 0.499999
x*e^-x < 1/e
x*e^-x < 0.3678
x*log(x) > -0.3678 | x > 0
sin(x) < 1
sin(x) <= 0.9999999
abs(sin(x)) < 1
abs(x) > 0
x^2 > 0
x^2 != 2
x != 3
(x - 3)^2 > 0
(x^2 - 2)^2 > 0
(x - 1/3)^2 - 0.00000025 > 0
(x - 7.123)^2 - 0.00000025 >= 0
x^3 - 3*x + 2 > 0 | x > 0
e^(-(x - 1.2345)^2*1000000) < 0.5
log(x) < 7.5 | x > 1
e^-x < 1000
x < 1234
tanh(x) < 0.99999999999
gelu(x) > -0.1699
mish(x) > -0.3088
swish(x) >= -0.27846
sin(x) <= x
cos(x) <= 1 - x^2/2 + x^4/25 | x >= 0
1/x > 0
sqrt(x) >= 0
1/(x - 1)^2 > 0
x^2 + y^2 > 2*x*y
a*x <= a | x <= 1
(1 + x)^n >= 1 + n*x | x > -1, n > 0
x^n/(k^n + x^n) < 0.999 | x > 0, k > 0, n > 0
a/(1 + e^(-k*(x - c))) < a
e^x >= 1 + x + x^2/2
sin(x) >= 0 | x > 0, x < 3.2
3*sin(x) + 4*cos(x) < 5
3*sin(x) + 4*cos(x) <= 4.999999
sin(x)*cos(x) < 1/2
(x - 2)*(x - 2.001) >= 0
x^2 - 2.001*x + 1.001 >= 0
x^2 >= 0.001*x
x^2 <= 1000000*abs(x) + 1
atan(x) < 1.57
x/(x + 1000) < 1/2 | x > 0
tanh(x/1000) < 0.9
a^2 + b^2 >= 2*a*b + 0.001
`
  .trim()
  .split('\n')

/** True of a function of x. */
export const TRUE_PROPERTIES: readonly string[] = `
strictly increasing | e^x
strictly increasing | x^3
strictly increasing | x^5 + x
strictly increasing | sqrt(x) | x >= 0
strictly increasing | log(x) | x > 0
strictly increasing | sigmoid(x)
strictly increasing | tanh(x)
strictly increasing | softsign(x)
strictly increasing | normcdf(x)
strictly increasing | elu(x, 1)
strictly increasing | leakyrelu(x)
strictly increasing | relu(x) | x >= 0
strictly increasing | gelu(x) | x >= 0
strictly increasing | swish(x) | x >= 0
strictly decreasing | e^-x/(1 + e^-x)^2 | x >= 0
strictly increasing | tan(x) | x > -pi/2, x < pi/2
strictly increasing | sin(x) | x >= -pi/2, x <= pi/2
increasing | relu(x)
increasing | x - sin(x)
increasing | hardsigmoid(x)
strictly increasing | a/(1 + e^(-k*(x - c))) | a > 0, k > 0
strictly increasing | hill(x, a, k, n) | a > 0, k > 0, n > 0, x > 0
strictly increasing | gompertz(x, a, b, c) | a > 0, b > 0, c > 0
strictly convex | e^x
strictly convex | x^4
strictly convex | softplus(x)
strictly convex | sigmoid(x) | x <= 0
strictly convex | 1/x | x > 0
strictly concave | sigmoid(x) | x >= 0
strictly concave | log(x) | x > 0
strictly concave | sqrt(x) | x >= 0
convex | abs(x)
convex | relu(x)
continuous | relu(x)
continuous | sqrt(x) | x >= 0
continuous | hardswish(x)
continuous | elu(x, a)
continuous | x^(1/3)
continuous | abs(x)
differentiable | sigmoid(x)
differentiable | elu(x, 1)
differentiable | x*abs(x)
differentiable | softsign(x)
differentiable | (1 - x^2)^(3/2) | x > -1, x < 1
strictly increasing | asin(x) | x >= -1, x <= 1
strictly increasing | x^(1/3)
strictly decreasing | swish(x) | c > -1.28, c < -1.27, 1 + e^-c + c*e^-c = 0, x <= c
strictly concave | sqrt(1 - x^2) | x >= -1, x <= 1
strictly convex | x^2 + abs(x)
smooth | sigmoid(x)
smooth | gelu(x)
smooth | mish(x)
smooth | log(x) | x > 0
smooth | relu(x) | x > 0
tends | sigmoid(x) | | infinity; left; 1
tends | sin(x)/x | | 0; both; 1
tends | 1/x | | 0; right; infinity
tends | x*sigmoid(-x) | | infinity; left; 0
tends | a/(1 + e^(-k*(x - c))) | k > 0 | infinity; left; a
range | sigmoid(x) | | 0 towards lower end; 1 towards upper end
range | e^-x/(1 + e^-x)^2 | | 0 towards lower end; 1/4 at 0
range | x^2 | | 0 at 0; infinity towards upper end
range | relu(x) | | 0 at 0; infinity towards upper end
range | sqrt(x) | x >= 0 | 0 at 0; infinity towards upper end
range | sin(x) | | -1 at -pi/2; 1 at pi/2
range | x*e^-x | x >= 0 | 0 at 0; 1/e at 1
range | a/(1 + e^(-k*(x - c))) | a > 0, k > 0 | 0 towards lower end; a towards upper end
exists | c | | c > 0; c < 1; c - e^-c = 0
exists | c | | c^2 = 2
`
  .trim()
  .split('\n')

/** False of a function of x. */
export const FALSE_PROPERTIES: readonly string[] = `
strictly decreasing | e^-x/(1 + e^-x)^2
strictly increasing | gelu(x)
strictly increasing | relu(x)
strictly increasing | x*e^-x
strictly decreasing | x^2
strictly convex | sigmoid(x)
strictly convex | abs(x)
convex | gelu(x)
continuous | sign(x)
continuous | step(x)
continuous | {x if x > 0 else 1}
continuous | 1/x
continuous | (-1)^x
differentiable | relu(x)
differentiable | abs(x)
differentiable | elu(x, 2)
differentiable | prelu(x, a)
differentiable | x^(1/3)
differentiable | sqrt(x) | x >= 0
differentiable | hardswish(x)
smooth | abs(x)
tends | sin(x)/x | | 0; both; 2
tends | 1/x | | 0; both; infinity
tends | a/(1 + e^(-k*(x - c))) | k > 0 | infinity; left; 1
range | sigmoid(x) | | 0 towards lower end; 2 towards upper end
range | x^2 | | 0 towards lower end; infinity towards upper end
range | gelu(x) | | -1 at 0; infinity towards upper end
`
  .trim()
  .split('\n')
