/**
 * Work that ends when its time is over, whatever it is doing. The library keeps to a budget by
 * looking at the clock; this is for what it does between two looks. Node can stop running code only
 * where it runs a script, so the work is called from one.
 */
import { Script } from 'node:vm'

/** The name under which the script finds the work. */
const NAME = 'ogeeWork'
const SCRIPT = new Script(`${NAME}()`)

/** What is thrown when time is over. */
export class Late extends Error {
  override readonly name = 'Late'
}

/**
 * The result of `work`, which may take so many milliseconds. Work that is stopped leaves its
 * `finally` blocks undone.
 *
 * @throws Late when time is over.
 */
export function before<T>(milliseconds: number, work: () => T): T {
  Object.defineProperty(globalThis, NAME, { value: work, configurable: true })
  try {
    return SCRIPT.runInThisContext({ timeout: milliseconds }) as T
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? new Late('the time allowed is used up') : error
  } finally {
    Reflect.deleteProperty(globalThis, NAME)
  }
}
