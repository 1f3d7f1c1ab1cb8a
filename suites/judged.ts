/** Verdicts held against what is known to be true, and their certificates given to the checker. */

import { verify } from '../src/analyse/verify.ts'
import type { Verdict } from '../src/decide/index.ts'
import { OutOfBudget } from '../src/derive/index.ts'
import { OgeeError } from '../src/expression/error.ts'
import type { Outcome } from './suite.ts'

/** What came of it, or the error it ended with. */
export function attempt<T>(ask: () => T): T | Error {
  try {
    return ask()
  } catch (error) {
    return error as Error
  }
}

/** A refusal and a budget used up leave the question open; anything else that is thrown is a fault. */
export function failed(error: Error): Outcome {
  if (error instanceof OutOfBudget) return { grade: 'unknown', note: 'the time allowed is used up' }
  if (error instanceof OgeeError) return { grade: 'unknown', note: `${error.code}: ${error.message}` }
  return { grade: 'wrong', note: `crashed: ${error.message}` }
}

/** Right if it says what is true and the checker accepts the certificate. */
export function judgedVerdict(verdict: Verdict | Error, truth: 'equal' | 'different'): Outcome {
  if (verdict instanceof Error) return failed(verdict)
  if (verdict.verdict === 'unknown') return { grade: 'unknown', note: verdict.reason }
  if (verdict.verdict !== truth) return { grade: 'wrong', note: `called ${verdict.verdict}` }
  const checked = verify(verdict.certificate)
  if (!checked.ok) return { grade: 'wrong', note: `certificate refused: ${checked.reason}` }
  return verdict.verdict === 'equal' ? { grade: 'right', note: verdict.by } : { grade: 'right' }
}
