/** A slider for each letter of a formula that is not its variable, with what it stands for. */
import type { Signal } from '@preact/signals'
import type { AnswerTo } from '../worker/protocol.ts'

interface SlidersProps {
  readonly letters: AnswerTo<'picture'>['letters']
  /** Where the values are kept: `a=1,b=2`. */
  readonly of: Signal<string>
}

/** As far as a slider goes at least; ten times as far, and so on, where a larger value was typed. */
const LEAST = 5
const STEPS = 200

export function Sliders({ letters, of }: SlidersProps) {
  if (letters.length === 0) return null
  const set = (name: string, value: number): void => {
    of.value = letters.map((one) => `${one.name}=${one.name === name ? value : one.value}`).join(',')
  }
  return (
    <fieldset class="controls sliders">
      <legend class="unseen">values of the letters</legend>
      {letters.map(({ name, value, means }) => {
        const most = LEAST * 10 ** Math.max(0, Math.ceil(Math.log10(Math.abs(value) / LEAST)))
        const said = means === undefined ? name : `${name}, ${means}`
        return (
          <div key={name} class="field">
            <span aria-hidden="true">{said}</span>
            <input
              type="range"
              aria-label={said}
              min={-most}
              max={most}
              step={most / STEPS}
              value={value}
              onInput={({ currentTarget }) => set(name, Number(currentTarget.value))}
            />
            <input
              type="number"
              aria-label={`value of ${name}`}
              step="any"
              value={value}
              onInput={({ currentTarget: { value, valueAsNumber } }) => {
                if (value !== '' && Number.isFinite(valueAsNumber)) set(name, valueAsNumber)
              }}
            />
          </div>
        )
      })}
    </fieldset>
  )
}
