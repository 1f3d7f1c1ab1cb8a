export { type DerivationJson, fromJson, SCHEMA, toJson } from './certificate.ts'
export { type Verification, verify } from './verify.ts'
