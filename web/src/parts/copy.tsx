/** A button that copies a text, or one that is yet to be asked for, and says so. */
import { useSignal } from '@preact/signals'

const SHOWN_MILLISECONDS = 1_500

interface CopyProps {
  readonly text: string | (() => Promise<string>)
  readonly children: string
}

export function Copy({ text, children }: CopyProps) {
  const said = useSignal('')
  const copy = async () => {
    const done = await copied(text).then(
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

/** Browsers want to be told within the click, and may wait for the text. */
async function copied(text: CopyProps['text']): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text)
  const type = 'text/plain'
  const blob = text().then((found) => new Blob([found], { type }))
  return navigator.clipboard.write([new ClipboardItem({ [type]: blob })])
}
