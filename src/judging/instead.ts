/** What is true instead of a false claim: the nearest thing that is known of the function. */
import type { Interval as Piece } from '../analyse/interval.ts'
import { isPoint } from '../analyse/interval.ts'
import { printed } from '../analyse/printed.ts'
import type { PropertyName, Values } from '../analyse/properties/index.ts'
import { double } from '../decide/double.ts'
import { compare } from '../derive/compare.ts'
import { solve } from '../derive/solve/index.ts'
import type { Condition } from '../expression/condition.ts'
import {
  add,
  call,
  divide,
  type Expr,
  isCall,
  mentions,
  multiply,
  negate,
  symbol,
} from '../expression/expr.ts'
import { variableOf } from '../syntax/formula.ts'
import { sides } from '../verify/claims/parts.ts'
import { lineInWords } from './deciders/asymptotes.ts'
import { simpleNumber } from './deciders/gaps.ts'
import { rangesInWords } from './deciders/values.ts'
import { found, type Ground, inWords } from './ground.ts'
import type { Said, Sentence } from './sentence.ts'
import { shown } from './shown.ts'

type Say<Name extends PropertyName> = (value: Values[Name], ground: Ground) => string | undefined

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const places = (pieces: readonly Piece[], ground: Ground): string =>
  listed(pieces.map((on) => (isPoint(on) ? `at ${shown(on.lower, ground.study)}` : inWords(on, ground))))

/** `increasing for x < 0, decreasing for x > 0`. */
function stretches(
  parts: readonly { readonly on: Piece; readonly word: string }[],
  ground: Ground,
): string | undefined {
  const words = [...new Set(parts.map(({ word }) => word))]
  if (words.length === 0 || parts.length > MOST_PARTS) return undefined
  return `it is ${listed(
    words.map(
      (word) =>
        `${word} ${places(
          parts.filter((part) => part.word === word).map(({ on }) => on),
          ground,
        )}`,
    ),
  )}`
}

const MOST_PARTS = 6

/** What the properties say, in a sentence. */
const WORDS: { readonly [Name in PropertyName]?: Say<Name> } = {
  monotone: (pieces, ground) =>
    stretches(
      pieces.map(({ on, direction }) => ({ on, word: direction })),
      ground,
    ),
  convexity: (pieces, ground) =>
    stretches(
      pieces.map(({ on, bend }) => ({ on, word: bend })),
      ground,
    ),
  range: (pieces, ground) => `its values are ${rangesInWords(pieces, ground)}`,
  periodicity: ({ period }) => period && `its period is ${printed(period)}`,
  symmetry: ({ axes, centres }, { variable, study }) =>
    listed([
      ...axes.map((a) => `it is symmetric about ${variable} = ${shown(a, study)}`),
      ...centres.map(({ x, y }) => `it is point-symmetric about (${shown(x, study)}, ${shown(y, study)})`),
    ]) || 'it is neither even nor odd',
  continuity: (pieces, ground) => `it is continuous ${places(pieces, ground)}`,
  differentiability: ({ on }, ground) => `it has a derivative ${places(on, ground)}`,
  lipschitz: ({ constant }, { study }) =>
    typeof constant === 'string' ? undefined : `the least Lipschitz constant is ${shown(constant, study)}`,
  asymptotes: (lines, ground) => {
    const all = [...new Set(lines.map((line) => lineInWords(line, ground)))]
    if (all.length === 0) return undefined
    return all.length === 1 ? `its asymptote is ${all[0]}` : `its asymptotes are ${listed(all)}`
  },
}

/** Which property says what is true instead. */
const SAYS: Partial<Record<Said['kind'], PropertyName>> = {
  monotone: 'monotone',
  constant: 'monotone',
  injective: 'monotone',
  bent: 'convexity',
  mirrored: 'symmetry',
  turned: 'symmetry',
  periodic: 'periodicity',
  bounded: 'range',
  sign: 'range',
  between: 'range',
  range: 'range',
  continuous: 'continuity',
  differentiable: 'differentiability',
  smooth: 'differentiability',
  Lipschitz: 'lipschitz',
  asymptote: 'asymptotes',
}

/** Properties of the whole function, of which one period tells all. */
const PER_PERIOD: ReadonlySet<PropertyName> = new Set(['range'])

/** A true statement near the false one, if one is known. */
export function instead(sentence: Sentence, ground: Ground): string | undefined {
  if (sentence.kind === 'relation') return ofRelation(ground.f, ground)
  const { said, not } = sentence
  if (not) return undefined
  if (said.kind === 'inverse of') return inverse(said.other, ground)
  if (said.kind === 'derivative of' || said.kind === 'antiderivative of') return undefined
  const name = SAYS[said.kind]
  return name && inSentence(name, ground)
}

function inSentence(name: PropertyName, ground: Ground): string | undefined {
  const on = PER_PERIOD.has(name) ? (ground.onPeriod()?.ground ?? ground) : ground
  const say = WORDS[name] as ((value: unknown, ground: Ground) => string | undefined) | undefined
  const finding = on.find(name)
  return finding ? say?.(finding.value, on) : perPeriod(name, ground)
}

/** "Increasing for −π/2 < x < π/2, and so on with period π". */
function perPeriod(name: PropertyName, ground: Ground): string | undefined {
  const period = ground.onPeriod()?.ground
  const length = ground.find('periodicity')?.value.period
  const finding = period?.find(name)
  const says =
    finding &&
    (WORDS[name] as ((value: unknown, on: Ground) => string | undefined) | undefined)?.(
      finding.value,
      period as Ground,
    )
  return says && length ? `${says}, and so on with period ${printed(length)}` : undefined
}

/** The part that fails: mended, weakened, or where it holds. */
function ofRelation(condition: Condition, ground: Ground): string | undefined {
  if (isCall(condition, 'and')) {
    for (const part of condition.args) {
      const better = holdsOn(part, ground) ? undefined : ofRelation(part, ground)
      if (better) return better
    }
    return undefined
  }
  const [head, left, right] = sides(condition)
  if (head === '=') return mended(left, right, ground) ?? values(left, right, ground)
  return values(left, right, ground) ?? weaker(head, left, right, ground) ?? where(condition, ground)
}

const holdsOn = (condition: Condition, ground: Ground): boolean =>
  found(() =>
    ground.prove({ kind: 'holds', assuming: [...ground.assuming, ...ground.within], condition }),
  ) !== undefined

/** The set of values of the side that varies, where the other one is a number. */
function values(left: Expr, right: Expr, ground: Ground): string | undefined {
  const [varying, fixed] = ground.varies(left) ? [left, right] : [right, left]
  if (!ground.varies(varying) || ground.varies(fixed)) return undefined
  const about = ground.about(varying)
  const on = about.onPeriod()?.ground ?? about
  const finding = on.find('range')
  return finding && `the values of ${printed(varying)} are ${rangesInWords(finding.value, on)}`
}

const WEAKER: Readonly<Record<string, string>> = { '<': '<=', '>': '>=', '!=': '' }

function weaker(head: string, left: Expr, right: Expr, ground: Ground): string | undefined {
  const other = WEAKER[head]
  if (!other) return undefined
  const condition = call(other, [left, right])
  return holdsOn(condition, ground) ? printed(condition) : undefined
}

/** Where it holds, if that is a few intervals. */
function where(condition: Condition, ground: Ground): string | undefined {
  const pieces = found(() => ground.pieces.flatMap((on) => ground.region(condition, on)))
  return pieces && pieces.length > 0 && pieces.length <= MOST_PARTS
    ? `it holds ${places(pieces, ground)}`
    : undefined
}

const TRIED = [0.37, 1.21, 2.9, -0.83, -2.3]

/** With another sign, another factor or something added it is true. */
function mended(left: Expr, right: Expr, ground: Ground): string | undefined {
  const { variable, study, assuming, within, context } = ground
  if (study.letters.length > 0) return undefined
  const [f, g] = [left, right].map((u) => double(u, [variable])) as [
    (x: readonly number[]) => number,
    (x: readonly number[]) => number,
  ]
  const seen = TRIED.map((x) => [f([x]), g([x])] as const).filter(
    ([a, b]) => Number.isFinite(a) && Number.isFinite(b),
  )
  const [first] = seen
  if (!first || seen.length < 2) return undefined
  const isAlways = (of: (a: number, b: number) => number): number | undefined => {
    const one = of(...first)
    return seen.every(([a, b]) => Math.abs(of(a, b) - one) <= NEAR * Math.max(1, Math.abs(one)))
      ? one
      : undefined
  }
  const [factor, more] = [isAlways((a, b) => a / b), isAlways((a, b) => a - b)]
  const value = ground.varies(right) ? undefined : isAlways((a) => a)
  const forms = [
    ...(value !== undefined ? [simpleNumber(value, NEAR)] : []),
    ...(factor !== undefined && Number.isFinite(factor) ? [times(simpleNumber(factor, NEAR), right)] : []),
    ...(more !== undefined ? [add(right, simpleNumber(more, NEAR))] : []),
  ]
  const equal = forms.find(
    (form) => compare(left, form, { ...context, assuming: [...assuming, ...within] }).verdict === 'equal',
  )
  return equal && `${printed(left)} = ${printed(equal)}`
}

const NEAR = 1e-9

const times = (factor: Expr, u: Expr): Expr => {
  const isMinusOne = isCall(factor, 'negate') && printed(factor) === '-1'
  return isMinusOne
    ? negate(u)
    : isCall(factor, 'divide') && printed(factor.args[0] as Expr) === '1'
      ? divide(u, factor.args[1] as Expr)
      : multiply(factor, u)
}

/** The inverse of the other function, if solving finds a single one. */
function inverse(other: Expr, ground: Ground): string | undefined {
  const letter = variableOf(other, ground.context)
  const y = symbol(letter === 'y' ? 'z' : 'y')
  if (mentions(other, y.name)) return undefined
  const { branches, complete } = solve(call('=', [other, y]), letter, {
    ...ground.context,
    assuming: ground.assuming,
  })
  if (!complete) return undefined
  if (branches.length > 1) return `${printed(other)} takes values more than once, so it has no inverse`
  const [branch] = branches
  return branch && `the inverse of ${printed(other)} is ${printed(branch.value)}, in ${y.name}`
}
