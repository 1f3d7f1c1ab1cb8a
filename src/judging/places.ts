/** Where a claim is said to hold: "on (0, 1)", "for x > 0", "everywhere"; and the ends of the line. */
import type { Extended } from '../expression/claim.ts'
import { type Condition, isCondition } from '../expression/condition.ts'
import { call, type Expr, isCall, symbol } from '../expression/expr.ts'
import type { Interval } from './sentence.ts'

export type Read = (text: string) => Expr

const INFINITE: RegExp = /^([+-]?)\s*(?:infinity|inf|oo|∞|\\infty)$/i

/** A number, or one of the ends of the line. */
export function extended(text: string, read: Read): Extended {
  const [, sign] = INFINITE.exec(text.trim()) ?? []
  if (sign !== undefined) return sign === '-' ? '-infinity' : 'infinity'
  const words = /^(plus|minus|negative|positive)\s+infinity$/i.exec(text.trim())
  if (words) return /minus|negative/i.test(words[1] as string) ? '-infinity' : 'infinity'
  return read(text)
}

const NAMED: ReadonlyMap<string, readonly [Interval['from'] | 0, Interval['to'] | 0]> = new Map(
  Object.entries({
    'the real line': ['-infinity', 'infinity'],
    'the whole real line': ['-infinity', 'infinity'],
    'all reals': ['-infinity', 'infinity'],
    'all real numbers': ['-infinity', 'infinity'],
    'the reals': ['-infinity', 'infinity'],
    'the real numbers': ['-infinity', 'infinity'],
    ℝ: ['-infinity', 'infinity'],
    R: ['-infinity', 'infinity'],
    'the positive reals': [0, 'infinity'],
    'the positive half-line': [0, 'infinity'],
    'the negative reals': ['-infinity', 0],
    'the negative half-line': ['-infinity', 0],
    'all positive numbers': [0, 'infinity'],
    'all positive real numbers': [0, 'infinity'],
    'all negative numbers': ['-infinity', 0],
    'all numbers': ['-infinity', 'infinity'],
    'all of R': ['-infinity', 'infinity'],
    'all of ℝ': ['-infinity', 'infinity'],
    'the entire real line': ['-infinity', 'infinity'],
    'its domain': ['-infinity', 'infinity'],
    'its whole domain': ['-infinity', 'infinity'],
    'the positive numbers': [0, 'infinity'],
    'the negative numbers': ['-infinity', 0],
  } as const),
)

/** `(0, 1]`, or one of the named sets. */
export function intervalIn(text: string, read: Read): Interval | undefined {
  const name = NAMED.get(text.trim().replace(/\s+/g, ' '))
  const ends = /^([([\]])(.*)([)\][])$/s.exec(text.trim())
  if (name) {
    const [from, to] = name.map((end) => (end === 0 ? read('0') : end)) as [Extended, Extended]
    return { from, to, closed: [false, false] }
  }
  const comma = ends ? commaIn(ends[2] as string) : undefined
  if (!ends || comma === undefined) return undefined
  const inner = ends[2] as string
  return {
    from: extended(inner.slice(0, comma), read),
    to: extended(inner.slice(comma + 1), read),
    closed: [ends[1] === '[', ends[3] === ']'],
  }
}

const WITHOUT: RegExp =
  /^(.*?)\s*(?:\\|∖|except(?:\s+for)?|without|other than|apart from)\s*\{?\s*(?:[a-z]\s*=\s*)?([^{}]*?)\s*\}?$/is

/** Intervals joined by "U", "∪", "or", "and"; all numbers but some; points in braces. */
export function setIn(text: string, read: Read): Interval[] | undefined {
  const whole = text.trim()
  const points = /^\{(.*)\}$/s.exec(whole)
  if (points) return (points[1] as string).split(',').map((part) => pointAt(read(part)))
  const one = intervalIn(whole, read)
  if (one) return [one]
  const [, from, but] = WITHOUT.exec(whole) ?? []
  const start = from === undefined ? undefined : intervalIn(from, read)
  if (start && but)
    return without(
      start,
      but.split(/,|\band\b/).map((part) => read(part)),
    )
  const parts = whole.split(/\s*(?:∪|\bU\b|\bunion\b|\bor\b|\band\b)\s*/u)
  const sets = parts.length > 1 ? parts.map((part) => intervalIn(part, read)) : []
  return sets.length > 0 && sets.every((set) => set !== undefined) ? sets : undefined
}

const pointAt = (at: Expr): Interval => ({ from: at, to: at, closed: [true, true] })

/** The interval cut at the numbers, which are given in order. */
function without({ from, to, closed }: Interval, cuts: readonly Expr[]): Interval[] {
  const stops = [from, ...cuts, to]
  return stops.slice(1).map(
    (stop, i): Interval => ({
      from: stops[i] as Extended,
      to: stop,
      closed: [i === 0 && closed[0], i === stops.length - 2 && closed[1]],
    }),
  )
}

/** The one comma that stands in no bracket. */
function commaIn(text: string): number | undefined {
  let [depth, found] = [0, -1]
  for (const [i, letter] of [...text].entries()) {
    if ('([{'.includes(letter)) depth += 1
    else if (')]}'.includes(letter)) depth -= 1
    else if (letter === ',' && depth === 0) {
      if (found >= 0) return undefined
      found = i
    }
  }
  return found < 0 ? undefined : found
}

/** The interval as conditions on the letter. */
function conditionsOf({ from, to, closed }: Interval, letter: string): Condition[] {
  const x = symbol(letter)
  return [
    ...(typeof from === 'string' ? [] : [call(closed[0] ? '>=' : '>', [x, from])]),
    ...(typeof to === 'string' ? [] : [call(closed[1] ? '<=' : '<', [x, to])]),
  ]
}

/** A line without some points. */
function butFor(sets: readonly Interval[], letter: string): Condition[] | undefined {
  const cuts = sets.slice(1).map(({ from }, i) => (sets[i]?.to === from ? from : undefined))
  if (sets[0]?.from !== '-infinity' || sets.at(-1)?.to !== 'infinity') return undefined
  if (!cuts.every((cut) => typeof cut === 'object')) return undefined
  return cuts.map((cut) => call('!=', [symbol(letter), cut as Expr]))
}

const EVERYWHERE: RegExp =
  /^(?:everywhere|always|for all (?:real )?(?:numbers|values)|for all (?:real )?\w+|for every (?:real )?\w+|for any (?:real )?\w+|on (?:its|the) (?:whole )?domain)$/i

/** The conditions that a phrase such as "for 0 < x < 1" puts on the variable; nothing if it is no such phrase. */
export function placeIn(phrase: string, letter: string, read: Read): Condition[] | undefined {
  const text = phrase.trim()
  if (EVERYWHERE.test(text)) return []
  const on = /^(?:on|in|over|within)\s+(?:the interval\s+)?(.*)$/is.exec(text)
  const set = on ? intervalIn(on[1] as string, read) : undefined
  if (set) return conditionsOf(set, letter)
  const sets = on ? setIn(on[1] as string, read) : undefined
  if (on && sets && sets.length > 0) return butFor(sets, letter)
  const when =
    /^(?:for|when|where|if|provided|with|whenever|as long as)\s+(?:all\s+|every\s+|that\s+|each\s+)?(?:real\s+)?(.*)$/is.exec(
      text,
    )
  if (!when) return undefined
  const sign = /^(positive|negative)\s+(\w+)$/i.exec(when[1] as string)
  if (sign) return [call(/^pos/i.test(sign[1] as string) ? '>' : '<', [symbol(sign[2] as string), read('0')])]
  const among = /^(\w+)\s+(?:in|∈)\s+(.*)$/is.exec(when[1] as string)
  const member = among ? intervalIn(among[2] as string, read) : undefined
  if (among && member) return conditionsOf(member, among[1] as string)
  const found = read((when[1] as string).replaceAll(/\s*,\s*(?=\w)/g, ' and '))
  if (!isCondition(found)) return undefined
  return isCall(found, 'and') ? [...found.args] : [found]
}
