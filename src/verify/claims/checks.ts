/** All kinds of certificates: about formulas, about limits, and about what functions do. */
import { checkLimit } from '../limits/certificate.ts'
import { checkExpansion } from '../limits/expansion-certificate.ts'
import { ABOUT_FORMS, type Checks } from '../verify.ts'
import { checkCertificate } from './check.ts'

export const ALL_CHECKS: Checks = new Map([
  ...ABOUT_FORMS,
  ['claim', checkCertificate],
  ['limit', checkLimit],
  ['expansion', checkExpansion],
])
