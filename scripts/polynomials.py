"""Polynomials for the functions of src/compute/wasm: fits at Chebyshev points, with their errors.

Prints the table src/compute/wasm/polynomials.ts. Needs mpmath. Coefficients stand from the constant term up.
"""
from mpmath import mp, mpf, chebyfit, exp, log, sin, cos, atan, erf, erfc, sqrt, pi, tan, tanh

mp.prec = 300
TINY = mpf(10) ** -20


def near(f, start):
    """f, with its first Taylor coefficients near 0 where it cancels."""
    def g(x):
        if abs(x) < TINY:
            return sum(mpf(c) * x ** i for i, c in enumerate(start))
        return f(x)
    return g


half = log(2) / 2 * mpf('1.0001')
quarter = pi / 4 * mpf('1.0001')
third = mpf('0.2361')
s_most = (sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1) * mpf('1.0001')


def root(f):
    return lambda z: f(sqrt(z))


FITS = [
    # name, function, from, to, degree for 64 bits, for 32 bits, what it is
    ('exponential', near(lambda r: (exp(r) - 1 - r) / r ** 2, [mpf(1) / 2, mpf(1) / 6]), -half, half, 9, 4,
     '(e^r - 1 - r)/r^2, |r| <= log(2)/2'),
    ('exponential_tail', near(lambda r: (exp(r) - 1 - r - r ** 2 / 2 - r ** 3 / 6) / r ** 4, [mpf(1) / 24, mpf(1) / 120]), -half, half, 9, 4,
     '(e^r - 1 - r - r^2/2 - r^3/6)/r^4, |r| <= log(2)/2'),
    ('cotangent', near(root(lambda r: (r / tanh(r / 2) - 2) / r ** 2), [mpf(1) / 6, -mpf(1) / 360]), mpf(0), (log(2) / 2 * mpf('1.02')) ** 2, 4, 1,
     '(r/tanh(r/2) - 2)/z, z = r^2, |r| <= 1.02*log(2)/2'),
    ('logarithm', near(root(lambda s: (log((1 + s) / (1 - s)) / s - 2) / s ** 2), [mpf(2) / 3, mpf(2) / 5]), mpf(0), s_most ** 2, 6, 2,
     '(2*atanh(s)/s - 2)/z, z = s^2, |s| <= 3 - 2*sqrt(2)'),
    ('logarithm_tail', near(root(lambda s: (log((1 + s) / (1 - s)) / s - 2 - 2 * s ** 2 / 3) / s ** 4), [mpf(2) / 5, mpf(2) / 7]), mpf(0), s_most ** 2, 7, 3,
     '(2*atanh(s)/s - 2 - 2*z/3)/z^2, z = s^2, |s| <= 3 - 2*sqrt(2)'),
    ('sine', near(root(lambda r: (sin(r) - r) / r ** 3), [-mpf(1) / 6, mpf(1) / 120]), mpf(0), quarter ** 2, 5, 2,
     '(sin(r) - r)/r^3, z = r^2, |r| <= pi/4'),
    ('cosine', near(root(lambda r: (cos(r) - 1 + r ** 2 / 2) / r ** 4), [mpf(1) / 24, -mpf(1) / 720]), mpf(0), quarter ** 2, 5, 2,
     '(cos(r) - 1 + r^2/2)/r^4, z = r^2, |r| <= pi/4'),
    ('arctangent', near(root(lambda t: (atan(t) - t) / t ** 3), [-mpf(1) / 3, mpf(1) / 5]), mpf(0), third ** 2, 7, 3,
     '(atan(t) - t)/t^3, z = t^2, |t| <= 0.236'),
    ('error', near(root(lambda x: erf(x) / x - 2 / sqrt(pi)), [mpf(0), -2 / (3 * sqrt(pi))]), mpf(0), mpf(1), 11, 5,
     'erf(x)/x - 2/sqrt(pi), z = x^2, |x| <= 1'),
    ('complement', lambda t: (1 + 2 * (mpf('3.75') * (1 + t) / (1 - t))) * exp((mpf('3.75') * (1 + t) / (1 - t)) ** 2) * erfc(mpf('3.75') * (1 + t) / (1 - t)),
     mpf('-0.7'), mpf('0.765'), 22, 10, '(1 + 2*x)*e^(x^2)*erfc(x), t = (x - 3.75)/(x + 3.75), 0.66 <= x <= 28'),
]

print('''/**
 * Polynomials that come close to functions on short intervals, coefficients from the constant term up, for lanes
 * of 64 and of 32 bits. Fitted at Chebyshev points in 300-bit numbers by scripts/polynomials.py; the largest error
 * is given with each.
 */
import type { Lane } from './instructions.ts'

export type Polynomials = Readonly<Record<Lane, readonly number[]>>
''')
for name, f, a, b, long_, short, what in FITS:
    rows = []
    errors = []
    for degree in (long_, short):
        p, err = chebyfit(f, [a, b], degree + 1, error=True)
        rows.append(', '.join(repr(float(c)) for c in p[::-1]))
        errors.append(mp.nstr(err, 2))
    print(f'/** {what}; errors {errors[0]} and {errors[1]}. */')
    print(f'export const {name.upper()}: Polynomials = {{\n  64: [{rows[0]}],\n  32: [{rows[1]}],\n}}\n')
