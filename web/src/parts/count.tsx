/** A whole number, with buttons of the browser to raise and lower it. */
import type { Signal } from '@preact/signals'

interface CountProps {
  readonly label: string
  readonly of: Signal<string>
  readonly least: number
  readonly most: number
}

export const Count = ({ label, of, least, most }: CountProps) => (
  <label class="field">
    <span>{label}</span>
    <input
      type="number"
      min={least}
      max={most}
      step={1}
      value={of.value}
      onInput={({ currentTarget }) => {
        of.value = currentTarget.value
      }}
    />
  </label>
)
