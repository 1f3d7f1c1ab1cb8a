/** The error that a comment states is the error that the code has, in every language. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emitted } from '../../src/compute/emit/index.ts'
import { type Prepared, together } from '../../src/compute/prepare.ts'
import { runner } from '../../src/compute/run.ts'
import { wrongBits } from '../../src/compute/stable/error.ts'
import { type Stable, stable } from '../../src/compute/stable/index.ts'
import { unfolded } from '../../src/compute/unfolded.ts'
import { OgeeError } from '../../src/expression/error.ts'
import { type Expr, freeSymbols } from '../../src/expression/expr.ts'
import { parse } from '../../src/syntax/index.ts'
import { inOrder, RUNNERS, type Written } from '../support/run-emitted.ts'
import { FORMULAS } from '../support/written.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-error-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Measured {
  readonly of: Prepared
  readonly found: Stable
}

/** As it is written, or in a form that was looked for. */
function measured(u: Expr, forms: number): Measured | undefined {
  try {
    const found = stable(unfolded(u), { effort: { rounds: Math.min(forms, 3), forms } })
    if (found.samples.length < 40) return undefined
    const { names, form, before, after } = found
    return { found, of: together([{ of: 'value', given: u, form, before, after }], names, []) }
  } catch (error) {
    if (error instanceof OgeeError) return undefined
    throw error
  }
}

const CURVES = ['log(1 + e^x)', 'e^-x/(1 + e^-x)^2', 'logit(x)', 'sqrt(x + 1) - sqrt(x)', '(1 - cos(x))/x^2']

let all: readonly Measured[] = []
beforeAll(() => {
  const some = FORMULAS.filter((u, i) => i % 5 === 0 && freeSymbols(u).length > 0)
  all = [...CURVES.map((text) => measured(parse(text), 60)), ...some.map((u) => measured(u, 0))].filter(
    (one) => one !== undefined,
  )
})

test('there are enough formulas', () => {
  expect(all.length).toBeGreaterThan(40)
})

/** The comment has one digit; libraries of functions differ by less than a unit in the last place on average. */
const ROUNDED = 0.05
const LIBRARY = 0.3

for (const { name, language, isInstalled, run } of RUNNERS)
  test.skipIf(!isInstalled)(name, async () => {
    const written = all.map(
      ({ of, found }, i): Written => ({
        ...{ of, name: `f${i}`, points: found.samples.map(({ at }) => at) },
        source: emitted(of, language, `f${i}`),
      }),
    )
    const results = inOrder(written, await run(written, folder))
    const wrong = all.flatMap(({ found: { samples } }, i) => {
      const { source } = written[i] as Written
      const stated = Number(/error (\d+\.\d) bits/.exec(source)?.[1])
      const { program } = (all[i] as Measured).of
      const bits = samples.flatMap(({ at, right }, k) => {
        const value = results(i, k, 0)
        // as the comment says
        const isMissing =
          language === 'sql' && Number.isNaN(value) && !runner(program)(at).every(Number.isFinite)
        return isMissing ? [] : [wrongBits(value, right)]
      })
      const mean = bits.reduce((a, b) => a + b, 0) / bits.length
      return mean <= stated + ROUNDED + LIBRARY ? [] : [`${mean.toFixed(2)} bits: ${source}`]
    })
    expect(wrong).toEqual([])
  })
