/**
 * Why the formula has the form it has: it is the answer to a question. The function is solved for its
 * variable, which gives the inverse g; then g(y) = x is solved for y, line by line, back to the formula.
 */

import { verify } from '../../analyse/verify.ts'
import { compare } from '../../derive/compare.ts'
import { withConditions } from '../../derive/conditions.ts'
import { connect } from '../../derive/connect/index.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { measure } from '../../derive/simplify-measure.ts'
import { type Branch, type Solution, solve } from '../../derive/solve/index.ts'
import { Canon } from '../../expression/canonical.ts'
import { distinct } from '../../expression/condition.ts'
import type { Derivation } from '../../expression/derivation.ts'
import {
  call,
  type Expr,
  freeSymbols,
  isCall,
  mentions,
  type SymbolNode,
  same,
  symbol,
} from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal, opened } from '../../rules/forms.ts'
import type { Context } from '../../syntax/formula.ts'
import { unproved } from '../../verify/prove.ts'
import { Facts } from '../../verify/signs.ts'
import { absent, type Built, type DraftBlock, paragraph } from '../draft.ts'
import { turned } from '../forms/turned.ts'
import { calledOf } from '../name.ts'
import { wishesOf } from '../properties/wishes.ts'
import { analysisOf, replayFor } from '../studied.ts'
import type { Subject } from '../subject.ts'
import { conditionsSaid } from '../wording/lists.ts'
import { say } from '../wording/message.ts'
import { linesOfWork } from '../work.ts'

const equation = (u: Expr, v: Expr): Expr => call('=', [u, v])

/** With fewer lines the answer is the question read backwards. */
const FEWEST_LINES = 2

export function whyThisFormSection(subject: Subject): Built {
  if (subject.order !== 1) return absent(say('why.of-higher'))
  if (isPolynomialIn(subject.formula, subject.variable)) return absent(say('why.polynomial'))
  const blocks = [...answeredIn(subject), ...wishedFor(subject)]
  if (blocks.length === 0) return absent(say('why.absent'))
  return { id: 'why-this-form', title: [say('why.title')], known: 'proved', blocks }
}

/** What one wishes of a curve between two bounds, where this one has it all. */
function wishedFor(subject: Subject): DraftBlock[] {
  const analysis = analysisOf(subject)
  const wishes = analysis && wishesOf(analysis, calledOf(subject), replayFor(subject))
  if (!wishes) return []
  const given = [...analysis.assuming, ...analysis.supposing]
  return [
    paragraph(
      given.length === 0 ? say('why.wishes') : say('why.wishes-for', { conditions: conditionsSaid(given) }),
    ),
    { kind: 'list', items: wishes },
  ]
}

/** The question and its answer; nothing where none was found in time. */
function answeredIn(subject: Subject): DraftBlock[] {
  try {
    return told(subject)
  } catch (error) {
    if (error instanceof OutOfBudget) return []
    throw error
  }
}

function told(subject: Subject): DraftBlock[] {
  const { formula, named, variable, detail, within } = subject
  const own = (named && opened(formula)) ?? formula
  const [x, y] = [symbol(variable), letterFor(own, variable)]
  const inverse = inverseOf(own, x, y, within(0.3))
  if (!inverse) return []
  const question = equation(inverse.value, x)
  const canon = new Canon(isTotal)
  const known = [...domainOf(own, canon), ...inverse.conditions.filter((c) => !mentions(c, y.name))]
  const assuming = distinct([...subject.assuming, ...known])
  const answer = answered(question, y, own, { ...within(0.4), assuming })
  const lines = answer ? linesOfWork(answer.derivation, detail, answer.solved) : []
  if (lines.length < FEWEST_LINES) return []
  const forth: DraftBlock[] = [
    paragraph(say('why.solved')),
    { kind: 'work', from: inverse.derivation.from, lines: linesOfWork(inverse.derivation, detail) },
  ]
  return [
    paragraph(say('why.question', { y })),
    { kind: 'formula', left: inverse.value, right: x },
    paragraph(
      inverse.conditions.length === 0
        ? say('why.back', { y, x })
        : say('why.back-for', { y, x, conditions: conditionsSaid(inverse.conditions) }),
    ),
    { kind: 'work', from: question, lines },
    ...(detail === 'main' ? [] : forth),
  ]
}

/** The function solved for its variable, from its own form or one with top and bottom turned: the simplest. */
function inverseOf(own: Expr, x: SymbolNode, y: SymbolNode, context: Context): Branch | undefined {
  const isSame = (form: Expr): boolean => {
    const verdict = compare(own, form, context)
    return verdict.verdict === 'equal' && verdict.where.length === 0 && verdict.domains === 'same'
  }
  return [own, ...turned(own, x.name).filter(isSame)]
    .flatMap((form) => onlyBranch(solve(equation(y, form), x.name, context), x) ?? [])
    .sort((a, b) => measure(a.value) - measure(b.value))[0]
}

/** From the question to y = formula, and the line in which it is solved, if rules lead on from there. */
interface Answer {
  readonly derivation: Derivation
  readonly solved?: Expr
}

/** The answer to the question, replayed by the checker. */
function answered(question: Expr, y: SymbolNode, own: Expr, context: Context): Answer | undefined {
  const solution = solve(question, y.name, context)
  const branch = onlyBranch(solution, y)
  const { to, steps, assuming } = solution.derivation
  if (!branch || !isCall(to, '=')) return undefined
  const chain = connect(branch.value, own, context)
  if (!('steps' in chain) || chain.conditions.length > 0) return undefined
  const rest = chain.steps.map((step) => ({ ...step, path: [1, ...step.path] }))
  const bare = { from: question, to: equation(y, own), variable: y.name, assuming, conditions: [] }
  const derivation = withConditions({ ...bare, steps: [...steps, ...rest] }, new Canon(isTotal))
  if (!verify(derivation).ok) return undefined
  return rest.some((step) => step.rule !== null) ? { derivation, solved: to } : { derivation }
}

/**
 * The one branch of the working, with all that must hold for there to be no other: the last line of the working says
 * what the letter is and nothing else about it, and neither does what had to be carried on the way.
 */
function onlyBranch({ branches, derivation }: Solution, letter: SymbolNode): Branch | undefined {
  const [branch, second] = branches.filter((b) => b.derivation === derivation)
  if (!branch || second) return undefined
  const { to } = derivation
  const parts = isCall(to, 'and') ? to.args : [to]
  const [answer, another] = [...parts, ...derivation.conditions].filter((c) => mentions(c, letter.name))
  if (!answer || another || !same(answer, equation(letter, branch.value))) return undefined
  const canon = new Canon(isTotal)
  const facts = new Facts([...branch.conditions, ...domainOf(branch.value, canon)], canon)
  const more = derivation.conditions.flatMap((c) => unproved(c, facts))
  return { ...branch, conditions: distinct([...branch.conditions, ...more]) }
}

/** The letter for the value: y, or one that the formula does not use. */
function letterFor(formula: Expr, variable: string): SymbolNode {
  const taken = new Set([variable, ...freeSymbols(formula)])
  return symbol(['y', 'p', 'q', 'v', 'w'].find((letter) => !taken.has(letter)) ?? 'y_1')
}

/** Is u built from the variable by sums and products, and free of it elsewhere? */
function isPolynomialIn(u: Expr, variable: string): boolean {
  if (u.kind !== 'call' || !mentions(u, variable)) return true
  const [first, second] = u.args as [Expr, Expr]
  if (isCall(u, 'add') || isCall(u, 'multiply') || isCall(u, 'negate')) {
    return u.args.every((arg) => isPolynomialIn(arg, variable))
  }
  if (isCall(u, 'divide')) return isPolynomialIn(first, variable) && !mentions(second, variable)
  return isCall(u, 'power') && isPolynomialIn(first, variable) && second.kind === 'number'
}
