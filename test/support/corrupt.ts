/** Terms and conditions with one thing wrong: a sign, a number, a factor, a function, a relation. */
import { add, call, type Expr, integer, isCall, negate, productOf, sumOf } from '../../src/expression/expr.ts'
import { isInteger } from '../../src/expression/rational.ts'

/** Functions taken for each other. */
const MISTAKEN: Readonly<Record<string, string>> = {
  sin: 'cos',
  cos: 'sin',
  sinh: 'cosh',
  cosh: 'sinh',
  max: 'min',
  min: 'max',
  and: 'or',
  or: 'and',
  log: 'sqrt',
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  '=': '!=',
  '!=': '=',
}
const EVEN: ReadonlySet<string> = new Set(['abs', 'cos', 'cosh'])

/** −u, or u for −u. */
const turned = (u: Expr): Expr => (isCall(u, 'negate') ? (u.args[0] as Expr) : negate(u))

/** What changes one node itself, in words and as a term. */
function* atNode(u: Expr): Generator<readonly [string, Expr]> {
  if (u.kind === 'number' && isInteger(u.value)) {
    yield ['number + 1', integer(u.value.num + 1n)]
    if (u.value.num > 0n) yield ['number - 1', integer(u.value.num - 1n)]
  }
  if (u.kind !== 'call') return
  const { head, args } = u
  const mistaken = MISTAKEN[head]
  if (mistaken !== undefined) yield [`${mistaken} for ${head}`, call(mistaken, args)]
  if (head === 'negate') yield ['sign lost', args[0] as Expr]
  if (head === 'add' || head === 'multiply') {
    const join = head === 'add' ? sumOf : productOf
    for (const i of args.keys()) {
      yield [`operand ${i} lost`, join(args.filter((_, k) => k !== i))]
      if (head === 'add')
        yield [
          `sign of term ${i}`,
          call(
            'add',
            args.map((arg, k) => (k === i ? turned(arg) : arg)),
          ),
        ]
    }
  }
  if (head === 'divide') {
    yield ['divisor lost', args[0] as Expr]
    yield ['product for quotient', call('multiply', args)]
    yield ['turned over', call('divide', [args[1] as Expr, args[0] as Expr])]
  }
  if (head === 'power') {
    yield ['exponent lost', args[0] as Expr]
    if (args[1]?.kind !== 'number')
      yield ['exponent + 1', call('power', [args[0] as Expr, add(args[1] as Expr, integer(1))])]
  }
  if (head === 'exp') yield ['sign of the exponent', call('exp', [turned(args[0] as Expr)])]
  if (args.length === 1 && !EVEN.has(head) && head !== 'negate' && !isList(head) && head !== 'exp')
    yield [`sign in ${head}`, call(head, [turned(args[0] as Expr)])]
  if (head === 'piecewise' && args.length === 3)
    yield ['branches exchanged', call(head, [args[2] as Expr, args[1] as Expr, args[0] as Expr])]
}

const isList = (head: string): boolean => head === 'sum' || head === 'prod'

/** u with one node changed, each way. */
function* corruptions(u: Expr): Generator<readonly [string, Expr]> {
  yield* atNode(u)
  if (u.kind !== 'call') return
  for (const [i, arg] of u.args.entries()) {
    if (u.head === 'D' && i === 1) continue
    for (const [what, wrong] of corruptions(arg)) {
      yield [
        what,
        call(
          u.head,
          u.args.map((other, k) => (k === i ? wrong : other)),
        ),
      ]
    }
  }
}

/** One side of a rule with one thing wrong; the whole side with the wrong sign too. */
export function* corruptedSide(u: Expr): Generator<readonly [string, Expr]> {
  if (!isQuestion(u)) yield ['sign', turned(u)]
  yield* corruptions(u)
}

const isQuestion = (u: Expr): boolean =>
  u.kind === 'call' && (MISTAKEN[u.head] !== undefined ? /[<>=]|and|or/.test(u.head) : false)

const WEAKER: Readonly<Record<string, string>> = { '>': '>=', '<': '<=' }
const REVERSED: Readonly<Record<string, string>> = {
  '>': '<',
  '<': '>',
  '>=': '<',
  '<=': '>',
  '!=': '=',
  '=': '!=',
}

/** A list of conditions with one dropped, weakened or reversed. */
export function* corruptedConditions(
  conditions: readonly Expr[],
): Generator<readonly [string, readonly Expr[]]> {
  for (const [i, c] of conditions.entries()) {
    const others = conditions.filter((_, k) => k !== i)
    yield [`condition ${i} dropped`, others]
    if (c.kind !== 'call') continue
    const put = (wrong: Expr): readonly Expr[] => conditions.map((d, k) => (k === i ? wrong : d))
    const weaker = WEAKER[c.head]
    const reversed = REVERSED[c.head]
    if (weaker) yield [`condition ${i} weakened`, put(call(weaker, c.args))]
    if (reversed) yield [`condition ${i} reversed`, put(call(reversed, c.args))]
    const [left, right] = c.args as [Expr, Expr]
    if (c.head === '>' || c.head === '>=')
      yield [`condition ${i} by 1`, put(call(c.head, [left, add(right, negate(integer(1)))]))]
    if (c.head === '<' || c.head === '<=')
      yield [`condition ${i} by 1`, put(call(c.head, [left, add(right, integer(1))]))]
  }
}
