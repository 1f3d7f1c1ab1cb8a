/**
 * What functions are called in other languages, and what the functions of those languages mean
 * here. Data only. NumPy and SciPy stand for Python; C is C99's <math.h>; SymPy and FPCore have
 * only functions that mean the same real function on the same domain.
 */

/** The languages that the table has columns for. */
export const LANGUAGES = ['python', 'javascript', 'matlab', 'c', 'sympy', 'fpcore', 'mathjson'] as const
export type Language = (typeof LANGUAGES)[number]

/** One line per function, one column per language; `-` where the language has no such function. */
const TABLE = `
exp     np.exp               Math.exp    exp        exp    exp    exp    Exp
log     np.log               Math.log    log        log    log    log    Ln
sqrt    np.sqrt              Math.sqrt   sqrt       sqrt   sqrt   sqrt   Sqrt
abs     np.abs               Math.abs    abs        fabs   Abs    fabs   Abs
sign    np.sign              Math.sign   sign       -      sign   -      Sign
step    -                    -           heaviside  -      -      -      Heaviside
min     np.minimum           Math.min    min        fmin   Min    fmin   Min
max     np.maximum           Math.max    max        fmax   Max    fmax   Max
sin     np.sin               Math.sin    sin        sin    sin    sin    Sin
cos     np.cos               Math.cos    cos        cos    cos    cos    Cos
tan     np.tan               Math.tan    tan        tan    tan    tan    Tan
asin    np.arcsin            Math.asin   asin       asin   asin   asin   Arcsin
acos    np.arccos            Math.acos   acos       acos   acos   acos   Arccos
atan    np.arctan            Math.atan   atan       atan   atan   atan   Arctan
sinh    np.sinh              Math.sinh   sinh       sinh   sinh   sinh   Sinh
cosh    np.cosh              Math.cosh   cosh       cosh   cosh   cosh   Cosh
tanh    np.tanh              Math.tanh   tanh       tanh   tanh   tanh   Tanh
asinh   np.arcsinh           Math.asinh  asinh      asinh  asinh  asinh  Arsinh
acosh   np.arccosh           Math.acosh  acosh      acosh  acosh  acosh  Arcosh
atanh   np.arctanh           Math.atanh  atanh      atanh  atanh  atanh  Artanh
erf     scipy.special.erf    -           erf        erf    erf    erf    Erf
erfinv  scipy.special.erfinv -           erfinv     -      erfinv -      ErfInv
erfc    scipy.special.erfc   -           erfc       erfc   erfc   erfc   Erfc
log1p   np.log1p             Math.log1p  log1p      log1p  -      log1p  -
expm1   np.expm1             Math.expm1  expm1      expm1  -      expm1  -
log2    np.log2              Math.log2   log2       log2   -      log2   Lb
log10   np.log10             Math.log10  log10      log10  -      log10  -
logb    math.log             -           -          -      -      -      Log
cbrt    np.cbrt              Math.cbrt   -          cbrt   -      cbrt   -
root    -                    -           nthroot    -      -      -      Root
sec     -                    -           sec        -      sec    -      Sec
csc     -                    -           csc        -      csc    -      Csc
cot     -                    -           cot        -      cot    -      Cot
sech    -                    -           sech       -      -      -      Sech
csch    -                    -           csch       -      -      -      Csch
coth    -                    -           coth       -      -      -      Coth
asec    -                    -           asec       -      -      -      Arcsec
acsc    -                    -           acsc       -      -      -      Arccsc
acot    -                    -           acot       -      -      -      -
asech   -                    -           asech      -      -      -      Arsech
acsch   -                    -           acsch      -      -      -      Arcsch
acoth   -                    -           acoth      -      -      -      Arcoth
sigmoid scipy.special.expit  -           -          -      -      -      -
logit   scipy.special.logit  -           -          -      -      -      -
probit  scipy.special.ndtri  -           -          -      -      -      -
normcdf scipy.special.ndtr   -           -          -      -      -      -
`

const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

const column = (language: Language): ReadonlyMap<string, string> => {
  const i = LANGUAGES.indexOf(language) + 1
  return new Map(rows.flatMap((row) => (row[i] === '-' ? [] : [[row[0] as string, row[i] as string]])))
}
const columns = new Map(LANGUAGES.map((language) => [language, column(language)]))

/** The language's name for a function. */
export const spelling = (language: Language, name: string): string | undefined =>
  columns.get(language)?.get(name)

/** All names of functions in the language, each with the one used here. */
export const meanings = (language: Language): ReadonlyMap<string, string> =>
  new Map([...(columns.get(language) as ReadonlyMap<string, string>)].map(([name, theirs]) => [theirs, name]))

/** Functions of numerical languages and libraries, with the formulas they stand for. */
export const FORMS: readonly (readonly [names: string, letters: string, form: string])[] = [
  ['pow power float_power realpow mpower', 'u v', 'u^v'],
  ['add plus', 'u v', 'u + v'],
  ['subtract minus sub', 'u v', 'u - v'],
  ['multiply times mul mtimes', 'u v', 'u*v'],
  ['divide true_divide rdivide mrdivide div', 'u v', 'u/v'],
  ['negative uminus neg', 'u', '-u'],
  ['reciprocal', 'u', '1/u'],
  ['square', 'u', 'u^2'],
  ['exp2', 'u', '2^u'],
  ['realsqrt', 'u', 'sqrt(u)'],
  ['rsqrt', 'u', '1/sqrt(u)'],
  ['hypot', 'u v', 'sqrt(u^2 + v^2)'],
  ['absolute fabs', 'u', '|u|'],
  ['maximum fmax', 'u v', 'max(u, v)'],
  ['minimum fmin', 'u v', 'min(u, v)'],
  ['clip clamp', 'u v w', 'min(max(u, v), w)'],
  ['nthroot', 'u n', 'root(u, n)'],
  ['logsig', 'u', 'sigmoid(u)'],
  ['tansig', 'u', 'tanh(u)'],
  ['norm.cdf stats.norm.cdf scipy.stats.norm.cdf', 'u', 'normcdf(u)'],
  ['norm.ppf stats.norm.ppf scipy.stats.norm.ppf', 'u', 'probit(u)'],
  ['norm.pdf stats.norm.pdf scipy.stats.norm.pdf', 'u', 'normpdf(u, 0, 1)'],
  ['relu6', 'u', 'min(max(u, 0), 6)'],
  ['logaddexp', 'u v', 'log(e^u + e^v)'],
  ['logsigmoid log_sigmoid log_expit', 'u', 'log(1/(1 + e^-u))'],
  ['Math.LN2', '', 'log(2)'],
  ['Math.LN10', '', 'log(10)'],
  ['Math.LOG2E', '', '1/log(2)'],
  ['Math.LOG10E', '', '1/log(10)'],
  ['Math.SQRT2', '', 'sqrt(2)'],
  ['Math.SQRT1_2', '', 'sqrt(1/2)'],
  ['Math.tau', '', '2*pi'],
  ['float float32 float64 double single Number', 'u', 'u'],
]

/** Modules whose functions have the names used here: what stands before the last point is dropped. */
export const MODULES: ReadonlySet<string> = new Set(
  `np numpy math Math torch torch.nn.functional torch.special torch.nn F nn jnp jax.numpy jax.nn jax.scipy.special
  jax.lax lax scipy.special special sc tf tf.math tf.nn tf.keras.activations keras.activations sp sympy cupy cp mpmath mp
  numpy.lib.scimath`.split(/\s+/),
)

/** Values that modules have beside pi and e. */
export const MODULE_VALUES: ReadonlySet<string> = new Set(
  FORMS.flatMap(([names]) => (names.startsWith('Math.') ? [names.slice(5)] : [])),
)

/** Words at the beginning of statements that show, draw or prepare and define nothing. */
export const COMMANDS: ReadonlySet<string> = new Set(
  `figure plot hold legend title xlabel ylabel zlabel axis grid close clear clearvars clc subplot xlim ylim text line
  scatter bar semilogx semilogy loglog fplot ezplot plot3 surf mesh set drawnow pause print disp display fprintf printf
  format syms sym pkg import from console plt ax axs fig sns pyplot yline xline colorbar saveas exportgraphics pass warning
  assert show end`.split(/\s+/),
)

/** Words that begin what is no formula and cannot be skipped. */
export const CONTROL: ReadonlySet<string> = new Set('for while if class switch try with do'.split(' '))
