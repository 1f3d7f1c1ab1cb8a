/**
 * What stands behind a command. A formula may begin with a minus sign, so only what an option can
 * look like is one: `--name`, `--name=value` and the short names there are; `-x^2` is a formula,
 * and so is everything after `--`.
 */
import { parseArgs } from 'node:util'
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import { nearestName } from '../syntax/suggest.ts'

/** What may be said after `--name`; without `value` it is a switch. */
export interface Option {
  readonly name: string
  readonly short?: string
  /** What the value is called in the help: `N`, `FILE`. */
  readonly value?: string
  /** The only values there are. */
  readonly choices?: readonly string[]
  readonly summary: string
}

const OPTION = /^--[A-Za-z][A-Za-z-]*(?:=.*)?$/s

const listed = (words: readonly string[]): string => words.join(', ')

/** The words of a command line: what is no option, and the values of each option. */
export class Given {
  readonly words: string[] = []
  readonly #values = new Map<string, string[]>()

  add(name: string, value: string): void {
    this.#values.set(name, [...this.all(name), value])
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  /** Every value of an option that may be repeated. */
  all(name: string): readonly string[] {
    return this.#values.get(name) ?? []
  }

  /** The value of an option; said twice, the second holds. */
  last(name: string): string | undefined {
    return this.all(name).at(-1)
  }
}

/**
 * The words after a command, sorted.
 *
 * @throws OgeeError `E502` for an unknown option, `E503` for one without its value, `E504` for a
 * value that is none of the choices.
 */
export function readArguments(args: readonly string[], options: readonly Option[]): Given {
  const given = new Given()
  const end = args.includes('--') ? args.indexOf('--') : args.length
  const { tokens } = parseArgs({
    args: args.map((word, i) => (i >= end || looksLikeOption(word, options) ? word : PLAIN_WORD)),
    options: Object.fromEntries(options.map((option) => [option.name, kindOf(option)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind === 'positional') given.words.push(args[token.index] as string)
    if (token.kind !== 'option') continue
    const option = optionNamed(token.name, options)
    if (option.value === undefined) {
      if (token.inlineValue) throw new OgeeError('E504', `--${option.name} takes no value`)
      given.add(option.name, '')
      continue
    }
    const next = token.value === undefined ? undefined : args[token.index + 1]
    const value = token.inlineValue ? token.value : next
    if (value === undefined || (!token.inlineValue && looksLikeOption(value, options))) {
      throw new OgeeError('E503', `--${option.name} needs a value`, undefined, usage(option))
    }
    given.add(option.name, chosen(option, value))
  }
  return given
}

/** Stands for a word that is no option, whatever it begins with. */
const PLAIN_WORD = 'word'

const kindOf = ({
  value,
  short,
}: Option): { type: 'string' | 'boolean'; multiple: true; short?: string } => ({
  type: value === undefined ? 'boolean' : 'string',
  multiple: true,
  ...(short === undefined ? {} : { short }),
})

function optionNamed(name: string, options: readonly Option[]): Option {
  const option = options.find((one) => one.name === name.toLowerCase())
  if (option) return option
  const names = options.map((one) => one.name)
  const near = names.find((one) => one.startsWith(name)) ?? nearestName(name, names)
  const hint =
    near === undefined
      ? `the options here are ${listed(names.map((one) => `--${one}`))}`
      : `did you mean --${near}?`
  throw new OgeeError('E502', `there is no option --${name}`, undefined, hint)
}

const looksLikeOption = (word: string, options: readonly Option[]): boolean =>
  OPTION.test(word) || options.some((option) => word === `-${option.short}`)

const usage = ({ name, value, choices }: Option): string =>
  choices ? `one of ${listed(choices)}` : `write --${name} ${value}`

function chosen({ name, choices }: Option, value: string): string {
  if (!choices || choices.includes(value)) return value
  const near = choices.find((one) => value !== '' && one.startsWith(value)) ?? nearestName(value, choices)
  throw new OgeeError(
    'E504',
    `--${name} cannot be ${value === '' ? 'empty' : quoted(value)}`,
    undefined,
    near === undefined ? `one of ${listed(choices)}` : `did you mean ${near}?`,
  )
}

/**
 * The one word that is no option, if there is one.
 *
 * @throws OgeeError `E505` for several.
 */
export function onlyWord({ words }: Given, what: string): string | undefined {
  if (words.length < 2) return words[0]
  const hint = `put it in quotes: ${quoted(words.join(' '))}`
  throw new OgeeError('E505', `one ${what} is expected here`, undefined, hint)
}

/**
 * The whole number that an option gives, if it is given.
 *
 * @throws OgeeError `E504` for anything else, or a number out of range.
 */
export function wholeNumber(given: Given, name: string, least: number, most: number): number | undefined {
  const text = given.last(name)
  if (text === undefined) return undefined
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  throw new OgeeError(
    'E504',
    `--${name} must be a whole number from ${least} to ${most}`,
    undefined,
    `for example --${name} ${Math.min(most, least + 1)}`,
  )
}
