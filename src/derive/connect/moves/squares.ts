/** Squares of sine and cosine and their like. */
import {
  add,
  type CallNode,
  call,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  negate,
  raise,
} from '../../../expression/expr.ts'
import { numberTerm } from '../../../expression/number-term.ts'
import { rational } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, type Factor, productTerm } from '../../view.ts'
import { expose } from '../factors.ts'
import { type Move, moved, pathToSome } from '../move.ts'
import { type Change, DeadEnd, type Work } from '../work.ts'

const SQUARES: ReadonlyMap<string, readonly string[]> = new Map([
  ['sin', ['sine squared', 'sine squared by the double angle']],
  ['cos', ['cosine squared', 'cosine squared by the double angle']],
  ['tan', ['tangent squared']],
  ['tanh', ['tanh squared']],
  ['cosh', ['cosh squared', 'cosh squared by the double operand']],
  ['sinh', ['sinh squared', 'sinh squared by the double operand']],
])
const RECIPROCAL_SQUARES: ReadonlyMap<string, string> = new Map([
  ['cos', 'one over cosine squared'],
  ['cosh', 'one over cosh squared'],
])

/** sin²u → 1 − cos²u and its like, in any even power. */
export const squares: Move = function* (u) {
  if (u.kind !== 'call' || u.head === 'add') return
  const product = asProduct(u)
  for (const f of product.above) {
    const names = f.base.kind === 'call' ? SQUARES.get(f.base.head) : undefined
    if (!names || f.exponent < 2n) continue
    for (const [i, name] of names.entries()) {
      yield moved(u, (work) => {
        work.farFetched = i > 0 ? 0.4 : 0 // the double angle, where nothing speaks of it
        writeSquare(work, f, name)
      })
    }
  }
  for (const f of product.below) {
    const name = f.base.kind === 'call' ? RECIPROCAL_SQUARES.get(f.base.head) : undefined
    if (!name || f.exponent < 2n) continue
    const w = operand(f.base)
    yield moved(u, (work) => {
      const part = { below: [{ base: f.base, exponent: 2n }] }
      const at = expose(work, [], product, part, divide(integer(1), raise(f.base, integer(2))))
      work.rule(name, at, { u: w })
    })
  }

  function writeSquare(work: Work, f: Factor, name: string): void {
    const half = f.exponent / 2n
    const square = raise(f.base, integer(2))
    const shape = half === 1n ? square : raise(square, integer(half))
    const part = { above: [{ base: f.base, exponent: 2n * half }] }
    const at = expose(work, [], product, part, shape)
    work.rule(name, half === 1n ? at : [...at, 0], { u: operand(f.base) })
  }
}

/** c·sin²u + c·cos²u → c; c·cosh²u − c·sinh²u → c */
export const pythagoras: Move = function* (u, { setting }) {
  if (!isCall(u, 'add')) return
  yield* pairs(u, 'sin', 'cos', 1n, 'Pythagoras')
  yield* pairs(u, 'sinh', 'cosh', -1n, 'hyperbolic Pythagoras')

  function* pairs(
    sum: CallNode,
    one: string,
    other: string,
    sign: bigint,
    rule: string,
  ): Generator<Change | undefined> {
    for (const [i, term] of sum.args.entries()) {
      for (const f of asProduct(term).above) {
        if (f.exponent < 2n || !isCall(f.base, one)) continue
        const w = operand(f.base)
        const partner = raise(call(other, [w]), integer(2))
        const rest = asProduct(divide(term, raise(f.base, integer(2))))
        const c = productTerm({
          ...rest,
          above: lowered(rest.above, f),
          below: rest.below.filter((g) => g.base !== f.base),
        })
        const mate = multiply(c, partner, numberTerm(rational(sign)))
        const j = sum.args.findIndex((arg) => setting.canon.same(arg, mate))
        if (j < 0) continue
        yield moved(sum, (work) => join(work, sum, i, j, c, w))
      }
    }
    function join(work: Work, s: CallNode, i: number, j: number, c: Expr, w: Expr): void {
      const path = pathToSome(s, [i, j])
      const [a, b] = [one, other].map((head) => raise(call(head, [w]), integer(2))) as [Expr, Expr]
      const inner = sign > 0n ? add(a, b) : add(b, negate(a))
      const unit = setting.canon.same(c, integer(1))
      const at = path.length === 0 ? [] : [Math.min(i, j)]
      if (unit) work.rule(rule, path, { u: w }, integer(1))
      else {
        if (inner.kind !== 'call') throw new DeadEnd('a sum is expected')
        work.back('distribute', path, { u: c, v_: inner.args }, multiply(c, inner))
        work.rule(rule, [...at, 1], { u: w }, integer(1))
      }
    }
  }
}

const lowered = (factors: readonly Factor[], f: Factor): Factor[] =>
  factors.flatMap((g) => {
    const exponent = g.base === f.base ? g.exponent - 2n : g.exponent
    return exponent > 0n ? [{ base: g.base, exponent }] : []
  })
