/** A slider for each letter of a formula that is not its variable. */
import type { Signal } from '@preact/signals'

interface SlidersProps {
  readonly letters: readonly { readonly name: string; readonly value: number }[]
  /** Where the values are kept: `a=1,b=2`. */
  readonly of: Signal<string>
}

/** As far as a slider goes: ten times what is there at first, and at least to here. */
const LEAST = 5
const STEPS = 200

export function Sliders({ letters, of }: SlidersProps) {
  if (letters.length === 0) return null
  const set = (name: string, value: number): void => {
    of.value = letters.map((one) => `${one.name}=${one.name === name ? value : one.value}`).join(',')
  }
  return (
    <fieldset class="controls">
      <legend class="unseen">values of the letters</legend>
      {letters.map(({ name, value }) => {
        const most = Math.max(LEAST, 2 * Math.abs(value))
        return (
          <label key={name} class="field">
            <span>
              {name} = {value}
            </span>
            <input
              type="range"
              min={-most}
              max={most}
              step={most / STEPS}
              value={value}
              onInput={({ currentTarget }) => set(name, Number(currentTarget.value))}
            />
          </label>
        )
      })}
    </fieldset>
  )
}
