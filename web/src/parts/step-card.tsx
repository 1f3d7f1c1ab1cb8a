/** The card of a step: what its rule says and needs, an example, what it did here; and the step, to be copied. */
import { useAnswer } from '../answer.ts'
import type { Line } from '../worker/work.ts'
import { Copy } from './copy.tsx'
import { Formula } from './maths.tsx'
import { asLatex, asMarkdown, asMathml } from './step-copies.ts'

export function StepCard({ of }: { readonly of: Line }) {
  const { above, maths, isWhole, rule, reason } = of
  return (
    <section class="card" aria-label={`the step: ${reason.spoken}`}>
      {rule !== undefined && <Rule name={rule} />}
      <p>{isWhole ? 'here' : 'here, the framed part of'}</p>
      <Formula of={above} class="before" />
      <p>{isWhole ? 'becomes' : 'becomes the shaded part of'}</p>
      <Formula of={maths} />
      <div class="controls">
        <Copy text={asLatex(of)}>copy the step as LaTeX</Copy>
        <Copy text={asMarkdown(of)}>as Markdown</Copy>
        <Copy text={asMathml(of)}>as MathML</Copy>
      </div>
    </section>
  )
}

function Rule({ name }: { readonly name: string }) {
  const { answer } = useAnswer('rule', () => ({ name })).value
  if (!answer) return null
  const { table, form, legend, means, needs, domain, read, example } = answer
  return (
    <>
      <p class="soft">{table}</p>
      <p>
        <code>{form}</code> {legend.length > 0 && <span class="soft">{legend.join('; ')}</span>}
      </p>
      <dl>
        <dt>means</dt>
        <dd>{means}</dd>
        <dt>needs</dt>
        <dd>{needs.length === 0 ? 'nothing' : needs.join('; ')}</dd>
        <dt>domain</dt>
        <dd>{domain}</dd>
        <dt>read</dt>
        <dd>{read}</dd>
        {example && (
          <>
            <dt>example</dt>
            <dd class="row">
              <Formula of={example.from} /> = <Formula of={example.to} />
              {example.where.length > 0 && <span> for {example.where.join(' and ')}</span>}
            </dd>
          </>
        )}
      </dl>
    </>
  )
}
