/** An analysis as data: properties with their values, conditions, reasons and certificates. */
import type { VerdictCertificate } from '../decide/index.ts'
import { toJson } from '../derive/json.ts'
import type { DerivationJson } from '../expression/certificate.ts'
import type { Condition } from '../expression/condition.ts'
import type { Expr } from '../expression/expr.ts'
import type { Isolated } from './interval.ts'
import type { LimitCertificate } from './limit.ts'
import { type ClaimCertificate, certificateOf } from './proofs/index.ts'
import type { PropertyName, Values } from './properties/index.ts'
import type { Evidence, Finding, How } from './property.ts'
import type { Reason } from './reason.ts'
import type { ExpansionCertificate } from './series.ts'
import type { Study } from './study.ts'

/** Plain JSON data that `verify` accepts. */
export type Certificate =
  | ClaimCertificate
  | DerivationJson
  | VerdictCertificate
  | ExpansionCertificate
  | LimitCertificate

/** A property of a function. */
export interface PropertyOf<Name extends PropertyName> {
  readonly name: Name
  readonly value: Values[Name]
  /** On the parameters: it holds where these do. */
  readonly conditions: readonly Condition[]
  /** The numbers without closed form that stand in the value as letters. */
  readonly numbers: readonly Isolated[]
  /** The reason; `reasonText` says it in words. */
  readonly why: Reason
  readonly how: How
  /** What `verify` accepts; written when asked for. */
  readonly certificates: () => readonly Certificate[]
}

/** A property of a function, told apart by its name. */
export type Property = { readonly [Name in PropertyName]: PropertyOf<Name> }[PropertyName]

/** A property that was not settled. */
export interface OpenProperty {
  readonly name: PropertyName
  readonly conditions: readonly Condition[]
  readonly reason: Reason
}

/** What was found about a function. */
export interface Analysis {
  /** With derivatives worked out and the definitions of named functions put in. */
  readonly formula: Expr
  readonly variable: string
  readonly assuming: readonly Condition[]
  /** What had to be assumed of the parameters beyond that; every property holds under these conditions. */
  readonly supposing: readonly Condition[]
  readonly properties: readonly Property[]
  readonly open: readonly OpenProperty[]
  /** What the letters stand for that properties have for numbers without closed form. */
  readonly numbers: readonly Isolated[]
}

/** What an analyser found, as a property under these conditions. */
export function property(
  name: PropertyName,
  finding: Finding<never>,
  conditions: readonly Condition[],
  study: Study,
): Property {
  const { value, why, how, evidence } = finding
  const numbers = study.numbersIn(termsIn(value))
  const all = [...new Set([...numbers.flatMap(({ proofs }) => proofs), ...evidence])]
  const certificates = (): readonly Certificate[] => all.map(certificate)
  return { name, value, conditions, numbers, why, how, certificates } as Property
}

/** The terms anywhere in a value. */
function termsIn(value: unknown): Expr[] {
  if (typeof value !== 'object' || value === null) return []
  return 'hash' in value ? [value as Expr] : Object.values(value).flatMap(termsIn)
}

const certificate = (evidence: Evidence): Certificate => {
  if ('claim' in evidence) return certificateOf(evidence)
  return 'schema' in evidence ? evidence : toJson(evidence)
}
