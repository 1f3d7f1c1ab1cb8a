/**
 * The road between the two forms of each equal pair, where there is one to find: at most 60 nodes
 * on both sides together, and more between them than a calculation. A second is given for each.
 */
import { type Connection, connect } from '../src/derive/connect/index.ts'
import { differentiate } from '../src/derive/index.ts'
import { verify } from '../src/derive/verify.ts'
import { Canon } from '../src/expression/canonical.ts'
import type { Condition } from '../src/expression/condition.ts'
import type { Expr } from '../src/expression/expr.ts'
import { isTotal } from '../src/rules/forms.ts'
import { attempt, failed } from './judged.ts'
import { type Pair, SOURCES, textOf } from './pairs.ts'
import type { Case, Outcome, Part } from './suite.ts'

const LARGEST = 60
const MILLISECONDS = 1_000

interface Road {
  readonly from: Expr
  readonly to: Expr
  readonly assuming: readonly (string | Condition)[]
}

function roadOf({ left, right, derivedBy, assuming = [] }: Pair): Road {
  if (derivedBy === undefined) return { from: left, to: right, assuming }
  const { to, conditions } = differentiate(left, { variable: derivedBy })
  return { from: to, to: right, assuming: conditions }
}

/** A step that any equality has, and that shows no road. */
const isFallback = (rule: string | null): boolean => rule !== null && /normal form/.test(rule)

function judged(answer: Connection | Error): Outcome {
  if (answer instanceof Error) return failed(answer)
  if (!('steps' in answer))
    return answer.verdict === 'unknown'
      ? { grade: 'unknown', note: answer.reason }
      : { grade: 'wrong', note: `called ${answer.verdict}` }
  const checked = verify(answer)
  if (!checked.ok) return { grade: 'wrong', note: `refused at step ${checked.step}: ${checked.reason}` }
  if (answer.steps.some(({ rule }) => isFallback(rule)))
    return { grade: 'unknown', note: 'the normal form only' }
  return { grade: 'right' }
}

export const CHAINS: readonly Part[] = SOURCES.map(({ file, counts, pairOf, sectionOf }) => ({
  ...{ file, counts, name: `${file}/chains`, title: 'a chain from one form to the other, within a second' },
  caseOf: (row): Case | { readonly none: string } => {
    const pair = pairOf(row)
    if (pair.truth !== 'equal') return { none: 'not equal' }
    const road = attempt(() => roadOf(pair))
    if (road instanceof Error) return { none: 'no derivative' }
    const { from, to, assuming } = road
    if (from.size + to.size > LARGEST) return { none: `more than ${LARGEST} nodes` }
    if (new Canon(isTotal).same(from, to)) return { none: 'a calculation' }
    return {
      id: row.id,
      section: sectionOf(row),
      text: textOf(row),
      ask: () => attempt(() => connect(from, to, { assuming, budget: { milliseconds: MILLISECONDS } })),
      judge: (answer) => judged(answer as Connection | Error),
    }
  },
}))
