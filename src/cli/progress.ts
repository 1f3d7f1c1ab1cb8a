/**
 * A sign of life during long work: one line on standard error, if that is a terminal. The work
 * keeps this thread busy, so another one watches the clock.
 */
import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { beforeMessages } from './streams.ts'

/** Places in the memory that both threads see. */
const OVER = 0
const SHOWN = 1
const ANSWERED = 2

/** Says every second how long it has been, until it is over. */
const WATCH = `
const { workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
const state = new Int32Array(workerData)
for (let seconds = 1; Atomics.wait(state, ${OVER}, 0, 1000) === 'timed-out'; seconds += 1) {
  const answered = Atomics.load(state, ${ANSWERED})
  Atomics.store(state, ${SHOWN}, 1)
  writeSync(2, '\\r' + seconds + ' s' + (answered === 0 ? '' : ', ' + answered + ' answered'))
}`

/** What is said of work while it goes on. */
export interface Progress {
  /** A formula has been answered: makes room for the answer. */
  readonly answered: () => void
  readonly over: () => void
}

/** Begins to show progress. */
export function progress(): Progress {
  const shared = new SharedArrayBuffer(12)
  const state = new Int32Array(shared)
  new Worker(WATCH, { eval: true, workerData: shared }).unref()
  const wipe = (): void => {
    if (Atomics.exchange(state, SHOWN, 0) === 1) writeSync(2, '\r\u001b[K')
  }
  beforeMessages(wipe)
  return {
    answered() {
      Atomics.add(state, ANSWERED, 1)
      wipe()
    },
    over() {
      Atomics.store(state, OVER, 1)
      Atomics.notify(state, OVER)
      wipe()
    },
  }
}
