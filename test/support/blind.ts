/**
 * Wrong workings by people who had not seen the table of mistakes, and how the marking of one is judged.
 * Which named mistakes say what such a person calls the kind stands in test/cases/marking-blind-kinds.txt.
 */
import type { Mark, Marking } from '../../src/marking/index.ts'
import { cases } from './cases.ts'

interface BlindCase {
  /** The lines, joined by ` ; `. */
  readonly input: string
  /** The kind of mistake in its author's words. */
  readonly kind: string
  /** Names of mistakes, or of changes of the solutions, that say the same. */
  readonly accepted: readonly string[]
}

/** A corpus: the files of wrong and of right workings, and that of the kinds. */
interface Corpus {
  readonly wrong: readonly string[]
  readonly right: readonly string[]
  readonly kinds: string
}

/** The second was written when the table had been mended after the first. */
export const CORPORA: Readonly<Record<'first' | 'second', Corpus>> = {
  first: {
    wrong: ['marking-blind-wrong-algebra', 'marking-blind-wrong-calculus'],
    right: ['marking-blind-right-algebra', 'marking-blind-right-calculus'],
    kinds: 'marking-blind-kinds',
  },
  second: {
    wrong: ['marking-blind-second-wrong'],
    right: ['marking-blind-second-right'],
    kinds: 'marking-blind-second-kinds',
  },
}

export const workOf = (input: string): string[] => input.split(' ; ')

export const blindRight = ({ right }: Corpus): string[] =>
  right.flatMap((file) => cases(file).map(({ input }) => input))

export function blindWrong({ wrong, kinds }: Corpus): BlindCase[] {
  const accepted = new Map<string, string[]>()
  for (const { input, answer } of cases(kinds)) {
    const names = answer === 'none' ? [] : answer.split(' | ')
    accepted.set(input, [...(accepted.get(input) ?? []), ...names])
  }
  return wrong
    .flatMap((file) => cases(file))
    .map(({ input, answer }) => {
      const ofKind = accepted.get(answer)
      if (!ofKind) throw new Error(`no row in ${kinds}.txt for “${answer}”`)
      return { input, kind: answer, accepted: [...ofKind, ...(accepted.get(input) ?? [])] }
    })
}

/** What was found: the last line refused and no other; and what it was refused for. */
interface Finding {
  readonly isRefused: boolean
  /** The mistake named, or what became of the solutions where no mistake is named. */
  readonly named?: string
}

export function findingOf({ verdict, lines }: Marking): Finding {
  const marks = lines.map(({ mark }) => mark)
  const last = marks.at(-1)
  const isBlamed = marks.slice(0, -1).some(refuses)
  const isRefused = verdict === 'wrong' && !isBlamed && last !== undefined && refuses(last)
  const mistake = last?.verdict === 'wrong' || last?.verdict === 'equivalent, but' ? last.mistake : undefined
  const named = mistake?.name ?? (last?.verdict === 'equivalent, but' ? last.but : undefined)
  return { isRefused, ...(named === undefined ? {} : { named }) }
}

/** Another domain is no mistake by itself; other solutions are. */
const refuses = (mark: Mark): boolean =>
  mark.verdict === 'wrong' || (mark.verdict === 'equivalent, but' && /solutions$/.test(mark.but))
