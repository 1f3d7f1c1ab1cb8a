/** The letters and signs that formulas are set with, as a small part of STIX Two Math. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const FONT = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2'
/** A new name where the letters below change. */
const NAME = 'stix-two-math-1.woff2'

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')

/** ASCII, Greek, italic letters of mathematics, primes, arrows, operators, and what large brackets are made of. */
const SIGNS = [
  range(0x20, 0x7e),
  range(0x391, 0x3c9),
  range(0x1d434, 0x1d467),
  range(0x1d6e2, 0x1d71b),
  'ℎ′″‴⁗±·×÷−√∛∜∞∂∇∑∏∫≈≠≤≥≪≫∈∉∪∩⊂∅ℝℤℕℚ→←↔⇒⇔⟦⟧⌈⌉⌊⌋…∣∥ˆ¯˙⁡⁢⁣⁤',
  range(0x239b, 0x23ad),
].join('')

/** Makes the file, if it is not there, and returns where it is. */
export async function mathFont(): Promise<string> {
  const file = fileURLToPath(new URL(`../node_modules/.cache/ogee/${NAME}`, import.meta.url))
  if (existsSync(file)) return file
  const whole = await readFile(createRequire(import.meta.url).resolve(FONT))
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, await subsetFont(whole, SIGNS, { targetFormat: 'woff2' }))
  return file
}
