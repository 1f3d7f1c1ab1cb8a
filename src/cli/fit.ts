/** `ogee fit`: the parameters of a formula from a table, with their errors. */
import { OgeeError } from '../expression/error.ts'
import { type Expr, freeSymbols } from '../expression/expr.ts'
import {
  type Fit,
  type FitOptions,
  fitPicture,
  fitTogether,
  fit as fitted,
  residualPicture,
} from '../fit/index.ts'
import { plot, plotTikz } from '../plot/index.ts'
import { quoted } from '../syntax/errors.ts'
import { curveOperand } from '../syntax/formula.ts'
import type { Given, Option } from './arguments.ts'
import { onlyWord } from './arguments.ts'
import type { Command } from './command.ts'
import {
  ABSOLUTE,
  BOUNDS,
  BY,
  boundsIn,
  columnsIn,
  EFFECTS,
  ERRORS,
  effectsIn,
  FIX,
  LEVEL,
  levelIn,
  MODEL,
  QUANTITY,
  SHARE,
  START,
  sharedIn,
  valuesIn,
  WEIGHTS,
  X,
  Y,
} from './fit-options.ts'
import { chosenColumns, type Group } from './fit-table.ts'
import { fitJson, fitText, type Report } from './fit-text.ts'
import { ASCII, FORCE, JSON_FORMAT, looksOf, type Manner } from './looks.ts'
import { type Main, mainOf } from './main.ts'
import { EXIT, problemOf } from './problems.ts'
import { inOption, READING, readFunction, readingOf } from './reading.ts'
import { notice, remark } from './remarks.ts'
import { mayWrite, type Output, saveAll } from './save.ts'
import { STDOUT, write } from './streams.ts'
import { wholeTable } from './table-file.ts'

const OUTPUT: Option = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  summary: 'the picture: points, curve and bands, as .svg, .png or .tex',
}
const RESIDUALS: Option = {
  name: 'residuals',
  value: 'FILE',
  summary: 'the picture of what is left over, likewise',
}
const SAVE: Option = { name: 'save', value: 'FILE', summary: 'write the fit as JSON to this file' }

const command: Command = {
  name: 'fit',
  takes: 'TABLE',
  summary: 'the parameters of a curve from data, with errors and a verdict',
  more: 'Starting values are found from the formula and the data. Standard errors are from s²(JᵀJ)⁻¹; intervals are profiles of the likelihood, so they need not be symmetrical. Where the data do not determine the parameters, it is said which, and the exit code is 3. The table has the names of its columns in the first line; values stand between commas, semicolons or tabs; - is standard input.',
  examples: [
    ['ogee fit growth.csv --model logistic3 --x day --y height', 'a curve by its name'],
    ['ogee fit dose.csv --model doseresponse --x dose --y response', 'with EC10, EC50, EC90'],
    ['ogee fit d.csv --model "a*e^(-k*x) + c" --x t --y signal', 'any formula'],
    ['ogee fit d.csv --model hill --x c --y v --fix n=1 -o hill.svg', 'held, with its picture'],
    ['ogee fit d.csv --model gompertz --x t --y n --by strain', 'a fit for each strain'],
    ['ogee fit d.csv --model gompertz --x t --y n --by strain --share a', 'one a for all'],
  ],
  options: [
    MODEL,
    X,
    Y,
    BY,
    SHARE,
    WEIGHTS,
    ERRORS,
    ABSOLUTE,
    START,
    FIX,
    BOUNDS,
    LEVEL,
    EFFECTS,
    QUANTITY,
    OUTPUT,
    RESIDUALS,
    SAVE,
    FORCE,
    ...READING,
    JSON_FORMAT,
    ASCII,
  ],
  run,
}

export const main: Main = mainOf(command)

async function run(given: Given, manner: Manner): Promise<number> {
  const files = ['output', 'residuals', 'save'].flatMap((name) => given.last(name) ?? [])
  const saving = { overwrite: given.has('force') }
  for (const file of files) mayWrite(file, saving)
  for (const name of ['output', 'residuals']) kindOf(name, given.last(name))
  const path = onlyWord(given, 'table')
  if (path === undefined)
    throw new OgeeError('E505', 'a table is expected here', undefined, 'for example dose.csv')
  const formula = formulaIn(given, manner)
  const asked = askedOf(given, formula)
  const { groups, missing } = chosenColumns(await wholeTable(path), asked.columns, given.last('by'))
  if (missing.length > 0) notice(missingNote(missing), manner)
  const reports = given.has('share')
    ? [togetherOf(formula, groups, asked.options, given)]
    : groups.map((group) => reportOf(formula, group, asked.options, given))
  const pictures = await picturesOf(reports, given)
  const target = given.last('save')
  saveAll(
    [...pictures, ...(target === undefined ? [] : [{ path: target, content: jsonOf(reports) }])],
    saving,
  )
  const text = reports.map(fitText).join('\n')
  write(STDOUT, manner.json ? jsonOf(reports) : looksOf(given).ascii ? inAscii(text) : text)
  return reports.every(({ fit }) => fit.verdict === 'fitted') ? EXIT.ok : EXIT.unknown
}

const ASCII_FOR: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['…', '..'],
  ['²', '^2'],
  ['∞', 'inf'],
  ['—', '-'],
  ['ᵀ', "'"],
  ['⁻¹', '^-1'],
  ['·', '*'],
])

const inAscii = (text: string): string =>
  text.replaceAll(/⁻¹|[−…²∞—ᵀ·]/g, (sign) => ASCII_FOR.get(sign) ?? '?')

const jsonOf = (reports: readonly Report[]): string =>
  reports.map((report) => `${JSON.stringify(fitJson(report))}\n`).join('')

function missingNote(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).join(', ')
  const many = lines.length === 1 ? 'line' : 'lines'
  return `${many} ${shown}${lines.length > 5 ? ` and ${lines.length - 5} more` : ''} left out: a value is missing`
}

function formulaIn(given: Given, manner: Manner): Expr {
  const text = given.last('model')
  if (text === undefined)
    throw new OgeeError(
      'E505',
      '--model is missing',
      undefined,
      'for example --model logistic4, or any formula',
    )
  try {
    const { expr, notes } = readFunction(text, readingOf(given))
    remark(notes, manner)
    return expr
  } catch (thrown) {
    throw problemOf(thrown, text)
  }
}

interface Asked {
  readonly columns: readonly string[]
  readonly options: FitOptions
}

/** Which letters are columns, and what else was asked. */
function askedOf(given: Given, formula: Expr): Asked {
  const { only, named } = columnsIn(given)
  const letters = freeSymbols(formula)
  const x = new Map(named)
  if (only !== undefined) {
    const letter = letters.includes(only) ? only : variableIn(formula, letters)
    x.set(letter, only)
  }
  if (x.size === 0)
    throw new OgeeError('E505', '--x is missing', undefined, 'say which column is x, for example --x dose')
  const y = given.last('y')
  if (y === undefined)
    throw new OgeeError(
      'E505',
      '--y is missing',
      undefined,
      'say which column is fitted, for example --y response',
    )
  const [weights, errors] = [given.last('weights'), given.last('errors')]
  const columns = [...new Set([...x.values(), y, ...[weights, errors].flatMap((name) => name ?? [])])]
  const options: FitOptions = {
    x: Object.fromEntries(x),
    y,
    ...(weights === undefined ? {} : { weights }),
    ...(errors === undefined ? {} : { errors }),
    absolute: given.has('absolute'),
    start: valuesIn(given, 'start'),
    fixed: valuesIn(given, 'fix'),
    bounds: boundsIn(given),
    level: levelIn(given),
  }
  return { columns, options }
}

/** x, or the operand of a named curve, or the only letter. */
function variableIn(formula: Expr, letters: readonly string[]): string {
  if (letters.includes('x')) return 'x'
  const found = curveOperand(formula) ?? (letters.includes('t') ? 't' : undefined)
  if (found !== undefined) return found
  throw new OgeeError(
    'E403',
    `which of the letters ${letters.join(', ')} is the column is not clear`,
    undefined,
    'write --x LETTER=COLUMN',
  )
}

/** One fit of all groups, which share parameters. */
function togetherOf(formula: Expr, groups: readonly Group[], options: FitOptions, given: Given): Report {
  const shared = sharedIn(given)
  const by = given.last('by')
  if (by === undefined)
    throw new OgeeError(
      'E505',
      '--share is about groups',
      undefined,
      'say which column they are in, with --by',
    )
  const data = Object.fromEntries(groups.map(({ name = '', data: columns }) => [name, columns]))
  const { fit, test } = fitTogether(formula, data, shared, options)
  const { F, df, p } = test
  const numbers = `F = ${+F.toPrecision(4)} with ${df[0]} and ${df[1]} degrees of freedom, p = ${+p.toPrecision(3)}`
  return reportFor(fit, given, {
    formula,
    group: `by ${by}, ${shared.join(', ')} shared`,
    notes: [
      `${numbers}: so large an F, or larger, comes with that probability if the groups share ${shared.join(', ')}`,
    ],
  })
}

function reportOf(formula: Expr, { name, data, lines }: Group, options: FitOptions, given: Given): Report {
  const fit = fitted(formula, data, { ...options, rowName: (i) => `line ${lines[i]}` })
  const at0 = fit.limitRows.length
  return reportFor(fit, given, {
    ...(name === undefined ? {} : { group: `${given.last('by')} = ${name}` }),
    notes: at0 === 0 ? [] : [`in ${at0} rows x is 0: there the curve is continued by its limit`],
  })
}

/** The fit with what was asked of it. */
function reportFor(fit: Fit, given: Given, said: Pick<Report, 'formula' | 'group' | 'notes'>): Report {
  const isFitted = fit.verdict === 'fitted' && fit.df > 0
  return {
    fit,
    ...said,
    profiles: new Map(isFitted ? fit.parameters.flatMap((parameter) => profileIn(fit, parameter)) : []),
    effects: isFitted ? fit.effects(effectsIn(given)) : [],
    quantities: given
      .all('quantity')
      .map((text) => inOption('quantity', text, () => ({ formula: text, ...fit.quantity(text) }))),
  }
}

const profileIn = (fit: Fit, name: string): [string, ReturnType<Fit['profile']>][] => {
  const one = fit.estimates.find((estimate) => estimate.name === name)
  return one?.state === 'free' ? [[name, fit.profile(name)]] : []
}

type Kind = 'svg' | 'png' | 'tex'

/** What a file of this name holds. */
function kindOf(option: string, file: string | undefined): Kind | undefined {
  if (file === undefined) return undefined
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase()
  if (ending === 'svg' || ending === 'png' || ending === 'tex') return ending
  throw new OgeeError(
    'E504',
    `--${option} cannot be ${quoted(file)}`,
    undefined,
    'its name ends in .svg, .png or .tex',
  )
}

/** The pictures that were asked for; of several groups, each in a file of its own. */
async function picturesOf(reports: readonly Report[], given: Given): Promise<readonly Output[]> {
  const found: Output[] = []
  const y = given.last('y') as string
  const x = columnsIn(given).only
  for (const [option, make] of [
    ['output', fitPicture],
    ['residuals', residualPicture],
  ] as const) {
    const file = given.last(option)
    const kind = kindOf(option, file)
    if (file === undefined || kind === undefined) continue
    for (const [i, { fit }] of reports.entries()) {
      const picture = make(fit, { ...(x === undefined ? {} : { x }), y })
      if (!picture)
        throw new OgeeError(
          'E504',
          `--${option}: a curve of several variables has no picture`,
          undefined,
          'leave it out',
        )
      const { curves, options } = picture
      const content =
        kind === 'tex'
          ? plotTikz(curves, options)
          : kind === 'svg'
            ? plot(curves, options)
            : (await import('./png.ts')).png(plot(curves, { ...options, theme: 'light' }))
      found.push({ path: i === 0 ? file : file.replace(/(\.\w+)$/, `-${i + 1}$1`), content })
    }
  }
  return found
}
