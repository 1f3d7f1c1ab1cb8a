/**
 * The words of a formula or script in a programming language. Remarks leave no trace; a new line
 * ends a statement except inside brackets and after an operator.
 */
import { isProductOfLetters } from './arrange.ts'
import { quoted, readingError, unknownCharacter } from './errors.ts'
import type { Dialect } from './language.ts'
import { MODULE_VALUES, MODULES } from './spellings.ts'
import { greekName, type Token } from './tokens.ts'

const pattern = ({ skipped, strings, elementwise }: Dialect): RegExp =>
  new RegExp(
    [
      `(?<space>[^\\S\\n]+|${skipped})`,
      `(?<string>${strings})`,
      `(?<number>(?:\\d+(?:\\.${elementwise ? "(?![*/^'.])" : ''}\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)`,
      '(?<name>[A-Za-z_Α-ΡΣ-Ωα-ωϑϕϵ][\\wΑ-ΡΣ-Ωα-ωϑϕϵ]*(?:\\.[A-Za-z_]\\w*)*)',
      '(?<sign>===|!==|\\.\\*|\\.\\/|\\.\\^|\\*\\*|\\/\\/|=>|->|[=~!<>]=|&&|\\|\\||.)',
    ].join('|'),
    'suy',
  )

/** Behind these a new line does not end a statement. */
const OPEN: ReadonlySet<string> = new Set([
  ...'+-*/^=<>:?,',
  '<=',
  '>=',
  '!=',
  ':=',
  '=>',
  'and',
  'or',
  'else',
  'if',
])

/** `np.log1p` is log1p, `α` is alpha; other names with points stay whole. */
function spelledName(name: string): string {
  const point = name.lastIndexOf('.')
  const last = MODULES.has(name.slice(0, Math.max(0, point))) ? name.slice(point + 1) : name
  const known = last === 'PI' ? 'pi' : last === 'E' && point > 0 ? 'e' : last
  // A value of a module, Math.LN2, keeps its module: a letter may have the same name.
  if (MODULE_VALUES.has(last) && last !== name) return `Math.${last}`
  return known.replace(/[^\x20-\x7e]/g, (letter) => greekName(letter) ?? letter)
}

/** Cuts text in this language into words. */
export const codeWords = (dialect: Dialect): ((text: string) => Token[]) => {
  const word = pattern(dialect)
  return (text) => {
    const found: Token[] = []
    let depth = 0
    for (let start = 0; start < text.length; ) {
      word.lastIndex = start
      const groups = (word.exec(text) as RegExpExecArray).groups as Record<string, string>
      const end = word.lastIndex
      const { space, string, number, name, sign = '' } = groups
      const push = (type: Token['type'], spelled: string): void => {
        found.push({ type, text: spelled, start, end })
      }
      if (string) push('command', string)
      else if (number) push('number', number)
      else if (name) push(dialect.keywords.has(name) ? 'sign' : 'name', spelledName(name))
      else if (sign === '\n') {
        const last = found.at(-1)
        if (depth <= 0 && !(last?.type === 'sign' && OPEN.has(last.text))) push('sign', ';')
      } else if (!space) {
        push('sign', sign === ',' && depth <= 0 && dialect.commas ? ';' : signOf(dialect, sign, start))
        if (sign === '(' || sign === '[') depth += 1
        if (sign === ')' || sign === ']') depth -= 1
      }
      start = end
    }
    return found
  }
}

function signOf({ signs, refused }: Dialect, sign: string, start: number): string {
  const known = signs.get(sign)
  if (known) return known
  const hint = refused.get(sign)
  if (hint) throw readingError('E120', { start, end: start + sign.length }, quoted(sign), hint)
  throw unknownCharacter(sign, start)
}

/**
 * A variable's name as every notation can write it. Two or three small letters would elsewhere be
 * a product, so `lr` is l_r; of several underscores the first is kept; `lambda_` is lambda.
 */
export function symbolName(name: string): string {
  const [stem = '', ...rest] = name.split(/[_.]/).filter((part) => part !== '')
  const below = rest.join('')
  const run = isProductOfLetters(stem) ? stem.slice(1) : ''
  const subscript = run + below
  return stem.slice(0, stem.length - run.length) + (subscript === '' ? '' : `_${subscript}`)
}
