/**
 * ogee: derive it, prove it, plot it, compute it, fit it. The public names; nothing is defined here.
 */

export {
  type AnalyseOptions,
  type Analysis,
  type OpenProperty,
  type Property,
  type PropertyOf,
  propertiesNamed,
} from './analyse/index.ts'
export type { Limit, LimitCertificate, LimitOptions } from './analyse/limit.ts'
export { type Reason, reasonText } from './analyse/reason.ts'
export type { Series, SeriesOptions } from './analyse/series.ts'
export { verify } from './analyse/verify.ts'
export type { Bounds, Domains, Point, Verdict, VerdictCertificate } from './decide/index.ts'
export type { Comparison } from './derive/compare.ts'
export type { Connection, ConnectOptions } from './derive/connect/index.ts'
export type { EvaluateOptions, Values } from './derive/evaluate.ts'
export type { InTermsOfOptions, NotFound, Through } from './derive/in-terms-of/index.ts'
export { type DifferentiateOptions, OutOfBudget, ROUTES, type Route } from './derive/index.ts'
export { toJson, toText } from './derive/json.ts'
export type { Branch, Solution } from './derive/solve/index.ts'
export type { Evaluation } from './enclose/evaluate.ts'
export {
  type Article,
  type Block,
  catalogue,
  type Detail,
  type ExplainOptions,
  explain,
  type Format,
  type Group,
  type Inline,
  type LineOfWork,
  type Omission,
  type Picture,
  type RenderOptions,
  render,
  type Section,
  type Wording,
} from './explain/index.ts'
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
export type { Judgement } from './judging/index.ts'
export {
  analyse,
  applications,
  compare,
  connect,
  differentiate,
  evaluate,
  gradient,
  inTermsOf,
  judge,
  limit,
  series,
  simplify,
  solve,
} from './library.ts'
export {
  type Change,
  type LikelyMistake,
  type Mark,
  type MarkedLine,
  type Marking,
  mark,
  type WrongReason,
} from './marking/index.ts'
export {
  type CurveOptions,
  type Curves,
  type LegendPlace,
  type PlotOptions,
  type PointRange,
  plot,
} from './plot/index.ts'
export type { Context, Formula } from './syntax/formula.ts'
export {
  type PrintedNotation,
  parse,
  print,
  type Reading,
  type ReadingNote,
  type ReadingOptions,
  type ReadNotation,
  read,
  type Script,
  safeParse,
  type ValueRange,
} from './syntax/index.ts'
export type { Verification } from './verify/verify.ts'
