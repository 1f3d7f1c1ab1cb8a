/** One contestant in a thread of its own: it starts cold there, and can be stopped if it hangs. */
import { parentPort, workerData } from 'node:worker_threads'
import { contestants } from './contestants.mjs'

/** @typedef {{ readonly took: number, readonly told: string } | { readonly failed: string }} Answer */

const { index, core } = workerData
const { load, told } = /** @type {import('./contestants.mjs').Contestant} */ (contestants[index])
const { run, prepare = (/** @type {string} */ text) => text } = await load(core)

/** @param {string} text  @returns {Answer} */
function answer(text) {
  try {
    const input = prepare(text)
    const began = performance.now()
    const found = run(input)
    const took = performance.now() - began
    return { took, told: told(found) }
  } catch (error) {
    return { failed: String(error) }
  }
}

parentPort?.on('message', (text) => parentPort?.postMessage(answer(text)))
parentPort?.postMessage('ready')
