/** csv-parse as `src/data/records.ts` calls it, by its edition for browsers, which reads a whole text at once. */
import { type Options, parse as records } from 'csv-parse/browser/esm/sync'

type Done = (error?: Error | null) => void

export function parse(options: Options) {
  const decoder = new TextDecoder()
  let text = ''
  return {
    write(bytes: Uint8Array, done: Done): void {
      text += decoder.decode(bytes, { stream: true })
      done()
    },
    end(done: Done): void {
      let fault: Error | undefined
      try {
        records(text, options)
      } catch (thrown) {
        fault = thrown as Error
      }
      done(fault)
    },
    on(): void {},
  }
}
