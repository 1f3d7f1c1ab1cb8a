/** Forms that other people use, of the function and of its derivative, and how one gets there. */
import type { Domains } from '../../decide/verdict.ts'
import { OutOfBudget } from '../../derive/index.ts'
import type { Expr } from '../../expression/expr.ts'
import { opened } from '../../rules/forms.ts'
import type { Context } from '../../syntax/formula.ts'
import { print } from '../../syntax/index.ts'
import { absent, type Built, type DraftBlock, paragraph, type Said } from '../draft.ts'
import { type Form, otherForms } from '../forms/forms.ts'
import type { Subject } from '../subject.ts'
import { inRow, under } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'
import { linesOfWork, rulesOf } from '../work.ts'

/** The part of the time for the function itself, and of what is left for its derivative; the rest is for other sections. */
const FOR_FUNCTION = 0.45
const FOR_DERIVATIVE = 0.6
/** Less time is not worth beginning with. */
const ENOUGH_MILLISECONDS = 100

export function otherFormsSection(subject: Subject): Built {
  const { formula, derivation, named, order } = subject
  const own = (named && opened(formula)) ?? formula
  const ofFunction = found(own, FOR_FUNCTION, subject)
  const ofDerivative = order === 1 ? found(derivation.to, FOR_DERIVATIVE, subject) : []
  const [example] = [...ofFunction, ...ofDerivative]
  if (!example) return absent(say('forms.absent'))
  return {
    id: 'other-forms',
    title: [say('forms.title')],
    known: 'proved',
    blocks: [
      ...group(say('forms.of-function'), ofFunction, subject),
      ...group(say('forms.of-derivative'), ofDerivative, subject),
      paragraph(say('forms.proved', { command: { code: command(example) } })),
    ],
  }
}

const command = ({ chain: { from }, form }: Form): string => `ogee connect "${print(from)}" "${print(form)}"`

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

/** The forms in a list, or each with all its lines. */
function group(title: Message, forms: readonly Form[], { detail }: Subject): DraftBlock[] {
  if (forms.length === 0) return []
  const items = forms.map(item)
  const brief: DraftBlock[] = [{ kind: 'list', items }]
  const whole = forms.flatMap((form): DraftBlock[] => [
    { kind: 'list', items: [item(form)] },
    workOf(form.chain, detail),
  ])
  return [paragraph(title), ...(detail === 'main' ? brief : whole)]
}

const workOf = (chain: Form['chain'], detail: Subject['detail']): DraftBlock => ({
  kind: 'work',
  from: chain.from,
  lines: linesOfWork(chain, detail),
})

/** What becomes of the domain, where it does not stay what it was. */
const DOMAINS = {
  'left-wider': 'forms.fewer-points',
  'right-wider': 'forms.more-points',
  overlap: 'forms.other-points',
  unknown: 'forms.unknown-points',
} as const satisfies Partial<Record<Domains, string>>

/** The form, what happens to the domain, and the rules that lead there. */
function item({ form, chain, domains }: Form): Said[] {
  const held = under(form, chain.conditions)
  const said = domains in DOMAINS ? say(DOMAINS[domains as keyof typeof DOMAINS], { form: held }) : held
  const rules = rulesOf(chain)
  return [rules.length === 0 ? said : say('forms.by', { form: said, rules: inRow(rules) })]
}
