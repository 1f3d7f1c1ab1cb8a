/** Where a table comes from: a choice of built-in ones, a file that is chosen or dropped, or text that is typed. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Dataset } from '../dataset.ts'

/** Nobody wants a fit for each letter typed. */
const REST_MILLISECONDS = 500
const OWN = 'own'
const TYPED = 'typed.csv'

interface TableChoiceProps {
  readonly of: Dataset
  /** What else is to happen when a built-in table is chosen. */
  readonly chosen?: (sample: string) => void
}

export function TableChoice({ of, chosen }: TableChoiceProps) {
  const isOver = useSignal(false)
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const own = of.own.value
  const takeFrom = (files: FileList | null | undefined): void => {
    const file = files?.[0]
    if (file) of.take(file, file.name)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file can be dropped here; it can be chosen by keyboard as well
    <div
      class={isOver.value ? 'table-choice over' : 'table-choice'}
      onDragOver={(event) => {
        event.preventDefault()
        isOver.value = true
      }}
      onDragLeave={() => {
        isOver.value = false
      }}
      onDrop={(event) => {
        event.preventDefault()
        isOver.value = false
        takeFrom(event.dataTransfer?.files)
      }}
    >
      <div class="controls">
        <label class="field">
          <span>data</span>
          <select
            value={own ? OWN : of.sample.value}
            onChange={({ currentTarget: { value } }) => {
              if (value === OWN) return
              of.choose(value)
              chosen?.(value)
            }}
          >
            {own && <option value={OWN}>{own.name}</option>}
            {Object.entries(of.samples).map(([name, { title }]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>or a CSV file of yours, chosen or dropped here</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={({ currentTarget }) => {
              takeFrom(currentTarget.files)
              // so that the same file can be chosen again after a change
              currentTarget.value = ''
            }}
          />
        </label>
      </div>
      {of.text.value !== undefined && (
        <details>
          <summary>the table as text, to be read, changed or pasted</summary>
          <label>
            <span class="unseen">the table as text</span>
            <textarea
              class="lines"
              rows={8}
              spellcheck={false}
              autocapitalize="off"
              value={of.text.value}
              onInput={({ currentTarget: { value } }) => {
                clearTimeout(resting.current)
                resting.current = setTimeout(() => of.take(new Blob([value]), TYPED), REST_MILLISECONDS)
              }}
            />
          </label>
        </details>
      )}
    </div>
  )
}
