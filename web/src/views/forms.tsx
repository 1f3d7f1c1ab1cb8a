/** Another form: the same or not, where, the way there, or the point that tells them apart. */
import { computed } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { Line } from '../parts/choice.tsx'
import { Markup } from '../parts/markup.tsx'
import { Problem } from '../parts/problem.tsx'
import { Work } from '../parts/work.tsx'
import { asked, subject } from '../state.ts'

const question = computed(() =>
  asked.other.value.trim() === '' ? undefined : { ...subject(), other: asked.other.value },
)

export default function FormsView() {
  const { answer, problem, isWaiting } = useAnswer('forms', () => question.value).value
  return (
    <>
      <div class="controls">
        <Line label="the other form, in any notation" of={asked.other} hint="e^x/(1+e^x)" size={40} />
      </div>
      {!question.value && (
        <p class="soft">
          Type what a book, a colleague or another program gives, and see whether it is the same. f′ of the
          formula is written d/dx(…), and sigmoid′(x) works as well.
        </p>
      )}
      {problem && question.value && <Problem of={problem} text={asked.other.value} />}
      {answer && !problem && question.value && (
        <div aria-busy={isWaiting} aria-live="polite">
          <Markup of={answer.said} class={`verdict ${answer.verdict}`} />
          {answer.path && (
            <>
              <h2>From yours to theirs</h2>
              <Work from={answer.path.from} lines={answer.path.lines} />
            </>
          )}
          {answer.picture && (
            <figure>
              <Markup of={answer.picture.svg} class="drawing" />
              <figcaption>{answer.picture.described}</figcaption>
            </figure>
          )}
        </div>
      )}
    </>
  )
}
