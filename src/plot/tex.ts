/** Text for TeX: nothing in it is a command, and every character is one that a plain LaTeX document has. */
import type { Expr } from '../expression/expr.ts'
import { print } from '../syntax/index.ts'
import { greekLetter } from '../syntax/tokens.ts'
import { type Run, runsOf, withoutControls } from './text.ts'

const NAMES =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'

/** What a character is written as. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...NAMES.split(' ').flatMap((name) => {
    const letter = greekLetter(name)
    return letter === undefined ? [] : ([[letter, `$\\${name}$`]] as const)
  }),
  ['\\', '\\textbackslash{}'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
  ...[...'&%$#_{}'].map((sign) => [sign, `\\${sign}`] as const),
  ['<', '$<$'],
  ['>', '$>$'],
  ['|', '$|$'],
  ['"', "''"],
  ['-', '-{}'],
  ['\u2212', '$-$'],
  ['\u2013', '--'],
  ['\u2014', '---'],
  ['\u2018', '`'],
  ['\u2019', "'"],
  ['\u201c', '``'],
  ['\u201d', "''"],
  ['\u2044', '/'],
  ['\u2026', '\\dots{}'],
  ['·', '$\\cdot$'],
  ['×', '$\\times$'],
  ['÷', '$\\div$'],
  ['±', '$\\pm$'],
  ['√', '$\\surd$'],
  ['∛', '$\\sqrt[3]{\\,}$'],
  ['∞', '$\\infty$'],
  ['≤', '$\\le$'],
  ['≥', '$\\ge$'],
  ['≠', '$\\ne$'],
  ['≈', '$\\approx$'],
  ['→', '$\\to$'],
  ['∧', '$\\wedge$'],
  ['∨', '$\\vee$'],
  ['∂', '$\\partial$'],
  ['∫', '$\\int$'],
  ['∑', '$\\sum$'],
  ['′', "$'$"],
  ['″', "$''$"],
  ['°', '$^\\circ$'],
  ['µ', '$\\mu$'],
  ['ß', '\\ss{}'],
  ['æ', '\\ae{}'],
  ['Æ', '\\AE{}'],
  ['ø', '\\o{}'],
  ['Ø', '\\O{}'],
  ['ł', '\\l{}'],
  ['Ł', '\\L{}'],
  ['œ', '\\oe{}'],
  ['Œ', '\\OE{}'],
])
/** Marks over and under letters. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', "'"],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0304', '='],
  ['\u0306', 'u'],
  ['\u0307', '.'],
  ['\u0308', '"'],
  ['\u030a', 'r'],
  ['\u030b', 'H'],
  ['\u030c', 'v'],
  ['\u0323', 'd'],
  ['\u0327', 'c'],
])
/** Characters that are raised or lowered themselves: ² and ₁. */
const RAISED = /[\u00b2\u00b3\u00b9\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d61\u2070-\u207f]+/gu
const LOWERED = /[\u1d62-\u1d6a\u2080-\u209c\u2c7c]+/gu
const FRACTION = /[\u00bc-\u00be\u2150-\u215e]/gu

/** Text in which no character is a command; what TeX has no character for is `?`. */
export function texText(text: string): string {
  const whole = withoutControls(text).replace(FRACTION, (sign) => sign.normalize('NFKC'))
  const parts: string[] = []
  let end = 0
  for (const found of whole.matchAll(NAME)) {
    const [, before = '', letter = '', primes = ''] = found
    parts.push(words(whole.slice(end, found.index) + before))
    parts.push(`$${letter}${primes.replaceAll('\u2032', "'").replaceAll('\u2033', "''")}$`)
    end = found.index + found[0].length
  }
  return parts.join('') + words(whole.slice(end))
}

/** What is the name of a function or a value: f, f′, the k of k = 2. */
const NAME = /(^|, )([A-Za-z])([\u2032\u2033]*)(?=$|, | = )/gu

const words = (text: string): string => runsOf(text).map(run).join('')

const COMMANDS: Readonly<Record<Run['level'], string>> = {
  0: '',
  1: '\\textsuperscript',
  [-1]: '\\textsubscript',
}

function run({ text, level }: Run): string {
  if (level !== 0) return `${COMMANDS[level]}{${plain(text)}}`
  const parts: string[] = []
  let end = 0
  const raised = [...text.matchAll(RAISED)].map((found) => ({ found, level: 1 as const }))
  const lowered = [...text.matchAll(LOWERED)].map((found) => ({ found, level: -1 as const }))
  for (const { found, level: shift } of [...raised, ...lowered].sort(
    (a, b) => a.found.index - b.found.index,
  )) {
    parts.push(plain(text.slice(end, found.index)), `${COMMANDS[shift]}{${plain(found[0])}}`)
    end = found.index + found[0].length
  }
  return parts.join('') + plain(text.slice(end))
}

/** Character by character; those that are raised or lowered as they would stand on the line. */
export function plain(text: string): string {
  return text.replace(/\P{M}\p{M}*/gu, (cluster) => {
    const known = CHARACTERS.get(cluster)
    if (known !== undefined) return known
    const [base = '', ...marks] = [...cluster.normalize('NFKD')]
    const letter = CHARACTERS.get(base) ?? (/[\x20-\x7e]/.test(base) ? base : '?')
    return marks.reduce((inner, mark) => {
      const accent = ACCENTS.get(mark)
      return accent === undefined ? inner : `\\${accent}{${inner}}`
    }, letter)
  })
}

/** What only amsmath has; `\operatorname` is `\mathrm` with a little less space. */
const BEYOND = /\\(?:begin|text|tfrac|dfrac|binom|lvert|rvert|substack)\b/

/** A formula between dollars, on one line. */
export function texFormula(u: Expr): string {
  const written = print(u, 'latex').replaceAll('\\operatorname{', '\\mathrm{')
  const line = print(u, 'unicode').replace(EXPONENT, (_, inner: string) => OPEN + inner + CLOSE)
  if (BEYOND.test(written)) return texText(print(u, 'unicode'))
  if (!written.includes('\\frac')) return `$${written}$`
  return line.includes('^') ? texText(print(u, 'unicode')) : `$${onLine(line)}$`
}

/** An exponent in brackets, and what stands for its ends: characters that no formula has. */
const EXPONENT = /\^\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/gu
const [OPEN, CLOSE] = ['\u27e8', '\u27e9']

const PART = new RegExp(`(${RAISED.source})|(${LOWERED.source})|(\\p{L}{2,})|(.)`, 'gsu')

/** What is written in Unicode as maths: e⁻ˣ/(1 + e⁻ˣ)². */
function onLine(text: string): string {
  return [...text.replace(FRACTION, (sign) => `${sign.normalize('NFKC')}`).matchAll(PART)]
    .map(([whole, raised, lowered, name]) => {
      if (raised !== undefined) return `^{${inMaths(raised.normalize('NFKC'))}}`
      if (whole === OPEN || whole === CLOSE) return whole === OPEN ? '^{' : '}'
      if (lowered !== undefined) return `_{${inMaths(lowered.normalize('NFKC'))}}`
      return name === undefined || CHARACTERS.has(name) ? inMaths(whole) : `\\mathrm{${inMaths(name)}}`
    })
    .join('')
}

/** Characters as they are in maths already. */
const inMaths = (text: string): string =>
  text === '-' ? text : plain(text).replaceAll('-{}', '-').replaceAll('$', ' ').replace(/\\ $/, '\\$')
