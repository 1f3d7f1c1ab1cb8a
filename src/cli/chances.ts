/** The rows of a table with the chance that a saved model gives each of them. */
import type { Language } from '../compute/emit/index.ts'
import { fieldOf, type Head, placeOf } from '../data/columns.ts'
import { columnsOf, emitted, type LogisticModel, modelIn, predicted } from '../learn/logistic/model.ts'
import type { Given } from './arguments.ts'
import { extendTable, type Work } from './extend-table.ts'
import type { Manner } from './looks.ts'
import { fileText } from './plot-input.ts'
import { EXIT } from './problems.ts'
import { save } from './save.ts'
import { STDOUT, write } from './streams.ts'

/** @throws OgeeError `E836` for what is no saved model, `E510` and `E808` for what is no table with its columns. */
export function chances(path: string, given: Given, manner: Manner): Promise<number> | number {
  const model = modelIn(fileText(given.last('model') as string, 'name a .json file'))
  const to = given.last('to') as Language | undefined
  if (to !== undefined) return code(emitted(model, to), given)
  const why = 'there a value is missing, no number, or a category that the model does not know'
  return extendTable(path, given, manner, (head) => workOn(model, head), why)
}

function code(text: string, given: Given): number {
  const file = given.last('output')
  if (file === undefined || file === '-') write(STDOUT, text)
  else save(file, text, { overwrite: given.has('force') })
  return EXIT.ok
}

function workOn(model: LogisticModel, head: Head): Work {
  const places = columnsOf(model).map((name) => [name, placeOf(name, head, '')] as const)
  return {
    added: ['chance'],
    values(rows) {
      const fields = new Map(
        places.map(([name, place]) => [name, rows.map((row) => fieldOf(row, place, head))]),
      )
      return [predicted(model, fields, rows.length)]
    },
  }
}
