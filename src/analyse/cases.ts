/** Properties in the natural case, and told apart where they depend on more. */

import { type Condition, OPPOSITE } from '../expression/condition.ts'
import { call, same } from '../expression/expr.ts'
import { Facts } from '../verify/signs.ts'
import { subjectOf } from './analyser.ts'
import { type OpenProperty, type Property, property } from './analysis.ts'
import { reasonOf, suppose } from './natural.ts'
import { Missing } from './open.ts'
import { ANALYSERS, type PropertyName } from './properties/index.ts'
import type { Finding } from './property.ts'
import { because } from './reason.ts'
import { settled, truthByFactors } from './settled.ts'
import type { Study } from './study.ts'

const MOST_CASES = 3

/** What was found of a property, and what stays open. */
export interface Found {
  readonly properties: readonly Property[]
  readonly open: readonly OpenProperty[]
}

/** The study, and the same under further conditions where a property depends on these. */
export class Cases {
  readonly #study: Study
  readonly #within: readonly Condition[]
  readonly #known: Study[] = []

  readonly #isPeriod: boolean

  constructor(study: Study, within: readonly Condition[], isPeriod: boolean) {
    this.#study = study
    this.#within = within
    this.#isPeriod = isPeriod
  }

  find(name: PropertyName): Found {
    return this.#in(this.#study, name, MOST_CASES)
  }

  #in(study: Study, name: PropertyName, left: number): Found {
    const own = needed(study.assuming, this.#study)
    const conditions = this.#isPeriod && name !== 'periodicity' ? [...own, ...this.#within] : own
    try {
      const subject = subjectOf(study, this.#within, this.#isPeriod)
      const finding = ANALYSERS[name](subject) as Finding<never> | undefined
      return { properties: finding ? [property(name, finding, conditions, study)] : [], open: [] }
    } catch (stop) {
      const reason = reasonOf(stop)
      if (reason !== undefined) return { properties: [], open: [{ name, conditions, reason }] }
      if (!(stop instanceof Missing)) throw stop
      return this.#apart(study, name, settled(stop.condition, study.facts()), left)
    }
  }

  /** Where the condition holds, and where it does not. */
  #apart(study: Study, name: PropertyName, condition: Condition, left: number): Found {
    const cases = left > 0 ? [condition, ...otherwise(condition)].map((c) => this.#supposing(study, c)) : []
    const found = cases.flatMap((next) => (next ? [this.#in(next, name, left - 1)] : []))
    if (found.length > 0)
      return {
        properties: found.flatMap(({ properties }) => properties),
        open: found.flatMap(({ open }) => open),
      }
    const reason = because('on-condition', { condition })
    return { properties: [], open: [{ name, conditions: study.assuming, reason }] }
  }

  /** Each case is studied once, whatever property asks for it. */
  #supposing(study: Study, condition: Condition): Study | undefined {
    const all = study.assumingAlso(condition)
    const before = this.#known.find(
      ({ assuming }) =>
        assuming.length === all.length && assuming.every((known, i) => same(known, all[i] as Condition)),
    )
    if (before) return before
    const next = suppose(study, condition)
    if (next) this.#known.push(next)
    return next
  }
}

/** Without those that follow from the others. */
const needed = (conditions: readonly Condition[], { assuming, canon }: Study): readonly Condition[] =>
  conditions.filter(
    (condition, i) =>
      assuming.includes(condition) ||
      truthByFactors(
        condition,
        new Facts(
          conditions.filter((_, k) => k !== i),
          canon,
        ),
      ) !== true,
  )

const otherwise = (condition: Condition): Condition[] => {
  const head = condition.kind === 'call' ? OPPOSITE.get(condition.head) : undefined
  return head && condition.kind === 'call' ? [call(head, condition.args)] : []
}
