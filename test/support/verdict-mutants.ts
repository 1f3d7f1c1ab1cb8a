/** Damage to certificates of verdicts, and what a certificate claims, read without the checker. */
import type { Verdict, VerdictCertificate } from '../../src/decide/index.ts'
import { call, type Expr, integer, numeral, symbol } from '../../src/expression/expr.ts'
import { rational } from '../../src/expression/rational.ts'
import { mutatedRow, type Row } from './mutants.ts'
import type { Random } from './random.ts'
import type { Question } from './verdicts.ts'

const FALSE = call('<', [integer(1), integer(0)])

/** The terms of a table; what cannot be read is a statement that is false. */
function termsOf(rows: readonly (readonly (string | number)[])[]): Expr[] {
  const terms: Expr[] = []
  for (const [head, ...rest] of rows) {
    if (head === 'symbol') terms.push(symbol(String(rest[0])))
    else if (head === 'number') {
      const [num = '', den = '1'] = String(rest[0]).split('/')
      terms.push(numeral(rational(BigInt(num), BigInt(den))))
    } else
      terms.push(
        call(
          String(head),
          rest.map((k) => terms[k as number] ?? FALSE),
        ),
      )
  }
  return terms
}

/** What an accepted certificate claims, as a question and the answer to it; of the domains it says nothing. */
export function claimOf(data: VerdictCertificate): {
  readonly question: Question
  readonly verdict: Verdict
} {
  const terms = termsOf(data.terms)
  const term = (k: number): Expr => terms[k] ?? FALSE
  const question = {
    left: term(data.left),
    right: term(data.right),
    assuming: (data.assuming ?? []).map(term),
  }
  const certificate = data
  if (data.verdict === 'disjoint')
    return { question, verdict: { verdict: 'disjoint', domains: 'disjoint', certificate } }
  if (data.verdict === 'different') {
    const at = data.at ?? {}
    return {
      question,
      verdict: { verdict: 'different', at, left: ['0', '0'], right: ['1', '1'], certificate },
    }
  }
  const [where, domains, by] = [(data.where ?? []).map(term), 'unknown', 'normal form'] as const
  return { question, verdict: { verdict: 'equal', by, domains, where, certificate } }
}

/** A certificate with one thing changed. */
export function mutatedVerdict(random: Random, data: VerdictCertificate): VerdictCertificate {
  const place = (): number => random.whole(0, Math.max(0, data.terms.length - 1))
  const k = place()
  const list = (places: readonly number[]): number[] =>
    places.length > 0 && random.chance(0.6)
      ? places.filter((_, i) => i !== random.whole(0, places.length - 1))
      : [...places, place()]
  const at = Object.entries(data.at ?? { x: '1' })
  const moved = (): Record<string, string> => {
    const text = random.pick(['0', '1', '-1', '1/2', '-3/7', '1000', '2/3', '', 'x', '1/0'])
    const [name = 'x'] = random.pick(at) ?? []
    return Object.fromEntries(random.chance(0.2) ? at.slice(1) : [...at, [name, text]])
  }
  const without = (field: string): object =>
    Object.fromEntries(Object.entries(data).filter(([name]) => name !== field))
  return random.weighted<() => object>([
    [8, () => ({ ...data, terms: data.terms.with(k, mutatedRow(random, [...(data.terms[k] as Row)], k)) })],
    [3, () => ({ ...data, left: place() })],
    [3, () => ({ ...data, right: place() })],
    [3, () => ({ ...data, verdict: random.pick(['equal', 'different', 'disjoint']) })],
    [4, () => ({ ...data, where: list(data.where) })],
    [2, () => ({ ...data, assuming: list(data.assuming) })],
    [4, () => ({ ...data, at: moved() })],
    [1, () => without(random.pick(Object.keys(data)))],
  ])() as VerdictCertificate
}
