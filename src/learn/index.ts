/** Learning: logistic regression, networks with any formula as activation, how gradients flow through their layers. */
export { type ColumnArray, inMemory, type MemoryRows } from '../data/memory.ts'
export type { Rows } from '../data/rows.ts'
export { type Boundary, boundaryPicture } from './boundary.ts'
export { OPTIMIZERS } from './descent/rules.ts'
export { type Flow, type FlowOptions, flow, type LayerFlow } from './flow/flow.ts'
export { type FlowPictureOptions, flowPicture } from './flow/picture.ts'
export type { Steepest } from './flow/steepest.ts'
export {
  type Classified,
  type ClassifyOptions,
  type Coefficient,
  type Collinear,
  classify,
  emitModel,
  type Fitted,
  type LogisticModel,
  type LogisticOptions,
  type LogisticResult,
  logistic,
  modelIn,
  predicted,
  type RegressionOptions,
  regression,
  type Scores,
  type Separated,
  scoresOf,
} from './logistic/index.ts'
export { type Activation, type ActivationFormula, activation } from './network/activation.ts'
export { INITIALS } from './network/initial.ts'
export { LOSSES, type Loss } from './network/loss.ts'
export {
  type Model,
  modelFrom,
  modelJson,
  predict,
  predictor,
  type Scale,
  type Score,
  score,
} from './network/model.ts'
export type { Layer, Network } from './network/network.ts'
export { type LayerStep, type Step, step } from './network/step.ts'
export { type Examples, TASKS, type TaskOptions, task } from './network/tasks.ts'
export { type Training, type TrainOptions, train } from './network/train.ts'
