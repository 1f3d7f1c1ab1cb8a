/**
 * A picture that can be walked along: the arrow keys go from point to point, N and P to the next proved point and back,
 * + and - enlarge and reduce; a pointer shows the values below it, a drag moves the picture, two fingers stretch it.
 */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { AnswerTo } from '../worker/protocol.ts'
import { Markup } from './markup.tsx'

type Picture = AnswerTo<'picture'>
type Range = readonly [from: number, to: number]

const stretched =
  (factor: number) =>
  ([from, to]: Range): Range => {
    const [middle, half] = [(from + to) / 2, ((to - from) / 2) * factor]
    return [middle - half, middle + half]
  }
const shifted =
  (part: number) =>
  ([from, to]: Range): Range => [from + part * (to - from), to + part * (to - from)]

/** What the buttons below a picture do. */
export const toMove: readonly (readonly [name: string, change: (x: Range) => Range])[] = [
  ['← left', shifted(-0.25)],
  ['right →', shifted(0.25)],
  ['closer', stretched(0.5)],
  ['farther', stretched(2)],
]

interface PlaneProps {
  readonly of: Picture
  readonly move: (x: Range) => void
}

const FAR = 10
const KINDS: Readonly<Record<string, string>> = {
  maximum: 'maximum',
  minimum: 'minimum',
  inflection: 'inflection',
  hole: 'a point that is left out',
  touch: 'tangent',
}

export function Plane({ of, move }: PlaneProps) {
  const area = useRef<HTMLDivElement>(null)
  const at = useSignal<number | undefined>(undefined)
  const fingers = useRef(new Map<number, number>())
  const { window: view, places, spots, curves, variable } = of
  const count = places.length - 1
  const placeOf = (clientX: number): number => {
    const box = area.current?.getBoundingClientRect()
    if (!box) return 0
    const pixel = ((clientX - box.left) / box.width) * view.width
    return view.x[0] + ((pixel - view.left) / (view.right - view.left)) * (view.x[1] - view.x[0])
  }
  const indexOf = (x: number): number =>
    Math.max(0, Math.min(count, Math.round(((x - view.x[0]) / (view.x[1] - view.x[0])) * count)))
  const step = (by: number): void => {
    at.value = Math.max(0, Math.min(count, (at.value ?? Math.round(count / 2)) + by))
  }
  const toSpot = (direction: 1 | -1): void => {
    const here = places[at.value ?? 0] as number
    const inside = spots.filter(({ x }) => x >= view.x[0] && x <= view.x[1])
    const next =
      direction > 0
        ? inside.find(({ x }) => indexOf(x) > (at.value ?? -1))
        : inside.findLast(({ x }) => x < here && indexOf(x) < (at.value ?? 0))
    if (next) at.value = indexOf(next.x)
  }
  const KEYS: Readonly<Record<string, (far: boolean) => void>> = {
    ArrowRight: (far) => step(far ? FAR : 1),
    ArrowLeft: (far) => step(far ? -FAR : -1),
    Home: () => step(-count),
    End: () => step(count),
    n: () => toSpot(1),
    p: () => toSpot(-1),
    '+': () => move(stretched(0.5)(view.x)),
    '-': () => move(stretched(2)(view.x)),
  }
  const drag = (event: PointerEvent): void => {
    const before = fingers.current.get(event.pointerId)
    if (before === undefined) {
      at.value = indexOf(placeOf(event.clientX))
      return
    }
    const others = [...fingers.current].filter(([id]) => id !== event.pointerId)
    const [moved, started] = [placeOf(event.clientX), placeOf(before)]
    const [other] = others
    if (other) {
      const fixed = placeOf(other[1])
      const factor = Math.abs(started - fixed) / Math.max(Math.abs(moved - fixed), 1e-9)
      const limited = Math.min(2, Math.max(0.5, factor))
      move([fixed - (fixed - view.x[0]) * limited, fixed + (view.x[1] - fixed) * limited])
    } else if (moved !== started) move([view.x[0] + started - moved, view.x[1] + started - moved])
    fingers.current.set(event.pointerId, event.clientX)
  }
  const spot = spots.find(({ x }) => at.value !== undefined && indexOf(x) === at.value)
  const x = spot?.x ?? (at.value === undefined ? undefined : places[at.value])
  return (
    <>
      <div
        ref={area}
        class="plane"
        role="application"
        aria-label="the picture: arrow keys go along the curve, N and P to proved points, + and - enlarge and reduce"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked along with the keyboard
        tabIndex={0}
        onKeyDown={(event) => {
          const act = KEYS[event.key]
          if (!act) return
          event.preventDefault()
          act(event.shiftKey)
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          fingers.current.set(event.pointerId, event.clientX)
        }}
        onPointerMove={drag}
        onPointerUp={({ pointerId }) => fingers.current.delete(pointerId)}
        onPointerCancel={({ pointerId }) => fingers.current.delete(pointerId)}
      >
        <Markup of={of.svg} class="drawing" />
        {x !== undefined && <Cross of={of} x={x} index={at.value ?? 0} />}
      </div>
      <output aria-live="polite" class="trace">
        {x === undefined
          ? 'Point at the picture, or go along it with the arrow keys.'
          : `${spot ? `${KINDS[spot.kind] ?? spot.kind}: ` : ''}${variable} = ${shown(x)}; ${curves
              .map(({ label, y }) => `${label} = ${shown(y[at.value ?? 0])}`)
              .join('; ')}`}
      </output>
    </>
  )
}

const shown = (value = Number.NaN): string =>
  Number.isFinite(value) ? `${Number(value.toPrecision(6))}`.replace('-', '−') : 'undefined'

interface CrossProps {
  readonly of: Picture
  readonly x: number
  readonly index: number
}

/** Where the reader is. */
function Cross({ of: { window: view, curves }, x, index }: CrossProps) {
  const across = view.left + ((x - view.x[0]) / (view.x[1] - view.x[0])) * (view.right - view.left)
  const up = (y: number): number =>
    view.bottom - ((y - view.y[0]) / (view.y[1] - view.y[0])) * (view.bottom - view.top)
  return (
    <svg class="cross" viewBox={`0 0 ${view.width} ${view.height}`} aria-hidden="true">
      <line x1={across} x2={across} y1={view.top} y2={view.bottom} />
      {curves.map(({ label, y }) => {
        const value = y[index] as number
        return value >= view.y[0] && value <= view.y[1] ? (
          <circle key={label} cx={across} cy={up(value)} r={4} />
        ) : null
      })}
    </svg>
  )
}
