/**
 * Asking a worker. There are four: one that reads what is typed; one for what a person waits for; one for what may take
 * longer, so that no derivation holds up the reading of the next letter, and no search the next derivation; one for
 * tables and training, which keeps what it has read and learnt. A question that nobody waits for any more is stopped
 * with its worker, if it is under way for long, and a new worker takes its place.
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

/** The worker of each kind of question; `slow` where nothing is said. */
const DESK: Partial<Record<Kind, 'typing' | 'quick' | 'data'>> = {
  reading: 'typing',
  curves: 'typing',
  derivation: 'quick',
  copies: 'quick',
  rule: 'quick',
  picture: 'quick',
  columns: 'data',
  fit: 'data',
  classify: 'data',
  learning: 'data',
  flow: 'data',
}

/** Of other kinds only the last question counts. */
const EACH_COUNTS: ReadonlySet<Kind> = new Set(['copies', 'curves', 'rule'])
const isReplaced = (old: Asked, asked: Asked): boolean =>
  old.kind === asked.kind && !EACH_COUNTS.has(asked.kind)

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
    this.#waiting = this.#waiting.filter(({ asked }, i) => i === 0 || !isReplaced(asked, waiting.asked))
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
    if (!first || !others.some(({ asked }) => isReplaced(first.asked, asked))) return
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

const DESKS = { typing: new Desk(), quick: new Desk(), slow: new Desk(), data: new Desk() }
let last = 0

/** The answer, once it is there; never, if the same kind of question is asked anew meanwhile. */
export function ask<K extends Kind>(kind: K, question: Question<K>): Promise<AnswerTo<K>> {
  last += 1
  const asked: Asked = { id: last, kind, question }
  return new Promise((resolve, reject) => {
    DESKS[DESK[kind] ?? 'slow'].ask({
      asked,
      settle: (answered) =>
        'answer' in answered
          ? resolve(answered.answer as AnswerTo<K>)
          : reject(new Unanswered(answered.problem)),
    })
  })
}
