/** The formulas that were looked at before, kept in this browser alone. */
import { effect, signal } from '@preact/signals'
import { asked } from './state.ts'

const KEPT_AS = 'ogee-history'
const MOST = 20
const LONGEST = 500
/** A formula that is typed on is none that was looked at. */
const REST_MILLISECONDS = 3_000

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && one.length <= LONGEST)

/** What was kept; nothing where that is not allowed, or is not what was kept. */
function kept(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]')
    return isTexts(value) ? value.slice(0, MOST) : []
  } catch {
    return []
  }
}

/** The last one first. */
export const earlier = signal(kept())

/** Keeps each formula that a reader stays with. */
export function keepHistory(): void {
  effect(() => {
    const formula = asked.f.value
    const timer = setTimeout(() => {
      if (formula.length > LONGEST) return
      earlier.value = [formula, ...earlier.peek().filter((one) => one !== formula)].slice(0, MOST)
      try {
        localStorage.setItem(KEPT_AS, JSON.stringify(earlier.value))
      } catch {
        // it is kept for as long as the page is open
      }
    }, REST_MILLISECONDS)
    return () => clearTimeout(timer)
  })
}
