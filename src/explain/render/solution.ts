/** The solutions of an equation: how they were found, what they are, and whether they are all. */
import { toJson } from '../../derive/json.ts'
import type { Branch, Solution } from '../../derive/solve/index.ts'
import { call, type Expr, same, symbol } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import type { DraftBlock, Said } from '../draft.ts'
import type { Detail } from '../lines.ts'
import { linesOfWork } from '../work.ts'
import { carried } from './words.ts'

/** The letter that was solved for; the working knows it. */
const letterOf = ({ derivation }: Solution): Expr => symbol(derivation.variable ?? 'x')

const branchText = (letter: Expr, { value, conditions }: Branch): Said[] => [
  ...(same(letter, value) ? ['every ', letter] : [call('=', [letter, value])]),
  ...carried(conditions),
]

/** Whether these are all, in a sentence. */
function completeness({ branches, complete, reason = '' }: Solution): string {
  const { length } = branches
  if (complete && length === 0) return 'There is no real solution.'
  if (complete) {
    return length === 1 ? 'There is no other real solution.' : 'These are all the real solutions.'
  }
  return length === 0
    ? `No solutions are listed: ${reason}. That does not say that there is none.`
    : `There may be other solutions: ${reason}.`
}

/** The working, the solutions, and whether they are all. */
export function solutionBlocks(solution: Solution, detail: Detail): DraftBlock[] {
  const { branches, derivation } = solution
  const lines = linesOfWork(derivation, detail)
  const letter = letterOf(solution)
  return [
    ...(lines.length === 0 ? [] : [{ kind: 'work', from: derivation.from, lines } as const]),
    ...branches.map((branch): DraftBlock => ({ kind: 'paragraph', text: branchText(letter, branch) })),
    { kind: 'paragraph', text: [completeness(solution)] },
  ]
}

/** The solutions as JSON data, formulas in plain notation, each working a certificate. */
export const solutionData = (solution: Solution): object => {
  const { branches, complete, reason, derivation } = solution
  return {
    schema: SCHEMA,
    kind: 'solution',
    variable: print(letterOf(solution)),
    branches: branches.map((branch) => ({
      value: print(branch.value),
      conditions: branch.conditions.map((c) => print(c)),
      derivation: toJson(branch.derivation),
    })),
    complete,
    ...(reason === undefined ? {} : { reason }),
    derivation: toJson(derivation),
  }
}
