/**
 * The derivative through the function itself, f′ = P(f): how one gets there, what it saves to whoever
 * has the value f already, and the next derivatives, each from the one before.
 */
import { whereDefined } from '../../derive/conditions.ts'
import type { SelfReferential } from '../../derive/in-terms-of/index.ts'
import type { Order } from '../../derive/in-terms-of/orders.ts'
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import { type Derivation, linesOf } from '../../expression/derivation.ts'
import { call, derivative, type Expr, mentions, same, symbol } from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'
import type { DraftBlock, DraftLine, DraftSection, Said } from '../draft.ts'
import type { Name } from '../name.ts'
import { operationsInWords, operationsOf, sizeOf } from '../operations.ts'
import { listed } from '../render/words.ts'
import type { Subject } from '../subject.ts'
import { LARGEST_FORM, throughItself } from '../through-itself.ts'
import { linesOfWork } from '../work.ts'

const paragraph = (...text: Said[]): DraftBlock => ({ kind: 'paragraph', text })

const section = (
  letter: string,
  known: DraftSection['known'],
  blocks: readonly DraftBlock[],
): DraftSection => ({
  id: 'in-terms-of-f',
  title: [`In terms of ${letter}`],
  known,
  blocks,
})

export function inTermsOfSection(subject: Subject): DraftSection | undefined {
  const { formula, order, variable, derivation } = subject
  if (order !== 1 || !mentions(derivation.to, variable)) return undefined
  const found = throughItself(subject)
  if (found === undefined) {
    const sentence = paragraph(
      'No way to write the derivative through the function itself, as P(f, ',
      symbol(variable),
      '), was found. That does not say that there is none.',
    )
    return section('f', 'unknown', [sentence])
  }
  const { letter, form } = found
  if (!mentions(form, letter)) return undefined
  const first: Name = { plain: `${letter}'`, latex: `${letter}'` }
  const lost = lostPoints(found, subject)
  const lines = linesOfWork(secondHalf(found, subject), subject.detail)
  const { saves, text } = saving(found, subject)
  if (!saves && lost.length > 0) {
    return section(letter, 'proved', [
      paragraph(
        'The derivative can be written through the function, as ',
        form,
        ' with ',
        symbol(letter),
        ' for ',
        formula,
        ', but that leaves points out and saves nothing.',
      ),
    ])
  }
  return section(letter, 'proved', [
    paragraph('Write ', symbol(letter), ' for ', formula, ', the value of the function itself. Then'),
    { kind: 'formula', left: first, right: form },
    ...(lost.length === 0 ? [] : [paragraph('for ', ...listed(lost), '.')]),
    paragraph(lines.length > 0 ? 'It comes out of the derivative so:' : 'The derivative has it already:'),
    { kind: 'work', from: derivation.to, lines },
    paragraph(text),
    ...nextDerivatives(found, subject),
  ])
}

/** What must hold beside the domain of the function and of its derivative. */
function lostPoints(
  { derivation, letter }: SelfReferential,
  { formula, derivation: first, assuming }: Subject,
): Condition[] {
  const canon = new Canon(isTotal)
  const known = [...assuming, ...domainOf(formula, canon), ...domainOf(first.to, canon), ...first.conditions]
  const lost = whereDefined(derivation.to, known, canon)
  return lost.map((condition) => exchanged(condition, formula, symbol(letter)))
}

/** u with the letter for the function, wherever it is written out. */
function exchanged(u: Expr, f: Expr, letter: Expr): Expr {
  if (same(u, f)) return letter
  if (u.kind !== 'call') return u
  return call(
    u.head,
    u.args.map((arg) => exchanged(arg, f, letter)),
  )
}

/** The steps after the line at which the derivative is already found. */
function secondHalf({ derivation }: SelfReferential, { derivation: first }: Subject): Derivation {
  const at = linesOf(derivation).findIndex((line) => same(line, first.to))
  return at < 0 ? derivation : { ...derivation, from: first.to, steps: derivation.steps.slice(at) }
}

/** What the value of the function saves, in a sentence. */
function saving(
  { form, letter }: SelfReferential,
  { derivation }: Subject,
): { saves: boolean; text: string } {
  const [through, alone] = [operationsOf(form), operationsOf(derivation.to)]
  const [few, many] = [sizeOf(through), sizeOf(alone)]
  const saves = few.functions < many.functions || (few.functions === many.functions && few.all < many.all)
  const taken = `Once the value ${letter} is known, its derivative takes ${operationsInWords(through)}`
  const text = saves
    ? `${taken}; by itself the derivative takes ${operationsInWords(alone)}.`
    : `${taken}, which is no less than the derivative takes by itself.`
  return { saves, text }
}

function nextDerivatives({ orders, form, letter }: SelfReferential, { variable }: Subject): DraftBlock[] {
  const shown = orders.filter((order) => order.form.size <= LARGEST_FORM && order.lines.length > 1)
  if (shown.length === 0) return []
  const x = symbol(variable)
  return [
    paragraph(`The next derivatives follow from this one, with ${letter}' put in each time:`),
    ...shown.map((order, i): DraftBlock => {
      const before = i === 0 ? form : (orders[i - 1] as Order).form
      return { kind: 'work', from: derivative(before, x), lines: linesThroughLetter(order, letter) }
    }),
  ]
}

/** Differentiate with f for the function, put f′ in, tidy. */
function linesThroughLetter({ lines }: Order, letter: string): DraftLine[] {
  const reasons = ['differentiation rules', `${letter}' put in`, 'calculation']
  return lines.map((expr, i) => ({
    expr,
    changed: [],
    reason: [reasons[i] ?? 'calculation'],
    sentence: [],
    conditions: [],
  }))
}
