/** What the function is. */
import { call, type Expr, symbol } from '../../expression/expr.ts'
import { opened } from '../../rules/forms.ts'
import type { Block, Section } from '../article.ts'
import type { Subject } from '../subject.ts'

export function definitionSection({ formula, named, variable }: Subject): Section {
  const body = named && opened(formula)
  const name: Expr = body ? formula : call('f', [symbol(variable)])
  return {
    id: 'definition',
    title: 'Definition',
    known: 'read',
    blocks: [...alsoCalled(named?.synonyms ?? []), { kind: 'formula', left: name, right: body ?? formula }],
  }
}

const alsoCalled = (synonyms: readonly string[]): Block[] =>
  synonyms.length === 0 ? [] : [{ kind: 'paragraph', text: ['Also called ', synonyms.join(', '), '.'] }]
