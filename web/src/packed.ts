/**
 * Long addresses, such as those with a listing or with a page of working, compressed into one field: `#z=…`, the
 * address in deflate and in the letters that need no code. What is no such thing, or would grow too large, is no address.
 */

const MARK = '#z='
/** Longer addresses are cut off by programs through which links are sent. */
export const LONG = 2_000
/** What an address from elsewhere may unfold to, in bytes. */
const LARGEST = 200_000

export const isPacked = (address: string): boolean => address.startsWith(MARK)

/** The address, compressed. */
export async function packed(address: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(address), new CompressionStream('deflate-raw'))
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return MARK + letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The address that was compressed; the empty one where there is none. */
export async function unpacked(address: string): Promise<string> {
  try {
    const letters = atob(address.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(
      await through(bytes, new DecompressionStream('deflate-raw')),
    )
  } catch {
    return ''
  }
}

/** @throws RangeError for more than an address may hold. */
async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const source = new Blob([bytes]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>
  const reader = source.pipeThrough(stream).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer())
    size += value.byteLength
    if (size > LARGEST) {
      await reader.cancel()
      throw new RangeError('too large')
    }
    parts.push(value)
  }
}
