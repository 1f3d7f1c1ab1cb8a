/** Gives a text to the reader as a file. */
export function saved(name: string, text: string | Blob, type = 'text/plain'): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(text instanceof Blob ? text : new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
