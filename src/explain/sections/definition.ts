/** What the function is, and of a named curve what its letters mean, its use and its source. */
import { call, type Expr, symbol } from '../../expression/expr.ts'
import type { Definition } from '../../functions/index.ts'
import { opened } from '../../rules/forms.ts'
import { ABOUT_CURVES, type About } from '../about-curves.ts'
import type { DraftBlock, DraftSection, Said } from '../draft.ts'
import type { Subject } from '../subject.ts'

export function definitionSection({ formula, named, variable }: Subject): DraftSection {
  const body = named && opened(formula)
  const name: Expr = body ? formula : call('f', [symbol(variable)])
  const about = named && ABOUT_CURVES[named.name]
  return {
    id: 'definition',
    title: ['Definition'],
    known: 'read',
    blocks: [
      ...alsoCalled(named?.synonyms ?? []),
      { kind: 'formula', left: name, right: body ?? formula },
      ...(named && about ? [lettersOf(named, about, formula), ...usesOf(about)] : []),
    ],
  }
}

const alsoCalled = (synonyms: readonly string[]): DraftBlock[] =>
  synonyms.length === 0 ? [] : [{ kind: 'paragraph', text: ['Also called ', synonyms.join(', '), '.'] }]

/** The operands of the call, each with what it stands for. */
const lettersOf = (named: Definition, { letters }: About, formula: Expr): DraftBlock => ({
  kind: 'list',
  items: (formula.kind === 'call' ? formula.args : []).map((operand, i): Said[] => [
    operand,
    `: ${letters[named.letters[i] as string]}`,
  ]),
})

const usesOf = ({ used, source, note }: About): DraftBlock[] => [
  paragraph(`Where it is used: ${used}.`),
  ...(note === undefined ? [] : [paragraph(note)]),
  paragraph(`Source: ${source}.`),
]

const paragraph = (text: string): DraftBlock => ({ kind: 'paragraph', text: [text] })
