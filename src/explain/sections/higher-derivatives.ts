/** The next derivatives, each with its own derivation, as far as they are short enough to read. */
import { differentiate, OutOfBudget } from '../../derive/index.ts'
import { verify } from '../../derive/verify.ts'
import { OgeeError } from '../../expression/error.ts'
import type { Block, Section } from '../article.ts'
import { primed } from '../name.ts'
import type { Subject } from '../subject.ts'

/** Derivatives with more nodes say nothing to a reader. */
const LARGEST = 60
const HIGHEST = 4

export function higherDerivativesSection(subject: Subject): Section | undefined {
  if (subject.order !== 1) return undefined
  const blocks: Block[] = []
  for (let order = 2; order <= HIGHEST; order += 1) {
    const block = derivativeOf(order, subject)
    if (!block) break
    blocks.push(block)
  }
  if (blocks.length === 0) return undefined
  return { id: 'higher-derivatives', title: 'Higher derivatives', known: 'proved', blocks }
}

function derivativeOf(order: number, subject: Subject): Block | undefined {
  try {
    const derivation = differentiate(subject.formula, { ...subject.within(0.3), order })
    if (derivation.to.size > LARGEST || !verify(derivation).ok) return undefined
    return { kind: 'formula', left: primed({ ...subject, order }), right: derivation.to }
  } catch (error) {
    if (error instanceof OutOfBudget || error instanceof OgeeError) return undefined
    throw error
  }
}
