/** How a proof goes, in a few words: the rules that carry it. */
import type { Proof } from '../expression/claim.ts'

/** What a reader calls the rules of verify/claims/rules.ts; the others only lead from one part to the next. */
const WORDS: Readonly<Record<string, string>> = {
  signs: 'by the signs and bounds of its parts',
  'normal form': 'by exact normal forms',
  multiple: 'after factoring the difference',
  derivative: 'by the sign of a derivative',
  slope: 'by the second derivative',
  limit: 'by limits at the ends',
  boxes: 'by enclosures on smaller and smaller intervals',
  'intermediate value': 'by the intermediate value theorem',
}

/** `by the sign of a derivative, by limits at the ends`. */
export function howProved(proof: Proof): string {
  const used = new Set(rulesIn(proof))
  const words = Object.entries(WORDS).filter(([name]) => used.has(name))
  // signs settle the small parts of every proof
  const telling = words.length > 1 ? words.filter(([name]) => name !== 'signs') : words
  return telling.map(([, text]) => text).join(', ')
}

function* rulesIn({ by, from = [] }: Proof): Generator<string> {
  yield by
  for (const part of from) yield* rulesIn(part)
}
