/** The rule of a line and the conditions that it carries, in words. */
import type { Inline, LineOfWork } from '../article.ts'
import { conditionsSaid } from '../wording/lists.ts'
import { say } from '../wording/message.ts'
import { inWords, type Wording } from '../wording/worded.ts'

/** `power rule, for x != 0` */
export const whyOf = (
  { reason, conditions }: Pick<LineOfWork, 'reason' | 'conditions'>,
  wording?: Wording,
): Inline[] =>
  conditions.length === 0
    ? [...reason]
    : inWords([say('list.for', { said: reason, conditions: conditionsSaid(conditions) })], wording)
