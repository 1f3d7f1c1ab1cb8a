/** Values to as many digits as one likes, each of them right; and what the textbook form loses where. */
import { computed } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { Line } from '../parts/choice.tsx'
import { Copy } from '../parts/copy.tsx'
import { Markup } from '../parts/markup.tsx'
import { Formula } from '../parts/maths.tsx'
import { Problem } from '../parts/problem.tsx'
import { asked, subject } from '../state.ts'

const question = computed(() => ({
  ...subject(),
  at: asked.at.value.trim() === '' ? '1' : asked.at.value,
  digits: Number(asked.digits.value),
}))
const computing = computed(() => ({ ...subject(), only: ['computing'] }))

export default function NumbersView() {
  const { answer, problem, isWaiting } = useAnswer('numbers', () => question.value).value
  const lost = useAnswer('sections', () => computing.value).value
  return (
    <>
      <div class="controls">
        <Line label="at" of={asked.at} hint="1, or x = 1/3, a = 2" size={20} />
        <Line label="digits" of={asked.digits} size={6} />
      </div>
      {problem && <Problem of={problem} />}
      {answer && !problem && (
        <div aria-busy={isWaiting} aria-live="polite">
          {answer.missing.length > 0 && (
            <p>
              {answer.missing.join(', ')} {answer.missing.length === 1 ? 'needs' : 'need'} a value: x = 1, a =
              2
            </p>
          )}
          {answer.values.map(({ of, maths, value, reason }) => (
            <section key={of} aria-label={of}>
              <h2>{of}</h2>
              <Formula of={maths} />
              {value === undefined ? (
                <p>no value: {reason}</p>
              ) : (
                <p class="value">
                  <code>{value}</code> <Copy text={value}>copy</Copy>
                </p>
              )}
            </section>
          ))}
          <p class="soft">Every digit shown is right.</p>
        </div>
      )}
      {lost.answer && lost.answer.markup !== '' && <Markup of={lost.answer.markup} />}
    </>
  )
}
