/**
 * The statement under work: it begins as the equation, and each change is recorded as a step that
 * the checker will replay. A rule is used only where its conditions are proved at that place, or
 * speak of parameters alone: then they are carried. Nothing here is trusted.
 */
import { Canon } from '../../expression/canonical.ts'
import { type Condition, isCondition } from '../../expression/condition.ts'
import type { Derivation, Step } from '../../expression/derivation.ts'
import { call, type Expr, freeSymbols, isCall, mentions, negate } from '../../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../expression/path.ts'
import { type CompiledRule, compiledRule, instantiate, isOfKind, type Letters } from '../../rules/compile.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'
import { mayPass, openConditions } from '../../verify/replay.ts'
import { Facts } from '../../verify/signs.ts'
import { CLOSED } from '../../verify/statements.ts'
import { along, OutOfBudget, Sheet } from '../sheet.ts'
import { shown } from '../shown.ts'
import { tidy } from '../tidy.ts'
import { neat } from './neat.ts'

/** How to use a rule: read backwards, with this result, without conditions to carry. */
export interface Use {
  readonly back?: true
  readonly to?: Expr
  readonly strict?: true
}

/** What one equation may cost: steps, and nodes of a line. */
const MOST_STEPS = 400
const LARGEST_LINE = 20_000
/** Conditions of the first line that are left out in turn. */
const MOST_LOOKED_AT = 12

export class Working {
  readonly variable: string
  readonly canon: Canon = new Canon(isTotal)
  readonly from: Expr
  line: Expr
  steps: Step[] = []
  carried: Condition[] = []
  /** Are parameters that may be 0 a case of their own, or is it carried that they are not? */
  readonly parameters: 'carried' | 'by cases'
  readonly #assuming: readonly Condition[]
  readonly #deadline: number
  #allVary = false

  constructor(
    from: Expr,
    variable: string,
    assuming: readonly Condition[],
    deadline: number,
    parameters: Working['parameters'] = 'carried',
  ) {
    this.from = from
    this.line = from
    this.variable = variable
    this.#assuming = assuming
    this.#deadline = deadline
    this.parameters = parameters
  }

  /** Another sheet for the same task, on which more may be known. */
  beside(from: Expr, known: readonly Condition[] = []): Working {
    return new Working(from, this.variable, [...this.#assuming, ...known], this.#deadline)
  }

  at(path: Path): Expr {
    return partAt(this.line, path) as Expr
  }

  /** Does the variable occur in u? While all letters count as variables, does any? */
  varies(u: Expr): boolean {
    return this.#allVary ? freeSymbols(u).length > 0 : mentions(u, this.variable)
  }

  /** Works with all letters as variables. */
  withAllLetters<T>(work: () => T): T {
    const before = this.#allVary
    this.#allVary = true
    try {
      return work()
    } finally {
      this.#allVary = before
    }
  }

  /** What is known where the first line has a value. */
  facts(): Facts {
    return new Facts([...this.#assuming, ...this.carried, ...domainOf(this.from, this.canon)], this.canon)
  }

  /** A letter that nothing mentions yet: n, m, k, n1, n2 … */
  freshLetter(): string {
    const taken = (name: string): boolean =>
      [this.line, this.from, ...this.#assuming, ...this.carried].some((u) => mentions(u, name))
    for (const name of ['n', 'm', 'k']) if (!taken(name)) return name
    for (let i = 1; ; i += 1) if (!taken(`n${i}`)) return `n${i}`
  }

  /** Replaces the part at `path` by the rule; `false`, and nothing changes, where it may not be used. */
  rule(name: string, path: Path, letters: Letters, { back, to, strict }: Use = {}): boolean {
    const rule = compiledRule(name) as CompiledRule
    for (const [letter, kind] of Object.entries(rule.rule.where ?? {})) {
      if (!isOfKind(kind, letters[letter] as Expr, undefined, this.canon)) return false
    }
    const raw = to ?? shown(back ? rule.from : rule.to, letters)
    const after = to ?? neat(raw, this.canon)
    const relation = !isCondition(rule.from) ? 'equals' : rule.twoWay ? 'iff' : 'implies'
    const direction = back ? 'backward' : 'forward'
    const before = this.at(path)
    const sides = [instantiate(rule.from, letters), instantiate(rule.to, letters)]
    const [old, fresh] = back ? sides.reverse() : sides
    if (!old || !fresh || !this.canon.same(old, before) || !this.canon.same(fresh, after)) return false
    const step: Step = { rule: name, direction, relation, path, before, after, letters, conditions: [] }
    const below = replaceAt(this.line, path, after) as Expr
    const change = { step, line: this.line, below }
    const facts = this.facts()
    if (this.#isClosed(path) || !mayPass(change, facts)) return false
    const open = openConditions(change, rule, facts)
    if (open.length > 0 && (strict || open.some((c) => !this.#isFixed(c)))) return false
    this.carried = [...this.carried, ...open]
    this.#record({ ...step, conditions: open }, below)
    return true
  }

  /** Is the condition about parameters only? */
  #isFixed(condition: Condition): boolean {
    const fresh = this.#fresh()
    return ![this.variable, ...fresh].some((name) => mentions(condition, name))
  }

  /** The letters for whole numbers that steps brought in. */
  #fresh(): string[] {
    return this.steps.flatMap(({ rule, letters }) => {
      const kinds = Object.entries((rule === null ? undefined : compiledRule(rule))?.rule.where ?? {})
      const names = kinds.filter(([, kind]) => kind === 'new whole number').map(([name]) => letters[name])
      return names.map((u) => (u as { name: string }).name)
    })
  }

  /** The letters for whole numbers that occur in u. */
  wholeNumbers(u: Expr): string[] {
    return [...new Set(this.#fresh())].filter((name) => mentions(u, name))
  }

  /** Writes the part at `path` in another way, if a calculation allows. */
  calculate(path: Path, after: Expr): boolean {
    const before = this.at(path)
    if (before === after || !this.canon.same(before, after)) return false
    if (before.hash === after.hash && before.size === after.size) return false
    const vocabulary = this.canon.vocabulary(before)
    if ([...this.canon.vocabulary(after)].some((key) => !vocabulary.has(key))) return false
    const step: Step = {
      ...{ rule: null, direction: 'forward', relation: 'equals', path, before, after, letters: {} },
      conditions: [],
    } as Step
    const below = replaceAt(this.line, path, after) as Expr
    if (this.#isClosed(path) || !mayPass({ step, line: this.line, below }, this.facts())) return false
    this.#record(step, below)
    return true
  }

  /** Does the path lead to where no step may be made? */
  #isClosed(path: Path): boolean {
    return path.some((_, i) => {
      const u = partAt(this.line, path.slice(0, i))
      return u?.kind === 'call' && CLOSED.has(u.head)
    })
  }

  /** Adds steps that were found elsewhere, if each of them may be made here without a condition. */
  append(steps: readonly Step[]): boolean {
    return this.attempt(() =>
      steps.every((step) => {
        const { rule: name, path, before, after, letters, direction } = step
        if (this.at(path)?.hash !== before.hash) return false
        if (name === null) return this.calculate(path, after)
        const back = direction === 'backward' ? { back: true as const } : {}
        return this.rule(name, path, letters, { ...back, to: after, strict: true })
      }),
    )
  }

  /** Tidies the term at `path`; `false` where nothing changes, or a step would need a condition. */
  tidy(path: Path): boolean {
    const sheet = new Sheet(Math.max(0, this.#deadline - Date.now()))
    const part = this.at(path)
    const tidied = tidy(part, along(undefined, path), { sheet, canon: this.canon, tidied: new Set() })
    return tidied.hash !== part.hash && this.append(sheet.steps)
  }

  /** Keeps what `work` does only if it succeeds. */
  attempt(work: () => boolean): boolean {
    const { line, steps, carried } = this
    this.steps = [...steps]
    if (work()) return true
    this.line = line
    this.steps = steps
    this.carried = carried
    return false
  }

  #record(step: Step, below: Expr): void {
    if (this.steps.length >= MOST_STEPS || below.size > LARGEST_LINE || Date.now() > this.#deadline) {
      throw new OutOfBudget('the work allowed is used up')
    }
    this.steps.push(step)
    this.line = below
  }

  /** Those conditions for the first line to be defined on which a step relies. */
  domainUsed(): readonly Condition[] {
    const given = [...this.#assuming, ...this.carried]
    let used: readonly Condition[] = domainOf(this.from, this.canon)
    if (this.#mayDependOnExponents() || used.length > MOST_LOOKED_AT) return used
    for (const condition of used) {
      const others = used.filter((c) => c !== condition)
      if (this.#holdsWith(new Facts([...given, ...others], this.canon))) used = others
    }
    return used
  }

  /** Are the conditions of all rules proved from these facts? */
  #holdsWith(facts: Facts): boolean {
    let line = this.from
    return this.steps.every((step) => {
      const below = replaceAt(line, step.path, step.after) as Expr
      const rule = step.rule === null ? undefined : compiledRule(step.rule)
      const open = rule ? openConditions({ step, line, below }, rule, facts) : []
      line = below
      return open.length === 0
    })
  }

  /** Did a step change an exponent? Whether it may, can depend on what is known. */
  #mayDependOnExponents(): boolean {
    let line = this.from
    return this.steps.some(({ path, after }) => {
      const within = path.slice(0, -1).some((_, i) => isCall(partAt(line, path.slice(0, i)) ?? line, 'power'))
      line = replaceAt(line, path, after) as Expr
      return within
    })
  }

  derivation(assuming: readonly Condition[]): Derivation {
    const { from, line: to, variable, steps, carried: conditions } = this
    return { from, to, variable, steps, assuming, conditions }
  }
}

/** u = v */
export const equation = (u: Expr, v: Expr): Expr => call('=', [u, v])

/** The sides of the equation at `path`. */
export const sidesAt = (w: Working, path: Path): readonly [Expr, Expr] =>
  (w.at(path) as { readonly args: readonly Expr[] }).args as unknown as readonly [Expr, Expr]

/** −u, or u for −u. */
export const opposite = (u: Expr): Expr => (isCall(u, 'negate') ? (u.args[0] as Expr) : negate(u))
