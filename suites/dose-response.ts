/** Which columns of the data sets are dose and response, and starting values to try. */
import type { Row } from './suite.ts'

type Columns = Record<string, readonly (number | string)[]>

interface Choice {
  readonly x: string
  /** The response, or what it is a part of `over`. */
  readonly y: string
  readonly over?: string
  /** Only rows in which a column has this value. */
  readonly where?: readonly [column: string, value: number | string]
}

/** Columns fixed before the first score; the rows that do not count are in rows/dose_response_data.txt. One group is taken where there are several. */
const CHOICES: Readonly<Record<string, Choice>> = {
  'C.dubia': { x: 'conc', y: 'number' },
  CadmiumDaphnia: { x: 'Dose', y: 'Dead', over: 'Total' },
  GiantKelp: { x: 'dose', y: 'tubeLength' },
  'O.mykiss': { x: 'conc', y: 'weight' },
  RScompetition: { x: 'x', y: 'biomass', where: ['z', 0] },
  'S.alba': { x: 'Dose', y: 'DryMatter', where: ['Herbicide', 'Glyphosate'] },
  'S.capricornutum': { x: 'conc', y: 'count' },
  TCDD: { x: 'conc', y: 'incidence', over: 'total' },
  acidiq: { x: 'dose', y: 'rgr' },
  aconiazide: { x: 'dose', y: 'weightChange' },
  algae: { x: 'conc', y: 'vol' },
  auxins: { x: 'dose', y: 'dryweight' },
  carbendazim: { x: 'dose', y: 'damage', over: 'total' },
  chickweed0: { x: 'time', y: 'count' },
  chlorac: { x: 'conc', y: 'num.dead', over: 'total' },
  chlordan: { x: 'conc', y: 'repro' },
  decontaminants: { x: 'conc', y: 'count', where: ['group', 'hpc'] },
  deguelin: { x: 'dose', y: 'r', over: 'n' },
  etmotc: { x: 'dose1', y: 'rgr1' },
  finney71: { x: 'dose', y: 'affected', over: 'total' },
  glymet: { x: 'dose', y: 'rgr' },
  guthion: { x: 'dose', y: 'dead', over: 'total', where: ['trt', 'S'] },
  heartrate: { x: 'pressure', y: 'rate' },
  leaflength: { x: 'Dose', y: 'DW' },
  lepidium: { x: 'conc', y: 'weight' },
  lettuce: { x: 'conc', y: 'weight' },
  mecter: { x: 'dose', y: 'rgr' },
  methionine: { x: 'dose', y: 'gain', where: ['product', 'DLM'] },
  ryegrass2: { x: 'dose', y: 'biomass' },
  secalonic: { x: 'dose', y: 'rootl' },
  spinach: { x: 'DOSE', y: 'SLOPE', where: ['CURVE', 1] },
  terbuthylazin: { x: 'dose', y: 'rgr' },
}

/** The columns x and y; or why there are none. */
export function columnsFor(row: Row): { x: number[]; y: number[] } | { readonly none: string } {
  const choice = CHOICES[row.name]
  if (!choice) return { none: 'no dose and response' }
  const columns = row.columns as Columns
  const all = columns[choice.x] ?? []
  const kept = [...all.keys()].filter((i) => {
    const [column, value] = choice.where ?? []
    return column === undefined || columns[column]?.[i] === value
  })
  const number = (name: string, i: number): number => {
    const value = columns[name]?.[i]
    return value === null || value === undefined || value === '' ? Number.NaN : Number(value)
  }
  const points = kept
    .map((i) => [
      number(choice.x, i),
      choice.over === undefined ? number(choice.y, i) : number(choice.y, i) / number(choice.over, i),
    ])
    .filter((point) => point.every(Number.isFinite))
  return { x: points.map(([x]) => x as number), y: points.map(([, y]) => y as number) }
}

/** Starting values about the data, always the same ones. */
export function* startsAround(
  x: readonly number[],
  y: readonly number[],
  count: number,
): Generator<Record<string, number>> {
  let seed = 20
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const doses = x.filter((dose) => dose > 0)
  const [first, last] = [Math.min(...doses), Math.max(...doses)]
  const [low, high] = [Math.min(...y), Math.max(...y)]
  const span = high - low || 1
  for (let k = 0; k < count; k += 1)
    yield {
      c: low + (2 * random() - 0.5) * span,
      d: low + (2 * random() - 0.5) * span,
      g: (first / 10) * ((100 * last) / first) ** random(),
      b: (random() < 0.5 ? -1 : 1) * 0.2 * 100 ** random(),
    }
}
