/** One library in a thread of its own, so that it can be stopped if it hangs. */
import { parentPort, workerData } from 'node:worker_threads'
import { checks, named } from './contestants.mjs'

const { name, core } = workerData
const ask = await named(name)?.load?.(core)

/** @param {readonly [string, string]} pair */
function answered([left, right]) {
  try {
    const began = performance.now()
    const answer = ask?.(left, right)
    const took = performance.now() - began
    for (const check of checks.splice(0)) check()
    return { answer, took }
  } catch (error) {
    return { failed: String(error) }
  }
}

parentPort?.on('message', (pair) => parentPort?.postMessage(answered(pair)))
parentPort?.postMessage({ ready: true })
