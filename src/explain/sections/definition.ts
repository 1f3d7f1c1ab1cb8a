/** What the function is, and of a named curve what its letters mean, its use and its source. */
import { call, type Expr, symbol } from '../../expression/expr.ts'
import type { Definition } from '../../functions/index.ts'
import { opened } from '../../rules/forms.ts'
import { ABOUT_CURVES, type About } from '../about-curves.ts'
import { type Built, type DraftBlock, paragraph } from '../draft.ts'
import type { Subject } from '../subject.ts'
import { curveSaid } from '../wording/curves.ts'
import { inRow } from '../wording/lists.ts'
import { say } from '../wording/message.ts'

export function definitionSection({ formula, named, variable }: Subject): Built {
  const body = named && opened(formula)
  const name: Expr = body ? formula : call('f', [symbol(variable)])
  const about = named && ABOUT_CURVES[named.name]
  return {
    id: 'definition',
    title: [say('definition.title')],
    known: 'read',
    blocks: [
      ...alsoCalled(named?.synonyms ?? []),
      { kind: 'formula', left: name, right: body ?? formula },
      ...(named && about ? [lettersOf(named, about, formula), ...usesOf(named.name, about)] : []),
    ],
  }
}

const alsoCalled = (synonyms: readonly string[]): DraftBlock[] =>
  synonyms.length === 0 ? [] : [paragraph(say('definition.also-called', { names: inRow(synonyms) }))]

/** The operands of the call, each with what it stands for. */
const lettersOf = ({ name, letters: own }: Definition, { letters }: About, formula: Expr): DraftBlock => ({
  kind: 'list',
  items: (formula.kind === 'call' ? formula.args : []).map((operand, i) => {
    const letter = own[i] as string
    const meaning = curveSaid(name, `letter.${letter}`, letters[letter] ?? '')
    return [say('definition.letter', { letter: operand, meaning })]
  }),
})

const usesOf = (name: string, { used, source, note }: About): DraftBlock[] => [
  paragraph(say('definition.used', { used: curveSaid(name, 'used', used) })),
  ...(note === undefined ? [] : [paragraph(curveSaid(name, 'note', note))]),
  paragraph(say('definition.source', { source })),
]
