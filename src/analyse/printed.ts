/** Terms in the reasons that analysers give. */
import type { Extended } from '../expression/claim.ts'
import { printPlain } from '../syntax/print-plain.ts'

export const printed = (u: Extended): string =>
  u === 'infinity' ? '∞' : u === '-infinity' ? '-∞' : printPlain(u)
