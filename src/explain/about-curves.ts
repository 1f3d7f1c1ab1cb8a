/**
 * What is said of the named curves: their variable and parameters in the field's words with units,
 * where they are used, where they come from, and what else goes by the name. Nothing is derived from
 * it. A number without a unit has none.
 */

export interface About {
  /** What each letter of the row stands for. */
  readonly letters: Readonly<Record<string, string>>
  readonly used: string
  /** A paper or textbook. */
  readonly source: string
  /** Other conventions, and limits of this form. */
  readonly note?: string
}

const about = (letters: About['letters'], used: string, source: string, note?: string): About =>
  note === undefined ? { letters, used, source } : { letters, used, source, note }

/** The words for a curve without parameters that is used as an activation. */
const input: About['letters'] = { x: 'input of the unit' }

export const ABOUT_CURVES: Readonly<Record<string, About>> = {
  sigmoid: about(
    { x: 'log-odds, or input of the unit' },
    'logistic regression, activations and gates of neural networks, item response',
    'D. R. Cox, The regression analysis of binary sequences, J. R. Stat. Soc. B 20 (1958)',
    'Some fields call every S-shaped curve a sigmoid. The growth curve with an upper limit, a rate and a midpoint is logistic3.',
  ),
  logit: about(
    { p: 'probability' },
    'logistic regression: the link function of the binomial family',
    'J. Berkson, Application of the logistic function to bio-assay, J. Am. Stat. Assoc. 39 (1944)',
    'The inverse of the sigmoid.',
  ),
  probit: about(
    { p: 'probability' },
    'probit regression, quantiles of the normal distribution, psychometric functions',
    'C. I. Bliss, The method of probits, Science 79 (1934)',
    'The inverse of normcdf. Older tables add 5 to it, so that few probits are negative.',
  ),
  tanhexp: about(
    input,
    'the hyperbolic tangent as textbooks define it; activations of neural networks',
    'NIST Digital Library of Mathematical Functions, 4.28',
    'The activation x·tanh(e^x) is also called TanhExp.',
  ),
  softsign: about(
    input,
    'activation with slower saturation than tanh',
    'J. Turian, J. Bergstra, Y. Bengio, Quadratic features and deep architectures for chunking, NAACL (2009)',
  ),
  atansigmoid: about(
    { x: 'standardised quantity' },
    'the distribution function of the standard Cauchy distribution; the cauchit link',
    'N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions 1, chapter 16 (1994)',
    'The variant 2/π·atan(π/2·x) runs from -1 to 1 with slope 1 at 0.',
  ),
  algsigmoid: about(
    input,
    'activation that needs no exponential (inverse square root unit with α = 1)',
    'B. Carlile et al., Improving deep learning by inverse square root linear units, arXiv:1710.09967 (2017)',
  ),
  algsigmoidn: about(
    { x: 'input', n: 'order, how sharply the curve bends; positive' },
    'sigmoids between softsign (order 1), the inverse square root unit (order 2) and a clipped line; velocity saturation in transistors',
    'D. M. Caughey, R. E. Thomas, Carrier mobilities in silicon empirically related to doping and field, Proc. IEEE 55 (1967)',
  ),
  normcdf: about(
    { x: 'standardised quantity, in standard deviations' },
    'probit regression, tests, errors of measurement; Φ in tables',
    'NIST Digital Library of Mathematical Functions, 7.20',
    'Its inverse is the probit.',
  ),
  cloglog: about(
    { p: 'probability' },
    'link function for grouped survival times; dilution assays',
    'P. McCullagh, J. A. Nelder, Generalized Linear Models, 2nd edition, section 4.3 (1989)',
  ),
  softplus: about(
    input,
    'smooth version of ReLU; keeps a parameter positive',
    'C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS 13 (2001)',
    'Libraries also have softplus with a sharpness β: log(1 + e^(βx))/β.',
  ),
  relu: about(
    input,
    'activation of deep networks',
    'V. Nair, G. E. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML (2010)',
    'It has no derivative at 0; programs set 0 there by convention.',
  ),
  leakyrelu: about(
    input,
    'activation whose negative side still learns; slope 1/100 there',
    'A. L. Maas, A. Y. Hannun, A. Y. Ng, Rectifier nonlinearities improve neural network acoustic models, ICML (2013)',
    'With another slope it is prelu(x, a).',
  ),
  prelu: about(
    { x: 'input of the unit', a: 'slope on the negative side, learned' },
    'activation of image classifiers',
    'K. He et al., Delving deep into rectifiers, ICCV (2015), arXiv:1502.01852',
  ),
  elu: about(
    { x: 'input of the unit', a: 'minus the limit on the negative side; positive, usually 1' },
    'activation with a mean near 0',
    'D.-A. Clevert, T. Unterthiner, S. Hochreiter, Fast and accurate deep network learning by exponential linear units, arXiv:1511.07289 (2015)',
    'With the limit -1 it has a derivative at 0 too.',
  ),
  selu: about(
    input,
    'self-normalising networks',
    'G. Klambauer et al., Self-normalizing neural networks, NIPS 30 (2017), arXiv:1706.02515',
    'Its two constants, 1.0507… and 1.6732…, are written with 17 digits, as programs have them.',
  ),
  swish: about(
    input,
    'activation of deep networks',
    'S. Elfwing, E. Uchibe, K. Doya, Sigmoid-weighted linear units, Neural Networks 107 (2018), arXiv:1702.03118',
    'Swish with its parameter β is swishbeta(x, b); β = 1 gives this one.',
  ),
  swishbeta: about(
    { x: 'input of the unit', b: 'sharpness β, fixed or learned' },
    'activation of deep networks',
    'P. Ramachandran, B. Zoph, Q. V. Le, Searching for activation functions, arXiv:1710.05941 (2017)',
  ),
  gelu: about(
    input,
    'activation of transformers',
    'D. Hendrycks, K. Gimpel, Gaussian error linear units, arXiv:1606.08415 (2016)',
    'This is the exact form; the approximation by tanh is gelutanh.',
  ),
  gelutanh: about(
    input,
    'activation of transformers; the form that many programs compute',
    'D. Hendrycks, K. Gimpel, Gaussian error linear units, arXiv:1606.08415 (2016)',
    'An approximation of gelu, not equal to it; 8943/200000 is 0.044715.',
  ),
  mish: about(
    input,
    'activation of object detectors',
    'D. Misra, Mish: a self regularized non-monotonic activation function, arXiv:1908.08681 (2019)',
  ),
  hardsigmoid: about(
    input,
    'sigmoid by straight lines, for small devices',
    'A. Howard et al., Searching for MobileNetV3, ICCV (2019), arXiv:1905.02244',
    'Other programs use the slope 1/5 between -5/2 and 5/2.',
  ),
  hardswish: about(
    input,
    'swish without exponentials, for small devices',
    'A. Howard et al., Searching for MobileNetV3, ICCV (2019), arXiv:1905.02244',
  ),
  gaussian: about(
    {
      x: 'quantity',
      m: 'centre, in the unit of the variable',
      s: 'width (standard deviation), in the unit of the variable; positive',
    },
    'peaks in spectra, tuning curves, radial basis functions, blurring',
    'NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.6.1',
    'Of height 1. The density, of area 1, is normpdf.',
  ),
  normpdf: about(
    {
      x: 'quantity',
      m: 'mean, in the unit of the variable',
      s: 'standard deviation, in the unit of the variable; positive',
    },
    'errors of measurement, likelihoods',
    'NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.6.1',
    'In one over the unit of the variable.',
  ),
  gompertz: about(
    {
      x: 'time',
      a: 'upper limit, in the unit of the response',
      b: 'displacement along the time axis; positive',
      c: 'growth rate, per unit of time; positive',
    },
    'growth of tumours and animals, sales, mortality',
    'C. P. Winsor, The Gompertz curve as a growth curve, Proc. Natl. Acad. Sci. 18 (1932)',
    'The Gompertz law of mortality is another function of the same author.',
  ),
  logistic3: about(
    {
      x: 'time',
      a: 'carrying capacity, in the unit of the response',
      k: 'growth rate, per unit of time',
      c: 'midpoint, a time',
    },
    'growth of populations, spread of products and diseases',
    'P.-F. Verhulst, Notice sur la loi que la population suit dans son accroissement, Corr. Math. Phys. 10 (1838)',
  ),
  logistic4: about(
    {
      x: 'logarithm of the dose',
      a: 'lower limit, in the unit of the response',
      d: 'upper limit, in the unit of the response',
      c: 'midpoint, logarithm of EC50',
      b: 'slope at the midpoint (Hill slope by natural logarithms)',
    },
    'dose and response, immunoassays',
    'A. De Lean, P. J. Munson, D. Rodbard, Simultaneous analysis of families of sigmoidal curves, Am. J. Physiol. 235 (1978)',
    'With the dose itself instead of its logarithm it is doseresponse. Letters differ between programs.',
  ),
  logistic5: about(
    {
      x: 'logarithm of the dose',
      a: 'lower limit, in the unit of the response',
      d: 'upper limit, in the unit of the response',
      c: 'position, logarithm of a dose; the midpoint only of a symmetric curve',
      b: 'slope',
      g: 'asymmetry; positive, and 1 for a symmetric curve',
    },
    'immunoassays with asymmetric curves',
    'P. G. Gottschalk, J. R. Dunn, The five-parameter logistic, Anal. Biochem. 343 (2005)',
  ),
  richards: about(
    {
      x: 'time',
      a: 'upper limit, in the unit of the response',
      k: 'growth rate, per unit of time',
      c: 'time of the inflection',
      n: 'shape; positive, and 1 for the logistic curve',
    },
    'growth of plants and animals, epidemics',
    'F. J. Richards, A flexible growth function for empirical use, J. Exp. Bot. 10 (1959)',
    'There are many parametrisations; in this one the shape does not move the inflection. The Gompertz curve is the limit as the shape goes to 0.',
  ),
  hill: about(
    {
      x: 'concentration of the ligand, in mol/L',
      a: 'greatest response, in the unit of the response',
      k: 'concentration at half of it (EC50), in mol/L; positive',
      n: 'Hill coefficient, cooperativity',
    },
    'binding of oxygen and drugs, regulation of genes',
    'A. V. Hill, The possible effects of the aggregation of the molecules of haemoglobin on its dissociation curves, J. Physiol. 40 (1910)',
    'Some texts write one letter for the power in the denominator, the dissociation constant.',
  ),
  loglogistic: about(
    {
      x: 'time, or another positive quantity',
      a: 'scale, the median, in the unit of the variable; positive',
      b: 'shape; positive',
    },
    'survival times, incomes (the Fisk distribution), hydrology',
    'N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions 2, chapter 23 (1995)',
    'For positive times; 0 before.',
  ),
  doseresponse: about(
    {
      x: 'dose or concentration, in mol/L',
      a: 'limit for small doses, in the unit of the response',
      d: 'limit for large doses, in the unit of the response',
      c: 'EC50, the dose half way, in mol/L; positive',
      b: 'Hill slope; positive',
    },
    'dose and response in pharmacology and weed science',
    'C. Ritz, F. Baty, J. C. Streibig, D. Gerhard, Dose-response analysis using R, PLoS ONE 10 (2015)',
    'For positive doses. Programs differ in the sign of the Hill slope.',
  ),
  weibull: about(
    {
      x: 'time, or another quantity that is not negative',
      l: 'scale, in the same unit; positive',
      k: 'shape; positive',
    },
    'lifetimes, strength of materials, wind speeds',
    'W. Weibull, A statistical distribution function of wide applicability, J. Appl. Mech. 18 (1951)',
    'For positive times; the distribution function is 0 before.',
  ),
  michaelis: about(
    {
      s: 'concentration of the substrate, in mol/L',
      v: 'greatest rate Vmax, in mol/(L·s)',
      k: 'Michaelis constant Km, in mol/L; positive',
    },
    'rates of enzymes, uptake of nutrients (Monod)',
    'L. Michaelis, M. L. Menten, Die Kinetik der Invertinwirkung, Biochem. Z. 49 (1913)',
    'The Hill function with coefficient 1.',
  ),
  boltzmann: about(
    {
      v: 'membrane voltage, in mV',
      a: 'limit for low voltages',
      b: 'limit for high voltages',
      h: 'voltage half way (V½), in mV',
      k: 'slope factor, in mV; positive',
    },
    'opening of ion channels, transitions between two states',
    'B. Hille, Ion Channels of Excitable Membranes, 3rd edition, chapter 2 (2001)',
  ),
  fermidirac: about(
    {
      E: 'energy of the state, in eV',
      m: 'chemical potential μ, in eV',
      t: 'temperature times the Boltzmann constant (kT), in eV; positive',
    },
    'occupation of electron states in metals and semiconductors',
    'C. Kittel, H. Kroemer, Thermal Physics, 2nd edition, chapter 6 (1980)',
  ),
}
