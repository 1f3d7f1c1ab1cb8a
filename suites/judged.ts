/** Verdicts held against what is known to be true, and their certificates given to the checker. */
import type { Verdict } from '../src/decide/index.ts'
import { OutOfBudget } from '../src/derive/index.ts'
import { verify } from '../src/derive/verify.ts'
import { OgeeError } from '../src/expression/error.ts'
import type { Outcome } from './suite.ts'

/** Asks for a verdict; a formula that cannot be differentiated leaves the question open. */
export function asked(ask: () => Verdict): Verdict {
  try {
    return ask()
  } catch (error) {
    if (error instanceof OgeeError) return { verdict: 'unknown', reason: `${error.code}: ${error.message}` }
    if (error instanceof OutOfBudget) return { verdict: 'unknown', reason: 'no derivative in time' }
    return { verdict: 'unknown', reason: `crashed: ${String(error)}` }
  }
}

/** What came of it, or the error it ended with. */
export function attempt<T>(ask: () => T): T | Error {
  try {
    return ask()
  } catch (error) {
    return error as Error
  }
}

/** Right if it says what is true and the checker accepts the certificate. */
export function judgedVerdict(verdict: Verdict, truth: 'equal' | 'different'): Outcome {
  if (verdict.verdict === 'unknown') return { grade: 'unknown', note: verdict.reason }
  if (verdict.verdict !== truth) return { grade: 'wrong', note: `called ${verdict.verdict}` }
  const checked = verify(verdict.certificate)
  if (!checked.ok) return { grade: 'wrong', note: `certificate refused: ${checked.reason}` }
  return verdict.verdict === 'equal' ? { grade: 'right', note: verdict.by } : { grade: 'right' }
}
