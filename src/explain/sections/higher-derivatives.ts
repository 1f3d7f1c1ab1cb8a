/** The next derivatives, each with its own derivation, as far as they are short enough to read. */
import { differentiate, OutOfBudget } from '../../derive/index.ts'
import { verify } from '../../derive/verify.ts'
import { OgeeError } from '../../expression/error.ts'
import { type Expr, mentions } from '../../expression/expr.ts'
import { absent, type Built, type DraftBlock, paragraph } from '../draft.ts'
import { inFactors } from '../forms/factored.ts'
import { primed } from '../name.ts'
import type { Subject } from '../subject.ts'
import { conditionsSaid } from '../wording/lists.ts'
import { say } from '../wording/message.ts'

/** Derivatives with more nodes say nothing to a reader. */
const LARGEST = 60
const HIGHEST = 4

interface Higher {
  readonly to: Expr
  readonly block: DraftBlock
  readonly conditions: readonly Expr[]
}

export function higherDerivativesSection(subject: Subject): Built {
  if (subject.order !== 1) return absent(say('higher.of-higher'))
  if (!mentions(subject.derivation.to, subject.variable)) return absent(say('higher.constant'))
  const found: Higher[] = []
  for (let order = 2; order <= HIGHEST; order += 1) {
    const next = derivativeOf(order, subject)
    if (!next) break
    found.push(next)
    if (!mentions(next.to, subject.variable)) break
  }
  if (found.length === 0) return absent(say('higher.absent'))
  const conditions = found.at(-1)?.conditions ?? []
  return {
    id: 'higher-derivatives',
    title: [say('higher.title')],
    known: 'proved',
    blocks: [
      ...found.map(({ block }) => block),
      ...(conditions.length === 0
        ? []
        : [paragraph(say('higher.where', { conditions: conditionsSaid(conditions) }))]),
    ],
  }
}

function derivativeOf(order: number, subject: Subject): Higher | undefined {
  try {
    const derivation = differentiate(subject.formula, { ...subject.within(0.2), order })
    if (!verify(derivation).ok) return undefined
    const { conditions, assuming } = derivation
    const to = inFactors(derivation.to, { ...subject.within(0.2), assuming: [...assuming, ...conditions] })
    if (to.size > LARGEST) return undefined
    const block: DraftBlock = { kind: 'formula', left: primed({ ...subject, order }), right: to }
    return { to, block, conditions }
  } catch (error) {
    if (error instanceof OutOfBudget || error instanceof OgeeError) return undefined
    throw error
  }
}
