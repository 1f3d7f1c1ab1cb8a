/** Writing certificates. Nothing here is trusted: what counts is what the checker reads back. */

import type { DerivationJson, Place, StepJson } from '../expression/certificate.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import type { Expr } from '../expression/expr.ts'
import { exactText } from '../expression/rational.ts'
import { TermTable } from '../expression/term-table.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { demand } from '../verify/fault.ts'

const RELATIONS: ReadonlySet<string> = new Set(['equals', 'iff', 'implies'])

/**
 * The derivation as JSON data, for `JSON.stringify`.
 *
 * @throws Fault for a relation that no certificate knows.
 * @example
 * ```ts
 * verify(JSON.parse(JSON.stringify(toJson(differentiate('x^2'))))) // → { ok: true }
 * ```
 */
export function toJson(derivation: Derivation): DerivationJson {
  const { rows, place } = new TermTable()
  const { from, to, ...rest } = derivationRows(derivation, place)
  return { schema: SCHEMA, kind: 'derivation', terms: rows, from, to, ...rest }
}

/** The derivation as rows, its terms being entered in a table that others may share. */
export function derivationRows(
  { from, to, variable, steps, assuming, conditions }: Derivation,
  place: (u: Expr) => Place,
): Omit<DerivationJson, 'schema' | 'kind' | 'terms'> {
  return {
    from: place(from),
    to: place(to),
    ...(variable === undefined ? {} : { variable }),
    steps: steps.map((step) => stepRow(step, place)),
    assuming: assuming.map(place),
    conditions: conditions.map(place),
  }
}

function stepRow(
  { rule, direction, relation, path, before, after, letters, conditions }: Step,
  place: (u: Expr) => Place,
): StepJson {
  demand(RELATIONS.has(relation), 'unknown relation')
  const json: { -readonly [K in keyof StepJson]: StepJson[K] } = {
    rule,
    path,
    before: place(before),
    after: place(after),
  }
  if (direction !== 'forward') json.direction = direction
  if (relation !== 'equals') json.relation = relation
  if (conditions.length > 0) json.conditions = conditions.map(place)
  const placed: Record<string, Place | readonly Place[]> = {}
  for (const name in letters) {
    const value = letters[name] as Expr | readonly Expr[]
    placed[name] = Array.isArray(value) ? value.map(place) : place(value as Expr)
    json.letters = placed
  }
  return json
}

const quoted = new Map<string, string>()

/** A name as JSON text; names recur, so they are remembered. */
function quote(name: string): string {
  const known = quoted.get(name)
  if (known !== undefined) return known
  const text = JSON.stringify(name)
  if (quoted.size < 4096) quoted.set(name, text)
  return text
}

/**
 * The certificate as text: what `JSON.stringify(toJson(derivation))` gives, written directly and
 * faster. For derivations that the library made: a stranger's object goes through `toJson`, where no
 * value can run into the next.
 *
 * @throws Fault for a relation that no certificate knows.
 * @example
 * ```ts
 * verify(JSON.parse(toText(differentiate('x^2')))) // → { ok: true }
 * ```
 */
export function toText(derivation: Derivation): string {
  const places = new Map<Expr, Place>()
  const rows = new Map<string, Place>()
  let terms = ''
  const place = (u: Expr): Place => {
    const known = places.get(u)
    if (known !== undefined) return known
    let row = ''
    if (u.kind === 'call') {
      row = `[${quote(u.head)}`
      for (const arg of u.args) row += `,${place(arg)}`
    } else if (u.kind === 'symbol') row = `["symbol",${quote(u.name)}`
    else row = `["number","${exactText(u.value)}"`
    // equal terms share a row
    const there = rows.get(row) ?? rows.size
    if (there === rows.size) {
      terms += there === 0 ? `${row}]` : `,${row}]`
      rows.set(row, there)
    }
    places.set(u, there)
    return there
  }
  const list = (us: readonly Expr[]): string => `[${us.map(place).join()}]`
  const step = ({ rule, direction, relation, path, before, after, letters, conditions }: Step): string => {
    demand(RELATIONS.has(relation), 'unknown relation')
    let text = `{"rule":${rule === null ? 'null' : quote(rule)}`
    text += `,"path":${pathText(path)},"before":${place(before)},"after":${place(after)}`
    if (direction !== 'forward') text += `,"direction":${quote(direction)}`
    if (relation !== 'equals') text += `,"relation":${quote(relation)}`
    if (conditions.length > 0) text += `,"conditions":${list(conditions)}`
    let own = ''
    for (const name in letters) {
      const value = letters[name] as Expr | readonly Expr[]
      const placed = Array.isArray(value) ? list(value) : place(value as Expr)
      own += `${own === '' ? '' : ','}${quote(name)}:${placed}`
    }
    return own === '' ? `${text}}` : `${text},"letters":{${own}}}`
  }
  const [from, to] = [place(derivation.from), place(derivation.to)]
  const variable = derivation.variable === undefined ? '' : `,"variable":${quote(derivation.variable)}`
  const steps = derivation.steps.map(step).join()
  const conditions = `"assuming":${list(derivation.assuming)},"conditions":${list(derivation.conditions)}`
  return `{"schema":"${SCHEMA}","kind":"derivation","terms":[${terms}],"from":${from},"to":${to}${variable},"steps":[${steps}],${conditions}}`
}

const pathText = (path: Step['path']): string =>
  `[${path.map((entry) => (typeof entry === 'number' ? entry : `[${entry.join()}]`)).join()}]`

/** The same derivation, which `JSON.stringify` writes as its certificate. */
export const writable = (derivation: Derivation): Derivation =>
  Object.defineProperty(derivation, 'toJSON', { value: () => toJson(derivation) })
