/**
 * Workspaces whose arrays several threads of Node pass at once. Nothing is copied: memory is shared, the threads wait
 * on a number in it (ECMAScript, Atomics). It pays from about a hundred thousand elements on.
 */
import { type Room, Runner } from './kernel.ts'
import { builtIn } from './node.ts'
import { passing } from './passing.ts'
import type { Program } from './program.ts'
import { type Share, STATE, STATE_BYTES } from './share.ts'
import { PAGE, webAssembly } from './wasm/api.ts'
import type { Tier } from './wasm/translate.ts'

/** What is used of a thread of Node. */
interface Thread {
  readonly once: (event: 'message' | 'error', listener: () => void) => void
  readonly unref: () => void
  readonly terminate: () => Promise<unknown>
}

interface Threads {
  readonly Worker: new (file: URL, options: { readonly workerData: Share }) => Thread
}

/** A workspace that is passed by threads. */
export interface Threaded extends Room {
  /** How many threads there are; 1 where no more can be had. */
  readonly threads: number
  /** Ends the threads. They do not keep the process from ending. */
  readonly close: () => void
}

export interface ThreadOptions {
  /** How many, this one among them; 2 by default. */
  readonly threads?: number
  readonly type?: 'float64' | 'float32'
}

/** What is needed of a kernel. */
interface Ready {
  readonly program: Program
  readonly tier: Tier
}

/** Resolves to whether the thread is there. */
const started = (thread: Thread): Promise<boolean> =>
  new Promise((resolve) => {
    thread.once('message', () => resolve(true))
    thread.once('error', () => resolve(false))
  })

/**
 * Room for `length` elements of each array of a kernel, passed by several threads. Where there are no threads,
 * one does it all.
 *
 * @example
 * ```ts
 * import { compile } from 'ogee/compute'
 * const { inputs, value, run, close } = await threaded(compile('1/(1+e^-x)'), 1000)
 * run()
 * value[999] // → 0.5
 * close()
 * ```
 */
export async function threaded(
  { program, tier }: Ready,
  length: number,
  { threads = 2, type = 'float64' }: ThreadOptions = {},
): Promise<Threaded> {
  const runner = new Runner(program, type === 'float64' ? 64 : 32, tier)
  return (
    (await shared(runner, length, threads)) ?? {
      ...runner.workspace(length),
      threads: 1,
      close: () => undefined,
    }
  )
}

async function shared(runner: Runner, length: number, threads: number): Promise<Threaded | undefined> {
  const workers = builtIn('node:worker_threads') as Threads | undefined
  const control = runner.addresses(length).end
  const pages = Math.ceil((control + STATE_BYTES) / PAGE)
  const found = runner.module(
    runner.program.inputs.map(() => 'array'),
    pages,
  )
  if (!workers || !webAssembly || !found || threads < 2) return undefined
  const memory = new webAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  const [own, ...others] = parts(runner, length, threads, found.doubts).map((part): Share => {
    return { module: found.module, memory, control, ...part }
  }) as [Share, ...Share[]]
  const helpers = others.map(
    (share) => new workers.Worker(new URL('./thread.js', import.meta.url), { workerData: share }),
  )
  const state = new Int32Array(memory.buffer, control)
  const close = (): void => {
    Atomics.store(state, STATE.stop, 1)
    Atomics.add(state, STATE.round, 1)
    Atomics.notify(state, STATE.round)
  }
  const areThere = await Promise.all(helpers.map(started))
  if (areThere.includes(false)) {
    close()
    return undefined
  }
  for (const helper of helpers) helper.unref()
  const { exports } = new webAssembly.Instance(found.module, { m: { memory } })
  const pass = passing(exports)
  const arrays = runner.views(memory.buffer, length)
  const run = (): void => {
    Atomics.store(state, STATE.done, 0)
    Atomics.add(state, STATE.round, 1)
    Atomics.notify(state, STATE.round)
    pass(own.end, ...own.addresses)
    for (let done = 0; done < helpers.length; done = Atomics.load(state, STATE.done))
      Atomics.wait(state, STATE.done, done)
    if (found.doubts) runner.repair(arrays, length)
  }
  return { ...runner.room(arrays, run), threads, close }
}

/** The arrays in parts of whole turns of the loop, about equally long. */
function parts(
  runner: Runner,
  length: number,
  count: number,
  doubts: boolean,
): readonly Pick<Share, 'end' | 'addresses'>[] {
  const addresses = doubts ? runner.addresses(length).at : runner.addresses(length).at.slice(0, -1)
  const border = (i: number): number =>
    i === count ? runner.bytes(length) : runner.bytes(Math.floor((length * i) / count))
  return Array.from({ length: count }, (_, i) => ({
    end: border(i + 1) - border(i),
    addresses: addresses.map((at) => at + border(i)),
  }))
}
