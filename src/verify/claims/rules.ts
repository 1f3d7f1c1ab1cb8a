/** The rules of inference, by their names and what they prove. */
import {
  byBeingDifferentiable,
  byChord,
  byInterior,
  byRules,
  byStructure,
  continuousPieces,
} from './continuous.ts'
import { restricted, rewritten, withNumber } from './general.ts'
import * as condition from './holds.ts'
import { atEnd, atKink, byDerivative, bySlope, joined } from './monotone.ts'
import type { Inference } from './parts.ts'
import { byEnds, byExample, byIntermediateValue } from './range.ts'
import { REFUTATIONS, refutation } from './refuted.ts'
import { workedOut } from './tends.ts'

const row = (
  name: string,
  rule: Inference,
  ...kinds: readonly string[]
): readonly (readonly [string, Inference])[] => kinds.map((kind) => [`${name}: ${kind}`, rule])

const ON_SETS = ['monotone', 'bent', 'continuous', 'differentiable', 'smooth']

export const RULES: ReadonlyMap<string, Inference> = new Map([
  ...row('signs', condition.bySigns, 'holds'),
  ...row('each part', condition.byParts, 'holds'),
  ...row('lemma', condition.byLemma, 'holds'),
  ...row('cases', condition.byCases, 'holds'),
  ...row('substitution', condition.bySubstitution, 'holds'),
  ...row('instance', condition.byInstance, 'holds'),
  ...row('normal form', condition.byNormalForm, 'holds'),
  ...row('derivation', condition.byDerivation, 'holds'),
  ...row('multiple', condition.byMultiple, 'holds'),
  ...row('monotony', condition.byMonotony, 'holds'),
  ...row('limit', condition.byLimit, 'holds'),
  ...row('boxes', condition.byBoxes, 'holds'),
  ...row('worked out', workedOut, 'tends'),
  ...row('derivative', byDerivative, 'monotone'),
  ...row('slope', bySlope, 'bent'),
  ...row('kink', atKink, 'bent'),
  ...row('closed end', atEnd, 'monotone', 'bent', 'continuous'),
  ...row('two pieces', joined, 'monotone'),
  ...row('two pieces', continuousPieces, 'continuous'),
  ...row('structure', byInterior, 'continuous'),
  ...row('structure', byStructure, 'smooth'),
  ...row('differentiable', byBeingDifferentiable, 'continuous'),
  ...row('rules', byRules, 'differentiable'),
  ...row('chords', byChord, 'differentiable'),
  ...row('ends', byEnds, 'range'),
  ...row('example', byExample, 'exists'),
  ...row('intermediate value', byIntermediateValue, 'exists'),
  ...row('restriction', restricted, ...ON_SETS),
  ...row('rewriting', rewritten, ...ON_SETS, 'range'),
  ...row('number', withNumber, 'holds', 'tends', 'range', ...ON_SETS),
  ...REFUTATIONS.flatMap((name) => row(name, refutation(name), 'refuted')),
])
