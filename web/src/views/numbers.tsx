/** Values to as many digits as one likes, each of them right; and what the textbook form loses where. */
import { computed } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { Line } from '../parts/choice.tsx'
import { Copy } from '../parts/copy.tsx'
import { Markup } from '../parts/markup.tsx'
import { Formula } from '../parts/maths.tsx'
import { ProblemAfterRest } from '../parts/problem.tsx'
import { asked, subject } from '../state.ts'

const question = computed(() => ({
  ...subject(),
  at: asked.at.value.trim() === '' ? '1' : asked.at.value,
  digits: Number(asked.digits.value),
}))
const losses = computed(() => ({ ...subject(), from: asked.from.value, to: asked.to.value }))
const computing = computed(() => ({ ...subject(), only: ['computing'] }))

export default function NumbersView() {
  const { answer, problem, isWaiting } = useAnswer('numbers', () => question.value).value
  const said = useAnswer('sections', () => computing.value).value.answer
  return (
    <>
      <div class="controls">
        <Line label="at" of={asked.at} hint="1, or x = 1/3, a = 2" size={20} />
        <Line label="digits" of={asked.digits} size={6} />
      </div>
      {problem && <ProblemAfterRest of={problem} text={asked.at.value} isPlaced={false} />}
      {answer && !problem && (
        <div aria-busy={isWaiting} aria-live="polite">
          {answer.missing.length > 0 && (
            <p>
              {answer.missing.join(', ')} {answer.missing.length === 1 ? 'needs' : 'need'} a value: write{' '}
              <code>{answer.missing.map((letter) => `${letter} = 1`).join(', ')}</code>
            </p>
          )}
          {answer.values.map(({ of, maths, value, reason }) => (
            <section key={of} aria-label={of}>
              <h2>
                {of} at {question.value.at}
              </h2>
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
          {answer.values.length > 0 && <p class="soft">Every digit shown is right.</p>}
        </div>
      )}
      <Losses />
      {said && said.markup !== '' && <Markup of={said.markup} />}
      {said?.omitted.map(({ id, reason }) => (
        <p key={id} class="soft">
          Of computing it no more is said: {reason}.
        </p>
      ))}
    </>
  )
}

/** The errors of doubles on a logarithmic scale, as the formula is written and in the form that keeps its digits. */
function Losses() {
  const { answer, problem, isWaiting } = useAnswer('losses', () => losses.value).value
  if (!answer || problem) return null
  const { svg, form, worst, mended } = answer
  return (
    <section aria-label="errors in double precision" aria-busy={isWaiting}>
      <h2>Errors in double precision</h2>
      {form && (
        <div class="row">
          The form that keeps its digits is <Formula of={form} label="the form that keeps its digits" />
        </div>
      )}
      <figure>
        <Markup of={svg} class="drawing" />
        <figcaption>
          The error of a double, in units in the last place (ulps): half a unit is rounding alone; 10¹⁶ of
          them are all digits. As it is written the formula loses {worst} at most in this picture
          {mended !== undefined && `, the other form ${mended}`}. Points on the lowest line have the nearest
          double.
        </figcaption>
      </figure>
      <div class="controls">
        <Line label="from" of={asked.from} hint="−45" size={6} />
        <Line label="to" of={asked.to} hint="45" size={6} />
      </div>
    </section>
  )
}
