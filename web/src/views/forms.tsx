/** Another form, as a book or another program gives it: is it the same, and how does one get there? */
import { computed } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { Choice, Line } from '../parts/choice.tsx'
import { Markup } from '../parts/markup.tsx'
import { Formula } from '../parts/maths.tsx'
import { ProblemAfterRest } from '../parts/problem.tsx'
import { Work } from '../parts/work.tsx'
import { asked, subject } from '../state.ts'
import type { AnswerTo } from '../worker/protocol.ts'

const AGAINST = [
  ['', 'f, f′ or f″, whichever it is'],
  ['0', 'f, the formula'],
  ['1', 'f′, its derivative'],
  ['2', 'f″, its second derivative'],
] as const

const question = computed(() =>
  asked.other.value.trim() === ''
    ? undefined
    : { ...subject(), other: asked.other.value, against: asked.against.value },
)

export default function FormsView() {
  const { answer, problem, isWaiting } = useAnswer('forms', () => question.value).value
  return (
    <>
      <div class="controls">
        <Line label="the other form, in any notation" of={asked.other} hint="e^x/(1+e^x)^2" size={40} />
        <Choice label="compared with" of={asked.against} choices={AGAINST} />
      </div>
      {!question.value && (
        <p class="soft">
          Type what a book, a colleague or another program gives for the formula or for its derivative, and
          see whether it is the same.
        </p>
      )}
      {problem && question.value && <ProblemAfterRest of={problem} text={asked.other.value} />}
      {answer && !problem && question.value && (
        <div aria-busy={isWaiting} aria-live="polite">
          <Verdict of={answer} />
        </div>
      )}
    </>
  )
}

function Verdict({ of }: { readonly of: AnswerTo<'forms'> }) {
  const { verdict, name, maths, other, not, said, path, picture } = of
  return (
    <>
      {not.length > 0 && (
        <p class="soft">
          It is not {not.join(' and not ')}, but {name}:
        </p>
      )}
      <div class="row">
        {name} = <Formula of={maths} label={name} /> and the other form{' '}
        <Formula of={other} label="the other form" />
      </div>
      <Markup of={said} class={`verdict ${verdict}`} />
      {path && path.lines.length > 0 && (
        <>
          <h2>From {name} to the other form</h2>
          <Work from={path.from} lines={path.lines} />
        </>
      )}
      {verdict === 'equal' && !path && (
        <p class="soft">That they are equal is proved; a way by the rules was not found.</p>
      )}
      {picture && (
        <figure>
          <Markup of={picture.svg} class="drawing" />
          <figcaption>{picture.described}</figcaption>
        </figure>
      )}
    </>
  )
}
