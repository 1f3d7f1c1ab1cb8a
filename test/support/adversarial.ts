/**
 * Pairs of formulas made to mislead whoever samples: with a difference that is tiny, far away or
 * narrow; equal on a part of the line only; defined together nowhere, or at one point; and next to
 * each kind its honest likeness, where the same look is harmless. The truth is known by construction.
 */
import type { Random } from './random.ts'

/** What is true of two formulas. */
export type Truth = 'equal' | 'different' | 'disjoint'

/** Two formulas in plain notation, and what is true of them. */
export interface Trap {
  readonly kind: string
  readonly left: string
  readonly right: string
  readonly truth: Truth
}

const FORMULAS = [
  'x',
  'x^2 + 1',
  'sin(x)',
  'e^x',
  '1/(1 + e^-x)',
  'log(1 + x^2)',
  'sqrt(1 + x^2)',
  'atan(x)',
].concat(['x/(1 + x^2)', 'tanh(x)', 'log(x)', 'sqrt(x)', 'x^(1/3)', 'a*x + b', 'a*e^(-b*x)', 'x^a', 'abs(x)'])
const FACTORS = ['x', 'sin(x)', 'e^x', '1', 'x^3', '1/(1 + x^2)', 'log(1 + x^2)', 'cos(x)', 'tanh(x)', 'a']
/** Formulas that take every real value. */
const UNBOUNDED = ['x', '3*x', 'x^3', '(x + sin(x))', '(a*x)', 'sinh(x)', '(x - y)']
/** Defined everywhere, with the value 0. */
const ZEROS = [
  'sin(x)^2 + cos(x)^2 - 1',
  '(x + 1)^2 - x^2 - 2*x - 1',
  'cosh(x)^2 - sinh(x)^2 - 1',
  'e^x*e^-x - 1',
  'atan(x) + atan(-x)',
  'tanh(x) - (e^x - e^-x)/(e^x + e^-x)',
  'sqrt(2)*sqrt(3) - sqrt(6)',
  'log(6) - log(2) - log(3)',
  '(1 + sqrt(2))^2 - 3 - 2*sqrt(2)',
  'e^(2*log(3)) - 9',
  'cos(pi/3) - 1/2',
  'abs(x)^2 - x^2',
]
/** Nowhere 0. */
const NONZEROS = [
  'sqrt(2)*sqrt(3) - sqrt(5)',
  '1 + x^2',
  'e^x',
  '2 + sin(x)',
  'log(6) - log(2) - log(2)',
  'cosh(x)',
]
/** Never positive. */
const NEGATIVES = ['-1 - x^2', '-e^x', 'sin(x) - 2', '-cosh(x)', '-2^x', '-1 - abs(x)', '-(1 + e^-x)']

type Maker = (random: Random) => readonly [left: string, right: string, truth: Truth]

const power = (low: number, high: number) => (random: Random) => `10^${random.whole(low, high)}`
const distance = power(6, 12)

/** Looks that deceive far away, and those that never do. */
const FAR: readonly ((u: string, m: string) => readonly [string, string, string])[] = [
  (u, m) => [`abs(${u} + ${m})`, `${u} + ${m}`, u],
  (u, m) => [`sqrt((${u} + ${m})^2)`, `${u} + ${m}`, u],
  (u, m) => [`max(${u}, -${m})`, u, u],
  (u, m) => [`min(${u}, ${m})`, u, u],
  (u, m) => [`abs(${u} - ${m})`, `${m} - ${u}`, u],
  (u, m) => [`abs(${u} + ${m}) + abs(${u} - ${m})`, `2*${m}`, u],
  (u, m) => [`((${u} - ${m})^4)^(1/4)`, `${m} - ${u}`, u],
  (u, m) => [`sign(${u} + ${m})`, '1', u],
  (u, m) => [`{${u} if ${u} < ${m} else ${m}}`, u, u],
  (u, m) => [`log((${u} + ${m})^2)/2`, `log(abs(${u} + ${m})) + (abs(${u} + ${m}) - ${u} - ${m})`, u],
]
/** Between −1 and 1. */
const BOUNDED = ['sin(x)', 'tanh(x)', 'cos(a*x)', '(2/(1 + e^-x) - 1)', '(x/(1 + x^2))', 'erf(x)']

/** True on part of the line only; equal where both sides are defined. */
const PARTLY: readonly (readonly [string, string, Truth])[] = [
  ['sqrt(x^2)', 'x', 'different'],
  ['sqrt(x^2)', '-x', 'different'],
  ['(x^2)^(3/2)', 'x^3', 'different'],
  ['atan(tan(x))', 'x', 'different'],
  ['asin(sin(x))', 'x', 'different'],
  ['acos(cos(x))', 'x', 'different'],
  ['acosh(cosh(x))', 'x', 'different'],
  ['atan(x) + atan(1/x)', 'pi/2', 'different'],
  ['atan(x) + atan(y)', 'atan((x + y)/(1 - x*y))', 'different'],
  ['sqrt(x)*sqrt(x - 1)', '-sqrt(x^2 - x)', 'different'],
  ['x^(2/3)', 'abs(x)^(2/3) + x - abs(x)', 'different'],
  ['sqrt((x - y)^2)', 'x - y', 'different'],
  ['max(x, y)', 'x', 'different'],
  ['step(x)', '(1 + sign(x - 1/1000000))/2', 'different'],
  ['sqrt(x^2)', 'abs(x)', 'equal'],
  ['sqrt(x^4)', 'x^2', 'equal'],
  ['e^log(x)', 'x', 'equal'],
  ['sqrt(x)^2', 'x', 'equal'],
  ['log(x^2)', '2*log(x)', 'equal'],
  ['log(x^2)', '2*log(abs(x))', 'equal'],
  ['log(x*y)', 'log(x) + log(y)', 'equal'],
  ['sqrt(x*y)', 'sqrt(x)*sqrt(y)', 'equal'],
  ['sqrt(x/y)', 'sqrt(x)/sqrt(y)', 'equal'],
  ['atan(x) + atan(1/x)', 'pi/2*sign(x)', 'equal'],
  ['max(x, y)', '(x + y + abs(x - y))/2', 'equal'],
  ['acosh(cosh(x))', 'abs(x)', 'equal'],
  ['sin(asin(x))', 'x', 'equal'],
  ['tan(atan(x))', 'x', 'equal'],
  ['x/x', '1', 'equal'],
  ['(x^2 - 1)/(x - 1)', 'x + 1', 'equal'],
  ['x^(2/3)', 'abs(x)^(2/3)', 'equal'],
  ['(x^3)^(1/3)', 'x', 'equal'],
  ['sqrt(x^2*y)', 'x*sqrt(y)', 'different'],
  ['asin(2*x*sqrt(1 - x^2))', '2*asin(x)', 'different'],
  ['atan(2*x/(1 - x^2))', '2*atan(x)', 'different'],
  ['acos(2*x^2 - 1)', '2*acos(x)', 'different'],
  ['x/sqrt(x^2)', '1', 'different'],
  ['sin(x)', 'sqrt(1 - cos(x)^2)', 'different'],
  ['sinh(x)', 'sqrt(cosh(x)^2 - 1)', 'different'],
  ['tanh(x)', 'sqrt(1 - 1/cosh(x)^2)', 'different'],
  ['abs(abs(x) - 1)', 'abs(x - 1)', 'different'],
  ['sign(x + y)', 'sign(x) + sign(y)', 'different'],
  ['acosh(x)', 'log(x - sqrt(x^2 - 1))', 'different'],
  ['log(-x)', 'log(x)', 'disjoint'],
  ['acosh(2*x)', 'asin(3*x)', 'disjoint'],
  ['(x^2)^y', 'x^(2*y)', 'equal'],
  ['(x^2)^(y/2)', 'abs(x)^y', 'equal'],
  ['sqrt(x^2*y)', 'abs(x)*sqrt(y)', 'equal'],
  ['log(x/y)', 'log(x) - log(y)', 'equal'],
  ['log(x^2*y)', '2*log(x) + log(y)', 'equal'],
  ['asin(x) + acos(x)', 'pi/2', 'equal'],
  ['acos(-x)', 'pi - acos(x)', 'equal'],
  ['acos(2*x^2 - 1)', '2*acos(abs(x))', 'equal'],
  ['asinh(2*x*sqrt(1 + x^2))', '2*asinh(x)', 'equal'],
  ['atanh(2*x/(1 + x^2))', '2*atanh(x)', 'equal'],
  ['acosh(2*x^2 - 1)', '2*acosh(x)', 'equal'],
  ['sqrt((x - 1)/(x + 1))', 'sqrt(x - 1)/sqrt(x + 1)', 'equal'],
  ['sqrt(x - 1)*sqrt(x + 1)', 'sqrt(x^2 - 1)', 'equal'],
  ['sqrt(1/x)', 'sqrt(x)/x', 'equal'],
  ['x/sqrt(x^2)', 'sign(x)', 'equal'],
  ['tan(x/2)', '(1 - cos(x))/sin(x)', 'equal'],
  ['abs(sin(x))', 'sqrt(1 - cos(x)^2)', 'equal'],
  ['cosh(x)', 'sqrt(1 + sinh(x)^2)', 'equal'],
  ['abs(x - y)', 'max(x, y) - min(x, y)', 'equal'],
  ['sign(x*y)', 'sign(x)*sign(y)', 'equal'],
  ['log(cosh(x) + sinh(x))', 'x', 'equal'],
]

/** Constants that are nearly, or quite, the same. */
const NEARLY: readonly (readonly [string, string, Truth])[] = [
  ['e^(pi*sqrt(163))', '640320^3 + 744', 'different'],
  ['sqrt(2)', '1607521/1136689', 'different'],
  ['pi', '3.14159265358979323846264338327950288419716939937511', 'different'],
  ['e', '2.71828182845904523536028747135266249775724709369995957', 'different'],
  ['log(2)', '0.69314718055994530941723212145817656807550013436025525412', 'different'],
  ['sin(10^22)', '-0.85220084976713688770', 'different'],
  ['cos(cos(cos(x)))', 'cos(cos(x + 10^-30))', 'different'],
  ['sqrt(10^40 + 1)', '10^20', 'different'],
  ['(1 + 10^-12)^(10^6)', '1 + 10^-6', 'different'],
  ['cos(pi/5)', '(1 + sqrt(5))/4', 'equal'],
  ['16*atan(1/5) - 4*atan(1/239)', 'pi', 'equal'],
  ['sin(pi/12)', '(sqrt(6) - sqrt(2))/4', 'equal'],
  ['sqrt(5 + 2*sqrt(6))', 'sqrt(2) + sqrt(3)', 'equal'],
  ['(2 + sqrt(5))^(1/3)', '(1 + sqrt(5))/2', 'equal'],
  ['log(8)/log(2)', '3', 'equal'],
  ['27^(1/3)', '3', 'equal'],
]

/** Defined together at one point. */
const LONELY: readonly (readonly [string, string, Truth])[] = [
  ['sqrt(-(x - 1)^2) + x', '1', 'equal'],
  ['sqrt(-(x - 1)^2) + x', 'x^2', 'equal'],
  ['sqrt(-(x - 1)^2) + x', '2', 'different'],
  ['sqrt(x)*sqrt(-x)', '0', 'equal'],
  ['sqrt(x) + sqrt(-x)', '1', 'different'],
  ['asin(1 + x^2)', 'pi/2', 'equal'],
  ['acos(1 + x^4)', '1', 'different'],
  ['log(x) + 0*log(-x)', 'log(x)', 'disjoint'],
  ['sqrt(x - 2)*sqrt(1 - x)', '0', 'disjoint'],
  ['acosh(x)', 'asin(x)', 'different'],
  ['acosh(x)', 'asin(x/2) - pi/6', 'different'],
  ['acosh(x)', 'acos(x)', 'equal'],
]

/** The kinds of pairs. */
const KINDS: Readonly<Record<string, Maker>> = {
  'a tiny difference': (random) => {
    const [f, g, k] = [random.pick(FORMULAS), random.pick(FACTORS), random.whole(1, 60)]
    const small = random.chance(0.3) ? `0.${'0'.repeat(k - 1)}1` : `10^(-${k})`
    return [`${f} + ${small}*${g}`, f, 'different']
  },
  'no difference, however multiplied': (random) => {
    const [f, z, k] = [random.pick(FORMULAS), random.pick(ZEROS), random.whole(1, 60)]
    return [`${f} + 10^(${random.chance(0.5) ? '-' : ''}${k})*(${z})`, f, 'equal']
  },
  'a difference far away': (random) => {
    const [left, right] = random.pick(FAR)(random.pick(UNBOUNDED), distance(random))
    return [left, right, 'different']
  },
  'no difference far away': (random) => {
    const [left, right] = random.pick(FAR)(random.pick(BOUNDED), distance(random))
    return [left, right, 'equal']
  },
  'a difference on a narrow interval': (random) => {
    const [f, a] = [random.pick(FORMULAS), `${random.whole(1, 40)}/${random.whole(2, 29)}`]
    const w = random.pick(['10^-9', '0.000000001', '1/10^12'])
    return random.pick([
      [`abs(x - ${a}) + abs(x - ${a} - ${w})`, `abs(2*x - 2*${a} - ${w})`, 'different'],
      [`max(0, ${w} - abs(x - ${a}))`, '0', 'different'],
      [`${f} + max(0, (${w})^2 - (x - ${a})^2)`, f, 'different'],
      [`{${f} + 1 if abs(x - ${a}) < ${w} else ${f}}`, f, 'different'],
      [`${f} + sqrt(max(0, ${w} - abs(x - ${a})))`, f, 'different'],
    ] as const)
  },
  'no difference on a narrow interval': (random) => {
    const [f, a] = [random.pick(FORMULAS), `${random.whole(1, 40)}/${random.whole(2, 29)}`]
    return random.pick([
      [`abs(x - ${a}) + abs(x - ${a})`, `abs(2*x - 2*${a})`, 'equal'],
      [`max(0, -10^-9 - abs(x - ${a}))`, '0', 'equal'],
      [`{${f} + 1 if (x - ${a})^2 < 0 else ${f}}`, f, 'equal'],
      [`{${f} if abs(x - ${a}) < 10^-9 else ${f}}`, f, 'equal'],
    ] as const)
  },
  'true in part': (random) => {
    const [left, right, truth] = random.pick(PARTLY)
    const u = random.pick(['x', '(2*x)', '(x + 1)', '(x/3)'])
    const put = (text: string): string => text.replace(/(?<![a-z])x(?![a-z(])/g, u)
    return [put(left), put(right), truth]
  },
  vacuous: (random) => {
    const [f, n] = [random.pick(FORMULAS), random.pick(NEGATIVES)]
    const silent = random.pick([
      ...[`log(${n})`, `sqrt(${n})`, `asin(2 - (${n}))`, `acosh(${n})`, `(${n})^(1/2)`, `(${n})^pi`],
      ...['1/(x - x)', 'log(x)*log(-x)', 'log(0)', 'atanh(1 + x^2)', '(x - x)^-1'],
    ])
    return [`${f} + 0*${silent}`, f, 'disjoint']
  },
  'a factor 0 that takes only a part away': (random) => {
    const f = random.pick(FORMULAS)
    const w = random.pick(['log(x)', 'sqrt(x)', '1/x', 'log(1 + x^2)', 'asin(x/5)', 'x^pi', 'sqrt(x^2 - x)'])
    return [`${f} + 0*${w}`, f, 'equal']
  },
  'a denominator that vanishes': (random) => {
    const [f, c] = [random.pick(FORMULAS), random.pick(ZEROS)]
    return [`${f}*(${c})/(${c})`, f, 'disjoint']
  },
  'a denominator that does not vanish': (random) => {
    const [f, c] = [random.pick(FORMULAS), random.pick(NONZEROS)]
    return [`${f}*(${c})/(${c})`, f, 'equal']
  },
  'a tiny exponential': (random) => {
    const n = random.pick([70, 200, 710, 1000, 10_000, 50_000])
    const [f, g] = [random.pick(FORMULAS), random.pick(FACTORS)]
    return random.pick([
      [`e^(-x^2 - ${n})`, '0', 'different'],
      [`e^(-${n} - x^2)`, `2*e^(-${n} - x^2)`, 'different'],
      [`${g}*e^-${n}`, '0', 'different'],
      [`${f} + e^-${n}`, f, 'different'],
      [`e^(-e^${random.whole(5, 10)})`, '0', 'different'],
      [`e^(-x^2 - ${n})*e^${n}`, 'e^(-x^2)', 'equal'],
      [`${f} + e^-${n} - e^(-${n} + x - x)`, f, 'equal'],
    ] as const)
  },
  'nearly the same constant': (random) => random.pick(NEARLY),
  'one point in common': (random) => random.pick(LONELY),
}

/** A pair of each kind in turn, until there are `count`. */
export function traps(random: Random, count: number): Trap[] {
  const kinds = Object.entries(KINDS)
  const seen = new Set<string>()
  const found: Trap[] = []
  for (let i = 0; found.length < count && i < 50 * count; i += 1) {
    const [kind, make] = kinds[i % kinds.length] as [string, Maker]
    const [left, right, truth] = make(random)
    const turned = random.chance(0.3)
    const name = `${left} ; ${right}`
    if (seen.has(name)) continue
    seen.add(name)
    found.push({ kind, left: turned ? right : left, right: turned ? left : right, truth })
  }
  return found
}
