/** A small network while it learns: its border, its losses, and the activations and gradients of each layer. */
import { computed, signal, useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useAnswer } from '../answer.ts'
import { LogBar, Spread } from '../parts/bars.tsx'
import { Choice, Line } from '../parts/choice.tsx'
import { Count } from '../parts/count.tsx'
import { Drawing } from '../parts/drawing.tsx'
import { Figures } from '../parts/figures.tsx'
import { Formula } from '../parts/maths.tsx'
import { percent, scientific, shown } from '../parts/number.ts'
import { ProblemAfterRest } from '../parts/problem.tsx'
import { asked } from '../state.ts'
import type { AnswerTo } from '../worker/protocol.ts'

type Learnt = AnswerTo<'learning'>

const TASKS = [
  ['moons', 'two half moons'],
  ['spirals', 'two spirals'],
  ['xor', 'exclusive or, 4 points'],
] as const
const INITIALS = [
  ['xavier', 'xavier'],
  ['he', 'he'],
  ['lecun', 'lecun'],
  ['normal(0.05)', 'small, normal(0.05)'],
  ['normal(1)', 'large, normal(1)'],
] as const
const OPTIMIZERS = [
  ['gradient-descent', 'along the gradient'],
  ['momentum', 'momentum'],
  ['adam', 'Adam'],
] as const

/** Steps between two pictures while it runs, and the time to look at one. */
const PACE = 10
const REST_MILLISECONDS = 50
const MOST_STEPS = 20_000
const MOST = { depth: 20, width: 64 } as const

const layout = computed(() => ({
  activation: asked.activation.value.trim() === '' ? asked.f.value : asked.activation.value,
  letters: asked.letters.value,
  depth: Number(asked.depth.value),
  width: Number(asked.width.value),
  initial: asked.initial.value,
}))
const lesson = computed(() => ({ ...layout.value, task: asked.task.value, optimizer: asked.optimizer.value }))

const isPossible = (): boolean => layout.value.depth <= MOST.depth && layout.value.width <= MOST.width

/** How far the lesson has come; another one begins at the beginning. */
const last = signal({ of: lesson.peek(), steps: 0, isRunning: false })
const progress = computed(() =>
  last.value.of === lesson.value ? last.value : { of: lesson.value, steps: 0, isRunning: false },
)

function go(change: { readonly steps?: number; readonly isRunning?: boolean }): void {
  last.value = { ...progress.peek(), ...change }
}

export function Network() {
  const learning = useAnswer('learning', () => ({ ...lesson.value, steps: progress.value.steps }))
  const flows = useAnswer('flow', () => (isPossible() ? layout.value : undefined)).value
  useEffect(() => () => go({ isRunning: false }), [])
  useSignalEffect(() => {
    const { answer: now, problem: wrong, isWaiting: isBusy } = learning.value
    const { steps, isRunning } = progress.value
    if (!isRunning || isBusy) return undefined
    if (wrong || !now || now.isLost || steps >= MOST_STEPS) {
      go({ isRunning: false })
      return undefined
    }
    const timer = setTimeout(() => go({ steps: Math.min(steps + PACE, MOST_STEPS) }), REST_MILLISECONDS)
    return () => clearTimeout(timer)
  })
  const { steps, isRunning } = progress.value
  const { answer, problem, isWaiting } = learning.value
  return (
    <>
      <div class="controls">
        <Choice label="task" of={asked.task} choices={TASKS} />
        <Count label="hidden layers" of={asked.depth} least={1} most={MOST.depth} />
        <Count label="units in each" of={asked.width} least={1} most={MOST.width} />
        <Line label="activation, any formula" of={asked.activation} hint={asked.f.value} size={18} />
        <Choice label="first weights" of={asked.initial} choices={INITIALS} />
        <Choice label="descent" of={asked.optimizer} choices={OPTIMIZERS} />
      </div>
      {problem ? (
        <ProblemAfterRest of={problem} text={layout.value.activation} />
      ) : (
        <>
          <div class="controls">
            {/* never disabled: a button that is would lose the keyboard */}
            <button type="button" onClick={() => go({ steps: steps + 1, isRunning: false })}>
              one step
            </button>
            <button type="button" onClick={() => go({ isRunning: !isRunning })}>
              {isRunning ? 'pause' : 'run'}
            </button>
            <button type="button" onClick={() => go({ steps: 0, isRunning: false })}>
              from the beginning
            </button>
          </div>
          {!answer && <p class="soft">Getting ready …</p>}
          {answer && (
            <div aria-busy={isWaiting && !isRunning}>
              <Now of={answer} />
            </div>
          )}
        </>
      )}
      {flows.answer && !flows.problem && !problem && <Flows of={flows.answer} />}
    </>
  )
}

function Now({ of }: { readonly of: Learnt }) {
  const { steps: done, loss, right, isLost, layers, activation, steepest, border, losses } = of
  const gradients = layers.map(({ gradient }) => gradient)
  return (
    <>
      <output class="trace" aria-live={progress.value.isRunning ? 'off' : 'polite'}>
        {isLost
          ? `After ${done} steps the loss is no number any more: the steps were too long.`
          : `After ${done} ${done === 1 ? 'step' : 'steps'}: loss ${shown(loss, 4)}, ${percent(right)} of the points right.`}
      </output>
      <div class="pair">
        {border && <Drawing of={border} />}
        {losses ? <Drawing of={losses} /> : <p class="soft">The losses are drawn from the first step on.</p>}
      </div>
      <h2>Layer by layer</h2>
      <Figures
        label="what each layer does"
        head={['layer', 'values of its units', 'from … to', '‖∂E/∂W‖', 'as a bar', 'saturated']}
        rows={layers.map(({ shares, low, high, gradient, saturated }, i) => [
          i === layers.length - 1 ? 'output' : `${i + 1}`,
          <Spread key="spread" of={shares} />,
          `${shown(low, 3)} … ${shown(high, 3)}`,
          scientific(gradient),
          <LogBar key="bar" of={gradient} among={gradients} />,
          saturated === undefined ? '–' : percent(saturated),
        ])}
      />
      <p class="soft">
        Bars of gradients are logarithmic: each tenth of the length is a factor of ten. A unit is saturated
        where |f′| is below a tenth of its greatest value
        {steepest === undefined ? ', which is not known here' : `, which is ${steepest}, proved`}.
      </p>
      <details>
        <summary>the activation and the derivative that errors go back by</summary>
        <Formula of={activation.f} label="the activation" />
        <Formula of={activation.slope} label="its derivative" />
      </details>
    </>
  )
}

function Flows({ of }: { readonly of: AnswerTo<'flow'> }) {
  const { verdict, depth, factor, expected, bound, ratio, picture } = of
  return (
    <section aria-label="gradients before the first step">
      <h2>Does the gradient vanish?</h2>
      {verdict === 'measured' ? (
        <p>
          In {depth} layers of the same width with these first weights, each layer multiplies the gradient on
          its way back by <b>{shown(factor, 3)}</b> (measured in random networks; {shown(expected, 3)} is
          expected of wide ones). The first layer gets {shown(ratio, 2)} times what the last one gets.
          {bound !== undefined &&
            ` Errors on their way back cannot be multiplied by more than ${shown(bound, 3)} in each layer on average: that is the proved max |f′| times the norm of the weights.`}
        </p>
      ) : (
        <p>
          {verdict === 'overflow'
            ? `Numbers grow out of range within ${depth} layers.`
            : `Within ${depth} layers nothing is left of the gradient.`}
        </p>
      )}
      {picture && <Drawing of={picture} />}
    </section>
  )
}
