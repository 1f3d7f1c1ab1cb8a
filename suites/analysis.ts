/** Properties of functions of one variable, from SymPy's tests and from Lean's theorems about the sigmoid. */
import { type Analysis, analyse, type PropertyOf, propertiesNamed } from '../src/analyse/index.ts'
import type { Interval } from '../src/analyse/interval.ts'
import type { PropertyName } from '../src/analyse/properties/index.ts'
import { reasonText } from '../src/analyse/reason.ts'
import { verify } from '../src/analyse/verify.ts'
import { compare } from '../src/derive/compare.ts'
import type { Extended } from '../src/expression/claim.ts'
import { call, type Expr, integer, substitute, symbol } from '../src/expression/expr.ts'
import { definition } from '../src/functions/index.ts'
import { plainTerm } from './dialects.ts'
import { dual } from './dual.ts'
import { attempt, failed } from './judged.ts'
import type { Case, Outcome, Part, Row } from './suite.ts'

const RIGHT: Outcome = { grade: 'right' }
const unknown = (note: string): Outcome => ({ grade: 'unknown', note })
const wrong = (note: string): Outcome => ({ grade: 'wrong', note })

/** An interval in doubles, with the ends that belong to it. */
interface Span {
  readonly low: number
  readonly high: number
  readonly closed: readonly [boolean, boolean]
}

/** Letters of which nothing is said have this value. */
const USUAL = 1.7

const numberIn = (u: Expr, numbers: Readonly<Record<string, number>> = {}): number => {
  const names = new Map(Object.entries(numbers).map(([name, x]) => [name, decimal(x)]))
  return dual(substitute(u, names), { y: USUAL, a: USUAL }, '')[0]
}
const decimal = (x: number): Expr => plainTerm(x < 0 ? `(-${Math.abs(x).toFixed(18)})` : x.toFixed(18))

function numberOf(text: string): number {
  const trimmed = text.trim()
  if (/^(inf|oo)$/.test(trimmed)) return Infinity
  return /^-(inf|oo)$/.test(trimmed) ? -Infinity : numberIn(plainTerm(trimmed))
}

/** `(-inf, 2] U [3, 4)`, `R`, `empty`, `Interval.open(0, oo)`. */
function spansOf(text: string): Span[] {
  if (text === 'empty') return []
  if (/^(R|Reals|)$/.test(text)) return [{ low: -Infinity, high: Infinity, closed: [false, false] }]
  return text.split(' U ').map((part) => {
    const named = /^Interval(\.open)?\((.*), (.*)\)$/.exec(part)
    const [, open, low, high, close] = named
      ? [part, named[1] ? '(' : '[', named[2], named[3], named[1] ? ')' : ']']
      : (/^([[(])(.*), (.*)([\])])$/.exec(part) ?? [])
    const ends = [numberOf(low ?? ''), numberOf(high ?? '')] as const
    const isClosed = (bracket: string | undefined, end: number): boolean =>
      (bracket === '[' || bracket === ']') && Number.isFinite(end)
    return { low: ends[0], high: ends[1], closed: [isClosed(open, ends[0]), isClosed(close, ends[1])] }
  })
}

/** What is assumed of the variable, for each interval of the set. */
function within(text: string, variable: string): string[][] {
  return text === '' || text === 'R' || text === 'Reals'
    ? [[]]
    : text.split(' U ').map((part) => {
        const named = /^Interval(\.open)?\((.*), (.*)\)$/.exec(part)
        const [, open = '', low = '', high = '', close = ''] = named
          ? [part, named[1] ? '(' : '[', named[2], named[3], named[1] ? ')' : ']']
          : (/^([[(])(.*), (.*)([\])])$/.exec(part) ?? [])
        return [
          ...(/inf|oo/.test(low) ? [] : [`${variable} ${open === '[' ? '>=' : '>'} ${low}`]),
          ...(/inf|oo/.test(high) ? [] : [`${variable} ${close === ']' ? '<=' : '<'} ${high}`]),
        ]
      })
}

const near = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))

/** Intervals in order; those that overlap or meet are one. */
function united(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.low - b.low)
  const found: Span[] = []
  for (const span of sorted) {
    const last = found.at(-1)
    const meets =
      last && (span.low < last.high || (near(span.low, last.high) && (span.closed[0] || last.closed[1])))
    if (!last || !meets) found.push(span)
    else if (span.high > last.high || (near(span.high, last.high) && span.closed[1]))
      found[found.length - 1] = { ...last, high: span.high, closed: [last.closed[0], span.closed[1]] }
  }
  return found
}

const sameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length &&
  a.every((span, i) => {
    const other = b[i] as Span
    const ends = near(span.low, other.low) && near(span.high, other.high)
    return ends && span.closed[0] === other.closed[0] && span.closed[1] === other.closed[1]
  })

/** The property, if it is known without further conditions and its certificates are accepted. */
function known<Name extends PropertyName>(analysis: Analysis, name: Name): PropertyOf<Name> | Outcome {
  const [found, ...more] = propertiesNamed(analysis, name)
  const open = analysis.open.find((one) => one.name === name)
  if (!found || more.length > 0) return unknown(open ? reasonText(open.reason).slice(0, 60) : 'by cases')
  for (const certificate of found.certificates()) {
    const checked = verify(JSON.parse(JSON.stringify(certificate)))
    if (!checked.ok) return wrong(`certificate refused: ${checked.reason}`)
  }
  return found
}

/** The values of the letters for numbers without closed form. */
const lettersOf = ({ numbers }: Pick<PropertyOf<PropertyName>, 'numbers'>): Record<string, number> =>
  Object.fromEntries(numbers.map(({ letter, between: [low] }) => [letter, Number(low.num) / Number(low.den)]))

function endOf(end: Extended, letters: Readonly<Record<string, number>>): number {
  if (typeof end === 'string') return end === 'infinity' ? Infinity : -Infinity
  return numberIn(end, letters)
}

const spanOf = ({ lower, upper, closed }: Interval, letters: Readonly<Record<string, number>>): Span => ({
  low: endOf(lower, letters),
  high: endOf(upper, letters),
  closed: [closed.lower, closed.upper],
})

type Judge = (analyses: readonly Analysis[], row: Row) => Outcome

/** Each of the analyses gives something; one that does not makes an outcome. */
function gathered<T>(
  analyses: readonly Analysis[],
  one: (analysis: Analysis) => readonly T[] | Outcome,
): readonly T[] | Outcome {
  const found: T[] = []
  for (const analysis of analyses) {
    const some = one(analysis)
    if ('grade' in some) return some
    found.push(...some)
  }
  return found
}

const isOutcome = (value: object): value is Outcome => 'grade' in value

const ranges: Judge = (analyses, row) => {
  const spans = gathered(analyses, (analysis): readonly Span[] | Outcome => {
    const range = known(analysis, 'range')
    if (isOutcome(range)) return range
    const letters = lettersOf(range)
    return range.value.map(({ low, high }) => ({
      low: endOf(low.value, letters),
      high: endOf(high.value, letters),
      closed: ['at' in low, 'at' in high],
    }))
  })
  if (isOutcome(spans)) return spans
  return sameSpans(united(spans), spansOf(String(row.expected))) ? RIGHT : wrong('another range')
}

const continuous: Judge = (analyses, row) => {
  const spans = gathered(analyses, (analysis): readonly Span[] | Outcome => {
    const found = known(analysis, 'continuity')
    return isOutcome(found) ? found : found.value.map((on) => spanOf(on, lettersOf(found)))
  })
  if (isOutcome(spans)) return spans
  return sameSpans(spans, spansOf(String(row.expected))) ? RIGHT : wrong('other intervals')
}

const period: Judge = ([analysis], row) => {
  const found = known(analysis as Analysis, 'periodicity')
  if (isOutcome(found)) return found
  const { period: own } = found.value
  if (row.expected === null) return own === undefined ? RIGHT : wrong('a period where there is none')
  if (own === undefined) return wrong('no period where there is one')
  // a smaller period than the one that is listed is proved by its certificate
  const times = numberOf(String(row.expected)) / numberIn(own)
  return near(times, Math.round(times)) && times > 0.5 ? RIGHT : wrong('another period')
}

const extreme =
  (end: 'infimum' | 'supremum'): Judge =>
  (analyses, row) => {
    const values = gathered(analyses, (analysis): readonly number[] | Outcome => {
      const found = known(analysis, 'boundedness')
      return isOutcome(found) ? found : [endOf(found.value[end].value, lettersOf(found))]
    })
    if (isOutcome(values)) return values
    const value = end === 'infimum' ? Math.min(...values) : Math.max(...values)
    return near(value, numberOf(String(row.expected))) ? RIGHT : wrong('another value')
  }

const stationary: Judge = (analyses, row) => {
  const places = gathered(analyses, (analysis): readonly number[] | Outcome => {
    const found = known(analysis, 'stationary')
    if (isOutcome(found)) return found
    const letters = lettersOf(found)
    return found.value.map((place) => ('at' in place ? numberIn(place.at, letters) : Number.NaN))
  })
  if (isOutcome(places)) return places
  const wanted = row.expected === 'empty' ? [] : (row.expected as string[]).map(numberOf)
  const fits = places.length === wanted.length && wanted.every((x) => places.some((y) => near(x, y)))
  return fits ? RIGHT : wrong('other places')
}

const singularities: Judge = ([analysis], row) => {
  const [gaps, domain] = [known(analysis as Analysis, 'gaps'), known(analysis as Analysis, 'domain')]
  if (isOutcome(gaps)) return gaps
  if (isOutcome(domain)) return domain
  const places = gaps.value.map(({ at }) => numberIn(at))
  const wanted = row.expected === 'empty' ? [] : (row.expected as string[]).map(numberOf)
  return places.length === wanted.length && places.every((x) => wanted.some((y) => near(x, y)))
    ? RIGHT
    : wrong('other places')
}

/** Is the whole set one interval on which the property of the pieces holds? */
const throughout =
  (name: 'monotone' | 'convexity', holds: (words: readonly string[]) => boolean): Judge =>
  (analyses, row) => {
    const words = gathered(analyses, (analysis): readonly string[] | Outcome => {
      const found = known(analysis, name)
      if (isOutcome(found)) return found
      return found.value.map((piece) => ('direction' in piece ? piece.direction : piece.bend))
    })
    if (isOutcome(words)) return words
    return holds(words) === row.expected ? RIGHT : wrong(`called ${!row.expected}`)
  }

const all =
  (...allowed: readonly string[]) =>
  (words: readonly string[]): boolean =>
    words.length > 0 && words.every((word) => allowed.includes(word))
const increasing = all('increasing', 'constant')
const decreasing = all('decreasing', 'constant')

const JUDGES: Readonly<Record<string, readonly [Judge, readonly PropertyName[]]>> = {
  range: [ranges, ['range']],
  continuous_domain: [continuous, ['continuity']],
  periodicity: [period, ['periodicity']],
  is_convex: [throughout('convexity', all('convex', 'straight')), ['convexity']],
  stationary_points: [stationary, ['stationary']],
  maximum: [extreme('supremum'), ['boundedness']],
  minimum: [extreme('infimum'), ['boundedness']],
  singularities: [singularities, ['gaps', 'domain']],
  is_increasing: [throughout('monotone', increasing), ['monotone']],
  is_strictly_increasing: [throughout('monotone', all('increasing')), ['monotone']],
  is_decreasing: [throughout('monotone', decreasing), ['monotone']],
  is_strictly_decreasing: [throughout('monotone', all('decreasing')), ['monotone']],
  is_monotonic: [throughout('monotone', (words) => increasing(words) || decreasing(words)), ['monotone']],
}

const KINDS: Readonly<Record<string, string>> = { positive: '>', negative: '<' }

const assumed = (row: Row): string[] =>
  Object.entries(row.assumptions as Readonly<Record<string, readonly string[]>>).flatMap(([name, kinds]) =>
    kinds.flatMap((kind) => (KINDS[kind] ? [`${name} ${KINDS[kind]} 0`] : [])),
  )

function caseOf(row: Row): Case | { readonly none: string } {
  const [judge, only] = JUDGES[row.op] ?? []
  const [text = '', ...rest] = row.args as string[]
  if (!judge || !only) return { none: 'no property' }
  const isSet = (word: string): boolean => /^[[(]|^R$|^empty$/.test(word)
  const variable = rest.find((word) => !isSet(word)) ?? 'x'
  const set = rest.find(isSet) ?? String(row.kwargs?.domain ?? '')
  const of = termOf(text)
  return {
    id: row.id,
    section: row.op,
    text: `${text} ${set}  ⇒  ${JSON.stringify(row.expected)}`,
    ask: () =>
      attempt(() =>
        within(set, variable).map((assuming) =>
          analyse(of, {
            variable,
            only,
            assuming: [...assuming, ...assumed(row)],
            budget: { milliseconds: 4_000 },
          }),
        ),
      ),
    judge: (answer) => (answer instanceof Error ? failed(answer) : judge(answer as readonly Analysis[], row)),
  }
}

/** `Piecewise((0, x < -1), (x^2, x <= 1), (log(x), True))` and other terms. */
function termOf(text: string): Expr {
  const cases = /^Piecewise\((.*)\)$/.exec(text)?.[1]
  if (cases === undefined) return plainTerm(text)
  const parts = [...cases.matchAll(/\(((?:[^()]|\([^()]*\))*), ([^,]*)\)/g)].flatMap(
    ([, value = '', question = '']) =>
      question === 'True' ? [plainTerm(value)] : [plainTerm(value), plainTerm(question)],
  )
  return call('piecewise', parts)
}

const SIGMOID = call('sigmoid', [symbol('x')])

/** What of the analysis of the sigmoid shows the statement. */
const FACTS: Readonly<Record<string, (analysis: Analysis, row: Row) => boolean>> = {
  bound: (analysis, row) => {
    const [range] = propertiesNamed(analysis, 'range')[0]?.value ?? []
    const text = String(row.relation)
    const limit = integer(/<= 1/.test(text) ? 1 : 0)
    const end = /<= 1/.test(text) ? range?.high.value : range?.low.value
    return typeof end === 'object' && compare(end, limit).verdict === 'equal'
  },
  order: (analysis) =>
    propertiesNamed(analysis, 'monotone')[0]?.value.every(({ direction }) => direction === 'increasing') ??
    false,
  smoothness: (analysis, row) =>
    (propertiesNamed(analysis, row.value === 'continuous' ? 'continuity' : 'smoothness')[0]?.value.length ??
      0) === 1,
  topology: (analysis) =>
    propertiesNamed(analysis, 'continuity').length === 1 &&
    propertiesNamed(analysis, 'monotone')[0]?.value.length === 1,
}

const COMPARED: Readonly<Record<string, (row: Row) => readonly [Expr, Expr]>> = {
  definition: (row) => [SIGMOID, plainTerm(row.expr)],
  identity: (row) => [plainTerm(row.lhs), plainTerm(row.rhs)],
  derivative: (row) => [call('D', [SIGMOID, symbol('x')]), plainTerm(row.expr)],
}

function factOf(row: Row): Case {
  const sides = COMPARED[row.kind]?.(row)
  const judge = (answer: unknown): Outcome => {
    if (answer instanceof Error) return failed(answer)
    const analysis = answer as Analysis
    if (sides) return compare(...sides).verdict === 'equal' ? RIGHT : unknown('not shown to be equal')
    for (const name of ['range', 'monotone', 'continuity', 'smoothness'] as const) {
      const found = known(analysis, name)
      if (isOutcome(found)) return found
    }
    return FACTS[row.kind]?.(analysis, row) ? RIGHT : wrong('not what was found')
  }
  return {
    id: row.id,
    section: row.kind,
    text: row.statement,
    ask: () => attempt(() => analyse(SIGMOID)),
    judge,
  }
}

export const ANALYSES: readonly Part[] = [
  {
    file: 'sympy_analysis',
    name: 'sympy_analysis',
    title: 'properties of functions of one variable',
    counts: () => true,
    caseOf,
  },
  {
    file: 'sigmoid_facts',
    name: 'sigmoid_facts',
    title: 'what is known of the sigmoid',
    counts: () => definition('sigmoid') !== undefined,
    caseOf: factOf,
  },
]
