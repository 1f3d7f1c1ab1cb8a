/** What an analysis claims with its sign, side, direction, strictness or value changed is refused. */
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse/index.ts'
import { verify } from '../../src/analyse/verify.ts'
import { parse } from '../../src/syntax/index.ts'

type Row = (string | number)[]

/** A certificate of a claim, as it is read back. */
interface Written {
  readonly kind: string
  readonly terms: Row[]
  readonly claim: Record<string, unknown>
}

const FORMULAS: readonly (readonly [string, ...string[]])[] = [
  ['1/(1 + e^-x)'],
  ['x^2/(x - 1)'],
  ['x/(1 + e^-x)'],
  ['|x|'],
  ['log(x)/x'],
  ['a*e^(-b*e^(-c*x))', 'a > 0', 'b > 0', 'c > 0'],
  ['sqrt(1 - x^2)'],
]

const OPPOSITE: Readonly<Record<string, unknown>> = {
  increasing: 'decreasing',
  decreasing: 'increasing',
  convex: 'concave',
  concave: 'convex',
  left: 'right',
  right: 'left',
  infinity: '-infinity',
  '-infinity': 'infinity',
  'lower end': 'upper end',
  'upper end': 'lower end',
  '<': '>=',
  '>': '<=',
  '<=': '>',
  '>=': '<',
  '=': '!=',
}

/** The certificate with one more row in its table, and the place of that row. */
function withRow(data: Written, row: Row): readonly [Written, number] {
  return [{ ...data, terms: [...data.terms, row] }, data.terms.length]
}

/** u + 1 for the term at the place. */
function oneMore(data: Written, place: number): readonly [Written, number] {
  const [first, one] = withRow(data, ['number', '1'])
  return withRow(first, ['add', place, one])
}

const claiming = (data: Written, changes: Record<string, unknown>): Written => ({
  ...data,
  claim: { ...data.claim, ...changes },
})

/** Changed claims with the old proof. */
function mutants(data: Written): (readonly [what: string, mutant: Written])[] {
  const { claim } = data
  const found: (readonly [string, Written])[] = []
  const flip = (field: string): void => {
    const other = OPPOSITE[String(claim[field])]
    if (other !== undefined) found.push([`${field} ${other}`, claiming(data, { [field]: other })])
  }
  if (claim.kind === 'monotone' || claim.kind === 'bent') {
    if (claim.strictly === true) flip('direction')
    if (claim.strictly === false) found.push(['strictly', claiming(data, { strictly: true })])
  }
  if (claim.kind === 'tends') {
    flip('is')
    if (claim.side !== 'both' && typeof claim.to === 'number' && typeof claim.is === 'string') flip('side')
    if (typeof claim.is === 'number') {
      const [longer, place] = oneMore(data, claim.is)
      found.push(['limit + 1', claiming(longer, { is: place })])
    }
  }
  if (claim.kind === 'holds' && typeof claim.condition === 'number') {
    const [head, ...sides] = data.terms[claim.condition] as Row
    const other = OPPOSITE[String(head)]
    if (typeof other === 'string') {
      const [longer, place] = withRow(data, [other, ...sides])
      found.push([`relation ${other}`, claiming(longer, { condition: place })])
    }
  }
  if (claim.kind === 'range') {
    const [low, high] = [claim.low, claim.high] as [Record<string, unknown>, Record<string, unknown>]
    if (low.value !== high.value) found.push(['ends exchanged', claiming(data, { low: high, high: low })])
    for (const name of ['low', 'high']) {
      const end = claim[name] as Record<string, unknown>
      if (typeof end.value === 'number') {
        const [longer, place] = oneMore(data, end.value)
        found.push([`${name} + 1`, claiming(longer, { [name]: { ...end, value: place } })])
      }
      if (end.at !== undefined) {
        const { at: _, ...rest } = end
        found.push([`${name} approached`, claiming(data, { [name]: { ...rest, towards: 'lower end' } })])
      }
    }
  }
  return found
}

describe.each(FORMULAS)('%s', (formula, ...assuming) => {
  const analysis = analyse(parse(formula), { assuming, budget: { milliseconds: 30_000 } })
  const written = analysis.properties
    .flatMap((property) => property.certificates())
    .map((certificate) => JSON.parse(JSON.stringify(certificate)) as Written)
    .filter(({ kind }) => kind === 'claim')

  test('the claims as they are', () => {
    for (const data of written) expect(verify(data)).toEqual({ ok: true })
  })

  test('changed claims', () => {
    const all = written.flatMap(mutants)
    expect(all.length).toBeGreaterThan(10)
    const accepted = all
      .filter(([, mutant]) => verify(mutant).ok)
      .map(([what, { claim }]) => [claim.kind, what])
    expect(accepted).toEqual([])
  })
})
