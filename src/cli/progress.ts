/**
 * A sign of life during long work: one line on standard error, if that is a terminal. The work
 * keeps this thread busy, so another one watches the clock.
 */
import { Worker } from 'node:worker_threads'
import { STDERR, write } from './streams.ts'

/** Places in the memory that both threads see. */
const DONE = 0
const SHOWN = 1

/** Says every second how long it has been, until it is over. */
const WATCH = `
const { workerData: { shared, most } } = require('node:worker_threads')
const { writeSync } = require('node:fs')
const state = new Int32Array(shared)
for (let seconds = 1; Atomics.wait(state, ${DONE}, 0, 1000) === 'timed-out'; seconds += 1) {
  Atomics.store(state, ${SHOWN}, 1)
  writeSync(2, '\\r' + seconds + ' s of ' + most + ' s')
}`

/** Begins to show progress on work that may take so long; the value ends it. */
export function progress(milliseconds: number): () => void {
  const shared = new SharedArrayBuffer(8)
  const state = new Int32Array(shared)
  const workerData = { shared, most: Math.ceil(milliseconds / 1000) }
  const worker = new Worker(WATCH, { eval: true, workerData })
  worker.unref()
  return () => {
    Atomics.store(state, DONE, 1)
    Atomics.notify(state, DONE)
    if (Atomics.load(state, SHOWN) === 1) write(STDERR, '\r\u001b[K')
  }
}
