/**
 * The derivative through the function itself, f′ = P(f): how one gets there, what it saves to whoever
 * has the value f already, and the next derivatives, each from the one before.
 */
import type { SelfReferential } from '../../derive/in-terms-of/index.ts'
import type { Order } from '../../derive/in-terms-of/orders.ts'
import { Canon } from '../../expression/canonical.ts'
import { type Derivation, linesOf, type Step } from '../../expression/derivation.ts'
import { add, derivative, divide, type Expr, mentions, same, symbol } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { absent, type Built, type DraftBlock, type DraftLine, paragraph } from '../draft.ts'
import type { Name } from '../name.ts'
import { operationsOf, operationsSaid, sizeOf } from '../operations.ts'
import { ownForm } from '../own-form.ts'
import type { Subject } from '../subject.ts'
import { LARGEST_FORM, lostPoints, saves, throughItself } from '../through-itself.ts'
import { conditionsSaid } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'
import { linesOfWork } from '../work.ts'

export function inTermsOfSection(subject: Subject): Built {
  const { formula, order, variable, derivation } = subject
  if (order !== 1) return absent(say('in-terms-of.order'))
  if (!mentions(derivation.to, variable)) return absent(say('in-terms-of.constant'))
  const found = throughItself(subject)
  if (!found) return notFound(subject)
  const { letter, form } = found
  if (!mentions(form, letter)) return absent(say('in-terms-of.without'))
  const first: Name = { plain: `${letter}'`, latex: `${letter}'` }
  const f = symbol(letter)
  const lost = lostPoints(found, subject)
  const lines = linesOfWork(secondHalf(found, subject), subject.detail)
  const blocks: DraftBlock[] =
    !saves(found, subject) && lost.length > 0
      ? [paragraph(say('in-terms-of.no-use', { form, f, formula }))]
      : [
          paragraph(say('in-terms-of.write', { f, formula })),
          { kind: 'formula', left: first, right: form },
          ...(lost.length === 0
            ? []
            : [paragraph(say('in-terms-of.where', { conditions: conditionsSaid(lost) }))]),
          paragraph(say(lines.length > 0 ? 'in-terms-of.so' : 'in-terms-of.already')),
          { kind: 'work', from: derivation.to, lines },
          ...ideaOf(secondHalf(found, subject), subject, f),
          paragraph(...saving(found, subject)),
          ...nextDerivatives(found, subject),
        ]
  return { id: 'in-terms-of-f', title: [say('in-terms-of.title', { f })], known: 'proved', blocks }
}

const notFound = ({ variable }: Subject): Built => ({
  id: 'in-terms-of-f',
  title: [say('in-terms-of.title', { f: symbol('f') })],
  known: 'unknown',
  blocks: [paragraph(say('in-terms-of.not-found', { f: symbol('f'), x: symbol(variable) }))],
})

/** The steps after the line at which the derivative is already found. */
function secondHalf({ derivation }: SelfReferential, { derivation: first }: Subject): Derivation {
  const at = linesOf(derivation).findIndex((line) => same(line, first.to))
  return at < 0 ? derivation : { ...derivation, from: first.to, steps: derivation.steps.slice(at) }
}

/** Why one would add and subtract something: what stands above the line lacks only that of what stands below. */
function ideaOf({ steps }: Derivation, subject: Subject, f: Expr): DraftBlock[] {
  const named = steps.filter(({ rule }) => rule !== null)
  const at = named.findIndex(({ rule, direction }) => rule === 'add and subtract' && direction === 'forward')
  const [idea, split] = [named[at], named[at + 1]]
  if (!idea || split?.rule !== 'split the fraction') return []
  const below = belowIn(split)
  const { u, r } = idea.letters as Readonly<Record<string, Expr>>
  if (!below || !u || !r || !new Canon(isTotal).same(add(u, r), below)) return []
  const part = divide(r, below)
  const holes = { numerator: u, below, number: r, part }
  return [
    paragraph(
      same(part, ownForm(subject))
        ? say('in-terms-of.idea-function', { ...holes, f })
        : say('in-terms-of.idea', holes),
    ),
  ]
}

/** What the fraction has below the line. */
const belowIn = ({ before }: Step): Expr | undefined =>
  before.kind === 'call' && before.head === 'divide' ? before.args[1] : undefined

/** What the value of the function saves. */
function saving(found: SelfReferential, subject: Subject): Message[] {
  const holes = { f: symbol(found.letter), through: operationsSaid(operationsOf(found.form)) }
  if (!saves(found, subject)) return [say('in-terms-of.no-less', holes)]
  const [through, alone] = [operationsOf(found.form), operationsOf(subject.derivation.to)]
  return [
    say('in-terms-of.saves', { ...holes, alone: operationsSaid(alone) }),
    ...(sizeOf(through).functions < sizeOf(alone).functions ? [say('in-terms-of.reused')] : []),
  ]
}

function nextDerivatives({ orders, form, letter }: SelfReferential, { variable }: Subject): DraftBlock[] {
  const shown = orders.filter((order) => order.form.size <= LARGEST_FORM && order.lines.length > 1)
  if (shown.length === 0) return []
  const x = symbol(variable)
  return [
    paragraph(say('in-terms-of.next', { slope: firstOf(letter) })),
    ...shown.map((order, i): DraftBlock => {
      const before = i === 0 ? form : (orders[i - 1] as Order).form
      return { kind: 'work', from: derivative(before, x), lines: linesThroughLetter(order, letter) }
    }),
  ]
}

const firstOf = (letter: string): Name => ({ plain: `${letter}'`, latex: `${letter}'` })

/** Differentiate with f for the function, put f′ in, tidy. */
function linesThroughLetter({ lines }: Order, letter: string): DraftLine[] {
  const reasons = [
    say('in-terms-of.rules'),
    say('in-terms-of.put-in', { slope: firstOf(letter) }),
    say('work.calculation'),
  ]
  return lines.map((expr, i) => ({
    expr,
    changed: [],
    reason: [reasons[i] ?? say('work.calculation')],
    sentence: [],
    conditions: [],
  }))
}
