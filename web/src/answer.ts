/** What the worker says of a question that follows what is asked on the page. */
import { type ReadonlySignal, signal, useSignalEffect } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { ask, Unanswered } from './ask.ts'
import type { AnswerTo, Kind, Problem, Question } from './worker/protocol.ts'

export interface Answer<K extends Kind> {
  /** The last answer there was; it stays while the next is worked out. */
  readonly answer: AnswerTo<K> | undefined
  readonly problem: Problem | undefined
  /** Is another answer on its way? */
  readonly isWaiting: boolean
}

/** The answer to `question()`, asked anew whenever a signal that it reads changes. */
export function useAnswer<K extends Kind>(
  kind: K,
  question: () => Question<K> | undefined,
): ReadonlySignal<Answer<K>> {
  const [state, follow] = useMemo(() => following(kind), [kind])
  useSignalEffect(() => {
    follow(question())
  })
  return state
}

function following<K extends Kind>(
  kind: K,
): [ReadonlySignal<Answer<K>>, (q: Question<K> | undefined) => void] {
  const state = signal<Answer<K>>({ answer: undefined, problem: undefined, isWaiting: false })
  let last = ''
  return [
    state,
    (question) => {
      if (question === undefined) return
      const key = JSON.stringify(question)
      if (key === last) return
      last = key
      state.value = { ...state.peek(), isWaiting: true }
      ask(kind, question).then(
        (answer) => {
          if (key === last) state.value = { answer, problem: undefined, isWaiting: false }
        },
        (thrown: unknown) => {
          const problem =
            thrown instanceof Unanswered ? thrown.problem : { code: 'E999', message: String(thrown) }
          if (key === last) state.value = { answer: state.peek().answer, problem, isWaiting: false }
        },
      )
    },
  ]
}
