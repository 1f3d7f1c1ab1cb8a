/** Equations in sines, cosines and tangents: angles halved, two terms compared, one function left. */
import { add, call, type Expr, integer, isCall, multiply, same, symbol } from '../../expression/expr.ts'
import { type Path, partAt } from '../../expression/path.ts'
import { asProduct, productTerm } from '../view.ts'
import { expand, termsOf } from './expand.ts'
import { changeLeaves, leafPaths, leavesAt } from './leaves.ts'
import { neat } from './neat.ts'
import { isNought, onOneSide } from './sides.ts'
import { sidesAt, type Working } from './working.ts'

const ANGLES: ReadonlySet<string> = new Set(['sin', 'cos', 'tan'])
const angleOf = (leaf: Expr): Expr | undefined =>
  leaf.kind === 'call' && ANGLES.has(leaf.head) ? leaf.args[0] : undefined

/** If all leaves are sines, cosines and tangents: makes them fewer. */
export function fewerAngles(w: Working, path: Path): boolean {
  const leaves = leavesAt(w, path)
  const angles = leaves.flatMap((leaf) => angleOf(leaf) ?? [])
  if (leaves.length < 2 || angles.length < leaves.length) return false
  const [u] = [...angles].sort((a, b) => a.size - b.size) as [Expr, ...Expr[]]
  return WAYS.some((way) => w.attempt(() => way(w, path, u)))
}

type Way = (w: Working, path: Path, u: Expr) => boolean

/** a·sin(u), as the factor a, the function and the angle. */
interface Term {
  readonly factor: Expr
  readonly head: string
  readonly angle: Expr
}

function termOf(w: Working, u: Expr): Term | undefined {
  const product = asProduct(u)
  const [leaf, ...others] = product.above.filter((f) => w.varies(f.base))
  const angle = leaf?.exponent === 1n && others.length === 0 ? angleOf(leaf.base) : undefined
  const factor = productTerm({ ...product, above: product.above.filter((f) => f !== leaf) })
  if (!angle || leaf?.base.kind !== 'call' || w.varies(factor)) return undefined
  return { factor, head: leaf.base.head, angle }
}

/** a·sin(u) + b·cos(u) = 0 is an equation for the tangent; a·sin(u) − a·sin(v) = 0 compares two sines. */
const twoTerms: Way = (w, path) => {
  if (!onOneSide(w, path)) return false
  const terms = termsOf(sidesAt(w, path)[0])
  const [p, q] = terms.map((term) => termOf(w, term))
  if (terms.length !== 2 || !p || !q) return false
  if (same(p.angle, q.angle)) {
    const [a, b] = p.head === 'sin' ? [p, q] : [q, p]
    if (a.head !== 'sin' || b.head !== 'cos') return false
    return w.rule('sine and cosine to tangent', path, { a: a.factor, b: b.factor, u: a.angle })
  }
  return p.head === q.head && p.head !== 'tan' && compared(w, path, p, q)
}

/** The second term goes to the right with the factor of the first, which is then cancelled. */
function compared(w: Working, path: Path, p: Term, q: Term): boolean {
  if (!isNought(neat(add(p.factor, q.factor), w.canon))) return false
  const [u, v] = [p, q].map(({ head, angle }) => call(head, [angle])) as [Expr, Expr]
  const [left, right] = [multiply(p.factor, u), multiply(p.factor, v)]
  if (!w.rule('everything on one side', path, { u: left, v: right }, { back: true })) return false
  return (
    same(p.factor, integer(1)) || w.rule('multiply both sides', path, { u, v, w: p.factor }, { back: true })
  )
}

/** sin(2u) and cos(2u) by the sine and cosine of u, where these occur. */
const halved: Way = (w, path, u) =>
  changeLeaves(w, path, (at, leaf) => {
    const angle = angleOf(leaf)
    const ratio = angle && w.canon.ratio(angle, u)
    if (leaf.kind !== 'call' || ratio?.num !== 2n || ratio.den !== 1n) return false
    if (leaf.head === 'sin') return w.rule('sine of the double angle', at, { u })
    if (leaf.head !== 'cos') return false
    const hasSine = leafPaths(w, path).some((p) => isCall(partAt(w.line, p) as Expr, 'sin'))
    return w.rule(`cosine of the double angle by the ${hasSine ? 'sine' : 'cosine'}`, at, { u })
  })

/** tan(u) → sin(u)/cos(u) */
const quotients: Way = (w, path) =>
  changeLeaves(w, path, (at, leaf) => {
    const u = isCall(leaf, 'tan') ? leaf.args[0] : undefined
    return u !== undefined && w.rule('tangent', at, { u })
  })

/** One function by the other, if it occurs in even powers only: sin²(u) → 1 − cos²(u). */
const squares =
  (head: string, rule: string): Way =>
  (w, path) => {
    for (const side of [0, 1]) expand(w, [...path, side])
    const changed = changeLeaves(w, path, (at, leaf) => {
      const parent = at.slice(0, -1)
      const power = w.at(parent)
      const exponent = isCall(power, 'power') ? w.canon.value(power.args[1] as Expr) : undefined
      if (!isCall(leaf, head) || exponent?.num !== 2n || exponent.den !== 1n) return false
      return w.rule(rule, parent, { u: leaf.args[0] as Expr })
    })
    for (const side of [0, 1]) expand(w, [...path, side])
    return changed && !leavesAt(w, path).some((leaf) => isCall(leaf, head))
  }

const WAYS: readonly Way[] = [
  twoTerms,
  halved,
  quotients,
  squares('sin', 'sine squared'),
  squares('cos', 'cosine squared'),
]

/** f(u) = f(v) for a function that takes its values once, or at angles that are known. */
export function comparedOperands(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  if (left.kind !== 'call' || right.kind !== 'call' || left.head !== right.head) return false
  const rule = COMPARED.get(left.head)
  const letters: Record<string, Expr> = { u: left.args[0] as Expr, v: right.args[0] as Expr }
  if (ANGLES.has(left.head)) letters.n = symbol(w.freshLetter())
  return rule !== undefined && w.rule(rule, path, letters)
}

const COMPARED: ReadonlyMap<string, string> = new Map([
  ['exp', 'compare exponents'],
  ['abs', 'equal absolute values'],
  ['erf', 'equal error functions'],
  ['sin', 'equal sines'],
  ['cos', 'equal cosines'],
])
