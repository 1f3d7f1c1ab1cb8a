/** A labelled choice of a few, and a labelled line of text: both write to a signal. */
import type { Signal } from '@preact/signals'

interface ChoiceProps {
  readonly label: string
  readonly of: Signal<string>
  readonly choices: readonly (readonly [value: string, label: string])[]
}

export const Choice = ({ label, of, choices }: ChoiceProps) => (
  <label class="field">
    <span>{label}</span>
    <select
      value={of.value}
      onChange={({ currentTarget }) => {
        of.value = currentTarget.value
      }}
    >
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </label>
)

interface LineProps {
  readonly label: string
  readonly of: Signal<string>
  readonly hint?: string
  readonly size?: number
}

export const Line = ({ label, of, hint, size = 12 }: LineProps) => (
  <label class="field">
    <span>{label}</span>
    <input
      type="text"
      value={of.value}
      size={size}
      placeholder={hint ?? ''}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      onInput={({ currentTarget }) => {
        of.value = currentTarget.value
      }}
    />
  </label>
)
