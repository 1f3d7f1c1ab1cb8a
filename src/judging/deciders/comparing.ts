/** What comparing two formulas says of a claim that they are equal. */
import { isPoint } from '../../analyse/interval.ts'
import { printed } from '../../analyse/printed.ts'
import { compare } from '../../derive/compare.ts'
import { type Condition, defined } from '../../expression/condition.ts'
import { call, type Expr } from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import { opposite } from '../../verify/prove.ts'
import { found, type Ground } from '../ground.ts'
import { type Evidence, no, type Outcome, unknown, yes } from '../judgement.ts'

/** What to say where the two are equal, and where they are not. */
interface Words {
  readonly equal: string
  readonly different: string
  /** Must they be defined at the same points too? */
  readonly sameDomain?: boolean
}

/** Are the two equal wherever both are defined? */
export function equalEverywhere(
  left: Expr,
  right: Expr,
  ground: Ground,
  words: Words,
  more: readonly Condition[] = [],
): Outcome {
  const assuming = [...ground.assuming, ...ground.within, ...more]
  const verdict = compare(left, right, { ...ground.context, assuming })
  const { derivations } = ground
  switch (verdict.verdict) {
    case 'equal': {
      const { domains, where, certificate } = verdict
      if (words.sameDomain && domains !== 'same') {
        return domains === 'unknown'
          ? unknown('it is not known whether both are defined at the same points')
          : no('its domain does not have that symmetry', certificate, ...derivations)
      }
      const filled = where.map((condition) => exceptions(condition, left, right, ground, more))
      const open = where.filter((_, i) => filled[i] === undefined)
      const evidence = filled.flatMap((proofs) => proofs ?? [])
      return open.length > 0
        ? unknown(`they are equal where ${open.map(printed).join(' and ')}; elsewhere that is not settled`)
        : yes(
            `${words.equal}${domains === 'same' ? '' : ', wherever both are defined'}`,
            certificate,
            ...evidence,
            ...(verdict.derivations ?? []),
            ...derivations,
          )
    }
    case 'different': {
      const outcome = no(words.different, verdict.certificate, ...derivations)
      return { ...outcome, at: verdict.at } as Outcome
    }
    case 'disjoint':
      return words.sameDomain
        ? no('its domain does not have that symmetry', verdict.certificate, ...derivations)
        : unknown('the two sides are nowhere both defined')
    case 'unknown': {
      // at single points that are no rational numbers
      const given = [...assuming, defined(left), defined(right)]
      const proof = ground.prove({ kind: 'holds', assuming: given, condition: call('=', [left, right]) })
      return proof && !words.sameDomain ? yes(words.equal, proof, ...derivations) : unknown(verdict.reason)
    }
  }
}

/** The condition follows, or fails only at points at which the two are equal all the same. */
function exceptions(
  condition: Condition,
  left: Expr,
  right: Expr,
  { study, within, variable, region }: Ground,
  more: readonly Condition[],
): readonly Evidence[] | undefined {
  const given = [...study.assuming, ...within, ...more, defined(left), defined(right)]
  const follows = study.known({ kind: 'holds', assuming: given, condition })
  if (follows) return [follows]
  const failing = found(() => opposite(condition).flatMap((contrary) => region(contrary)))
  if (!failing?.length || !failing.every(isPoint)) return undefined
  const proofs = failing.map(({ lower }) =>
    study.known({
      kind: 'holds',
      assuming: study.assuming,
      condition: put(call('=', [left, right]), variable, lower as Expr),
    }),
  )
  return proofs.every((proof) => proof !== undefined) ? proofs : undefined
}
