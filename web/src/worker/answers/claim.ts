/** A claim about the function, called f: true and why, or false and where. */

import { blocksMarkup } from '../../../../src/explain/render/html.ts'
import { judgementBlocks } from '../../../../src/explain/render/judgement.ts'
import { worded } from '../../../../src/explain/wording/worded.ts'
import { judge } from '../../../../src/library.ts'
import { print } from '../../../../src/syntax/index.ts'
import type { Subject } from '../../state.ts'
import { subjectRead } from '../subject.ts'

export interface ClaimAnswer {
  readonly verdict: 'true' | 'false' | 'unknown'
  readonly said: string
}

const BUDGET_MILLISECONDS = 4_000

/** @throws OgeeError for what is no claim. */
export function answer({ claim, ...subject }: Subject & { readonly claim: string }): ClaimAnswer {
  const { expr, variable, context } = subjectRead(subject, BUDGET_MILLISECONDS)
  const definitions = [`f(${variable}) = ${print(expr)}`]
  const judgement = judge(claim, { ...context, definitions })
  return { verdict: judgement.verdict, said: blocksMarkup(worded(judgementBlocks(judgement))) }
}
