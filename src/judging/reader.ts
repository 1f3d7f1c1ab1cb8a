/** Reading a claim: a relation between formulas, or words about one; where it is said to hold, what is assumed. */
import { type Condition, isCondition, OPPOSITE } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { call, derivative, type Expr, freeSymbols, isCall, symbol } from '../expression/expr.ts'
import { FORMS } from './forms.ts'
import { placeIn, type Read } from './places.ts'
import type { Said, Sentence } from './sentence.ts'

/** How formulas are read, and what the variable of one is. */
export interface Reading {
  readonly read: Read
  readonly variableOf: (u: Expr) => string
}

/** A claim, and what is assumed in brackets after it. */
export interface ReadClaim {
  /** All of these are claimed. */
  readonly sentences: readonly Sentence[]
  readonly assuming: readonly Condition[]
}

const LONGEST_CLAIM = 5_000

/**
 * Reads a claim.
 *
 * @throws OgeeError E701 for words that are no claim, with the forms that can be read.
 */
export function readClaim(claim: string, reading: Reading): ReadClaim {
  if (claim.length > LONGEST_CLAIM) throw new OgeeError('E109', `this claim has ${claim.length} characters`)
  const [, said = '', brackets] = /^(.*?)(?:\s*\[([^[\]]*[<>=≤≥≠][^[\]]*)\])?\s*[.!]?\s*$/s.exec(claim) ?? []
  const assuming =
    brackets === undefined ? [] : brackets.split(',').map((part) => condition(part, reading.read))
  const read = withoutWords(reading.read, claim)
  const { variableOf } = reading
  return { sentences: sentencesIn(said, { read, variableOf }, reading), assuming }
}

/** Names that the claim uses once only are words: "nice" in "the derivative of f is nice". */
const withoutWords =
  (read: Read, claim: string): Read =>
  (text) => {
    const u = read(text)
    const isWord = (name: string): boolean =>
      /^\p{L}{4,}$/u.test(name) && !GREEK.test(name) && claim.split(name).length < 3
    if (freeSymbols(u).some(isWord)) throw new Unfit()
    return u
  }

const GREEK: RegExp = /^(?:alpha|beta|gamma|delta|epsilon|zeta|theta|iota|kappa|lambda|sigma|upsilon|omega)$/i

/** Words that say the same as others. */
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/n['’]t\b/g, ' not'],
  [/^(.*?\s(?:is|are))\s+neither\s+(.+?)\s+nor\s+(.+)$/is, '$1 not $2 and $1 not $3'],
  [/\bnon-?decreasing\b/gi, 'weakly increasing'],
  [/\bnon-?increasing\b/gi, 'weakly decreasing'],
  [/\bnon-?(?=(?:monoton|convex|concave|periodic|constant|differentiable|continuous))/gi, 'not '],
  [/\bdiscontinuous\b/gi, 'not continuous'],
  [/\binfinitely\s+(?:often\s+)?differentiable\b/gi, 'smooth'],
  [
    /^(?:the\s+)?(?:equation\s+)?([^=<>]+?)\s*=\s*([^=<>]+?)\s+has\s+(.*?)\s+(?:real\s+)?(?:solutions?|roots?)/i,
    '($1) - ($2) has $3 zeros',
  ],
]

function sentencesIn(said: string, reading: Reading, given: Reading): readonly Sentence[] {
  const text = OTHER_WORDS.reduce((words, [from, to]) => words.replace(from, to), said.trim())
  for (const { words, place } of splits(text)) {
    const sentence = sentenceIn(words, place, reading)
    if (sentence) return [sentence]
  }
  for (const { words, place } of splits(text)) {
    const sentences = joined(words, (part) => sentenceIn(part, place, reading))
    if (sentences) return sentences
  }
  const apart = joined(text, (part) => whole(part, reading))
  if (apart) return apart
  throw unreadable(said, given)
}

/** One claim, with where it holds. */
function whole(text: string, reading: Reading): Sentence | undefined {
  for (const { words, place } of splits(text)) {
    const sentence = sentenceIn(words, place, reading)
    if (sentence) return sentence
  }
  return undefined
}

const MOST_JOINED = 8

/** `f is odd and increasing`: what follows "and" is said of the same function, unless it says of which. */
function joined(
  words: string,
  one: (part: string) => Sentence | undefined,
  most = MOST_JOINED,
): readonly Sentence[] | undefined {
  const cuts = [...words.matchAll(/\s*,?\s+(?:and|but)\s+|\s*,\s+/gi)]
  if (most === 0 || cuts.length > MOST_JOINED) return undefined
  for (const { index, 0: and } of cuts) {
    const [before, after] = [words.slice(0, index), words.slice(index + and.length)]
    const left = one(before)
    const [, start, verb] = /^(.+?)\s+(is|are|has|have)\s/is.exec(before) ?? []
    if (!left || start === undefined) continue
    const starts = ['', /^(?:is|are|has|have)\s/i.test(after) ? start : `${start} ${verb}`]
    for (const begin of starts) {
      const rest = `${begin} ${after}`.trim()
      const right = one(rest)
      const more = right ? [right] : joined(rest, one, most - 1)
      if (more) return [left, ...more]
    }
  }
  return undefined
}

function condition(text: string, read: Read): Condition {
  const found = read(text)
  if (isCondition(found)) return found
  throw new OgeeError('E402', `"${text.trim()}" is no condition`, undefined, 'for example a > 0')
}

const PLACE: RegExp =
  /[\s,]+(?=(?:on|in|over|within|for|when|where|if|provided|with|whenever|everywhere|always|as long as)\b)/gi

/** The claim whole, and cut before each word that may begin a phrase about where it holds: the latest cut first. */
function* splits(text: string): Generator<{ readonly words: string; readonly place: string }> {
  const cuts = [...text.matchAll(PLACE)].reverse()
  for (const { index } of cuts) {
    yield { words: text.slice(0, index).trim(), place: text.slice(index).replace(/^[\s,]+/, '') }
  }
  yield { words: text, place: '' }
  const leading =
    /^((?:for|on|when|if|where)\b[^,:]*(?:[([][^()[\]]*[)\]])?[^,:]*)[,:]\s*(?:then\s+)?(.*)$/is.exec(text)
  if (leading) yield { words: leading[2] as string, place: leading[1] as string }
  const then = /^(if\b.*?)\s+then\s+(.*)$/is.exec(text)
  if (then) yield { words: then[2] as string, place: then[1] as string }
}

function sentenceIn(words: string, place: string, reading: Reading): Sentence | undefined {
  const quiet = quietly(reading.read)
  return fitting(() => {
    for (const { words: form, said } of FORMS) {
      const text = form.exec(words)?.groups
      const found = text?.f ? fitting(() => ofFunction(text, words, said, place, reading)) : undefined
      if (found) return found
    }
    const relation = fitting(() => quiet(words)) ?? equation(words, reading)
    if (!relation || !isCondition(relation)) return undefined
    const on = place === '' ? [] : placeIn(place, reading.variableOf(relation), quiet)
    return on && { kind: 'relation', condition: relation, on }
  })
}

/** `the second derivative of f is g`. */
function equation(words: string, reading: Reading): Expr | undefined {
  const [, left, right] =
    /^(.+?)\s+(?:is\s+equal\s+to|is\s+the\s+same\s+as|equals|is)\s+(.+)$/is.exec(words) ?? []
  if (left === undefined || right === undefined) return undefined
  const both = [subject(left, reading), subject(right, reading)]
  return both.some(isCondition) ? undefined : call('=', both)
}

type Groups = Readonly<Record<string, string | undefined>>

function ofFunction(
  text: Groups,
  words: string,
  said: (typeof FORMS)[number]['said'],
  place: string,
  reading: Reading,
): Sentence | undefined {
  const quiet = quietly(reading.read)
  const { of, inner } = withPlace(text.f as string, reading)
  const what = said({ text, read: quiet })
  if (!what || isCondition(of)) return undefined
  const places = [place, inner].filter((phrase) => phrase !== '')
  const on = conditionsIn(places, reading.variableOf(of), quiet)
  const isDenied = (text.not !== undefined) !== /\bunbounded\b/i.test(words)
  const plain = plainly(what, isDenied, text.not)
  return on && plain && { kind: 'function', of, on, ...plain }
}

/** `the range of f on [0, 1] is …`: the place may stand after the formula. */
function withPlace(text: string, reading: Reading): { readonly of: Expr; readonly inner: string } {
  const whole = fitting(() => subject(text, reading))
  if (whole) return { of: whole, inner: '' }
  const cut = [...text.matchAll(PLACE)].at(0)
  if (!cut) throw new Unfit()
  const inner = text.slice(cut.index).replace(/^[\s,]+/, '')
  return { of: subject(text.slice(0, cut.index), reading), inner }
}

function conditionsIn(
  places: readonly string[],
  letter: string,
  read: Read,
): readonly Condition[] | undefined {
  const found = places.map((phrase) => placeIn(phrase, letter, read))
  return found.every((on) => on !== undefined) ? found.flat() : undefined
}

/** Words of claims, which are no letters of formulas. */
const WORDS: RegExp =
  /^(?:positive|negative|zero|nonzero|increasing|decreasing|monotone|monotonic|convex|concave|odd|even|bounded|unbounded|continuous|differentiable|smooth|periodic|constant|injective|invertible|symmetric|true|false|not|never|always|maximum|minimum|the|is|of|has|are|a|an|it|its|at|on|for|limit|range|domain|inverse|derivative|function|graph|value|values|than|less|greater)$/

/** Formulas with words in them are none: the claim was cut at the wrong place. */
const quietly =
  (read: Read): Read =>
  (text) => {
    if (SENTENCE.test(text)) throw new Unfit()
    const u = readOr(text, read)
    if (text.match(/\p{L}{4,}/gu)?.some((word) => isProduct(word, read))) throw new Unfit()
    if (freeSymbols(u).some((name) => name.length > 1 && WORDS.test(name))) throw new Unfit()
    return u
  }

/** What stands in sentences, and in no formula. */
const SENTENCE: RegExp =
  /(?<![\\\p{L}])(?:is|are|was|has|have|of|at|the|on|for|with|than|its|it|be|from|every|always|never|does|do)(?!\p{L})/iu

/** Letters that stand for nothing by themselves are read as a product of letters: "nice" as n·i·c·e. */
function isProduct(word: string, read: Read): boolean {
  const u = fitting(() => readOr(word, read))
  return u !== undefined && isCall(u, 'multiply')
}

function readOr(text: string, read: Read): Expr {
  try {
    return read(text)
  } catch (error) {
    if (error instanceof OgeeError) throw new Unfit()
    throw error
  }
}

const ORDERS = ['first', 'second', 'third', 'fourth']

/** `the function f`, `the second derivative of f`, or a formula. */
function subject(text: string, reading: Reading): Expr {
  const plain = text.trim().replace(/^(?:the|a)\s+(?:function|curve|graph of)\s+/i, '')
  const [, what, operand = '', place] =
    /^the\s+(value|slope|derivative)\s+of\s+(.+?)\s+at\s+(?:[a-z]\s*=\s*)?(.+)$/is.exec(plain) ?? []
  if (what !== undefined) return valueThere(what, operand, place as string, reading)
  const [, order = 'first', of] =
    /^the\s+(?:(first|second|third|fourth)\s+)?derivative\s+of\s+(.*)$/is.exec(plain) ?? []
  if (of === undefined) return quietly(reading.read)(plain)
  const inner = subject(of, reading)
  const x = symbol(reading.variableOf(inner))
  return ORDERS.slice(0, ORDERS.indexOf(order.toLowerCase()) + 1).reduce((u) => derivative(u, x), inner)
}

/** `the slope of f at x = 2`. */
function valueThere(what: string, text: string, place: string, reading: Reading): Expr {
  const f = subject(text, reading)
  const x = symbol(reading.variableOf(f))
  return call('at', [/value/i.test(what) ? f : derivative(f, x), x, quietly(reading.read)(place)])
}

/** What is said not to be so of a whole function need not fail everywhere. */
const NOT_EVERYWHERE: ReadonlySet<Said['kind']> = new Set([
  'bent',
  'continuous',
  'differentiable',
  'smooth',
  'constant',
])

/** "Never" says something of every point: never positive is nowhere positive, never falling is rising on each piece. */
function plainly(
  said: Said,
  not: boolean,
  word = '',
): { readonly said: Said; readonly not: boolean } | undefined {
  if (!/never|nowhere/i.test(word)) return { said, not }
  if (said.kind === 'sign') {
    return { said: { ...said, relation: OPPOSITE.get(said.relation) as string }, not: false }
  }
  if (said.kind === 'monotone' && said.direction) {
    const direction = said.direction === 'increasing' ? 'decreasing' : 'increasing'
    return { said: { kind: 'monotone', direction, strictly: false, onPieces: true }, not: false }
  }
  return NOT_EVERYWHERE.has(said.kind) || said.kind === 'monotone' ? undefined : { said, not }
}

/** The words were split where no formula ends. */
class Unfit extends Error {}

function fitting<T>(run: () => T | undefined): T | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof Unfit) return undefined
    throw error
  }
}

/** Why it could not be read: the fault in the formula if it seems to be one, else the forms there are. */
function unreadable(text: string, { read }: Reading): OgeeError {
  const isFormula = /[<>=≤≥≠]/.test(text) && !/\b(?:is|has|are|of)\b/i.test(text)
  if (isFormula) {
    try {
      const u = read(text)
      if (!isCall(u, 'and'))
        return new OgeeError('E701', 'this formula claims nothing', undefined, 'such as f(x) > 0')
    } catch (error) {
      if (error instanceof OgeeError) return error
      throw error
    }
  }
  return new OgeeError(
    'E701',
    'this is not a claim that can be read',
    undefined,
    `claims look like: ${nearest(text).join('; ')}`,
  )
}

const MOST_EXAMPLES = 12

/** Examples of the forms, those first that share words with what was written. */
function nearest(text: string): readonly string[] {
  const words = new Set(wordsIn(text).slice(0, MOST_WORDS))
  const shared = (example: string): number => wordsIn(example).filter((word) => words.has(word)).length
  const examples = ['0 < sigmoid < 1', ...CLAIM_EXAMPLES].map((example) => ({
    example,
    common: shared(example),
  }))
  return examples
    .sort((a, b) => b.common - a.common)
    .slice(0, MOST_EXAMPLES)
    .map(({ example }) => example)
}

const MOST_WORDS = 50
const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []

export const CLAIM_EXAMPLES: readonly string[] = FORMS.map(({ example }) => example)
