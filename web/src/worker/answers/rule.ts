/** What a rule says, needs and rests on, with an example that the checker accepts. */
import { aboutRule } from '../../../../src/derive/about-rule.ts'
import { ruleNamed } from '../../../../src/rules/book.ts'
import { print } from '../../../../src/syntax/index.ts'
import { type Maths, mathsOf } from '../maths.ts'

export interface RuleAnswer {
  readonly name: string
  readonly table: string | undefined
  readonly form: string
  /** Signs of the form that need a word. */
  readonly legend: readonly string[]
  readonly means: string
  readonly needs: readonly string[]
  readonly domain: string
  /** In which directions, and what it is then. */
  readonly read: string
  readonly example:
    | { readonly from: Maths; readonly to: Maths; readonly where: readonly string[] }
    | undefined
}

export function answer({ name }: { readonly name: string }): RuleAnswer | undefined {
  const rule = ruleNamed(name)
  if (!rule) return undefined
  const { table, form, legend, means, needs, domain, read, example } = aboutRule(rule)
  return {
    name,
    table,
    form,
    legend,
    means,
    needs,
    domain,
    read,
    example: example && {
      from: mathsOf(example.from),
      to: mathsOf(example.to),
      where: example.conditions.map((one) => print(one)),
    },
  }
}
