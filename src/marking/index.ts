/** Marking: a person's own lines, each against the one before. */
import { isCondition } from '../expression/condition.ts'
import { type Expr, same } from '../expression/expr.ts'
import { assumptions, type Context } from '../syntax/formula.ts'
import type { Mark, MarkedLine, Marking } from './marking.ts'
import { LineReader, supposedIn } from './reader.ts'
import { wrongReason } from './reasons.ts'
import { type Argument, DIFFERENTIATING, isRefused, severity, stepTo } from './steps.ts'
import { Tally } from './tally.ts'

export type { Change, LikelyMistake, Mark, MarkedLine, Marking, WrongReason } from './marking.ts'

const DEFAULT_MILLISECONDS = 10_000
/** What a single question about a line may take, where nothing less is said. */
const LINE = { milliseconds: 500 }
/** The mark of lines that the time did not suffice for. */
export const LATE: Mark = { verdict: 'unknown', reason: 'the time allowed is used up' }

/**
 * Marks a person's working line by line: which rules lead from one line to the next, where a line is
 * wrong and what mistake would explain it, which solutions an equation lost or gained. A line is held
 * against the one before, even if that is wrong, and if it does not follow, against the first. Words between formulas are
 * kept; a heading or a row of dashes begins anew. A line may begin with `=`, name a derivative
 * (`f'(x) = …`, `d/dx(…) = …`), and say its reason beside it: `(chain rule)`.
 *
 * The mistakes named are guesses: each, or two together, gives exactly the wrong line, but for a line that was only
 * factored or multiplied out wrongly. An equation alone that writes a false law is taken for one. All else is proved; `unknown`
 * is the answer where nothing is. `budget` is for all lines together, ten seconds by default.
 *
 * @throws OgeeError `E402` for an assumption that is no condition.
 * @example
 * ```ts
 * mark(['(x + 3)^2', 'x^2 + 9']).lines[1].mark.mistake.name // → 'power of a sum taken term by term'
 * mark('d/dx(sin(x^2)) = cos(x^2)').lines[0].mark.mistake.name // → 'inner derivative dropped'
 * mark(['x^2 = 9', 'x = 3 or x = -3']).verdict // → 'right'
 * ```
 */
export function mark(work: string | readonly string[], context: Context = {}): Marking {
  const texts = typeof work === 'string' ? work.split(/\r?\n/) : work
  const deadline = Date.now() + (context.budget?.milliseconds ?? DEFAULT_MILLISECONDS)
  const reader = new LineReader()
  const tally = new Tally()
  const { variable } = context
  const given = assumptions(context).length
  let known: Context = {
    ...(variable === undefined ? {} : { variable }),
    assuming: assumptions(context),
    budget: LINE,
  }
  let argument: Argument | undefined
  let isDerivativeNext = false
  let isUnread = false
  const lines: MarkedLine[] = []
  const close = (): void => {
    for (const { at, mark: better } of tally.close(known))
      lines[at] = { ...(lines[at] as MarkedLine), mark: better }
  }
  const markPart = (text: string): Omit<MarkedLine, 'number' | 'text'> => {
    const line = Date.now() > deadline ? undefined : reader.read(text)
    if (line?.kind === 'heading') {
      argument = undefined
      close()
    }
    if (line?.kind === 'comment') {
      known = supposing(known, supposedIn(text), given)
      isDerivativeNext ||= DIFFERENTIATING.test(text)
    }
    const here =
      line &&
      supposing(known, supposedIn(line.said ?? '', line.expr !== undefined && isCondition(line.expr)), given)
    const stepFrom = (before: Argument | undefined): ReturnType<typeof stepTo> =>
      line && here ? stepTo(line, { argument: before, isDerivativeNext, context: here }) : { mark: LATE }
    const held = stepFrom(argument)
    // What goes on from a line that was not read is not to blame.
    const step = isUnread && line?.continues && isRefused(held.mark) ? stepFrom(undefined) : held
    if (line?.kind === 'formula')
      isDerivativeNext = step.mark.verdict === 'start' && DIFFERENTIATING.test(text)
    argument = step.argument ?? argument
    if (line?.kind === 'formula') isUnread = step.mark.verdict === 'unreadable'
    // A condition beside the first line holds for the lines after it.
    if (here && step.mark.verdict === 'start') known = here
    const reason = line && step.from ? wrongReason(line.said, step.from) : undefined
    const { mark: found, from } = step
    tally.count({
      at: lines.length,
      mark: found,
      isReasonWrong: reason !== undefined,
      expr: line?.expr,
      from,
    })
    return { mark: step.mark, ...(reason ? { wrongReason: reason } : {}) }
  }
  for (const [i, text] of texts.entries()) {
    const marked = partsOf(text).map(markPart)
    const worst = marked.reduce((u, v) => (severity(v.mark) > severity(u.mark) ? v : u))
    lines.push({ number: i + 1, text, ...worst })
  }
  close()
  return { verdict: tally.verdict(), lines }
}

const BETWEEN =
  /\s*(?:<=>|=>|⇒|⇔|⟹|⟺|\\(?:Rightarrow|Leftrightarrow|Longrightarrow|implies|iff)(?![A-Za-z])|(?:,|\s+and)\s+(?=[A-Za-z]['′]+\s*(?:\(|=)))\s*/

/** The statements of a line with arrows in it. */
function partsOf(text: string): readonly string[] {
  if (text.length > LONGEST_CHAIN) return [text]
  const parts = text.split(BETWEEN).filter((part) => part.trim() !== '')
  return parts.length > 1 ? parts : [text]
}

const LONGEST_CHAIN = 2_000

const MOST_SUPPOSITIONS = 12

/** With what was supposed last, if it is much; the first `given` assumptions stay. */
function supposing(context: Context, condition: Expr | undefined, given: number): Context {
  const known = context.assuming ?? []
  if (!condition || known.some((c) => typeof c !== 'string' && same(c, condition))) return context
  const supposed = [...known.slice(given), condition].slice(-MOST_SUPPOSITIONS)
  return { ...context, assuming: [...known.slice(0, given), ...supposed] }
}
