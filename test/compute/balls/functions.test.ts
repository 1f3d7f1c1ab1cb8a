/** Balls hold the exact values of functions, and little beside. */
import { expect, test } from 'vitest'
import { type Ball, isNowhere, isUnknown } from '../../../src/compute/balls/ball.ts'
import { OPERATIONS, type OperationName } from '../../../src/compute/operations.ts'
import { Writer } from '../../../src/compute/program.ts'
import { parse } from '../../../src/index.ts'
import { DOUBLE, type Exact, exactly, stratified } from '../accuracy.ts'
import { ballRunner } from '../ball-run.ts'

const NAMES = (Object.keys(OPERATIONS) as OperationName[]).filter(
  (name) => OPERATIONS[name].letters.length === 1 && !['negate', 'abs', 'sign'].includes(name),
)
/** All exponents, then numbers next to borders. */
const xs = [...stratified(3_000).slice(-60), ...stratified(0).slice(0, 60)]

/** A double as m·2ᵉ. */
function dyadic(x: number): Exact {
  let [m, e] = [x, 0]
  while (!Number.isInteger(m)) {
    m *= 2
    e -= 1
  }
  return { m: BigInt(m), e }
}

/** Is the value, of which 70 bits are right, in the ball? */
function isIn({ hi, lo, e, r }: Ball, exact: Exact): boolean {
  const parts = [dyadic(hi), dyadic(lo), dyadic(Math.max(r, Math.abs(hi) * 2 ** -68))].map((part) => ({
    m: part.m,
    e: part.e + e,
  }))
  const least = Math.min(exact.e, ...parts.map((part) => part.e))
  const [high, low, radius] = parts.map((part) => part.m << BigInt(part.e - least)) as [
    bigint,
    bigint,
    bigint,
  ]
  const missing = high + low - (exact.m << BigInt(exact.e - least))
  return (missing < 0n ? -missing : missing) <= radius
}

test.each(NAMES)('%s', (name) => {
  const writer = new Writer()
  const run = ballRunner(writer.program(['x'], [writer.operation(name, writer.input('x'))]))
  const u = parse(OPERATIONS[name].meaning.replace(/\bu\b/g, 'x'))
  let known = 0
  for (const x of xs) {
    const value = run(x)
    if (isUnknown(value)) continue
    known += 1
    const exact = exactly(u, x)
    if (isNowhere(value)) expect(exact, `${name} at ${x}`).toBe(undefined)
    else if (exact && Math.abs(exact.e) < DOUBLE.mostExponent && Math.abs(value.e) <= DOUBLE.mostExponent)
      expect(isIn(value, exact), `${name} at ${x}`).toBe(true)
  }
  expect(known).toBeGreaterThan(xs.length * 0.9)
})
