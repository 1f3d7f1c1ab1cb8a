/** Do steps of a program leave the doubles where its results do not? Tried at points of all exponents. */
import type { Program } from './program.ts'
import { runner } from './run.ts'
import { numbers } from './stable/samples.ts'
import { collapsed, wideRunner } from './wide.ts'

const POINTS = 300
const SEED = 5
/** Parts of the result that are more than rounding. */
const NOTABLE = 2 ** -20

export function overflows(program: Program): boolean {
  if (program.inputs.length === 0) return false
  const random = numbers(SEED)
  const [plain, exact] = [runner(program), wideRunner(program)]
  const size = (): number => (random() < 0.5 ? -1 : 1) * 2 ** (-1_020 + 2_040 * random())
  return Array.from({ length: POINTS }, () => program.inputs.map(size)).some((at) => {
    const [values, right] = [plain(at), exact(at)]
    return program.outputs.some((place) => {
      const value = collapsed(right[place] as (typeof right)[number])
      const isNormal = Math.abs(value) >= 2 ** -1_022 && Math.abs(value) < Infinity
      return isNormal && !(Math.abs((values[place] as number) - value) <= NOTABLE * Math.abs(value))
    })
  })
}
