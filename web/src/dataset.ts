/**
 * The table that is fitted or learnt from: a built-in one, or a person's own. An own table stays in this browser and
 * is in no address.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Sample } from './samples.ts'
import type { Data } from './worker/table.ts'

export interface Dataset {
  /** What the worker is asked about. */
  readonly data: ReadonlySignal<Data>
  /** Its text, as far as that is short enough to be shown. */
  readonly text: ReadonlySignal<string | undefined>
  /** What a person has brought, where that is what is looked at. */
  readonly own: ReadonlySignal<Data | undefined>
  readonly samples: Readonly<Record<string, Sample>>
  /** Which of them is chosen. */
  readonly sample: ReadonlySignal<string>
  readonly choose: (sample: string) => void
  readonly take: (file: Blob, name: string) => void
}

/** Longer tables are not shown as text. */
const LONGEST_SHOWN = 50_000

let taken = 0

/** `chosen` is the field of the address that holds the name of a built-in table. */
export function dataset<S extends Readonly<Record<string, Sample>>>(
  samples: S,
  chosen: Signal<string>,
): Dataset {
  const own = signal<Data | undefined>(undefined)
  const text = signal<string | undefined>(undefined)
  const made = new Map<string, Data>()
  const builtIn = (name: string): Data => {
    const one = made.get(name) ?? {
      id: `built in: ${name}`,
      name: `${name}.csv`,
      file: new Blob([samples[name]?.table ?? '']),
    }
    made.set(name, one)
    return one
  }
  const data = computed(() => own.value ?? builtIn(chosen.value))
  effect(() => {
    const now = data.value
    text.value = undefined
    if (now.file.size > LONGEST_SHOWN) return
    now.file.text().then(
      (read) => {
        if (data.peek() === now) text.value = read
      },
      () => undefined,
    )
  })
  return {
    data,
    text,
    own,
    samples,
    sample: chosen,
    choose(sample) {
      own.value = undefined
      chosen.value = sample
    },
    take(file, name) {
      taken += 1
      own.value = { id: `own ${taken}`, name, file }
    },
  }
}
