/** The derivative, line by line. */
import type { DraftSection } from '../draft.ts'
import type { Subject } from '../subject.ts'
import { linesOfWork } from '../work.ts'

const TITLES = ['', 'first', 'second', 'third']

export function derivativeSection({ derivation, detail, order, variable }: Subject): DraftSection {
  const which = order === 1 ? '' : `${TITLES[order] ?? `${order}th`} `
  return {
    id: 'derivative',
    title: [`The ${which}derivative by ${variable}, line by line`],
    known: 'proved',
    blocks: [{ kind: 'work', from: derivation.from, lines: linesOfWork(derivation, detail) }],
  }
}
