/** A thread of a workspace: waits for the word, passes its part of the arrays, and says that it has. */
import { builtIn } from './node.ts'
import { passing } from './passing.ts'
import { type Share, STATE } from './share.ts'
import { type WebAssemblyApi, webAssembly } from './wasm/api.ts'

interface OwnThread {
  readonly workerData: Share
  readonly parentPort: { readonly postMessage: (message: string) => void }
}

const { workerData, parentPort } = builtIn('node:worker_threads') as OwnThread
const { module, memory, control, end, addresses } = workerData
const { exports } = new (webAssembly as WebAssemblyApi).Instance(module, { m: { memory } })
const run = passing(exports)
const state = new Int32Array(memory.buffer, control)
parentPort.postMessage('ready')
for (let round = 0; ; ) {
  Atomics.wait(state, STATE.round, round)
  round = Atomics.load(state, STATE.round)
  if (Atomics.load(state, STATE.stop) === 1) break
  run(end, ...addresses)
  Atomics.add(state, STATE.done, 1)
  Atomics.notify(state, STATE.done)
}
