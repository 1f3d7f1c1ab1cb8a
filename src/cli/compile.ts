/** `ogee compile`: the formula as a function of another language, in the form that keeps its digits. */

import { basename } from 'node:path'
import { checkedName, emitted, LANGUAGES, type Language } from '../compute/emit/index.ts'
import { prepared } from '../compute/prepare.ts'
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import { print } from '../syntax/index.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { type Answer, answerEach } from './answers.ts'
import type { Given, Option } from './arguments.ts'
import type { Command } from './command.ts'
import { FORCE, JSON_FORMAT, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { ASSUME, BUDGET, budgetOf, contextOf } from './options.ts'
import { nameIn, READING, readFunction, readingOf } from './reading.ts'
import { mayWrite, save } from './save.ts'

const TO: Option = {
  name: 'to',
  value: 'LANGUAGE',
  choices: LANGUAGES,
  summary: 'javascript (the default), typescript, c, python (NumPy), pytorch, matlab or sql',
}
const GRADIENT: Option = {
  name: 'gradient',
  summary: 'with the derivatives by all variables, in the same pass',
}
const VARIABLES: Option = {
  name: 'variables',
  value: 'NAMES',
  summary: 'the order in which values are given, e.g. x,k',
}
const NAME: Option = {
  name: 'name',
  value: 'NAME',
  summary: 'what the function is called, f by default, in a .m file what that is called; in SQL the table',
}
const AS_WRITTEN: Option = {
  name: 'as-written',
  summary: 'the formula as it is, not in a form that keeps its digits',
}
const OUTPUT: Option = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  summary: 'write this file, whole or not at all; .js, .ts, .c, .py, .m and .sql set the language',
}

const BY_ENDING: ReadonlyMap<string, Language> = new Map([
  ['js', 'javascript'],
  ['mjs', 'javascript'],
  ['ts', 'typescript'],
  ['c', 'c'],
  ['py', 'python'],
  ['m', 'matlab'],
  ['sql', 'sql'],
])

const command: Command = {
  name: 'compile',
  takes: 'FORMULA',
  summary: 'the formula and its derivatives as code that keeps its digits',
  more: 'The form is found by measuring: forms that are proved equal are held against rigorous values at points of all sizes. The comment says by how much the formula is wrong as it is written.',
  examples: [
    ['ogee compile "log(1+e^x)"', 'a function of JavaScript that does not overflow'],
    ['ogee compile "1/(1+e^-x)" --to pytorch --gradient', 'with its backward pass'],
    ['ogee compile "a*e^(-b*x)" --gradient -o decay.c', 'C, three derivatives'],
  ],
  options: [
    TO,
    GRADIENT,
    VARIABLES,
    NAME,
    AS_WRITTEN,
    ASSUME,
    OUTPUT,
    FORCE,
    ...READING,
    JSON_FORMAT,
    BUDGET,
  ],
  run,
}

export const main: Main = mainOf(command)

/** A search for forms may take longer than other answers. */
const PATIENCE = 10_000

async function run(given: Given, manner: Manner): Promise<number> {
  const output = given.last('output')
  const file = output === '-' ? undefined : output
  const saving = { overwrite: given.has('force') }
  if (file !== undefined) mayWrite(file, saving)
  const language = (given.last('to') as Language | undefined) ?? languageOf(file)
  const name = checkedName(given.last('name') ?? nameOf(file, language), language)
  const reading = readingOf(given)
  const variables = variablesOf(given)
  const written: string[] = []
  const exit = await answerEach(given, {
    manner,
    milliseconds: given.has('budget') ? budgetOf(given) : PATIENCE,
    answer(formula): Answer {
      const { expr, notes } = readFunction(formula, reading)
      const options = {
        ...contextOf(given),
        ...(variables ? { variables } : {}),
        gradient: given.has('gradient'),
        form: given.has('as-written') ? ('as-written' as const) : ('stable' as const),
      }
      const found = prepared(expr, options)
      const source = emitted(found, language, name)
      if (!given.has('json')) return { output: source, notes }
      const formulas = found.formulas.map(({ of, given: u, form, before, after }) => ({
        ...{ of, formula: print(u), form: print(form) },
        wrongBits: { asWritten: before, inThisForm: after },
      }))
      return {
        output: `${JSON.stringify({ schema: SCHEMA, kind: 'compiled', language, name, variables: found.variables, formulas, source })}\n`,
        notes,
      }
    },
    between: given.has('json') ? '' : '\n',
    ...(file === undefined ? {} : { put: (text: string) => written.push(text) }),
  })
  if (file !== undefined && written.length > 0) save(file, written.join('\n'), saving)
  return exit
}

/** @throws OgeeError `E504` for a file whose ending does not say. */
function languageOf(file: string | undefined): Language {
  if (!file) return 'javascript'
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  const language = BY_ENDING.get(ending)
  if (language) return language
  const endings = [...BY_ENDING.keys()].map((one) => `.${one}`).join(', ')
  throw new OgeeError(
    'E504',
    `the name ${quoted(file)} does not say which language`,
    undefined,
    `say it by --to, or by one of the endings ${endings}`,
  )
}

/** In MATLAB a function is called by the name of its file. */
function nameOf(file: string | undefined, language: Language): string {
  return language === 'matlab' && file?.endsWith('.m') ? basename(file, '.m') : 'f'
}

function variablesOf(given: Given): string[] | undefined {
  const list = given.last('variables')
  if (list === undefined) return undefined
  let from = 0
  const names = list.split(',').map((part) => {
    const name = nameIn('variables', list, from, from + part.length)
    from += part.length + 1
    return name
  })
  if (new Set(names).size < names.length) throw new OgeeError('E504', '--variables names one of them twice')
  return names
}
