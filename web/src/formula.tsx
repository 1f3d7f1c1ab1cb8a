/** The field for the formula, in every notation: how it is read, at once; what is wrong with it, after a rest. */
import { signal, useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { useAnswer } from './answer.ts'
import { earlier } from './history.ts'
import { Choice, Line } from './parts/choice.tsx'
import { Formula } from './parts/maths.tsx'
import { Menu } from './parts/menu.tsx'
import { Problem, useRest } from './parts/problem.tsx'
import { asked } from './state.ts'

/** What is in the field; it becomes the formula of the page once it can be read. */
const typed = signal(asked.f.peek())

/** Signs that keyboards lack, and how they are typed. */
const SIGNS: readonly (readonly [sign: string, inserted: string, said: string])[] = [
  ['xⁿ', '^', 'power'],
  ['eˣ', 'e^()', 'exponential'],
  ['√', 'sqrt()', 'square root'],
  ['a/b', '()/()', 'fraction'],
  ['log', 'log()', 'natural logarithm'],
  ['|x|', 'abs()', 'absolute value'],
  ['π', 'pi', 'pi'],
  ['σ', 'sigmoid(x)', 'sigmoid'],
]

export function FormulaField() {
  const field = useRef<HTMLTextAreaElement>(null)
  const isLeft = useSignal(false)
  const isResting = useRest(typed.value)
  const { answer, problem, isWaiting } = useAnswer('reading', () => ({ text: typed.value })).value

  const { answer: curves } = useAnswer('curves', () => ({})).value

  // an address that is opened, or an example
  useSignalEffect(() => {
    if (asked.f.value !== typed.peek()) typed.value = asked.f.value
  })
  if (answer && !problem && !isWaiting && asked.f.peek() !== typed.peek()) asked.f.value = typed.peek()

  const insert = (text: string): void => {
    const area = field.current
    if (!area) return
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
    const inside = text.indexOf('()')
    if (inside >= 0) area.selectionStart = area.selectionEnd = area.selectionEnd - text.length + inside + 1
    typed.value = area.value
    area.focus()
  }
  const take = (text: string): void => {
    typed.value = text
  }
  const isWrong = problem !== undefined && (isResting || isLeft.value)
  return (
    <section class="formula-field" aria-label="formula">
      <label class="formula-label">
        <span>formula</span>
        <textarea
          ref={field}
          rows={1}
          value={typed.value}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          aria-invalid={isWrong}
          aria-describedby="reading"
          onInput={({ currentTarget }) => {
            isLeft.value = false
            typed.value = currentTarget.value
          }}
          onBlur={() => {
            isLeft.value = true
          }}
        />
      </label>
      <fieldset class="signs">
        <legend class="unseen">insert</legend>
        {SIGNS.map(([sign, inserted, said]) => (
          <button type="button" key={said} title={said} onClick={() => insert(inserted)}>
            {sign} <span class="unseen">{said}</span>
          </button>
        ))}
        <Menu label="examples" choices={curves ?? []} take={take} />
        {earlier.value.some((text) => text !== asked.f.value) && (
          <Menu label="earlier" choices={earlier.value.map((text) => [text, text])} take={take} />
        )}
      </fieldset>
      <div id="reading" aria-live="polite">
        {isWrong && problem ? (
          <Problem of={problem} text={typed.value} />
        ) : (
          answer && (
            <>
              <div class="row">
                <Formula of={answer.maths} label="the formula, as it is read" />
                {answer.body && (
                  <>
                    = <Formula of={answer.body} label="what it stands for" />
                  </>
                )}
              </div>
              {answer.notation && (
                <p class="soft">
                  read as {answer.notation}
                  {answer.isListing &&
                    '; of a listing the last formula is taken, and the picture has its range'}
                </p>
              )}
              {answer.readAs && (
                <p class="soft">
                  read as <code>{answer.readAs}</code>
                  {answer.others.map(({ text, start, end }) => (
                    <button
                      type="button"
                      key={text}
                      onClick={() => {
                        typed.value = typed.value.slice(0, start) + text + typed.value.slice(end)
                      }}
                    >
                      meant {text}?
                    </button>
                  ))}
                </p>
              )}
            </>
          )
        )}
      </div>
      <Setting letters={answer?.letters ?? []} />
    </section>
  )
}

/** Which letter is the variable, where there are several; and what is given. */
function Setting({ letters }: { readonly letters: readonly string[] }) {
  const variable = asked.var.value
  const choices = [...new Set([...letters, ...(variable === '' ? [] : [variable])])]
  return (
    <>
      {choices.length > 1 && (
        <Choice
          label="variable"
          of={asked.var}
          choices={[['', 'the usual one'], ...choices.map((letter) => [letter, letter] as const)]}
        />
      )}
      <details class="more" open={asked.assume.peek() !== ''}>
        <summary>conditions</summary>
        <Line label="given" of={asked.assume} hint="a > 0, x >= 0" size={24} />
      </details>
    </>
  )
}
