/** Fits by ml-logistic-regression, whose columns are put in standard units as it asks for, whenever a line comes in. */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Matrix } from 'ml-matrix'

const { default: LogisticRegression } = await import('ml-logistic-regression'.toString())
const [path = '', rows = 0, columns = 0] = process.argv.slice(2)
const data = new Float64Array(new Uint8Array(readFileSync(path)).buffer)
const [n, p] = [Number(rows), Number(columns)]
const X = new Matrix(
  Array.from({ length: n }, (_, i) => [1, ...Array.from({ length: p }, (_, j) => Number(data[j * n + i]))]),
)
const y = Matrix.columnVector(Array.from(data.subarray(n * p)))
for await (const _ of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage()
  const model = new LogisticRegression({ numSteps: 20, learningRate: 4 / n })
  model.train(X, y)
  const { user, system } = process.cpuUsage(before)
  const [classifier] = model.classifiers
  const coefficients = Array.from(classifier.weights.to1DArray())
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ cpu: (user + system) / 1e6, coefficients, peak }))
}
