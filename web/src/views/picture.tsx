/** The curve and its derivatives: to be moved, enlarged and walked along, by pointer, touch and keyboard. */
import { computed, signal } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { Choice, Line } from '../parts/choice.tsx'
import { Plane, toMove } from '../parts/plane.tsx'
import { ProblemAfterRest } from '../parts/problem.tsx'
import { saved } from '../parts/saved.ts'
import { Sliders } from '../parts/sliders.tsx'
import { asked, subject } from '../state.ts'
import type { AnswerTo } from '../worker/protocol.ts'

const DERIVATIVES = [
  ['0', 'f'],
  ['1', 'f and f′'],
  ['2', 'f, f′ and f″'],
] as const

/** Are extrema and inflections proved and marked? */
const marks = signal('')
const question = computed(() => ({
  ...subject(),
  derivatives: Number(asked.shown.value) || 0,
  other: asked.other.value,
  from: asked.from.value,
  to: asked.to.value,
  tangent: asked.tangent.value,
  letters: asked.letters.value,
  marks: marks.value !== '',
}))

export default function PictureView() {
  const { answer, problem, isWaiting } = useAnswer('picture', () => question.value).value
  return (
    <>
      <div class="controls">
        <Choice label="curves" of={asked.shown} choices={DERIVATIVES} />
        <Choice
          label="marks"
          of={marks}
          choices={[
            ['', 'none'],
            ['proved', 'extrema, inflections'],
          ]}
        />
        <Line label="from" of={asked.from} size={6} />
        <Line label="to" of={asked.to} size={6} />
        <Line label="tangent at" of={asked.tangent} size={6} />
        <Line label="another form over it" of={asked.other} size={16} />
      </div>
      {problem && <ProblemAfterRest of={problem} text={JSON.stringify(question.value)} isPlaced={false} />}
      {answer && (
        <>
          {answer.curve !== undefined && answer.letters.length > 0 && (
            <p class="soft">The letters as in: {answer.curve}.</p>
          )}
          <Sliders letters={answer.letters} of={asked.letters} />
          <figure aria-busy={isWaiting}>
            <Plane of={answer} move={move} />
            <figcaption>{answer.described}</figcaption>
          </figure>
          <div class="controls">
            {toMove.map(([name, change]) => (
              <button type="button" key={name} onClick={() => move(change(answer.window.x))}>
                {name}
              </button>
            ))}
            <button type="button" onClick={() => move(undefined)}>
              as at first
            </button>
            <button type="button" onClick={() => saved('curve.svg', answer.svg, 'image/svg+xml')}>
              keep as SVG
            </button>
            <button type="button" onClick={() => savePng(answer)}>
              keep as PNG
            </button>
          </div>
          <Values of={answer} />
        </>
      )}
    </>
  )
}

const DIGITS = 4

function move(x: readonly [number, number] | undefined): void {
  const width = x ? x[1] - x[0] : 0
  const places = Math.max(0, Math.ceil(DIGITS - Math.log10(width || 1)))
  const [from = '', to = ''] = (x ?? []).map((value) => `${Number(value.toFixed(Math.min(places, 20)))}`)
  asked.from.value = from
  asked.to.value = to
}

const ROWS = 20

/** The numbers of the picture, for those who would rather read. */
function Values({ of }: { readonly of: AnswerTo<'picture'> }) {
  const step = Math.round((of.places.length - 1) / ROWS)
  const rows = of.places.map((_, i) => i).filter((i) => i % step === 0)
  return (
    <details>
      <summary>the values as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{of.variable}</th>
            {of.curves.map(({ label }) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((i) => (
            <tr key={i}>
              <th scope="row">{shown(of.places[i])}</th>
              {of.curves.map(({ label, y }) => (
                <td key={label}>{shown(y[i])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const shown = (value = Number.NaN): string =>
  Number.isFinite(value) ? `${Number(value.toPrecision(6))}`.replace('-', '−') : '–'

/** A picture of twice the size, for screens with fine pixels. */
function savePng({ svg, window: { width, height } }: AnswerTo<'picture'>): void {
  const source = new Image()
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  source.onload = () => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [2 * width, 2 * height]
    canvas.getContext('2d')?.drawImage(source, 0, 0, 2 * width, 2 * height)
    URL.revokeObjectURL(url)
    canvas.toBlob((png) => png && saved('curve.png', png))
  }
  source.src = url
}
