/**
 * The forms of words in which claims can be made: one line each, with an example. `f` stands for the
 * formula that the claim is about, `g` for another one, `a` and `v` for numbers. They are tried in order.
 */
import { type Expr, negate } from '../expression/expr.ts'
import { extended, intervalIn, type Read, setIn } from './places.ts'
import type { Countable, Extreme, Many, Said } from './sentence.ts'

/** The parts of a claim that were found, and how to read them. */
interface Parts {
  readonly text: Readonly<Record<string, string | undefined>>
  readonly read: Read
}

interface Form {
  readonly example: string
  readonly words: RegExp
  /** What it says; nothing if the parts do not fit after all. */
  readonly said: (parts: Parts) => Said | undefined
}

const IS = String.raw`(?:is|are|stays|remains)(?:\s+(?:always|everywhere))?`
const NOT = String.raw`(?<not>\s+(?:not|never|nowhere)(?:\s+(?:always|everywhere))?)?`
const F = '(?<f>.+?)'

const form = (example: string, words: string, said: Form['said']): Form => ({
  example,
  words: new RegExp(`^${words}$`, 'isu'),
  said,
})
/** `f is … `, perhaps `not`. */
const is = (example: string, words: string, said: Form['said']): Form =>
  form(example, String.raw`${F}\s+${IS}${NOT}\s+(?:an?\s+|the\s+)?${words}`, said)
const HAS = '(?:has|have|attains|takes|reaches|possesses)'
/** `f has …`, perhaps `does not have`. */
const has = (example: string, words: string, said: Form['said']): Form =>
  form(
    example,
    String.raw`${F}\s+(?:(?<not>does\s+not|do\s+not)\s+(?:have|attain|take|possess)|${HAS})\s+${words}`,
    said,
  )

const given = (text: string | undefined, read: Read): Expr | undefined => (text ? read(text) : undefined)
const right = String.raw`(?:\s+function)?`

const COUNTED: Readonly<Record<string, Countable>> = {
  zero: 'zero',
  root: 'zero',
  'x-intercept': 'zero',
  'critical point': 'critical point',
  'stationary point': 'stationary point',
  'turning point': 'extremum',
  'inflection point': 'inflection point',
  inflection: 'inflection point',
  'point of inflection': 'inflection point',
  asymptote: 'asymptote',
  'horizontal asymptote': 'horizontal asymptote',
  'vertical asymptote': 'vertical asymptote',
  'oblique asymptote': 'oblique asymptote',
  'slant asymptote': 'oblique asymptote',
  extremum: 'extremum',
  'local extremum': 'extremum',
  'local maximum': 'local maximum',
  'local minimum': 'local minimum',
  'global maximum': 'global maximum',
  'global minimum': 'global minimum',
  'absolute maximum': 'global maximum',
  'absolute minimum': 'global minimum',
  maximum: 'maximum',
  minimum: 'minimum',
}
const PLURAL: Readonly<Record<string, string>> = {
  extrema: 'extremum',
  maxima: 'maximum',
  minima: 'minimum',
  'points of inflection': 'point of inflection',
  zeroes: 'zero',
}
const COUNTABLE = String.raw`(?<what>(?:(?:local|global|absolute|relative)\s+)?(?:zeroe?s?|roots?|x-intercepts?|(?:critical|stationary|turning|inflection)\s+points?|inflections?|points?\s+of\s+inflection|extrem(?:um|a)|maxim(?:um|a)|minim(?:um|a)))`

function countable(text: string | undefined): Countable | undefined {
  const word = (text ?? '').toLowerCase().replaceAll(/\s+/g, ' ').replace('relative', 'local')
  const [, place = '', thing = ''] = /^(local |global |absolute )?(.*)$/.exec(word) ?? []
  const single = PLURAL[thing] ?? thing.replace(/s$/, '')
  return COUNTED[place + single]
}

const GLOBAL: ReadonlyMap<string, Countable> = new Map([
  ['maximum', 'global maximum'],
  ['minimum', 'global minimum'],
])

const NUMBERS: readonly string[] = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
]

/** "exactly two", "at least one", "a", "no", "infinitely many". */
function many(text: string | undefined): Many | undefined {
  const words = (text ?? '').trim().toLowerCase()
  if (/^infinitely many$/.test(words)) return { least: Infinity, most: Infinity }
  const [, how = '', count = ''] =
    /^(?:(exactly|precisely|only|just|at least|at most|no more than)\s+)?(.*)$/.exec(words) ?? []
  const isAny = /^(?:a|an|its|the|)$/.test(count)
  const single = /^(?:a single|a unique|one unique)$/.test(count)
  const n = isAny || single ? 1 : /^\d+$/.test(count) ? Number(count) : NUMBERS.indexOf(count)
  if (n < 0) return undefined
  if (how === 'at least' || (isAny && how === '')) return { least: n, most: Infinity }
  return /at most|no more/.test(how) ? { least: 0, most: n } : { least: n, most: n }
}
const MANY = String.raw`(?<many>(?:(?:exactly|precisely|only|just|at least|at most|no more than)\s+)?(?:an?\s+single|an?\s+unique|an?|its|the|no|one|two|three|four|five|six|seven|eight|nine|\d+|infinitely many))`
const ANY: Many = { least: 1, most: Infinity }
const AT = String.raw`(?:\s+at\s+(?:[a-z]\s*=\s*)?(?<a>.+))?`

const EXTREME: Readonly<Record<string, Extreme>> = {
  maximum: 'maximum',
  'maximum value': 'maximum',
  'largest value': 'maximum',
  'greatest value': 'maximum',
  'maximal value': 'maximum',
  minimum: 'minimum',
  'minimum value': 'minimum',
  'smallest value': 'minimum',
  'least value': 'minimum',
  'minimal value': 'minimum',
  supremum: 'supremum',
  'least upper bound': 'supremum',
  infimum: 'infimum',
  'greatest lower bound': 'infimum',
}
const EXTREMES = String.raw`(?<what>(?:global\s+|absolute\s+)?(?:maximum value|minimum value|maximum|minimum|(?:largest|greatest|maximal|smallest|least|minimal) value|supremum|infimum|least upper bound|greatest lower bound))`
const extreme = (text: string | undefined): Extreme | undefined =>
  EXTREME[
    (text ?? '')
      .toLowerCase()
      .replaceAll(/\s+/g, ' ')
      .replace(/^(global|absolute) /, '')
  ]

const ENDS = String.raw`(?<to>[^,]+?)(?:\s+from\s+(?:the\s+)?(?<side>left|right|below|above))?`

function limit({ text, read }: Parts): Extract<Said, { readonly kind: 'limit' }> {
  const [, place = text.to as string, sign] = /^(.*[^\s^])\s*\^?\s*([+-])$/.exec(text.to as string) ?? []
  const named = /right|above/i.test(text.side ?? '') || sign === '+' ? 'right' : 'left'
  return {
    kind: 'limit',
    to: extended(place, read),
    side: text.side || sign ? named : 'both',
    is: text.v === undefined ? undefined : extended(text.v, read),
  }
}

const numbers = (text: string | undefined, read: Read): readonly [Expr, Expr] | undefined => {
  const pair = intervalIn(`(${text})`, read)
  return pair && typeof pair.from !== 'string' && typeof pair.to !== 'string'
    ? [pair.from, pair.to]
    : undefined
}

/** "At most 1/4", "greater than 0"; "bounded by 1" without a side is about the size. */
function bounds({ text, read }: Parts): Said {
  const v = read(text.v as string)
  if (text.least || text.more || text.side === 'below')
    return { kind: 'between', above: [text.more ? '>' : '>=', v] }
  const below = [text.less ? '<' : '<=', v] as const
  const isSize = !text.most && !text.less && !text.side
  return isSize ? { kind: 'between', above: ['>=', negate(v)], below } : { kind: 'between', below }
}

const SIGNS: Readonly<Record<string, string>> = {
  positive: '>',
  negative: '<',
  zero: '=',
  '0': '=',
  nonnegative: '>=',
  'non-negative': '>=',
  nonpositive: '<=',
  'non-positive': '<=',
  nonzero: '!=',
  'non-zero': '!=',
}

/** "Concave up" is convex. */
function bend(word: string, side = ''): 'convex' | 'concave' {
  if (/^up/i.test(side)) return 'convex'
  if (/^down/i.test(side)) return 'concave'
  return /convex/i.test(word) ? 'convex' : 'concave'
}

const direction = (word: string | undefined): { direction?: 'increasing' | 'decreasing' } =>
  /mono|^$/i.test(word ?? '')
    ? {}
    : { direction: /inc|ris|grow/i.test(word as string) ? 'increasing' : 'decreasing' }

const TIMES: ReadonlyMap<string, number> = new Map([
  ['three times', 3],
  ['four times', 4],
])

export const FORMS: readonly Form[] = [
  form(
    'limit of x*sigmoid(-x) at infinity is 0',
    String.raw`(?:the\s+)?lim(?:it)?(?:\s+of)?\s+${F}\s+(?:at|for|as|when|with)\s+(?:[a-z]\s*(?:->|→|tends to|approaches|goes to)\s*)?${ENDS}\s+(?:is|equals|=)(?<not>\s+not)?\s+(?<v>.+)`,
    limit,
  ),
  form(
    'the limit as x -> 0 of sin(x)/x is 1',
    String.raw`(?:the\s+)?lim(?:it)?[\s_{(]*(?:as\s+)?[a-z]\s*(?:->|→|tends to|approaches|goes to|\\to)\s*${ENDS}[})]*\s+(?:of\s+)?${F}\s*(?:is|equals|=)(?<not>\s+not)?\s*(?<v>[^=]+)`,
    limit,
  ),
  form(
    'limit of 1/x at 0 does not exist',
    String.raw`(?:the\s+)?lim(?:it)?(?:\s+of)?\s+${F}\s+(?:at|for|as|when|with)\s+(?:[a-z]\s*(?:->|→|tends to|approaches|goes to)\s*)?${ENDS}\s+does\s+not\s+exist`,
    (parts) => ({ ...limit(parts), is: undefined }),
  ),
  has(
    'sigmoid has the limit 1 at infinity',
    String.raw`(?:the|a)?\s*limit\s+(?<v>.+?)\s+(?:at|for|as|when)\s+(?:[a-z]\s*(?:->|→|tends to|approaches|goes to)\s*)?${ENDS}`,
    limit,
  ),
  form(
    'sigmoid tends to 1 as x -> infinity',
    String.raw`${F}\s*(?:tends to|approaches|converges to|goes to|->|→)\s*(?<v>.+?)\s+(?:at|for|as|when)\s+(?:[a-z]\s*(?:->|→|tends to|approaches|goes to)\s*)?${ENDS}`,
    limit,
  ),
  is(
    'sigmoid is strictly increasing',
    String.raw`(?:(?<how>strictly|weakly)\s+)?(?:monotone|monotonic|monotonically|monotonously)?\s*(?<way>increasing|decreasing|rising|falling|growing|monotone|monotonic)${right}`,
    ({ text }) => ({ kind: 'monotone', strictly: /strictly/i.test(text.how ?? ''), ...direction(text.way) }),
  ),
  form(
    'softplus increases',
    String.raw`${F}\s+(?<not>never\s+)?(?:(?:always|(?<how>strictly))\s+)?(?<way>increases|decreases|rises|falls|grows)`,
    ({ text }) => ({ kind: 'monotone', strictly: text.how !== undefined, ...direction(text.way) }),
  ),
  is(
    'softplus is convex',
    String.raw`(?<how>strictly\s+)?(?<way>convex|concave)(?:\s+(?<side>up|upwards?|down|downwards?))?${right}`,
    ({ text }) => ({
      kind: 'bent',
      strictly: text.how !== undefined,
      direction: bend(text.way as string, text.side),
    }),
  ),
  is('sin(x)^2 + cos(x)^2 is constant', `constant${right}`, () => ({ kind: 'constant' })),
  is('tanh is odd', `odd${right}`, ({ read }) => ({
    kind: 'turned',
    about: read('0'),
    value: read('0'),
  })),
  is("sigmoid' is even", `even${right}`, ({ read }) => ({ kind: 'mirrored', about: read('0') })),
  is(
    "sigmoid' is symmetric about the y-axis",
    String.raw`(?:axis-|axially\s+)?symmetric(?:al)?\s+(?:about|around|with respect to|in)\s+the\s+(?:y[-\s]axis|vertical\s+axis)`,
    ({ read }) => ({ kind: 'mirrored', about: read('0') }),
  ),
  is(
    'tanh is symmetric about the origin',
    String.raw`(?:point-?\s*)?symmetric(?:al)?\s+(?:about|around|with respect to)\s+the\s+origin`,
    ({ read }) => ({ kind: 'turned', about: read('0'), value: read('0') }),
  ),
  is(
    "sigmoid' is symmetric about x = 0",
    String.raw`symmetric(?:al)?\s+(?:about|around|with respect to)\s+(?:the\s+(?:vertical\s+)?(?:line|axis)\s+)?[a-z]\s*=\s*(?<a>.+)`,
    ({ text, read }) => ({ kind: 'mirrored', about: read(text.a as string) }),
  ),
  is(
    'sigmoid is point-symmetric about (0, 1/2)',
    String.raw`(?:point-?\s*|rotationally\s+)?symmetric(?:al)?\s+(?:about|around|with respect to)\s+(?:the\s+point\s+)?\((?<a>.+)\)`,
    ({ text, read }) => {
      const pair = numbers(text.a, read)
      return pair && { kind: 'turned', about: pair[0], value: pair[1] }
    },
  ),
  is(
    'sin(x) is periodic with period 2*pi',
    String.raw`periodic(?:\s+with\s+(?:the\s+)?period\s+(?<a>.+))?`,
    ({ text, read }) => ({ kind: 'periodic', ...(text.a ? { period: read(text.a) } : {}) }),
  ),
  has('tan(x) has period pi', String.raw`(?:the\s+)?period\s+(?<a>.+)`, ({ text, read }) => ({
    kind: 'periodic',
    period: read(text.a as string),
  })),
  is('sigmoid is bounded', String.raw`bounded(?:\s+from)?(?:\s+(?<way>above|below))?`, ({ text }) => ({
    kind: 'bounded',
    above: text.way !== 'below',
    below: text.way !== 'above',
  })),
  is(
    'relu is differentiable at 0',
    String.raw`(?<way>continuous|differentiable|smooth)${right}(?:\s+(?:at|in)\s+(?:[a-z]\s*=\s*)?(?<a>[^()[\]]+))?`,
    ({ text, read }) => {
      const kind = (text.way as string).toLowerCase() as 'continuous' | 'differentiable' | 'smooth'
      const at = given(text.a, read)
      return { kind, ...(at ? { at } : {}) }
    },
  ),
  is('tanh is one-to-one', `(?:injective|one-to-one|1-1|invertible)${right}`, () => ({
    kind: 'injective',
  })),
  is(
    'sigmoid is Lipschitz with constant 1/4',
    String.raw`Lipschitz(?:[\s-]+continuous)?(?:\s+with\s+(?:the\s+)?(?:Lipschitz\s+)?constant\s+(?:[a-z]\s*=\s*)?(?<a>.+))?`,
    ({ text, read }) => ({ kind: 'Lipschitz', ...(text.a ? { constant: read(text.a) } : {}) }),
  ),
  is(
    "sigmoid' is never zero",
    String.raw`(?:strictly\s+)?(?<sign>positive|negative|zero|0|non-?negative|non-?positive|non-?zero)`,
    ({ text }) => ({ kind: 'sign', relation: SIGNS[(text.sign as string).toLowerCase()] as string }),
  ),
  is('x^3 is unbounded', String.raw`unbounded(?:\s+from)?(?:\s+(?<way>above|below))?`, ({ text }) => ({
    kind: 'bounded',
    above: text.way !== 'below',
    below: text.way !== 'above',
  })),
  is(
    'tanh is between -1 and 1',
    String.raw`(?<how>strictly\s+)?between\s+(?<a>.+?)\s+and\s+(?<v>.+)`,
    ({ text, read }) => ({
      kind: 'between',
      above: [text.how ? '>' : '>=', read(text.a as string)],
      below: [text.how ? '<' : '<=', read(text.v as string)],
    }),
  ),
  is(
    "sigmoid' is at most 1/4",
    String.raw`(?:bounded\s+(?:(?<side>above|below)\s+)?by|(?<least>at least|not less than|greater than or equal to)|(?<most>at most|not greater than|less than or equal to)|(?<more>greater than|more than|larger than|above)|(?<less>less than|smaller than|below))\s+(?<v>.+)`,
    bounds,
  ),
  form(
    'the period of sin(x) is 2*pi',
    String.raw`the\s+(?:(?:smallest|least|fundamental)\s+)?period\s+of\s+${F}\s+(?:is|equals|=)(?<not>\s+not)?\s+(?<a>.+)`,
    ({ text, read }) => ({ kind: 'periodic', period: read(text.a as string), smallest: true }),
  ),
  form(
    'sqrt(2) is a zero of x^2 - 2',
    String.raw`(?:[a-z]\s*=\s*)?(?<a>.+?)\s+is(?<not>\s+not)?\s+(?:an?|the(?:\s+only)?)\s+(?:(?:real)\s+)?(?:zero|root)\s+of\s+${F}`,
    ({ text, read }) => ({ kind: 'count', what: 'zero', many: ANY, at: read(text.a as string) }),
  ),
  form(
    'x^2 - 2 vanishes at x = sqrt(2)',
    String.raw`${F}\s+(?:vanishes|is(?<not>\s+not)?\s+(?:zero|0))\s+at\s+(?:[a-z]\s*=\s*)?(?<a>.+)`,
    ({ text, read }) => ({ kind: 'count', what: 'zero', many: ANY, at: read(text.a as string) }),
  ),
  has(
    'sigmoid has the zero 1',
    String.raw`(?:the|a)\s+(?:zero|root)\s+(?:at\s+)?(?:[a-z]\s*=\s*)?(?<a>[^=]+)`,
    ({ text, read }) => ({ kind: 'count', what: 'zero', many: ANY, at: read(text.a as string) }),
  ),
  form(
    'sigmoid attains the value 1/2',
    String.raw`${F}\s+(?:attains|takes|reaches|has)\s+the\s+value\s+(?<v>.+)`,
    ({ text, read }) => ({ kind: 'takes', value: read(text.v as string) }),
  ),
  form(
    'sigmoid never reaches 1',
    String.raw`${F}\s+(?<not>never|does\s+not)\s+(?:attains?|takes?|reach(?:es)?|equals?)\s+(?:the\s+value\s+)?(?<v>.+)`,
    ({ text, read }) => ({ kind: 'takes', value: read(text.v as string) }),
  ),
  is('sin(x) is 1-Lipschitz', String.raw`(?<a>\S+)-Lipschitz`, ({ text, read }) => ({
    kind: 'Lipschitz',
    constant: read(text.a as string),
  })),
  is(
    'softplus is twice differentiable',
    String.raw`(?<how>twice|two times|three times|four times)\s+differentiable${right}`,
    ({ text }) => ({ kind: 'differentiable', times: TIMES.get((text.how as string).toLowerCase()) ?? 2 }),
  ),
  is(
    'sigmoid is the inverse of logit',
    String.raw`inverse(?:\s+function)?\s+of\s+(?<g>.+)`,
    ({ text, read }) => ({ kind: 'inverse of', other: read(text.g as string) }),
  ),
  is('sigmoid is the derivative of softplus', String.raw`derivative\s+of\s+(?<g>.+)`, ({ text, read }) => ({
    kind: 'derivative of',
    other: read(text.g as string),
  })),
  is(
    'softplus is an antiderivative of sigmoid',
    String.raw`(?:antiderivative|primitive|indefinite integral)\s+of\s+(?<g>.+)`,
    ({ text, read }) => ({ kind: 'antiderivative of', other: read(text.g as string) }),
  ),
  form(
    'the derivative of softplus is sigmoid',
    String.raw`the\s+derivative\s+of\s+(?<g>.+?)\s+(?:is|equals|=)(?<not>\s+not)?\s+(?<f>.+)`,
    ({ text, read }) => ({ kind: 'derivative of', other: read(text.g as string) }),
  ),
  form(
    'the antiderivative of sigmoid is softplus',
    String.raw`(?:an?|the)\s+(?:antiderivative|primitive|indefinite integral)\s+of\s+(?<g>.+?)\s+(?:is|equals|=)(?<not>\s+not)?\s+(?<f>.+)`,
    ({ text, read }) => ({ kind: 'antiderivative of', other: read(text.g as string) }),
  ),
  form(
    'the inverse of logit is sigmoid',
    String.raw`the\s+inverse(?:\s+function)?\s+of\s+(?<g>.+?)\s+(?:is|equals|=)(?<not>\s+not)?\s+(?<f>.+)`,
    ({ text, read }) => ({ kind: 'inverse of', other: read(text.g as string) }),
  ),
  form(
    "the maximum of sigmoid' is 1/4",
    String.raw`the\s+${EXTREMES}\s+of\s+${F}\s+(?:is|equals|=)(?<not>\s+not)?\s+(?<v>.+?)${AT}`,
    ({ text, read }) => extremeValue(text, read),
  ),
  has(
    "sigmoid' has the maximum value 1/4 at x = 0",
    String.raw`(?<article>the|an?|its)\s+(?:local\s+)?${EXTREMES}\s+(?:of\s+)?(?<v>(?!at\b|on\b).+?)${AT}`,
    ({ text, read }) => {
      const said = extremeValue(text, read)
      return said && /^an?$/i.test(text.article as string) ? { ...said, orLocal: true } : said
    },
  ),
  has(
    'swish has exactly one minimum',
    String.raw`${MANY}\s+(?:(?:real|distinct|local)\s+(?!max|min|extrem))?${COUNTABLE}${AT}`,
    ({ text, read }) => {
      const [found, count, at] = [countable(text.what), many(text.many), given(text.a, read)]
      // "its maximum" is the greatest value; "a maximum" may be a local one
      const what =
        at && /^(?:its|the)$/i.test(text.many ?? '') ? (GLOBAL.get(found as string) ?? found) : found
      return what && count && { kind: 'count', what, many: count, ...(at ? { at } : {}) }
    },
  ),
  form(
    'the range of sigmoid is (0, 1)',
    String.raw`the\s+(?:range|image)\s+of\s+${F}\s+(?:is|equals|=)(?<not>\s+not)?\s+(?<v>.+)`,
    ({ text, read }) => {
      const set = setIn(text.v as string, read)
      return set && { kind: 'range', set }
    },
  ),
  has('sigmoid has range (0, 1)', String.raw`(?:the\s+)?range\s+(?<v>.+)`, ({ text, read }) => {
    const set = setIn(text.v as string, read)
    return set && { kind: 'range', set }
  }),
  form(
    'the domain of log(x) is x > 0',
    String.raw`the\s+(?:natural\s+)?domain\s+of\s+${F}\s+(?:is|equals|=)(?<not>\s+not)?\s+(?<v>.+)`,
    ({ text, read }) => ({
      kind: 'domain',
      set: setIn(text.v as string, read) ?? read(text.v as string),
    }),
  ),
  has(
    'sigmoid has the horizontal asymptote y = 1',
    String.raw`(?:the|an?|some)\s+(?:(?<way>horizontal|vertical|oblique|slant)\s+)?asymptote(?:\s+(?:at\s+)?(?<v>[^=]+=[^=]+?))?(?:\s+(?:at|towards|as x ->|for x ->)\s+(?<to>[+-]?\s*(?:∞|infinity|inf)|(?:minus|plus)\s+infinity))?`,
    ({ text, read }) => ({
      kind: 'asymptote',
      ...(text.way ? { direction: way(text.way) } : {}),
      ...(text.v ? { line: read(text.v) } : {}),
      ...(text.to ? { to: extended(text.to, read) } : {}),
    }),
  ),
  form(
    'exp(x) has no vertical asymptote',
    String.raw`${F}\s+${HAS}\s+(?<not>no)\s+(?:(?<way>horizontal|vertical|oblique|slant)\s+)?asymptotes?`,
    ({ text }) => ({
      kind: 'asymptote',
      ...(text.way ? { direction: way(text.way) } : {}),
    }),
  ),
  has(
    'sigmoid has exactly two horizontal asymptotes',
    String.raw`${MANY}\s+(?<what>(?:(?:horizontal|vertical|oblique|slant)\s+)?asymptotes?)`,
    ({ text }) => {
      const [what, count] = [countable(text.what), many(text.many)]
      return what && count && { kind: 'count', what, many: count }
    },
  ),
]

const way = (text: string): 'horizontal' | 'vertical' | 'oblique' =>
  /slant/i.test(text) ? 'oblique' : (text.toLowerCase() as 'horizontal' | 'vertical' | 'oblique')

function extremeValue(
  text: Parts['text'],
  read: Read,
): Extract<Said, { readonly kind: 'extreme value' }> | undefined {
  const what = extreme(text.what)
  const at = given(text.a, read)
  return what && { kind: 'extreme value', what, value: read(text.v as string), ...(at ? { at } : {}) }
}
