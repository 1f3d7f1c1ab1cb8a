/**
 * Asking the worker. There are two: one for what has to come while a person types, one for what may take longer, so
 * that no search holds up the reading of the next letter. A question that nobody waits for any more is stopped with
 * its worker, if it is under way for long, and a new worker takes its place.
 */
import type { Answered, AnswerTo, Asked, Kind, Problem, Question } from './worker/protocol.ts'

/** A question that could not be answered. */
export class Unanswered extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

const QUICK: ReadonlySet<Kind> = new Set(['reading', 'curves', 'derivation', 'rule', 'picture'])

/** Longer than this nobody waits for an answer that is no longer wanted. */
const PATIENCE_MILLISECONDS = 400

interface Waiting {
  readonly asked: Asked
  readonly settle: (answered: Answered) => void
}

class Desk {
  #worker: Worker | undefined
  #waiting: Waiting[] = []
  #since = 0

  ask(waiting: Waiting): void {
    // of each kind only the last question counts
    this.#waiting = this.#waiting.filter(({ asked }, i) => i === 0 || asked.kind !== waiting.asked.kind)
    this.#waiting.push(waiting)
    if (this.#waiting.length === 1) this.#next()
    else this.#hurry()
  }

  #next(): void {
    const first = this.#waiting[0]
    if (!first) return
    this.#since = performance.now()
    this.#open().postMessage(first.asked)
  }

  /** Stops what is under way, where the same is asked anew. */
  #hurry(): void {
    const [first, ...others] = this.#waiting
    if (!first || !others.some(({ asked }) => asked.kind === first.asked.kind)) return
    const left = this.#since + PATIENCE_MILLISECONDS - performance.now()
    setTimeout(
      () => {
        if (this.#waiting[0] !== first) return
        this.#worker?.terminate()
        this.#worker = undefined
        this.#waiting.shift()
        this.#next()
      },
      Math.max(0, left),
    )
  }

  #open(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => this.#answered(data))
    worker.addEventListener('error', () => this.#failed())
    this.#worker = worker
    return worker
  }

  #answered(answered: Answered): void {
    const [first] = this.#waiting
    if (!first || first.asked.id !== answered.id) return
    this.#waiting.shift()
    first.settle(answered)
    this.#next()
  }

  #failed(): void {
    const first = this.#waiting.shift()
    this.#worker?.terminate()
    this.#worker = undefined
    first?.settle({
      id: first.asked.id,
      problem: { code: 'E999', message: 'the worker of the page could not be started or has stopped' },
    })
    this.#next()
  }
}

const DESKS = { quick: new Desk(), slow: new Desk() }
let last = 0

/** The answer, once it is there; never, if the same kind of question is asked anew meanwhile. */
export function ask<K extends Kind>(kind: K, question: Question<K>): Promise<AnswerTo<K>> {
  last += 1
  const asked: Asked = { id: last, kind, question }
  return new Promise((resolve, reject) => {
    DESKS[QUICK.has(kind) ? 'quick' : 'slow'].ask({
      asked,
      settle: (answered) =>
        'answer' in answered
          ? resolve(answered.answer as AnswerTo<K>)
          : reject(new Unanswered(answered.problem)),
    })
  })
}
