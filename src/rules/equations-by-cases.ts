import type { Rule, RuleTable } from './rule.ts'

/** {u if c else v} = w, for each relation c. */
const byCases = (relation: string, otherwise: string, name: string): Rule => ({
  name: `equation with two branches, ${name}`,
  form: `{u if a ${relation} b else v} = w <=> a ${relation} b and u = w or a ${otherwise} b and v = w`,
  say: 'One branch counts in each case: two equations without branches are left.',
  back: {
    name: `join two branches of an equation, ${name}`,
    say: 'Each equation counts in its own case: one equation says both.',
  },
})
const inOneCase = (relation: string, name: string): Rule => ({
  name: `equation with one branch, ${name}`,
  form: `{u if a ${relation} b} = w <=> a ${relation} b and u = w`,
  say: 'The branch counts only in its case: an equation without branches is left.',
  back: {
    name: `condition into an equation, ${name}`,
    say: 'The condition becomes the case of a branch: one equation says both.',
  },
})

/** Equations with forms by cases. */
export const equationsByCases: RuleTable = {
  title: 'equations by cases',
  rules: [
    byCases('>', '<=', 'strict'),
    byCases('>=', '<', 'with border'),
    byCases('=', '!=', 'one point'),
    byCases('!=', '=', 'all but one point'),
    inOneCase('>', 'strict'),
    inOneCase('>=', 'with border'),
    inOneCase('!=', 'all but one point'),
  ],
}
