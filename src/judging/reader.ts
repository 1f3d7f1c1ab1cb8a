/** Reading a claim: a relation between formulas, or words about one; where it is said to hold, what is assumed. */
import { type Condition, isCondition, OPPOSITE } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { type Expr, isCall } from '../expression/expr.ts'
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
  readonly sentence: Sentence
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
  for (const { words, place } of splits(said.trim())) {
    const sentence = sentenceIn(words, place, reading)
    if (sentence) return { sentence, assuming }
  }
  throw unreadable(said, reading)
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
  const leading = /^((?:for|on|when|if|where)\b[^,]*),\s*(.*)$/is.exec(text)
  if (leading) yield { words: leading[2] as string, place: leading[1] as string }
}

function sentenceIn(words: string, place: string, { read, variableOf }: Reading): Sentence | undefined {
  const quiet: Read = (text) => {
    try {
      return read(text)
    } catch (error) {
      if (error instanceof OgeeError) throw new Unfit()
      throw error
    }
  }
  try {
    for (const { words: form, said } of FORMS) {
      const text = form.exec(words)?.groups
      if (!text?.f) continue
      const found = fitting(() => {
        const [of, what] = [quiet(text.f as string), said({ text, read: quiet })]
        if (!what || isCondition(of)) return undefined
        const on = place === '' ? [] : placeIn(place, variableOf(of), quiet)
        const not = text.not !== undefined || /\bunbounded\b/i.test(words)
        return on && ({ kind: 'function', of, on, ...plainly(what, not, text.not) } as const)
      })
      if (found) return found
    }
    const relation = quiet(words)
    if (!isCondition(relation)) return undefined
    const on = place === '' ? [] : placeIn(place, variableOf(relation), quiet)
    return on && { kind: 'relation', condition: relation, on }
  } catch (error) {
    if (error instanceof Unfit) return undefined
    throw error
  }
}

/** "Never positive" says something of every point: that it is not positive there. */
function plainly(said: Said, not: boolean, word = ''): { readonly said: Said; readonly not: boolean } {
  const everywhere = said.kind === 'sign' && /never|nowhere/i.test(word)
  if (!everywhere) return { said, not }
  return { said: { ...said, relation: OPPOSITE.get(said.relation) as string }, not: false }
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
  const examples = ['0 < sigmoid < 1', ...FORMS.map(({ example }) => example)]
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
    `claims look like: ${examples.join('; ')}`,
  )
}

export const CLAIM_EXAMPLES: readonly string[] = FORMS.map(({ example }) => example)
