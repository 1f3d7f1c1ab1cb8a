/** Computing: formulas made into kernels that keep their digits and run fast over arrays. */
import { OgeeError } from '../expression/error.ts'
import type { Formula } from '../syntax/formula.ts'
import { withCare } from './careful.ts'
import { boundsOf } from './error-at.ts'
import { type Argument, KERNEL, lengthOf, type Numbers, pointwise, Runner } from './kernel.ts'
import { once } from './once.ts'
import { type Compiled, type CompileOptions, type Prepared, prepared } from './prepare.ts'
import type { Program } from './program.ts'
import { Remembered } from './remembered.ts'
import { engine } from './wasm/engine.ts'
import type { Tier } from './wasm/translate.ts'

export { type EmitOptions, emit, LANGUAGES, type Language } from './emit/index.ts'
export { allowFusing } from './fusing.ts'
export type { Argument, Numbers } from './kernel.ts'
export type { Compiled, CompileOptions } from './prepare.ts'
export type { Between } from './stable/samples.ts'
export { type Threaded, type ThreadOptions, threaded } from './threads.ts'
export type { Tier } from './wasm/translate.ts'

/** Where the results go. */
export interface Into<Out> {
  readonly out: Out
}

/** A value with its derivatives, in the order of the variables asked for. */
export interface WithGradient<Values> {
  readonly value: Values
  readonly gradient: readonly Values[]
}

/** Arrays in the kernel's own memory: nothing is copied. */
export interface Workspace {
  readonly inputs: Readonly<Record<string, Numbers>>
  readonly value: Numbers
  readonly gradient: readonly Numbers[]
  /** Fills value and gradient from the inputs. */
  readonly run: () => void
}

type Row = readonly Argument[]

/** A formula that can be called with numbers and arrays. */
export interface Kernel<Gradient extends boolean = false> {
  (...values: readonly number[]): Gradient extends true ? WithGradient<number> : number
  <Array_ extends Numbers | readonly number[]>(
    first: Array_,
    ...more: readonly (Argument | Into<Numbers> | Into<WithGradient<Numbers>>)[]
  ): Gradient extends true ? WithGradient<Numbers> : Array_ extends Float32Array ? Float32Array : Float64Array
  readonly variables: readonly string[]
  readonly tier: Tier
  readonly formulas: readonly Compiled[]
  readonly program: Program
  /** Does it run on vectors? */
  readonly vectors: boolean
  /**
   * The most by which value and derivatives computed in double precision at this point may be away from the exact
   * ones: NaN where there are none, Infinity where nothing is known.
   */
  readonly errorAt: (...values: readonly number[]) => Gradient extends true ? WithGradient<number> : number
  /** Room for `length` elements of each array. */
  readonly workspace: (length: number, type?: 'float64' | 'float32') => Workspace
}

/**
 * The formula as a kernel: callable with numbers and arrays, with its derivatives where these are asked for. Value
 * and derivatives are derived, brought into a form that keeps their digits, and computed in one pass.
 *
 * @throws OgeeError for a formula that cannot be read or derived, `E901` for one that no program computes.
 * @example
 * ```ts
 * const f = compile('1/(1+e^-x)')
 * f(0) // → 0.5
 * f(new Float64Array([0, 0]))[1] // → 0.5
 * compile('x^2*y', { gradient: true })(3, 2) // → { value: 18, gradient: [12, 9] }
 * f.errorAt(3) < 1e-14 // → true
 * ```
 */
export function compile(
  formula: Formula,
  options: CompileOptions & { readonly gradient: true | readonly string[] },
): Kernel<true>
export function compile(formula: Formula, options?: CompileOptions): Kernel
export function compile(formula: Formula, options: CompileOptions = {}): Kernel | Kernel<true> {
  const { tier = 'fast', ...others } = options
  return kernels.get([formula, others, tier, engine().fuses], () => {
    // the search for stable forms does not depend on the tier
    const { program, variables, formulas, by } = programs.get([formula, others], () =>
      prepared(formula, others, KERNEL),
    )
    return kernelOf(program, { variables, tier, formulas, by })
  })
}

const programs = new Remembered<Prepared>()
/** Kernels hold nothing of what they are called with, so the same one serves all who ask for it. */
const kernels = new Remembered<Kernel>()

interface Made {
  readonly variables: readonly string[]
  readonly tier: Tier
  readonly formulas: readonly Compiled[]
  readonly by: readonly string[]
}

function kernelOf(program: Program, { variables, tier, formulas, by }: Made): Kernel {
  // code is written when it is first called for: many kernels are only ever given numbers
  const careful = once(() => (tier === 'fast' && isMeasured(formulas) ? withCare(program) : program))
  const runners = {
    64: once(() => new Runner(careful(), 64, tier)),
    32: once(() => new Runner(careful(), 32, tier)),
  }
  const point = once(() => pointwise(program))
  const bounds = once(() => boundsOf(program, formulas, variables, tier))
  const together = <T>(outputs: readonly T[]): T | WithGradient<T> =>
    by.length === 0 ? (outputs[0] as T) : { value: outputs[0] as T, gradient: outputs.slice(1) }
  const call = (...given: readonly unknown[]): unknown => {
    const last = given.at(-1)
    const into = isInto(last) ? last.out : undefined
    const values = (into === undefined ? given : given.slice(0, -1)) as Row
    if (values.length !== variables.length)
      throw new OgeeError(
        'E913',
        `${variables.length} values are needed, for ${variables.join(', ')}; there are ${values.length}`,
      )
    const length = lengthOf(values)
    if (length === undefined) return together(point()(values as readonly number[]))
    const isSingle =
      values.some((value) => value instanceof Float32Array) &&
      !values.some((value) => value instanceof Float64Array)
    const make = isSingle ? Float32Array : Float64Array
    const outputs =
      into === undefined ? formulas.map(() => new make(length)) : outputsOf(into, formulas.length, length)
    runners[isSingle ? 32 : 64]().fill(values, outputs, length)
    return together(outputs)
  }
  const kernel = Object.assign(call, {
    variables,
    tier,
    formulas,
    errorAt: (...values: readonly number[]) => together(bounds()(values)),
    workspace: (length: number, type: 'float64' | 'float32' = 'float64') =>
      runners[type === 'float64' ? 64 : 32]().workspace(length),
  })
  Object.defineProperties(kernel, {
    // what threads run is what arrays are passed by here
    program: { get: careful, enumerable: true },
    vectors: { get: () => runners[64]().isVector, enumerable: true },
  })
  return kernel as unknown as Kernel
}

/** Was a form looked for that keeps its digits? */
const isMeasured = (formulas: readonly Compiled[]): boolean => formulas.some(({ after }) => after >= 0)

const isInto = (value: unknown): value is Into<Numbers | WithGradient<Numbers>> =>
  typeof value === 'object' && value !== null && 'out' in value

function outputsOf(out: Numbers | WithGradient<Numbers>, count: number, length: number): readonly Numbers[] {
  const outputs = 'gradient' in out ? [out.value, ...out.gradient] : [out]
  if (outputs.length !== count || outputs.some((array) => array.length !== length))
    throw new OgeeError('E911', `out must hold ${count} arrays of length ${length}`)
  return outputs
}
