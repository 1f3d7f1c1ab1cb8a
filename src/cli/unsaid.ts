/** Letters of one side that the other side has not: where two formulas differ, perhaps they stand for something. */
import { type Expr, freeSymbols } from '../expression/expr.ts'
import { CURVES, DEFINITIONS } from '../functions/index.ts'
import { parse } from '../syntax/index.ts'
import type { Pair } from './pair.ts'

/** The named function that has this letter for a sign: sigma is that of the sigmoid. */
const functionWithSign = (letter: string): string | undefined =>
  [...CURVES, ...DEFINITIONS].find(({ synonyms }) => synonyms.some((sign) => isSignOf(letter, sign)))?.name

function isSignOf(letter: string, sign: string): boolean {
  const u = [...sign].length === 1 ? parse(sign) : undefined
  return u?.kind === 'symbol' && u.name === letter
}

/** The letter that everybody takes for the variable needs no meaning. */
const VARIABLE = 'x'

const onlyIn = (u: Expr, other: Expr): readonly string[] => {
  const known = freeSymbols(other)
  return known.length === 0 ? [] : freeSymbols(u).filter((name) => name !== VARIABLE && !known.includes(name))
}

function aboutLetter(letter: string, variable: string, side: string): string {
  const named = functionWithSign(letter)
  const own = (body: string): string => `--define "${letter} = ${body}"`
  const body = `${named}(${variable})`
  return named === undefined
    ? `${letter} stands only on the ${side}: if it stands for something, say so, e.g. ${own(`1/(1 + e^-${variable})`)}`
    : `${letter} stands only on the ${side}, for a letter: ${body} is the function, or say what it stands for, ${own(body)}`
}

/** A sentence for each such letter. */
export function unsaidLetters({ left, right }: Pick<Pair, 'left' | 'right'>): string[] {
  const sentences = (u: Expr, other: Expr, side: string): string[] => {
    const symbols = freeSymbols(other)
    const variable = symbols.includes(VARIABLE) ? VARIABLE : (symbols[0] as string)
    return onlyIn(u, other).map((letter) => aboutLetter(letter, variable, side))
  }
  return [...sentences(left, right, 'left'), ...sentences(right, left, 'right')]
}
