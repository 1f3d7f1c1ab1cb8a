/** Answers questions one after the other, off the thread that the page lives on. Each kind is loaded when asked. */
import { OgeeError } from '../../../src/expression/error.ts'
import type { Answered, Asked, Kind, Problem } from './protocol.ts'

type Answering = { readonly answer: (question: never) => unknown }

const ANSWERING: Readonly<Record<Kind, () => Promise<Answering>>> = {
  reading: () => import('./answers/reading.ts'),
  curves: () => import('./answers/curves.ts'),
  derivation: () => import('./answers/derivation.ts'),
  copies: () => import('./answers/copies.ts'),
  through: () => import('./answers/through.ts'),
  rule: () => import('./answers/rule.ts'),
  sections: () => import('./answers/sections.ts'),
  forms: () => import('./answers/forms.ts'),
  claim: () => import('./answers/claim.ts'),
  numbers: () => import('./answers/numbers.ts'),
  losses: () => import('./answers/losses.ts'),
  code: () => import('./answers/code.ts'),
  picture: () => import('./answers/picture.ts'),
  marking: () => import('./answers/marking.ts'),
  columns: () => import('./answers/columns.ts'),
  fit: () => import('./answers/fit.ts'),
  classify: () => import('./answers/classify.ts'),
  learning: () => import('./answers/learning.ts'),
  flow: () => import('./answers/flow.ts'),
}

async function answered({ id, kind, question }: Asked): Promise<Answered> {
  try {
    const { answer } = await ANSWERING[kind]()
    return { id, answer: await answer(question as never) }
  } catch (thrown) {
    return { id, problem: problemOf(thrown) }
  }
}

function problemOf(thrown: unknown): Problem {
  if (!(thrown instanceof OgeeError)) {
    const isLate = thrown instanceof Error && thrown.name === 'OutOfBudget'
    return {
      code: isLate ? 'E500' : 'E999',
      message: thrown instanceof Error ? thrown.message : String(thrown),
    }
  }
  const { code, message, hint, span } = thrown
  return { code, message, ...(hint === undefined ? {} : { hint }), ...(span === undefined ? {} : { span }) }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answered(data).then((answer) => postMessage(answer))
})
