/**
 * A sign of life during long work: one line on standard error, if that is a terminal. The work
 * keeps this thread busy, so another one watches the clock.
 */
import { Worker } from 'node:worker_threads'
import { isTerminal, STDERR, write } from './streams.ts'

/** Shorter work needs no sign. */
const LONG = 1_000

const SHOWN = 1

/** Waits to be told to stop; until then a line says every second how long it has been. */
const WATCH = `
const { workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
const state = new Int32Array(workerData.shared)
for (let seconds = 1; Atomics.wait(state, 0, 0, 1000) === 'timed-out'; seconds += 1) {
  Atomics.store(state, ${SHOWN}, 1)
  writeSync(2, '\\r' + seconds + ' s of at most ' + workerData.most + ' s')
}`

/** Begins to show progress on work that may take so long; the value ends it. */
export function progress(milliseconds = 2_000): () => void {
  if (milliseconds <= LONG || !isTerminal(STDERR)) return () => {}
  const shared = new SharedArrayBuffer(8)
  const state = new Int32Array(shared)
  const workerData = { shared, most: Math.round(milliseconds / 1000) }
  const worker = new Worker(WATCH, { eval: true, workerData })
  worker.unref()
  return () => {
    Atomics.store(state, 0, 1)
    Atomics.notify(state, 0)
    if (Atomics.load(state, SHOWN) === 1) write(STDERR, '\r\u001b[K')
  }
}
