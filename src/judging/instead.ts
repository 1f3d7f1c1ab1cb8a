/** What is true instead of a false claim: the nearest thing that is known of the function. */
import { printed } from '../analyse/printed.ts'
import type { PropertyName, Values } from '../analyse/properties/index.ts'
import { compare } from '../derive/compare.ts'
import { add, divide, type Expr, integer, multiply, negate, substitute, symbol } from '../expression/expr.ts'
import { rangesInWords } from './deciders/values.ts'
import { type Ground, inWords } from './ground.ts'
import type { Said, Sentence } from './sentence.ts'

type Words = { readonly [Name in PropertyName]?: (value: Values[Name], ground: Ground) => string }

const PIECES: Words = {
  monotone: (pieces, ground) =>
    pieces.map(({ on, direction }) => `it is ${direction} ${inWords(on, ground)}`).join(', '),
  convexity: (pieces, ground) =>
    pieces.map(({ on, bend }) => `it is ${bend} ${inWords(on, ground)}`).join(', '),
  range: (pieces, ground) => `its values are ${rangesInWords(pieces, ground)}`,
  domain: (pieces, ground) => `it is defined ${pieces.map((on) => inWords(on, ground)).join(', ')}`,
}

/** Which property says what is true instead. */
const SAYS: Partial<Record<Said['kind'], keyof typeof PIECES>> = {
  monotone: 'monotone',
  constant: 'monotone',
  injective: 'monotone',
  bent: 'convexity',
  bounded: 'range',
  sign: 'range',
  range: 'range',
  domain: 'domain',
}

/** A true statement near the false one, if one is known. */
export function instead(sentence: Sentence, ground: Ground): string | undefined {
  if (sentence.kind === 'relation' || sentence.not) return inRange(sentence, ground)
  const { said } = sentence
  if (said.kind === 'mirrored' || said.kind === 'turned') return symmetry(ground)
  const name = SAYS[said.kind]
  return name && inWordsOf(name, ground)
}

function inWordsOf(name: PropertyName, ground: Ground): string | undefined {
  const found = ground.find(name)
  const words = PIECES[name] as ((value: unknown, ground: Ground) => string) | undefined
  return found && words?.(found.value, ground)
}

/** The set of values of the side that varies, where the other one is a number. */
function inRange(sentence: Sentence, ground: Ground): string | undefined {
  if (sentence.kind === 'function') return undefined
  const args = sentence.condition.kind === 'call' ? sentence.condition.args : []
  const [left, right] = args
  if (!left || !right || args.length !== 2) return undefined
  const [varying, fixed] = ground.varies(left) ? [left, right] : [right, left]
  if (!ground.varies(varying) || ground.varies(fixed)) return undefined
  const about = ground.about(varying)
  const found = about.find('range')
  return found && `the values of ${printed(varying)} are ${rangesInWords(found.value, about)}`
}

/** A symmetry that it has: about the middle of its domain or of what it does. */
function symmetry(ground: Ground): string | undefined {
  for (const about of [integer(0), ...middles(ground)]) {
    const x = symbol(ground.variable)
    const other = substitute(
      ground.f,
      new Map([[ground.variable, add(multiply(integer(2), about), negate(x))]]),
    )
    const equal = (u: Expr, v: Expr): boolean =>
      compare(u, v, { ...ground.context, assuming: ground.assuming }).verdict === 'equal'
    if (equal(other, ground.f)) return `it is symmetric about ${ground.variable} = ${printed(about)}`
    const value = ground.study.neat(divide(add(at(ground, about), at(ground, about)), integer(2)))
    if (equal(other, add(multiply(integer(2), value), negate(ground.f)))) {
      return `it is point-symmetric about (${printed(about)}, ${printed(value)})`
    }
  }
  return undefined
}

const at = ({ f, variable }: Ground, place: Expr): Expr => substitute(f, new Map([[variable, place]]))

/** Where a symmetry could lie: where it turns, or bends the other way. */
function middles(ground: Ground): Expr[] {
  const turns = (ground.find('extrema')?.value ?? []).flatMap(({ on }) =>
    typeof on.lower === 'string' ? [] : [on.lower],
  )
  return [...turns, ...(ground.find('inflections')?.value ?? []).map((place) => place.at)].slice(0, 3)
}
