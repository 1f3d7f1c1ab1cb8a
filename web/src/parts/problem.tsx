/** What is wrong with a text: the message, the line it is about with the place marked, and what would help. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Problem as Said } from '../worker/protocol.ts'

const BEFORE = 40
const AFTER = 24

/** The part of the text around the place. */
function excerpt(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const from = Math.max(0, start - BEFORE, text.lastIndexOf('\n', start - 1) + 1)
  const lineEnd = text.indexOf('\n', start)
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, Math.max(end, start + 1) + AFTER)
  const stop = Math.max(start, Math.min(end, to))
  return {
    before: text.slice(from, start),
    wrong: text.slice(start, stop) || ' ',
    after: text.slice(stop, to),
  }
}

export function Problem({ of, text }: { readonly of: Said; readonly text?: string | undefined }) {
  const place = of.span && text !== undefined && text.length > 0 ? excerpt(text, of.span) : undefined
  return (
    <div class="problem" role="alert">
      <p>
        <b>{of.message}</b> <span class="soft">{of.code}</span>
      </p>
      {place && (
        <code class="place">
          {place.before}
          <mark>{place.wrong}</mark>
          {place.after}
        </code>
      )}
      {of.hint && <p>{of.hint}</p>}
    </div>
  )
}

/** Nobody is told of a mistake while still typing. */
const REST_MILLISECONDS = 1_000

/** Is this text the same for a while now? */
export function useRest(text: string): boolean {
  const rested = useSignal<string | undefined>(undefined)
  useEffect(() => {
    const timer = setTimeout(() => {
      rested.value = text
    }, REST_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [text, rested])
  return rested.value === text
}

interface AfterRestProps {
  readonly of: Said
  /** What is typed. */
  readonly text: string
  /** Is the place of the problem one in this text? */
  readonly isPlaced?: boolean
}

/** The same for a field in which a person may still be typing. */
export const ProblemAfterRest = ({ of, text, isPlaced = true }: AfterRestProps) =>
  useRest(text) ? <Problem of={of} text={isPlaced ? text : undefined} /> : null
