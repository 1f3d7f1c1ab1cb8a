/** The solutions of an equation: how they were found, what they are, and whether they are all. */
import { toJson } from '../../derive/json.ts'
import type { Branch, Solution } from '../../derive/solve/index.ts'
import { call, type Expr, same, symbol } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import { type DraftBlock, paragraph, type Said } from '../draft.ts'
import type { Detail } from '../lines.ts'
import { under } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'
import { textSaid } from '../wording/reasons.ts'
import { linesOfWork } from '../work.ts'

/** The letter that was solved for; the working knows it. */
const letterOf = ({ derivation }: Solution): Expr => symbol(derivation.variable ?? 'x')

const branchSaid = (letter: Expr, { value, conditions }: Branch): Said =>
  under(same(letter, value) ? say('solution.every', { letter }) : call('=', [letter, value]), conditions)

/** Whether these are all, in a sentence. */
function completeness({ branches, complete, reason = '' }: Solution): Message {
  const { length } = branches
  if (complete && length === 0) return say('solution.none')
  if (complete) return say(length === 1 ? 'solution.only' : 'solution.all')
  return say(length === 0 ? 'solution.not-listed' : 'solution.perhaps-more', { reason: textSaid(reason) })
}

/** The working, the solutions, and whether they are all. */
export function solutionBlocks(solution: Solution, detail: Detail): DraftBlock[] {
  const { branches, derivation } = solution
  const lines = linesOfWork(derivation, detail)
  const letter = letterOf(solution)
  return [
    ...(lines.length === 0 ? [] : [{ kind: 'work', from: derivation.from, lines } as const]),
    ...branches.map((branch) => paragraph(branchSaid(letter, branch))),
    paragraph(completeness(solution)),
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
