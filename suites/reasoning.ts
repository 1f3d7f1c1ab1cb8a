/** Arguments line by line from STACK's tests of reasoning by equivalence: what marking says of each line. */
import { mark } from '../src/marking/index.ts'
import type { Mark, Marking } from '../src/marking/marking.ts'
import { attempt, failed } from './judged.ts'
import type { Case, Outcome, Part, Row } from './suite.ts'

/** What a line is called, by what is true of it. */
type Truth = 'follows' | 'gained solutions' | 'lost solutions' | 'refused'

const TRUTHS: Readonly<Record<string, Truth>> = {
  'checked-equal': 'follows',
  equivalent: 'follows',
  'equivalent-over-reals': 'follows',
  'same-roots': 'follows',
  implies: 'gained solutions',
  'implied-by': 'lost solutions',
  'not-justified': 'refused',
  'and-or-confusion': 'refused',
}

/** A logarithm to a base. */
const TO_A_BASE = /\blg\(([^(),]+),([^(),]+)\)/g

/** Maxima's spellings and STACK's words. */
function respelled(line: string): string {
  const continued = /^stackeq\((.*)\)$/.exec(line)
  return (continued ? `= ${continued[1]}` : line)
    .replace(/\bnounor\b/g, 'or')
    .replace(/\bnounand\b/g, 'and')
    .replace(/\bnoundiff\((.*),\s*(\w)\)/g, 'd/d$2($1)')
    .replaceAll('#pm#', '±')
    .replaceAll('#', '!=')
    .replaceAll('%e', 'e')
    .replaceAll('%pi', 'pi')
    .replace(TO_A_BASE, '(log($1)/log($2))')
}

const LETTER = /(?<![A-Za-z])[a-zA-Z](?![A-Za-z(])/g

/** The suite's assumption that letters are positive. */
const assumed = (row: Row): readonly string[] =>
  row.assume_pos
    ? [...new Set((row.lines as string[]).join(' ').match(LETTER) ?? [])]
        .filter((name) => name !== 'e')
        .map((name) => `${name} > 0`)
    : []

/** The mark in the suite's words. */
const called = (found: Mark): string => (found.verdict === 'equivalent, but' ? found.but : found.verdict)
const KEEPS: ReadonlySet<string> = new Set(['follows', 'wider domain', 'narrower domain'])
const REFUSES: ReadonlySet<string> = new Set(['wrong', 'lost solutions', 'gained solutions'])

function judged(truth: Truth, found: Mark): Outcome {
  const name = called(found)
  if (truth === 'follows' ? KEEPS.has(name) : truth === 'refused' ? REFUSES.has(name) : name === truth)
    return { grade: 'right' }
  if (KEEPS.has(name) || REFUSES.has(name)) return { grade: 'wrong', note: `${truth} called ${name}` }
  const reason = found.verdict === 'unknown' ? found.reason : name
  return { grade: 'unknown', note: reason }
}

function caseOf({ id, section, before, line, verdict, assuming }: Row): Case | { readonly none: string } {
  const truth = TRUTHS[verdict as string]
  if (truth === undefined) return { none: 'begins anew' }
  const work = [before, line].map(respelled)
  return {
    id,
    section,
    text: `${work.join('  ⇒  ')}  (${verdict}${assuming.length > 0 ? `, ${assuming.join(', ')}` : ''})`,
    ask: () => attempt(() => mark(work, { assuming })),
    judge: (answer) =>
      answer instanceof Error ? failed(answer) : judged(truth, (answer as Marking).lines[1]?.mark as Mark),
  }
}

export const REASONING: readonly Part[] = [
  {
    file: 'stack_equiv_reasoning',
    name: 'stack_equiv_reasoning',
    title: 'arguments line by line: what follows, what is lost or gained, what is wrong',
    counts: () => true,
    rowsIn: (row) =>
      ((row.verdicts ?? []) as string[]).slice(1).map((verdict, i) => ({
        id: `${row.id}/${i + 2}`,
        section: row.section,
        before: row.lines[i],
        line: row.lines[i + 1],
        verdict,
        assuming: assumed(row),
      })),
    caseOf,
  },
]
