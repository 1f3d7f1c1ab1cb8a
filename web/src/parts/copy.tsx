/** A button that copies a text, and says so. */
import { useSignal } from '@preact/signals'

const SHOWN_MILLISECONDS = 1_500

export function Copy({ text, children }: { readonly text: string; readonly children: string }) {
  const said = useSignal('')
  const copy = async () => {
    const done = await navigator.clipboard.writeText(text).then(
      () => 'copied',
      () => 'not allowed to copy',
    )
    said.value = done
    setTimeout(() => {
      said.value = ''
    }, SHOWN_MILLISECONDS)
  }
  return (
    <span class="copy">
      <button type="button" onClick={copy}>
        {children}
      </button>
      <output aria-live="polite">{said}</output>
    </span>
  )
}
