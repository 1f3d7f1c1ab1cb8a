/**
 * ogee/core: the library in plain notation, without prose. What `ogee` exports beyond this reads
 * and writes other notations and explains.
 */
export type { Bounds, Domains, Point, Verdict, VerdictCertificate } from './decide/index.ts'
export { applications } from './derive/apply.ts'
export { type Comparison, compare } from './derive/compare.ts'
export { type Connection, type ConnectOptions, connect } from './derive/connect/index.ts'
export { type EvaluateOptions, evaluate, type Values } from './derive/enclosed.ts'
export { type InTermsOfOptions, inTermsOf, type NotFound, type Through } from './derive/in-terms-of/index.ts'
export {
  type DifferentiateOptions,
  differentiate,
  gradient,
  OutOfBudget,
  ROUTES,
  type Route,
} from './derive/index.ts'
export { toJson, toText } from './derive/json.ts'
export { simplify } from './derive/simplify.ts'
export { type Branch, type Solution, solve } from './derive/solve/index.ts'
export { verify } from './derive/verify.ts'
export type { Evaluation } from './enclose/evaluate.ts'
export type { DerivationJson } from './expression/certificate.ts'
export type { Condition } from './expression/condition.ts'
export { type Derivation, linesOf, type Step } from './expression/derivation.ts'
export { OgeeError, type Span } from './expression/error.ts'
export {
  type CallNode,
  type Expr,
  freeSymbols,
  type NumberNode,
  type SymbolNode,
  same,
} from './expression/expr.ts'
export type { Path } from './expression/path.ts'
export type { Context, Formula } from './syntax/formula.ts'
export { parse, print } from './syntax/plain-only.ts'
export type { Verification } from './verify/verify.ts'
