/** Lines read one after another: what was defined above is known below. */
import { type Condition, isCondition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { type Expr, isCall } from '../expression/expr.ts'
import { parse, safeParse } from '../syntax/index.ts'
import { isTaken } from '../syntax/own-names.ts'
import { writtenOut } from './leibniz.ts'
import { type Written, withBothSigns, written } from './written.ts'

/** A line that was read: its parts, and the term it writes. */
export interface ReadLine extends Written {
  readonly expr?: Expr
  readonly error?: OgeeError
  /** Does the left side name a function, so that the line claims something about it? */
  readonly isClaim?: boolean
  /** Another reading: `d/dx x^2 + 3x` may mean the derivative of the whole sum. */
  readonly other?: Expr
  /** Does it define a function that was not known? */
  readonly isDefinition?: boolean
}

const FUNCTION = /^([A-Za-z]\w*)\s*\(\s*[A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)*\s*\)\s*=(?!=)/
const QUANTITY = /^([A-Za-z])\s*=(?!=)/
const OPEN_DERIVATIVE =
  /^(d\/d[a-z]|\\d?frac\s*\{\s*d\s*\}\s*\{\s*d\s*[a-z]\s*\})\s+((?![([{])[^=]*[+-][^=]*|[([{][^=]*[)\]}]\s*\/[^=]*)=/
const LONGEST_LINE = 20_000
const MOST_DEFINITIONS = 50

export class LineReader {
  /** Texts of definitions, by name. */
  readonly #functions = new Map<string, string>()
  readonly #quantities = new Map<string, string>()

  read(text: string): ReadLine {
    if (text.length > LONGEST_LINE) {
      const error = new OgeeError(
        'E109',
        `this line has ${text.length} characters`,
        undefined,
        'write shorter lines',
      )
      return { kind: 'formula', formula: '', continues: false, error }
    }
    const taken = written(text, new Set(this.#functions.keys()))
    if (taken.kind !== 'formula') return taken
    const formula = writtenOut(this.#withoutName(taken.formula), this.#bodies())
    const line = { ...taken, formula }
    try {
      const expr = parse([...this.#needed(line.formula), withBothSigns(line.formula)].join('; '))
      const isClaim = this.#isClaim(line.formula) || this.#isDerivativeOfKnown(taken.formula)
      const isDefinition = this.#remember(line.formula)
      const other = this.#asWritten(line.formula)
      return { ...line, expr, isClaim, isDefinition, ...(other ? { other } : {}) }
    } catch (error) {
      if (error instanceof OgeeError) return { ...line, error }
      if (error instanceof RangeError)
        return { ...line, error: new OgeeError('E602', 'this line is nested too deeply') }
      throw error
    }
  }

  /** `v(t) = s'(t) = 10t` defines v, and goes on as a claim about s. */
  #withoutName(formula: string): string {
    const [start, name = ''] = FUNCTION.exec(formula) ?? ['']
    const [body = '', ...more] = formula.slice(start.length).split(/=(?!=)/)
    if (start === '' || more.length === 0 || isTaken(name) || this.#functions.has(name)) return formula
    if (this.#functions.size < MOST_DEFINITIONS) this.#functions.set(name, `${start} ${body.trim()}`)
    return formula.slice(start.length).trim()
  }

  /** What letters were defined as. */
  #bodies(): ReadonlyMap<string, string> {
    return new Map([...this.#quantities].map(([name, text]) => [name, text.slice(text.indexOf('=') + 1)]))
  }

  /** The definitions above that the line uses; y = … only where y′ is asked for. */
  #needed(formula: string): string[] {
    const used = [...this.#functions].filter(([name]) => mentionsName(formula, name))
    const changing = [...this.#quantities].filter(([name]) =>
      new RegExp(`(?<![A-Za-z])${name}\\s*['′]`).test(formula),
    )
    return [...used, ...(changing.length > 0 ? this.#inOrder(changing) : [])].map(([, text]) => text)
  }

  /** With the definitions that they depend on, these first. */
  #inOrder(changing: readonly (readonly [string, string])[]): (readonly [string, string])[] {
    const names = new Set(changing.map(([name]) => name))
    const behind = [...this.#quantities].filter(
      ([name]) => names.has(name) || changing.some(([, text]) => mentionsName(text, name)),
    )
    const isBefore = ([name]: readonly [string, string], [, text]: readonly [string, string]): boolean =>
      mentionsName(text.slice(text.indexOf('=')), name)
    return behind.sort((a, b) => Number(isBefore(b, a)) - Number(isBefore(a, b)))
  }

  #asWritten(formula: string): Expr | undefined {
    const wide = formula.replace(OPEN_DERIVATIVE, '$1($2)=')
    if (wide === formula) return undefined
    const read = safeParse([...this.#needed(wide), wide].join('; '))
    return read.ok ? read.expr : undefined
  }

  /** `y′` or `dy/dx` of a y that was defined. */
  #isDerivativeOfKnown(formula: string): boolean {
    const [, primed, leibniz, tex] =
      /^(?:([A-Za-z])['′]+|d([A-Za-z])\s*\/\s*d[a-z]|\\d?frac\s*\{\s*d\s*([A-Za-z])\s*\})/.exec(formula) ?? []
    return this.#quantities.has(primed ?? leibniz ?? tex ?? '')
  }

  #isClaim(formula: string): boolean {
    const [name] = /^[A-Za-z]\w*(?=\s*['′]*\s*\()/.exec(formula) ?? []
    return name !== undefined && this.#functions.has(name)
  }

  #remember(formula: string): boolean {
    const [, name] = FUNCTION.exec(formula) ?? []
    const isNew = name !== undefined && !isTaken(name) && !this.#functions.has(name)
    if (isNew && this.#functions.size < MOST_DEFINITIONS) this.#functions.set(name, formula)
    for (const part of formula.split(/\band\b|\bor\b/)) {
      const [, letter] = QUANTITY.exec(part.trim()) ?? []
      const body = part.slice(part.indexOf('=') + 1)
      if (letter !== undefined && !mentionsName(body, letter)) this.#quantities.set(letter, part.trim())
    }
    return isNew
  }
}

const SUPPOSED = /\b(?:for|with|if|where|when|assum(?:e|ing)|let|suppose)\s+(?:that\s+|all\s+)?(.+?)[.;]?$/i

/** A reason for a step between quantities; beside an equation it says which solutions are thrown out. */
const REASONED = /\b(?:since|because|as)\s+(.+?)[.;]?$/i

/** Conditions in words, and as they are written. */
const IN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(\w+) is (?:a )?positive(?: number)?$/i, '$1 > 0'],
  [/^positive (\w+)$/i, '$1 > 0'],
  [/^(\w+) is (?:a )?negative(?: number)?$/i, '$1 < 0'],
  [/^negative (\w+)$/i, '$1 < 0'],
  [/^(\w+) is (?:not negative|non-?negative)$/i, '$1 >= 0'],
  [/^(\w+) is (?:not (?:zero|0)|non-?zero)$/i, '$1 != 0'],
]

/** What the words allow to be taken for granted: `for x > 0`, `assume that a != 0`. */
export function supposedIn(words: string, isStatement = false): Condition | undefined {
  const said = words.slice(0, LONGEST_WORDS)
  const [, condition] = SUPPOSED.exec(said) ?? (isStatement ? undefined : REASONED.exec(said)) ?? []
  if (condition === undefined) return undefined
  const plain = IN_WORDS.reduce((text, [spoken, written]) => text.replace(spoken, written), condition)
  const found = safeParse(plain.replace(/,\s*(?:and\s+)?/g, ' and '))
  return found.ok && isCondition(found.expr) && !isCall(found.expr, '=') ? found.expr : undefined
}

const LONGEST_WORDS = 200

const mentionsName = (text: string, name: string): boolean =>
  new RegExp(`(?<![A-Za-z\\\\])${name}(?![A-Za-z0-9_])`).test(text)
