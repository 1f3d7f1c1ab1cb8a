import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toRational } from '../../src/enclose/dyadic.ts'
import { enclose } from '../../src/enclose/enclose.ts'
import { evaluateExpr } from '../../src/enclose/evaluate.ts'
import { compareRationals, rational } from '../../src/expression/rational.ts'
import { parse } from '../../src/syntax/index.ts'

interface Row {
  readonly formula: string
  /** The value is digits·10^exponent, to ±1 in the last digit. */
  readonly digits: bigint
  readonly exponent: number
}

const rows: readonly Row[] = readFileSync(new URL('reference.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const found = /^(.*) ==> (-?)(\d)\.(\d+)(?:e([+-]\d+))?$/.exec(line)
    if (!found) return []
    const [, formula, minusSign, first, rest, power] = found as unknown as string[]
    const digits = BigInt(`${minusSign}${first}${rest}`)
    return [{ formula, digits, exponent: Number(power ?? 0) - rest.length }]
  })

const scaled = (n: bigint, exponent: number) =>
  exponent < 0 ? rational(n, 10n ** BigInt(-exponent)) : rational(n * 10n ** BigInt(exponent))

/** A decimal as its digits, without zeros at the end, and the exponent of the last of them. */
function normal(digits: bigint, exponent: number): string {
  let [n, k] = [digits, exponent]
  for (; n % 10n === 0n; n /= 10n) k += 1
  return `${n}e${k}`
}

/** The first `count` of the 60 digits, rounded, where the last of the 60 cannot decide which way. */
function rounded({ digits, exponent }: Row, count: number): string | undefined {
  const sign = digits < 0n ? -1n : 1n
  const unit = 10n ** BigInt(60 - count)
  if ((sign * digits) % unit === unit / 2n) return undefined
  return normal(sign * ((sign * digits + unit / 2n) / unit), exponent + 60 - count)
}

/** What a printed decimal says. */
function read(text: string): string {
  const [, sign, whole, fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e(-?\d+))?$/.exec(
    text,
  ) as unknown as string[]
  return normal(BigInt(`${sign}${whole}${fraction}`), Number(power) - fraction.length)
}

describe('against mpmath', () => {
  test('there are enough rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200)
  })

  test.each(rows.filter(({ exponent }) => Math.abs(exponent) < 5_000))(
    '$formula is enclosed',
    ({ formula, digits, exponent }) => {
      const u = parse(formula)
      const [above, below] = [scaled(digits + 1n, exponent), scaled(digits - 1n, exponent)]
      for (const bits of [40, 60, 200, 500, 1_000, 1_200, 4_000]) {
        const found = enclose(u, new Map(), bits)
        if (found.kind !== 'interval') throw new Error(found.reason)
        const { lo, hi } = found.value
        if (Number.isFinite(lo.e)) expect(compareRationals(toRational(lo), above)).toBeLessThan(0)
        if (Number.isFinite(hi.e)) expect(compareRationals(toRational(hi), below)).toBe(1)
      }
    },
  )

  test.each(rows)('$formula has the digits', (row) => {
    for (const digits of [1, 7, 15, 40, 55]) {
      const found = evaluateExpr(parse(row.formula), new Map(), { digits, milliseconds: 10_000 })
      if (found.verdict !== 'value') throw new Error(found.reason)
      const expected = rounded(row, digits)
      if (expected !== undefined) expect(read(found.value)).toBe(expected)
    }
  })
})
