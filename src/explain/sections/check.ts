/**
 * The derivative held against something else: another form of it, drawn over it, and the slope between two
 * points of the function close together.
 */
import { double } from '../../decide/double.ts'
import { evaluate } from '../../derive/evaluate.ts'
import type { Condition } from '../../expression/condition.ts'
import {
  add,
  divide,
  type Expr,
  integer,
  isCall,
  mentions,
  multiply,
  negate,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { rational } from '../../expression/rational.ts'
import { print } from '../../syntax/index.ts'
import type { Picture } from '../article.ts'
import { absent, type Built, type DraftBlock, paragraph, type Said } from '../draft.ts'
import { calledOf, derivativeCalled, type Name } from '../name.ts'
import { ownForm } from '../own-form.ts'
import { isTrue, type Values } from '../pictures/letters.ts'
import { lettersSaid, type Scene, sceneOf } from '../pictures/scene.ts'
import { secondFormOf } from '../pictures/second-form.ts'
import { related, Terms } from '../properties/terms.ts'
import { rounded } from '../rounded.ts'
import type { Subject } from '../subject.ts'
import { say } from '../wording/message.ts'

/** How many points are marked in the picture, and at how many the forms are compared. */
const MARKED = 41
const COMPARED = 201

const half = numberTerm(rational(1n, 2n))
const PLACES: readonly Expr[] = [
  integer(0),
  integer(1),
  negate(integer(2)),
  integer(2),
  negate(integer(1)),
  half,
  integer(3),
]
const WANTED = 3
const DIGITS = 12
const STEP = numberTerm(rational(1n, 1000n))

export function checkSection(subject: Subject): Built {
  const { order, derivation, variable } = subject
  if (order !== 1) return absent(say('check.order'))
  if (!mentions(derivation.to, variable)) return absent(say('check.constant'))
  const scene = sceneOf(subject)
  if (!scene) return absent(say('check.absent'))
  const blocks = [...overlaid(scene), ...quotients(scene)]
  if (blocks.length === 0) return absent(say('check.absent'))
  return {
    id: 'check',
    title: [say('check.title')],
    known: 'measured',
    blocks: [...lettersSaid(scene), ...blocks],
  }
}

/** Both forms at the same points, and by how much doubles differ there. */
function overlaid(scene: Scene): DraftBlock[] {
  const { subject, values, window } = scene
  const { derivation, variable } = subject
  const other = secondFormOf(subject)
  if (!other) return []
  const forms = [derivation.to, other.form].map((form) => substitute(form, values)) as [Expr, Expr]
  const { from = -10, to = 10 } = window
  const found = largestDifference(forms, variable, from, to)
  if (!found) return []
  const points = { from, step: (to - from) / (MARKED - 1), to }
  const picture: Picture<Said> = {
    kind: 'picture',
    id: 'check',
    caption: [
      say('check.overlay', { first: derivation.to, second: other.form }),
      say(found.difference === 0 ? 'check.same' : 'check.apart', {
        points: String(found.points),
        difference: rounded(found.difference, 2),
        from: rounded(from, 4),
        to: rounded(to, 4),
      }),
    ],
    curves: [
      { of: forms[0], label: print(derivation.to, 'unicode'), marker: '+', color: 'r', points },
      { of: forms[1], label: print(other.short, 'unicode'), marker: 'o', color: 'g', points },
    ],
    options: { variable, from, to },
  }
  return [picture]
}

/** The largest difference of the values in double precision where both have one. */
function largestDifference(
  forms: readonly [Expr, Expr],
  variable: string,
  from: number,
  to: number,
): { readonly difference: number; readonly points: number } | undefined {
  const [first, second] = forms.map((form) => double(form, [variable])) as [Value, Value]
  const places = Array.from({ length: COMPARED }, (_, i) => from + (i / (COMPARED - 1)) * (to - from))
  const found = places.map((x) => Math.abs(first([x]) - second([x]))).filter(Number.isFinite)
  return found.length === 0 ? undefined : { difference: Math.max(...found), points: found.length }
}

type Value = ReturnType<typeof double>

/** (f(x + h) − f(x − h))/2h beside f′(x), both with right digits only. */
function quotients({ subject, values }: Scene): DraftBlock[] {
  const { variable, derivation } = subject
  const f = substitute(ownForm(subject), values)
  const x = symbol(variable)
  const shifted = (by: Expr): Expr => substitute(f, new Map([[variable, add(x, by)]]))
  const quotient = divide(add(shifted(STEP), negate(shifted(negate(STEP)))), multiply(integer(2), STEP))
  const slope = substitute(derivation.to, values)
  const rows = PLACES.flatMap((at) => {
    const [near, exact] = [quotient, slope].map((form) => valueAt(form, at, variable))
    const holds = derivation.conditions.every((condition) => isMet(condition, at, values, variable))
    return near === undefined || exact === undefined || !holds ? [] : [rowOf(at, near, exact)]
  }).slice(0, WANTED)
  if (rows.length === 0) return []
  const isExact = rows.every(([, near, exact]) => near?.[0] === exact?.[0])
  const terms = new Terms({ variable, numbers: [] }, calledOf(subject))
  const called = derivativeCalled(subject, variable)
  const [after, before] = [add(x, symbol('h')), add(x, negate(symbol('h')))].map((u) => terms.at(u)) as [
    Name,
    Name,
  ]
  const name: Name = {
    plain: `(${after.plain} - ${before.plain})/(2*h)`,
    latex: `\\frac{${after.latex} - ${before.latex}}{2h}`,
  }
  return [
    paragraph(
      say('check.quotients', {
        quotient: name,
        h: related(symbol('h'), '=', divide(integer(1), integer(1000))),
      }),
    ),
    {
      kind: 'table',
      header: [[x], [name], [called], [say('check.difference')]],
      rows,
    },
    paragraph(say(isExact ? 'check.digits-exact' : 'check.digits', { digits: String(DIGITS) })),
  ]
}

/** That something is defined shows in its value. */
const isMet = (condition: Condition, at: Expr, values: Values, variable: string): boolean =>
  isCall(condition, 'defined') || isTrue(substitute(condition, new Map([...values, [variable, at]])))

const valueAt = (form: Expr, at: Expr, variable: string): string | undefined => {
  const found = evaluate(form, { [variable]: at }, { digits: DIGITS })
  return found.verdict === 'value' ? found.value : undefined
}

const rowOf = (at: Expr, near: string, exact: string): (readonly Said[])[] => [
  [at],
  [near],
  [exact],
  [rounded(Math.abs(Number(near) - Number(exact)), 2)],
]
