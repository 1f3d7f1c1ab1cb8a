/** Activations as they are typed: names, formulas, and values for their letters. */
import { OgeeError } from '../expression/error.ts'
import type { ReadingOptions } from '../index.ts'
import {
  type Activation,
  type ActivationFormula,
  activation,
  lettersIn,
} from '../learn/network/activation.ts'
import type { Given, Option } from './arguments.ts'
import type { Manner } from './looks.ts'
import { inOption, nameIn, readFunction } from './reading.ts'
import { notice } from './remarks.ts'

export const AT: Option = {
  name: 'at',
  value: 'NAME=VALUE',
  summary: 'the value of a letter of the activation, 1 by default; may be repeated',
}

/** The values that `--at` gives to letters. */
export function lettersAt(given: Given): Record<string, number> {
  const values: Record<string, number> = {}
  for (const text of given.all('at')) {
    const equals = text.indexOf('=')
    const value = Number(text.slice(equals + 1))
    if (equals < 0 || text.slice(equals + 1).trim() === '' || !Number.isFinite(value))
      throw new OgeeError('E504', '--at needs a name and a number', undefined, 'for example --at b=2')
    const name = nameIn('at', text, 0, equals)
    if (Object.hasOwn(values, name)) throw new OgeeError('E504', `--at gives ${name} two values`)
    values[name] = value
  }
  return values
}

/** What stands between commas that are outside brackets. */
export function listIn(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if ('([{'.includes(letter)) depth += 1
    if (')]}'.includes(letter)) depth -= 1
    if (letter === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim())
}

/** How activations are read. */
export interface UnitsReading {
  readonly option: string
  readonly reading: ReadingOptions
  readonly at: Readonly<Record<string, number>>
  readonly manner: Manner
}

/**
 * The activation in a text; letters without a value are 1, which is said.
 *
 * @throws Problem for what cannot be read or used.
 */
export function unitsIn(text: string, { option, reading, at, manner }: UnitsReading): ActivationFormula {
  return inOption(option, text, () => {
    const { expr } = readFunction(text, reading)
    const open = lettersIn({ of: expr, at })
    for (const letter of open)
      notice(`${letter} is taken as 1 in ${text}; --at ${letter}=2 makes it 2`, manner)
    const given = { of: expr, at: { ...at, ...Object.fromEntries(open.map((letter) => [letter, 1])) } }
    activation(given)
    return given
  })
}

/** What an activation is called in tables: `sigmoid`; a formula with the values of its letters. */
export const calledUnits = ({ of, at }: Activation): string =>
  [of.replace(/^(\w+)\(x\)$/, '$1'), ...Object.entries(at).map(([name, value]) => `${name} = ${value}`)].join(
    ', ',
  )
