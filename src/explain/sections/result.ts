/** The result, and where it holds. */
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'
import type { Block, Inline, Section } from '../article.ts'
import type { Subject } from '../subject.ts'

export function resultSection({ formula, derivation, order, variable, named }: Subject): Section {
  const canon = new Canon(isTotal)
  const name = `${named?.name ?? 'f'}${"'".repeat(order)}(${variable})`
  const blocks: Block[] = [{ kind: 'formula', left: name, right: derivation.to }]
  const domain = domainOf(formula, canon)
  const { assuming, conditions } = derivation
  if (assuming.length > 0)
    blocks.push({ kind: 'paragraph', text: ['Assuming ', ...listed(assuming), '.'] })
  if (conditions.length > 0) {
    blocks.push({ kind: 'paragraph', text: ['It holds for ', ...listed(conditions), '.'] })
  }
  const where: Inline[] =
    domain.length === 0
      ? ['The formula is defined for all real numbers.']
      : ['The formula is defined where ', ...listed(domain), '.']
  blocks.push({ kind: 'paragraph', text: where })
  return { id: 'result', title: 'The result', known: 'proved', blocks }
}

/** a, b and c */
function listed(conditions: readonly Condition[]): Inline[] {
  return conditions.flatMap((condition, i): Inline[] =>
    i === 0 ? [condition] : [i === conditions.length - 1 ? ' and ' : ', ', condition],
  )
}
