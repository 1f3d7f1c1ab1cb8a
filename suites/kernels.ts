/** Kernels of the textbook formulas held against SciPy's and Boost's tables, within the tolerance stated there. */
import { compile, type Kernel } from '../src/compute/index.ts'
import { attempt, failed } from './judged.ts'
import type { Case, Outcome, Part, Row } from './suite.ts'

const FORMULAS: Readonly<Record<string, string>> = {
  logit: 'log(x/(1-x))',
  expit: '1/(1+e^(-x))',
  log_expit: 'log(1/(1+e^(-x)))',
  softplus: 'log(1+e^x)',
  log1mexp: 'log(1-e^x)',
  expm1: 'e^x-1',
  log1p: 'log(1+x)',
}

const kernels = new Map<string, Kernel>()

function kernelOf(formula: string): Kernel {
  const kernel = kernels.get(formula) ?? compile(formula, { tier: 'accurate' })
  kernels.set(formula, kernel)
  return kernel
}

const numberOf = (text: string): number =>
  text === 'inf' ? Infinity : text === '-inf' ? -Infinity : Number(text)

function judged(row: Row, value: number): Outcome {
  const right = numberOf(row.expected)
  if (Object.is(value, right) || value === right) return { grade: 'right' }
  const allowed = Number(row.rtol) * Math.abs(right) + Number(row.atol)
  return Math.abs(value - right) <= allowed
    ? { grade: 'right' }
    : { grade: 'wrong', note: `${value} for ${row.expected}` }
}

export const KERNELS: readonly Part[] = [
  {
    file: 'kernel_reference',
    name: 'kernel_reference',
    title: 'kernels of textbook formulas',
    counts: (row) => Object.hasOwn(FORMULAS, row.function),
    caseOf: (row): Case => {
      const formula = FORMULAS[row.function] as string
      return {
        id: row.id,
        section: row.function,
        text: `${formula} at ${row.x}`,
        ask: () => attempt(() => kernelOf(formula)(new Float64Array([numberOf(row.x)]))[0]),
        judge: (answer) => (answer instanceof Error ? failed(answer) : judged(row, answer as number)),
      }
    },
  },
]
