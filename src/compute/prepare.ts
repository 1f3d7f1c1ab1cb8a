/** What is compiled or written in another language: the formula and its derivatives, in forms that keep their digits. */
import { differentiate } from '../derive/index.ts'
import { OgeeError } from '../expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols } from '../expression/expr.ts'
import { asExpr, assumptions, type Context, type Formula, millisecondsOf } from '../syntax/formula.ts'
import { withFallingExponentials } from './logistic.ts'
import { Lowering } from './lower.ts'
import { type Program, Writer } from './program.ts'
import { run } from './run.ts'
import { slopesOf } from './slopes.ts'
import { wrongBits } from './stable/error.ts'
import { type Stable, type StableOptions, stable } from './stable/index.ts'
import { type Between, Spots } from './stable/samples.ts'
import { USUAL } from './stable/search.ts'
import { unfolded } from './unfolded.ts'
import type { Tier } from './wasm/translate.ts'

/** How to compile. */
export interface CompileOptions extends Context {
  /** The order in which values are given; by default the variable, then the other letters by the alphabet. */
  readonly variables?: readonly string[]
  /** Derivatives by all variables, or by these, in the same pass. */
  readonly gradient?: boolean | readonly string[]
  readonly tier?: Tier
  /** `as-written` keeps the formula as it is; by default a form is looked for that keeps its digits. */
  readonly form?: 'stable' | 'as-written'
  /** Where variables may lie; everywhere by default. */
  readonly ranges?: Readonly<Record<string, Between>>
  /** Functions of one's own for formulas given as text. */
  readonly definitions?: readonly string[]
}

/** One formula of a kernel, as it was given and as it is computed. */
export interface Compiled {
  /** `value`, or the variable that it is the derivative by. */
  readonly of: string
  readonly given: Expr
  readonly form: Expr
  /** Wrong bits on average over samples of all sizes: as given, and as computed. NaN where nothing was measured. */
  readonly before: number
  readonly after: number
}

/** A program with what it was made from. */
export interface Prepared {
  readonly program: Program
  readonly variables: readonly string[]
  readonly formulas: readonly Compiled[]
  /** The variables of the derivatives. */
  readonly by: readonly string[]
}

/** What runs the forms, and so what they have to be good for. */
export interface Use {
  /** Letters are taken between 10^-reach and 10^reach in size. */
  readonly reach: number
  /** May code ask whether something is too large or too small for a double? */
  readonly asksSizes: boolean
  readonly runner: (program: Program) => (at: readonly number[]) => readonly number[]
}

/** Code in other languages: letters beyond 1e±100 are not worth a question at every call. */
const CODE: Use = { reach: 100, asksSizes: true, runner: (program) => (at) => run(program, at) }

/** Derives, finds stable forms, and writes one program for all of them. */
export function prepared(formula: Formula, options: CompileOptions, use: Use = CODE): Prepared {
  const { gradient = false } = options
  const u = asExpr(formula, options)
  const variables = variablesOf(u, options)
  const by = gradient === true ? variables : gradient === false ? [] : gradient
  const missing = by.find((name) => !variables.includes(name))
  if (missing !== undefined)
    throw new OgeeError('E912', `there is no variable ${missing} to differentiate by`)
  const isAsWritten = options.form === 'as-written'
  const deadline = options.budget ? Date.now() + millisecondsOf(options) : Number.POSITIVE_INFINITY
  const formulas = [
    { of: 'value', given: u },
    ...by.map((name) => ({
      of: name,
      given: differentiate(u, { ...contextOf(options), variable: name }).to,
    })),
  ]
  const found = isAsWritten ? formulas.map(asGiven) : mended(formulas, options, use, deadline)
  return together(found, variables, by, isAsWritten)
}

interface Given {
  readonly of: string
  readonly given: Expr
}

const asGiven = ({ of, given }: Given): Compiled => ({
  ...{ of, given, form: given },
  ...{ before: Number.NaN, after: Number.NaN },
})

/** Forms measured for the value and its derivatives together, and for one of them at most. */
const FORMS = { all: 2_800, one: USUAL.forms }

/** The value's form is looked for first, until the user's time is over; what follows from it for the derivatives is tried before anything else. */
function mended(
  [value, ...slopes]: readonly Given[],
  options: CompileOptions,
  use: Use,
  deadline: number,
): Compiled[] {
  const count = 1 + slopes.length
  const search: StableOptions = {
    ranges: new Map(Object.entries(options.ranges ?? {})),
    assuming: assumptions(options),
    spots: new Spots(),
    reach: use.reach,
    asksSizes: use.asksSizes,
    effort: {
      rounds: USUAL.rounds,
      forms: Math.min(FORMS.one, Math.ceil(FORMS.all / count)),
      isOver: () => Date.now() > deadline,
    },
  }
  const first = compiled(value as Given, search, use)
  const known = slopesOf(
    first.form,
    slopes.map(({ of }) => of),
  )
  return [
    first,
    ...slopes.map((slope) => {
      const start = known.get(slope.of)
      return compiled(slope, start ? { ...search, start: [start] } : search, use)
    }),
  ]
}

/** One program for the value and its derivatives, in their forms. */
export function together(
  formulas: readonly Compiled[],
  variables: readonly string[],
  by: readonly string[],
  isAsWritten = false,
): Prepared {
  const writer = new Writer()
  const lowering = new Lowering(writer)
  const program = writer.program(
    variables,
    formulas.map(({ form }) => lowering.place(form)),
  )
  return { program: isAsWritten ? program : withFallingExponentials(program), variables, formulas, by }
}

const contextOf = ({ assuming, budget }: CompileOptions): Context => ({
  ...(assuming === undefined ? {} : { assuming }),
  ...(budget === undefined ? {} : { budget }),
})

function variablesOf(u: Expr, { variables, variable }: CompileOptions): readonly string[] {
  const letters = freeSymbols(u).filter((name) => !CONSTANTS.has(name))
  if (variables) {
    const missing = letters.find((name) => !variables.includes(name))
    if (missing !== undefined)
      throw new OgeeError('E912', `the formula has ${missing}, which is not among the variables`)
    return variables
  }
  const first = variable ?? (letters.includes('x') ? 'x' : undefined)
  return [...(first === undefined ? [] : [first]), ...letters.filter((name) => name !== first).sort()]
}

function compiled({ of, given }: Given, search: StableOptions, use: Use): Compiled {
  const found: Stable = stable(unfolded(given), search)
  // where it has no values there is nothing to be wrong
  const isMeasured = found.samples.length > 0
  const [before, after] = isMeasured ? [found.before, wrongInCode(found, use)] : [Number.NaN, Number.NaN]
  return { of, given, form: found.form, before, after }
}

/** Wrong bits on average in the code, which may do better than its form shows: e^t/(1 + e^t). */
function wrongInCode({ form, names, samples }: Stable, { runner }: Use): number {
  const only: Compiled = { of: 'value', given: form, form, before: 0, after: 0 }
  const at = runner(together([only], names, []).program)
  const wrong = samples.map((sample) => wrongBits(at(sample.at)[0] as number, sample.right))
  return wrong.reduce((a, b) => a + b, 0) / wrong.length
}
