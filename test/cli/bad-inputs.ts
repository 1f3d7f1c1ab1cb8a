/** What people and programs type that no formula should be, with the exit codes that are right. */

/** Arguments, perhaps standard input, and the exit codes that are right: one, unless said. */
export interface BadInput {
  readonly name: string
  readonly args: readonly string[]
  readonly input?: string | Buffer
  readonly exit: number | readonly number[]
  /** The error code that is right, where one must be. */
  readonly code?: string
}

const UNUSABLE = 2
const UNKNOWN = 3
/** Hard but honest: either an answer that was checked, or the budget was used up. */
const BOUNDED = [0, UNKNOWN]

const derive = (formula: string, exit: BadInput['exit'], code?: string): BadInput =>
  entry(formula, ['derive', '--', formula], exit, code)
const evaluate = (formula: string, exit: BadInput['exit'], code?: string): BadInput =>
  entry(`eval ${formula}`, ['eval', '--', formula], exit, code)
const command = (args: readonly string[], exit: BadInput['exit'], code?: string): BadInput =>
  entry(args.map((arg) => (arg === '' ? "''" : arg)).join(' '), args, exit, code)
const piped = (
  name: string,
  input: string | Buffer,
  exit: BadInput['exit'],
  code?: string,
  args: readonly string[] = ['derive'],
): BadInput => ({ ...entry(name, args, exit, code), input })
const entry = (name: string, args: readonly string[], exit: BadInput['exit'], code?: string): BadInput => ({
  name,
  args,
  exit,
  ...(code === undefined ? {} : { code }),
})

const brackets: readonly BadInput[] = [
  derive('1/(1+', UNUSABLE, 'E102'),
  derive('((x)', UNUSABLE, 'E103'),
  derive('1+x)', UNUSABLE, 'E104'),
  derive('(x]', UNUSABLE, 'E104'),
  derive('', UNUSABLE, 'E101'),
  derive('  ', UNUSABLE, 'E101'),
  derive('|x', UNUSABLE),
  derive('{x if }', UNUSABLE),
  derive('\\frac{1}{', UNUSABLE),
  derive('\\frac', UNUSABLE),
  derive('\\foo{x}', UNUSABLE, 'E121'),
  derive('\\begin{cases} x', UNUSABLE),
  piped('1 MB of (', '('.repeat(1_000_000), UNUSABLE, 'E109'),
  piped('1 MB of )', ')'.repeat(1_000_000), UNUSABLE, 'E109'),
  piped('1 MB of ( and )', `${'('.repeat(500_000)}x${')'.repeat(500_000)}`, UNUSABLE, 'E109'),
  piped('100,000 of (', '('.repeat(100_000), UNUSABLE, 'E112'),
  piped('10,000 of sin(', `${'sin('.repeat(10_000)}x${')'.repeat(10_000)}`, UNUSABLE, 'E112'),
  piped('100,000 minus signs', `${'-'.repeat(100_000)}x`, UNUSABLE, 'E112'),
  piped('a tower of 5,000 powers', 'x^'.repeat(5_000).concat('x'), UNUSABLE, 'E112'),
  piped('1,001 bars', `${'|'.repeat(1_000)}x|`, UNUSABLE),
  piped('8 MB without a line end', 'x+'.repeat(4_000_000), UNUSABLE, 'E109'),
]

const large: readonly BadInput[] = [
  derive('10^10^10', BOUNDED),
  derive('x^x^x^x^x^x', BOUNDED),
  derive('x^10^10^10', BOUNDED),
  derive('x^99999999999999999999', BOUNDED),
  derive('(x+1)^100000', BOUNDED),
  derive(`${'9'.repeat(1_000)}^${'9'.repeat(1_000)}`, BOUNDED),
  derive('1e999999999', UNUSABLE, 'E108'),
  derive('1e-999999999', UNUSABLE, 'E108'),
  derive('f(x)=x*x; g(x)=f(f(f(f(x)))); h(x)=g(g(g(g(x)))); h(h(h(h(x))))', UNUSABLE, 'E123'),
  derive('f(x) = f(x-1); f(2)', UNUSABLE, 'E117'),
  command(['derive', 'tan(x)*e^(x^2)/(1+log(x))', '--order', '20'], BOUNDED),
  command(['derive', 'sin(cos(tan(e^(x^2))))^x', '--order', '6'], BOUNDED),
  command(['derive', 'sin(cos(tan(e^(x^2))))^x', '--order', '5', '--budget', '20'], UNKNOWN, 'E601'),
  piped('a sum of 100,000 terms', Array(100_000).fill('x').join('+'), BOUNDED),
  piped('a sum of 20,000 powers', Array.from({ length: 20_000 }, (_, i) => `x^${i}`).join('+'), BOUNDED),
  piped('a product of 10,000 factors', Array(10_000).fill('x').join('*'), BOUNDED),
  piped('a product of 300 sines', Array.from({ length: 300 }, (_, i) => `sin(${i}*x)`).join('*'), BOUNDED),
  piped('a product of 60 sums', Array.from({ length: 60 }, (_, i) => `(x+${i})`).join('*'), BOUNDED),
  piped('a sum of 300 logarithms', Array.from({ length: 300 }, (_, i) => `log(x+${i})`).join('+'), BOUNDED),
  piped('an article on a sum of 100,000 terms', Array(100_000).fill('x').join('+'), BOUNDED, undefined, [
    'explain',
  ]),
  command(['derive', 'log(log(x))', '--order', '8'], BOUNDED),
  piped('150,000 digits', '9'.repeat(150_000), [UNUSABLE, UNKNOWN]),
  piped('a name of 100,000 letters', 'a'.repeat(100_000), BOUNDED),
  evaluate('10^10^10', BOUNDED),
  evaluate('9^9^9^9', UNKNOWN),
  evaluate('(1+1e-9999)^(1e9999)', BOUNDED),
  evaluate('sin(1e9999)', BOUNDED),
  evaluate('x^x^x^x^x^x', UNUSABLE, 'E302'),
  evaluate(`${'9'.repeat(1_000)}^${'9'.repeat(1_000)}`, UNKNOWN),
  evaluate('e^e^e^e^e', UNKNOWN),
  evaluate('sin(10^100000)', BOUNDED),
  evaluate('f(x)=x^x; f(f(f(f(9))))', UNKNOWN),
  evaluate('1/(sqrt(2)^2-2)', UNKNOWN),
  evaluate('tan(pi/2)', UNKNOWN),
  command(['eval', 'e^(pi*sqrt(163))', '--digits', '10000'], BOUNDED),
]

const undefinedForms: readonly BadInput[] = [
  derive('1/0', UNKNOWN, 'E603'),
  derive('log(-1)*x', UNKNOWN, 'E603'),
  derive('x/(1-1)', UNKNOWN, 'E603'),
  command(['explain', '0^(-1)'], UNKNOWN, 'E603'),
  evaluate('1/0', UNKNOWN),
  evaluate('0^(-1)', UNKNOWN),
  evaluate('log(0)', UNKNOWN),
  evaluate('sqrt(-1)', UNKNOWN),
]

const names: readonly BadInput[] = [
  derive('sni(x)', UNUSABLE, 'E110'),
  derive('arcsn x', UNUSABLE, 'E110'),
  derive('frobnicate(x)', UNUSABLE),
  derive('constructor', 0),
  derive('constructor(x)', UNUSABLE),
  derive('__proto__', UNUSABLE),
  derive('__proto__(x)', UNUSABLE),
  derive('toString(x)', UNUSABLE),
  derive('hasOwnProperty(x)', UNUSABLE),
  derive('x.constructor', UNUSABLE),
  evaluate('valueOf', UNUSABLE),
  derive('NaN', [0, UNUSABLE]),
  command(['derive', 'x', '--var', '__proto__'], UNUSABLE),
  command(['eval', 'x', '--at', '__proto__=1'], UNUSABLE),
  command(['eval', 'x', '--at', 'constructor=1'], UNUSABLE),
  command(['rule', '__proto__'], UNUSABLE, 'E509'),
  command(['rule', 'constructor'], UNUSABLE, 'E509'),
  command(['constructor', 'x'], UNUSABLE, 'E501'),
  command(['toString'], 0),
]

const characters: readonly BadInput[] = [
  derive('x\u0007', UNUSABLE, 'E106'),
  derive('\u001b[31mx', UNUSABLE, 'E106'),
  derive('x\u202ey', UNUSABLE),
  derive('x\u200b', [0, UNUSABLE]),
  derive('💥', UNUSABLE, 'E106'),
  derive('\u0301', UNUSABLE),
  derive('5%', UNUSABLE),
  derive('x!', UNUSABLE),
  derive('$(rm -rf /)', UNUSABLE),
  derive('"; DROP TABLE rules; --', UNUSABLE),
  piped('a NUL', 'x\u0000y\n', UNUSABLE),
  piped('bytes that are no UTF-8', Buffer.from([0x78, 0x2b, 0xff, 0xfe, 0x0a]), UNUSABLE, 'E508'),
  piped('UTF-16', Buffer.from('x^2\n', 'utf16le'), UNUSABLE),
  piped('a broken pair of surrogates', Buffer.from([0x78, 0xed, 0xa0, 0x80]), UNUSABLE, 'E508'),
  piped(
    'random bytes',
    Buffer.from(Array.from({ length: 10_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256)),
    UNUSABLE,
  ),
  piped('nothing', '', UNUSABLE, 'E506'),
  piped('only comments', '# one\n\n  # two\n', UNUSABLE, 'E506'),
  piped('1,000 lines that cannot be read', '1/(\n'.repeat(1_000), UNUSABLE, 'E102'),
]

const statements: readonly BadInput[] = [
  derive('x = 1', UNUSABLE, 'E113'),
  derive('x > 0', UNUSABLE, 'E113'),
  derive("f'", UNUSABLE),
  derive('d/dx', UNUSABLE),
  derive('x; y', UNUSABLE, 'E119'),
  derive('a*b', UNUSABLE, 'E403'),
  derive('1 2', UNUSABLE, 'E114'),
  evaluate('x', UNUSABLE, 'E302'),
  evaluate('1 < 2', UNUSABLE, 'E113'),
]

const options: readonly BadInput[] = [
  command(['derive', 'x', '--bogus'], UNUSABLE, 'E502'),
  command(['derive', 'x', '--jsn'], UNUSABLE, 'E502'),
  command(['derive', 'x', '--constructor'], UNUSABLE, 'E502'),
  command(['derive', 'x', '--json=yes'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--order'], UNUSABLE, 'E503'),
  command(['derive', 'x', '--order', '--json'], UNUSABLE, 'E503'),
  command(['derive', 'x', '--order', 'two'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--order', '0'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--order', '-1'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--order', '1e9'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--order', '99999999999999999999'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--order='], UNUSABLE, 'E504'),
  command(['derive', 'x', '--route', 'fast'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--steps', ''], UNUSABLE, 'E504'),
  command(['derive', 'x', '--format', 'xml'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--color', 'sometimes'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--budget', '0'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--assume', 'x'], UNUSABLE, 'E402'),
  command(['derive', 'x', '--assume', 'x >'], UNUSABLE, 'E102'),
  command(['derive', 'x', '--assume', ''], UNUSABLE, 'E101'),
  command(['derive', 'x', '--var', '2x'], UNUSABLE, 'E403'),
  command(['derive', 'x', '--var', ''], UNUSABLE, 'E403'),
  command(['derive', 'x', '--grad', ','], UNUSABLE, 'E403'),
  command(['derive', 'x', '--grad', 'x', '--var', 'x'], UNUSABLE, 'E504'),
  command(['eval', 'x', '--at', 'x'], UNUSABLE, 'E504'),
  command(['eval', 'x', '--at', '=1'], UNUSABLE, 'E403'),
  command(['eval', 'x', '--at', 'x='], UNUSABLE, 'E101'),
  command(['eval', 'x', '--at', 'x=1/('], UNUSABLE, 'E102'),
  command(['eval', 'x', '--at', 'x=1', '--at', 'x=2'], UNUSABLE, 'E504'),
  command(['eval', '1/3', '--digits', '0'], UNUSABLE, 'E504'),
  command(['eval', '1/3', '--digits', '10001'], UNUSABLE, 'E504'),
  command(['explain', 'x', '-o'], UNUSABLE, 'E503'),
  command(['explain', 'x', '-o', ''], UNUSABLE, 'E507'),
  command(['explain', 'x', '-o', '.'], UNUSABLE, 'E507'),
  command(['explain', 'x', '-o', '/'], UNUSABLE, 'E507'),
  command(['explain', 'x', '-o', 'no/such/folder/x.md'], UNUSABLE, 'E507'),
  command(['explain', 'x', '-o', `${'n'.repeat(300)}.md`], UNUSABLE, 'E507'),
  command(['explain', 'x', '-o', 'package.json/x.md'], UNUSABLE, 'E507'),
  command(['derive', 'x', '+', '1'], UNUSABLE, 'E505'),
  command(['derive', 'x', 'x'], UNUSABLE, 'E505'),
  command(['rule', 'no', 'rule'], UNUSABLE, 'E505'),
  command(['rule', 'no rule of this name'], UNUSABLE, 'E509'),
  command(['rule', ''], UNUSABLE, 'E509'),
  command(['deriv', 'x'], UNUSABLE, 'E501'),
  command(['integrate', 'x'], UNUSABLE, 'E501'),
  command(['--json', 'derive', 'x'], UNUSABLE, 'E501'),
]

/** Yes, no or not known: any of them, so long as it comes in time. */
const ANSWERED = [0, 1, UNKNOWN]

const towers = 'x^x^x^x^x^x'
const sines = Array.from({ length: 300 }, (_, i) => `sin(${i}*x)`).join('*')

const questions: readonly BadInput[] = [
  command(['compare', '1/(', 'x'], UNUSABLE, 'E102'),
  command(['compare', 'x', ''], UNUSABLE, 'E101'),
  command(['compare', '', ''], UNUSABLE, 'E101'),
  command(['compare', 'x'], UNUSABLE, 'E506'),
  command(['compare', 'x < y'], UNUSABLE, 'E506'),
  command(['compare', 'x', 'y', 'z'], UNUSABLE, 'E505'),
  command(['compare', 'x', 'x > 0'], UNUSABLE, 'E113'),
  command(['compare', 'x', 'x', '--assume', 'x'], UNUSABLE, 'E402'),
  command(['compare', 'x', 'x', '--order', '2'], UNUSABLE, 'E502'),
  command(['compare', '1/0', '1'], ANSWERED),
  command(['compare', '0*log(-1)', '0'], ANSWERED),
  command(['compare', towers, `${towers}+1/10^100`], ANSWERED),
  command(['compare', '10^10^10', '10^10^10 + 1'], ANSWERED),
  command(['compare', 'x^99999999999999999999', 'x'], ANSWERED),
  command(['compare', '(x+1)^100000', '(1+x)^100000'], ANSWERED),
  command(['compare', sines, `${sines}+1`], ANSWERED),
  command(['compare', '-x', '--x'], UNUSABLE),
  command(['compare', '--', '-x', '--x'], [1]),
  piped('three on a line', 'x\ty\tz\n', UNUSABLE, 'E505', ['compare']),
  piped('pairs: nothing', '', UNUSABLE, 'E506', ['compare']),
  piped('pairs: only tabs', '\t\t\t\n', [UNUSABLE], undefined, ['compare']),
  piped('pairs: half of one', 'x\t\n', UNUSABLE, 'E101', ['compare']),
  piped('pairs: a sum of 20,000 terms', `${'x+'.repeat(20_000)}x = 20001*x`, ANSWERED, undefined, [
    'compare',
  ]),
  command(['connect', 'x', '1/('], UNUSABLE, 'E102'),
  command(['connect', 'x', 'x', '--avoid', ''], UNUSABLE, 'E509'),
  command(['connect', 'x', 'x', '--by-way-of', ''], UNUSABLE, 'E101'),
  command(['connect', 'x', 'x', '--by-way-of', 'x+1'], ANSWERED),
  command(['connect', sines, `${sines}*1`], ANSWERED),
  command(['connect', towers, `(${towers})^1`], ANSWERED),
  command(['simplify', '1/0'], UNKNOWN, 'E603'),
  command(['simplify', 'x = 1'], UNUSABLE, 'E113'),
  command(['simplify', 'x', 'x'], UNUSABLE, 'E505'),
  command(['simplify', towers], BOUNDED),
  command(['simplify', sines], BOUNDED),
  command(['simplify', '(x+1)^100000'], BOUNDED),
  command(['solve', 'x = ='], UNUSABLE),
  command(['solve', 'x > 1'], UNUSABLE, 'E407'),
  command(['solve', 'x = 1 and y = 2'], UNUSABLE),
  command(['solve', 'a*b = c'], UNUSABLE, 'E403'),
  command(['solve', 'x = 1', '--for', ''], UNUSABLE, 'E403'),
  command(['solve', 'x = 1', '--for', '2x'], UNUSABLE, 'E403'),
  command(['solve', 'x = 1', '--for', '__proto__'], UNUSABLE),
  command(['solve', ''], UNUSABLE, 'E101'),
  command(['solve', '1 = 1'], ANSWERED),
  command(['solve', '1 = 2'], ANSWERED),
  command(['solve', '1/x = 1/0'], ANSWERED),
  command(['solve', `${towers} = 2`], ANSWERED),
  command(['solve', `${sines} = 0`], ANSWERED),
  command(['solve', 'x^99999999999999999999 = 1'], ANSWERED),
  command(['solve', '(x+1)^1000 = x'], ANSWERED),
  command(['explain', 'x*tanh(log(1+e^x))*sin(x)', '--budget', '700'], BOUNDED),
  command(['explain', 'x*tanh(log(1+e^x))*sin(x)', '--budget', '1'], BOUNDED),
]

/** Around the options about how much is said, and where it goes. */
const extent: readonly BadInput[] = [
  command(['explain', 'x', '--sections'], UNUSABLE, 'E503'),
  command(['explain', 'x', '--sections', ''], UNUSABLE, 'E421'),
  command(['explain', 'x', '--sections='], UNUSABLE, 'E421'),
  command(['explain', 'x', '--sections', ','], UNUSABLE, 'E421'),
  command(['explain', 'x', '--sections', 'derivative,'], UNUSABLE, 'E421'),
  command(['explain', 'x', '--sections', 'derivative;result'], UNUSABLE, 'E421'),
  command(['explain', 'x', '--sections', 'all'], UNUSABLE, 'E421'),
  command(['explain', 'x', '--sections', '__proto__'], UNUSABLE, 'E421'),
  command(['explain', 'x', '--sections', 's'.repeat(100_000)], UNUSABLE, 'E421'),
  command(['explain', 'x', '--sections', 'derivative,'.repeat(5_000).concat('result')], 0),
  command(['explain', 'x', '--sections', 'DERIVATIVE'], 0),
  command(['explain', 'x', '--section', 'derivative'], UNUSABLE, 'E502'),
  command(['explain', '--sections', 'derivative'], UNUSABLE, 'E506'),
  command(['explain', 'x', '--sections', 'reading'], 0),
  command(['explain', 'x', '--detail'], UNUSABLE, 'E503'),
  command(['explain', 'x', '--detail', ''], UNUSABLE, 'E504'),
  command(['explain', 'x', '--detail', 'FULL'], UNUSABLE, 'E504'),
  command(['explain', 'x', '--detail', '2'], UNUSABLE, 'E504'),
  command(['explain', 'x', '--detail', 'brief', '--detail', 'very'], UNUSABLE, 'E504'),
  command(['explain', 'x', '--detail', '--quiet'], UNUSABLE, 'E503'),
  command(['derive', 'x', '--detail', 'full'], UNUSABLE, 'E502'),
  command(['derive', 'x', '--sections', 'derivative'], UNUSABLE, 'E502'),
  command(['derive', 'x', '--quiet=yes'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--quite'], UNUSABLE, 'E502'),
  command(['derive', '1/(', '--quiet'], UNUSABLE, 'E102'),
  command(['--quiet'], UNUSABLE, 'E506'),
  command(['--quiet', 'derive', 'x'], UNUSABLE, 'E501'),
  command(['--force'], UNUSABLE, 'E506'),
  command(['explain', 'x', '--force=1'], UNUSABLE, 'E504'),
  command(['derive', 'x', '--force'], UNUSABLE, 'E502'),
  command(['explain', 'x', '--force', '-o', '.'], UNUSABLE, 'E507'),
  command(['explain', 'x', '--force', '-o', 'no/such/folder/x.md'], UNUSABLE, 'E507'),
  command(['explain', 'x', '-o', 'package.json'], UNUSABLE, 'E511'),
  command(['explain', '1/(', '-o', 'package.json'], UNUSABLE, 'E511'),
  command(['explain', 'x', '-o', 'package.json', '--json'], UNUSABLE, 'E511'),
  command(['explain', 'x', '-o', 'a.md', '-o', 'package.json'], UNUSABLE, 'E511'),
  command(['plot', 'x', '-o', 'package.json'], UNUSABLE, 'E504'),
  command(['explain', 'x', '-o', '/dev/full'], UNUSABLE, 'E507'),
  command(['explain', 'x', '-o', '/dev/null/x.md'], UNUSABLE, 'E507'),
  piped('formulas that are all wrong, to a file', '1/(\n)\n', UNUSABLE, 'E102', [
    'explain',
    '-o',
    'nothing.md',
  ]),
]

export const BAD_INPUTS: readonly BadInput[] = [
  ...questions,
  ...brackets,
  ...large,
  ...undefinedForms,
  ...names,
  ...characters,
  ...statements,
  ...options,
  ...extent,
]
