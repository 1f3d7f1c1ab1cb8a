/** What is alive of the page: the field, the tabs, and the view that is open. What is not stands in index.html. */
import { useSignal, useSignalEffect } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { FormulaField } from './formula.tsx'
import { asked, VIEWS, type View } from './state.ts'
import { SHOWN } from './views/index.ts'

const OPEN_VIEWS = VIEWS.filter((view) => SHOWN[view])

export const Page = () => (
  <>
    <FormulaField />
    <Tabs />
    <OpenView />
  </>
)

/** Left and right go from tab to tab, Home and End to the first and the last. */
const GOES: Readonly<Record<string, (i: number, count: number) => number>> = {
  ArrowRight: (i, count) => (i + 1) % count,
  ArrowLeft: (i, count) => (i + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

function Tabs() {
  const open = asked.view.value
  return (
    <div role="tablist" aria-label="views">
      {OPEN_VIEWS.map((view, i) => (
        <button
          type="button"
          key={view}
          role="tab"
          id={`tab-${view}`}
          aria-selected={view === open}
          aria-controls="view"
          tabIndex={view === open ? 0 : -1}
          onClick={() => {
            asked.view.value = view
          }}
          onKeyDown={(event) => {
            const next = OPEN_VIEWS[GOES[event.key]?.(i, OPEN_VIEWS.length) ?? -1]
            if (!next) return
            event.preventDefault()
            asked.view.value = next
            document.getElementById(`tab-${next}`)?.focus()
          }}
        >
          {SHOWN[view]?.title}
        </button>
      ))}
    </div>
  )
}

/** The view, loaded when it is first opened. */
function OpenView() {
  const loaded = useSignal<Partial<Record<View, FunctionComponent>>>({})
  useSignalEffect(() => {
    const view = asked.view.value as View
    if (loaded.peek()[view]) return
    SHOWN[view]?.load().then((module) => {
      loaded.value = { ...loaded.peek(), [view]: module.default }
    })
  })
  const view = asked.view.value as View
  const Shown = loaded.value[view]
  return (
    <section id="view" role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={-1}>
      {Shown ? <Shown /> : <p class="soft">…</p>}
    </section>
  )
}
