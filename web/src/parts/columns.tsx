/** The choice of a column, and of several. */
import type { Signal } from '@preact/signals'

interface ColumnProps {
  readonly label: string
  readonly of: Signal<string>
  readonly names: readonly string[]
  /** What is taken where nothing, or no column, is said. */
  readonly initial: string
}

/** What is said, if it is a column. */
export const columnIn = (said: string, names: readonly string[], initial: string): string =>
  names.includes(said) ? said : initial

export const Column = ({ label, of, names, initial }: ColumnProps) => (
  <label class="field">
    <span>{label}</span>
    <select
      value={columnIn(of.value, names, initial)}
      onChange={({ currentTarget }) => {
        of.value = currentTarget.value
      }}
    >
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

/** The names in a text, separated by commas, of those that there are; all, where none is said. */
export function columnsIn(said: string, names: readonly string[]): readonly string[] {
  const wanted = said.split(',')
  const found = names.filter((name) => wanted.includes(name))
  return found.length === 0 ? names : found
}

export function Columns({ label, of, names }: Omit<ColumnProps, 'initial'>) {
  const chosen = columnsIn(of.value, names)
  const toggle = (name: string): void => {
    const next = names.filter((one) => chosen.includes(one) !== (one === name))
    if (next.length > 0) of.value = next.length === names.length ? '' : next.join(',')
  }
  return (
    <fieldset class="field checks">
      <legend>{label}</legend>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            disabled={chosen.length === 1 && chosen[0] === name}
            onChange={() => toggle(name)}
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  )
}
