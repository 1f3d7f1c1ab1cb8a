/**
 * Standard output and standard error, written at once and in order. A reader who has seen enough
 * (`ogee … | head -1`) ends the program without a word.
 */
import { fstatSync, writeSync } from 'node:fs'

export const STDOUT = 1
export const STDERR = 2

const PAUSE = 5

/** Sleeps while the other end of a pipe is busy; there is nothing else to do. */
const pause = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
}

let makeRoom = (): void => {}

/** Does this before every message: what is shown meanwhile on the last line gives way. */
export const beforeMessages = (work: () => void): void => {
  makeRoom = work
}

/** Writes the whole text to a file that is open, or leaves if nobody reads standard output. */
export function write(fd: number, text: string | Uint8Array): void {
  if (fd === STDERR) makeRoom()
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EAGAIN') pause()
      else if (code !== 'EPIPE') throw error
      else if (fd === STDERR) return
      else process.exit()
    }
  }
}

/** Is this stream shown on a screen? */
export const isTerminal = (fd: typeof STDOUT | typeof STDERR): boolean =>
  fstatSync(fd).isCharacterDevice() && (fd === STDOUT ? process.stdout : process.stderr).isTTY === true

/** Is a person typing, rather than a file or a pipe? */
export const isTyped = (): boolean => process.stdin.isTTY === true
