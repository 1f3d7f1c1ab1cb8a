/** Forms that other people use, of the function and of its derivative, and how one gets there. */
import type { Domains } from '../../decide/verdict.ts'
import { type Chain, connect } from '../../derive/connect/index.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { verify } from '../../derive/verify.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { type Expr, mentions, substitute, symbol } from '../../expression/expr.ts'
import type { Context } from '../../syntax/formula.ts'
import { print } from '../../syntax/index.ts'
import { absent, type Built, type DraftBlock, paragraph, type Said } from '../draft.ts'
import { type Form, otherForms } from '../forms/forms.ts'
import { shownLines } from '../lines.ts'
import { ownForm } from '../own-form.ts'
import type { Subject } from '../subject.ts'
import { lostPoints, saves, throughItself } from '../through-itself.ts'
import { inRow, under } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'
import { linesOfWork, rulesOf } from '../work.ts'

/** The part of the time for the function itself, and of what is left for its derivative; the rest is for other sections. */
const FOR_FUNCTION = 0.45
const FOR_DERIVATIVE = 0.6
/** Less time is not worth beginning with. */
const ENOUGH_MILLISECONDS = 100

export function otherFormsSection(subject: Subject): Built {
  const { derivation, order } = subject
  const ofFunction = found(ownForm(subject), FOR_FUNCTION, subject)
  const ofDerivative = order === 1 ? found(derivation.to, FOR_DERIVATIVE, subject) : []
  if (ofFunction.length + ofDerivative.length === 0) return absent(say('forms.absent'))
  const blocks = [
    ...groups('function', say('forms.of-function'), ofFunction, subject),
    ...groups('derivative', say('forms.of-derivative'), ofDerivative, subject),
    ...ofDerivative.slice(0, 1).flatMap((form) => toTheFunction(form, subject)),
    paragraph(say('forms.proved')),
  ]
  return { id: 'other-forms', title: [say('forms.title')], known: 'proved', blocks }
}

/** Other forms of u, found in this part of the time that is left. */
function found(u: Expr, part: number, { variable, within }: Subject): Form[] {
  const left = (): number => within(1).budget?.milliseconds ?? 0
  const kept = (1 - part) * left()
  const mine = (): number => Math.max(1, left() - kept)
  try {
    const context = (): Context => ({ ...within(1), budget: { milliseconds: mine() } })
    return otherForms(u, variable, context, () => mine() < ENOUGH_MILLISECONDS)
  } catch (error) {
    if (error instanceof OutOfBudget) return []
    throw error
  }
}

/** Each form to be unfolded, with all lines that lead there. */
function groups(id: string, title: Message, forms: readonly Form[], subject: Subject): DraftBlock[] {
  if (forms.length === 0) return []
  return [
    paragraph(title),
    ...forms.map((form, i) => folded(`${id}-${i + 1}`, item(form), form.chain, subject)),
  ]
}

/** A chain line by line, and how to have it again. */
const folded = (id: string, title: Said, chain: Derivation, { detail }: Subject): DraftBlock => ({
  kind: 'group',
  id,
  title: [title],
  folded: true,
  blocks: [
    { kind: 'work', from: chain.from, lines: linesOfWork(chain, detail) },
    paragraph(say('forms.command', { command: { code: command(chain) } })),
  ],
})

const command = ({ from, to }: Derivation): string => `ogee connect "${print(from)}" "${print(to)}"`

/** From another form of the derivative to the one through the function, if that is worth having. */
function toTheFunction({ form }: Form, subject: Subject): DraftBlock[] {
  const through = throughItself(subject)
  if (!through || !mentions(through.form, through.letter)) return []
  if (!saves(through, subject) || lostPoints(through, subject).length > 0) return []
  const f = symbol(through.letter)
  const to = substitute(through.form, new Map([[through.letter, ownForm(subject)]]))
  const chain = shortestChain(form, to, subject)
  if (!chain || chain.conditions.some((condition) => mentions(condition, subject.variable))) return []
  return [
    paragraph(say('forms.of-both', { f, through: through.form })),
    folded(
      'through',
      under(say('forms.from-to', { form, through: through.form }), chain.conditions),
      chain,
      subject,
    ),
  ]
}

/** Straight, or by the derivative as it was found, whichever has fewer lines. */
function shortestChain(form: Expr, to: Expr, { derivation, within }: Subject): Derivation | undefined {
  try {
    const ways = [
      connect(form, to, within(0.3)),
      connect(form, to, { ...within(0.3), through: derivation.to }),
    ]
    const chains = ways.filter((way): way is Chain => 'steps' in way && way.steps.length > 0)
    const linesIn = (chain: Derivation): number => shownLines(chain).length
    return chains.filter((chain) => verify(chain).ok).sort((a, b) => linesIn(a) - linesIn(b))[0]
  } catch (error) {
    if (error instanceof OutOfBudget) return undefined
    throw error
  }
}

/** What becomes of the domain, where it does not stay what it was. */
const DOMAINS = {
  'left-wider': 'forms.fewer-points',
  'right-wider': 'forms.more-points',
  overlap: 'forms.other-points',
  unknown: 'forms.unknown-points',
} as const satisfies Partial<Record<Domains, string>>

/** The form, what happens to the domain, and the rules that lead there. */
function item({ form, chain, domains }: Form): Said {
  const held = under(form, chain.conditions)
  const said = domains in DOMAINS ? say(DOMAINS[domains as keyof typeof DOMAINS], { form: held }) : held
  const rules = rulesOf(chain)
  return rules.length === 0 ? said : say('forms.by', { form: said, rules: inRow(rules) })
}
