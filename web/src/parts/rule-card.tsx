/** The card of a rule: what it says, what it needs, an example, and what it did here. */
import { useAnswer } from '../answer.ts'
import type { Maths } from '../worker/maths.ts'
import { Formula } from './maths.tsx'

interface RuleCardProps {
  readonly name: string
  readonly before: Maths
  readonly after: Maths
}

export function RuleCard({ name, before, after }: RuleCardProps) {
  const { answer } = useAnswer('rule', () => ({ name })).value
  return (
    <section class="card" aria-label={`the rule: ${name}`}>
      {answer && (
        <>
          <p class="soft">{answer.table}</p>
          <p>
            <code>{answer.form}</code>
          </p>
          <dl>
            <dt>means</dt>
            <dd>{answer.means}</dd>
            <dt>needs</dt>
            <dd>{answer.needs.length === 0 ? 'nothing' : answer.needs.join('; ')}</dd>
            <dt>domain</dt>
            <dd>{answer.domain}</dd>
            {answer.example && (
              <>
                <dt>example</dt>
                <dd class="row">
                  <Formula of={answer.example.from} /> = <Formula of={answer.example.to} />
                  {answer.example.where.length > 0 && <span> for {answer.example.where.join(' and ')}</span>}
                </dd>
              </>
            )}
          </dl>
        </>
      )}
      <p>here, the shaded part of</p>
      <Formula of={before} />
      <p>becomes the shaded part of</p>
      <Formula of={after} />
    </section>
  )
}
