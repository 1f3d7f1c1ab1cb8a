/** What the page is asked for: one signal for each field of the address. */
import { batch, effect, type Signal, signal } from '@preact/signals'
import { addressOf, type Field, stateIn } from './address.ts'
import { isPacked, LONG, packed, unpacked } from './packed.ts'

/** The views, in the order of their tabs. */
export const VIEWS = [
  'derivation',
  'forms',
  'marking',
  'picture',
  'properties',
  'numbers',
  'code',
  'article',
  'learn',
  'fit',
] as const
export type View = (typeof VIEWS)[number]

const text = (initial = ''): Field => ({ initial })
const one = (initial: string, ...others: readonly string[]): Field => ({
  initial,
  choices: [initial, ...others],
})

/** What an address holds, by its names there. */
export const FIELDS = {
  /** The formula, as it was typed. */
  f: text('1/(1+e^-x)'),
  /** The variable; what the formula has, where it is empty. */
  var: text(),
  /** What is given: conditions with commas between them. */
  assume: text(),
  view: one(...VIEWS),
  /** How steps are shown, and by which road. */
  detail: one('main', 'nested', 'every'),
  road: text(),
  order: one('1', '2', '3', '4'),
  /** The other form, and whether it is compared with f, f′ or f″: whichever it is, where nothing is said. */
  other: text(),
  against: one('', '0', '1', '2'),
  /** A person's own lines. */
  lines: text(),
  /** The picture: how many derivatives, from where to where, where the tangent is, what letters are. */
  shown: text('1'),
  from: text(),
  to: text(),
  tangent: text(),
  letters: text(),
  claim: text(),
  at: text(),
  digits: text('30'),
  language: text('python'),
  /** Fitting: a built-in table, the model, the columns, numbers made of the parameters. */
  data: one('dose', 'growth', 'enzyme', 'low'),
  model: text('doseresponse'),
  x: text(),
  y: text(),
  quantity: text(),
  /** Learning: by regression or by a network. */
  lesson: one('regression', 'network'),
  outcome: text(),
  features: text(),
  row: text('1'),
  rate: text('0.5'),
  task: one('moons', 'spirals', 'xor'),
  depth: text('3'),
  width: text('8'),
  /** The activation; the formula, where it is empty. */
  activation: text(),
  initial: text('xavier'),
  optimizer: one('gradient-descent', 'momentum', 'adam'),
} as const satisfies Record<string, Field>

export type Name = keyof typeof FIELDS

const begin = stateIn(location.hash, FIELDS)
const NAMES = Object.keys(FIELDS) as readonly Name[]

/** The fields as signals. */
export const asked = Object.fromEntries(NAMES.map((name) => [name, signal(begin[name])])) as Record<
  Name,
  Signal<string>
>

const stateNow = (): Record<Name, string> =>
  Object.fromEntries(NAMES.map((name) => [name, asked[name].value])) as Record<Name, string>

/** Browsers allow few changes of the address in a second. */
const REST_MILLISECONDS = 300
let waiting: ReturnType<typeof setTimeout> | undefined

/** Keeps address and state the same; what an address says is there when it is done. */
export async function followAddress(): Promise<void> {
  if (isPacked(location.hash)) await readAddress()
  effect(() => {
    const address = addressOf(stateNow(), FIELDS)
    clearTimeout(waiting)
    waiting = setTimeout(() => writeAddress(address), REST_MILLISECONDS)
  })
  addEventListener('hashchange', readAddress)
}

async function readAddress(): Promise<void> {
  const { hash } = location
  const next = stateIn(isPacked(hash) ? await unpacked(hash) : hash, FIELDS)
  batch(() => {
    for (const name of NAMES) asked[name].value = next[name]
  })
}

async function writeAddress(address: string): Promise<void> {
  const short = address.length > LONG ? await packed(address) : address
  const isStill = address === addressOf(stateNow(), FIELDS)
  if (isStill && short !== location.hash) history.replaceState(null, '', short || location.pathname)
}

/** The formula with what belongs to it, as answers are asked for. */
export interface Subject {
  readonly formula: string
  readonly variable?: string
  readonly assuming: readonly string[]
}

export const subject = (): Subject => ({
  formula: asked.f.value,
  ...(asked.var.value.trim() === '' ? {} : { variable: asked.var.value.trim() }),
  assuming: asked.assume.value
    .split(/[\n;]|,(?![^(]*\))/)
    .map((line) => line.trim())
    .filter(Boolean),
})
