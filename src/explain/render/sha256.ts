/** SHA-256 (FIPS 180-4) of ASCII text, in base64, as the policy of a page names its style sheet. */

const PRIMES: readonly number[] = Array.from({ length: 310 }, (_, n) => n + 2).filter(
  (n, _, all) => !all.some((d) => d < n && n % d === 0),
)

/** The first 32 bits of the fraction. */
const fraction = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0

const ROUNDS = PRIMES.slice(0, 64).map((p) => fraction(Math.cbrt(p)))
const START = PRIMES.slice(0, 8).map((p) => fraction(Math.sqrt(p)))

const turned = (x: number, n: number): number => (x >>> n) | (x << (32 - n))

/** The message in words of 32 bits, with its end marked and its length last. */
function padded(text: string): Int32Array {
  const words = new Int32Array((((text.length + 8) >> 6) + 1) * 16)
  const put = (at: number, byte: number): void => {
    words[at >> 2] = (words[at >> 2] as number) | (byte << (24 - 8 * (at & 3)))
  }
  for (let i = 0; i < text.length; i += 1) put(i, text.charCodeAt(i))
  put(text.length, 0x80)
  words[words.length - 1] = 8 * text.length
  return words
}

function compressed(state: readonly number[], block: Int32Array): number[] {
  const w = new Int32Array(64)
  const at = (i: number): number => w[i] as number
  w.set(block)
  for (let i = 16; i < 64; i += 1) {
    const [x, y] = [at(i - 15), at(i - 2)]
    const small = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
    w[i] = (at(i - 16) + small + at(i - 7) + (turned(y, 17) ^ turned(y, 19) ^ (y >>> 10))) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i += 1) {
    const chosen = (e & f) ^ (~e & g)
    const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + (ROUNDS[i] as number) + at(i)
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + (state[i] as number)) | 0)
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: readonly number[]): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const three = bytes.slice(i, i + 3)
    const bits = ((three[0] ?? 0) << 16) | ((three[1] ?? 0) << 8) | (three[2] ?? 0)
    const four = [18, 12, 6, 0].map((shift) => DIGITS[(bits >> shift) & 63])
    text += four.map((digit, k) => (k <= three.length ? digit : '=')).join('')
  }
  return text
}

/** The hash of the text. */
export function sha256(text: string): string {
  const words = padded(text)
  let state = START
  for (let i = 0; i < words.length; i += 16) state = compressed(state, words.subarray(i, i + 16))
  return base64(state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255)))
}
