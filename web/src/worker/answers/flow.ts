/** How gradients flow back through a network of such units before it learns, beside two usual activations. */
import { type Flow, flow } from '../../../../src/learn/flow/flow.ts'
import { flowPicture } from '../../../../src/learn/flow/picture.ts'
import { lettersIn as lettersOf } from '../../../../src/learn/network/activation.ts'
import { lettersIn } from '../letters.ts'
import { type PictureMarkup, pictureMarkup } from '../picture.ts'

export interface FlowQuestion {
  readonly activation: string
  readonly letters: string
  readonly depth: number
  readonly width: number
  readonly initial: string
}

export interface FlowAnswer {
  readonly verdict: Flow['verdict']
  readonly depth: number
  /** By what each layer multiplies the gradient on its way back: measured, expected of wide networks, at most. */
  readonly factor: number
  readonly expected: number
  readonly bound: number | undefined
  /** What the first layer's gradient is of the last one's. */
  readonly ratio: number
  readonly picture: PictureMarkup | undefined
}

const BESIDE = ['tanh(x)', 'relu(x)'] as const
const SIZE = { width: 560, height: 320 } as const
const LEAST_DEPTH = 2
const PROOF_MILLISECONDS = 2_000

/** @throws OgeeError as `flow` does. */
export function answer({ activation, letters, depth, width, initial }: FlowQuestion): FlowAnswer {
  const options = { depth: Math.max(LEAST_DEPTH, depth), width, initial }
  const values = lettersIn(letters)
  const at = Object.fromEntries(lettersOf(activation).map((letter) => [letter, values.get(letter) ?? 1]))
  const own = flow({ of: activation, at }, { ...options, budget: { milliseconds: PROOF_MILLISECONDS } })
  const others = BESIDE.map((of) => flow(of, { ...options, bounds: false })).filter(
    (one) => one.activation.formula !== own.activation.formula,
  )
  const title = 'Before the first step: gradients on their way back'
  return {
    verdict: own.verdict,
    depth: own.depth,
    factor: own.factor,
    expected: own.expectedFactor,
    bound: own.boundFactor,
    ratio: own.ratio,
    picture: pictureMarkup(() => ({
      svg: flowPicture([own, ...others], { ...SIZE, title }),
      described: 'The gradient of each layer as a part of that of the last one, on a logarithmic scale.',
    })),
  }
}
