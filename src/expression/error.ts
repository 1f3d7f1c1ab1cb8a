/** A half-open range of UTF-16 positions in the text a person typed. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Misuse and unreadable input. `code` is stable (for programs), `message` is one sentence (for
 * people), `span` points into the input and `hint` says what to try instead.
 *
 * @example
 * ```ts
 * new OgeeError('E101', 'the formula is empty').code // → 'E101'
 * ```
 */
export class OgeeError extends Error {
  override readonly name = 'OgeeError'
  readonly code: string
  readonly span: Span | undefined
  readonly hint: string | undefined

  constructor(code: string, message: string, span?: Span, hint?: string) {
    super(message)
    this.code = code
    this.span = span
    this.hint = hint
  }
}
