/**
 * The error function and its kin by operations that every language has: rational approximations by W. J. Cody
 * (Mathematics of Computation 23 (1969) 631) and, for the inverse, M. J. Wichura (Applied Statistics 37 (1988) 477).
 * They are wrong by some units in the last place.
 */
import type { OperationName } from '../operations.ts'
import { type Node, operandsOf, type Place, type Program, Writer } from '../program.ts'

/** Coefficients above and below the line, the highest power first. */
type Ratio = readonly [above: readonly number[], below: readonly number[]]

/** erf x = x·R(x²) for |x| ≤ 0.46875. */
const NEAR: Ratio = [
  [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694],
  [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171],
]
/** erfc y = e^(-y²)·R(y) up to 4. */
const MIDDLE: Ratio = [
  [
    ...[2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163],
    ...[298.6351381974001, 881.952221241769, 1712.0476126340707, 2051.0783778260716],
    1230.3393547979972,
  ],
  [
    ...[1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903],
    ...[3290.7992357334597, 4362.619090143247, 3439.3676741437216, 1230.3393548037495],
  ],
]
/** erfc y = e^(-y²)/y·(1/√π − R(1/y²)/y²) beyond. */
const FAR: Ratio = [
  [
    ...[0.016315387137302097, 0.30532663496123236, 0.36034489994980445],
    ...[0.12578172611122926, 0.016083785148742275, 0.0006587491615298378],
  ],
  [
    ...[1, 2.568520192289822, 1.8729528499234604, 0.5279051029514285],
    ...[0.06051834131244132, 0.0023352049762686918],
  ],
]
const [NEAR_ENDS, FAR_BEGINS] = [0.46875, 4]
/** erfc is 0 in doubles beyond. */
const GONE = 27.3
const ONE_OVER_ROOT_PI = 0.5641895835477563

/** Quantiles q of the normal distribution: q·R(0.180625 − q²) for |q| ≤ 0.425, R(r − 1.6), and R(r − 5) for r > 5. */
const CENTRAL: Ratio = [
  [
    ...[2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987],
    ...[13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665],
  ],
  [
    ...[5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597],
    ...[5394.196021424751, 687.1870074920579, 42.31333070160091, 1],
  ],
]
const OUTER: Ratio = [
  [
    ...[0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684],
    ...[3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835],
  ],
  [
    ...[1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008],
    ...[0.6897673349851, 1.6763848301838038, 2.053191626637759, 1],
  ],
]
const OUTERMOST: Ratio = [
  [
    ...[2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124],
    ...[0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103],
  ],
  [
    ...[2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133],
    ...[0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1],
  ],
]

/** Writes the approximations into a program. */
class Approximation {
  readonly #writer: Writer

  constructor(writer: Writer) {
    this.#writer = writer
  }

  #do(name: OperationName, ...of: Place[]): Place {
    return this.#writer.operation(name, ...of)
  }

  #number(value: number): Place {
    return this.#writer.constant(value)
  }

  #ratio([above, below]: Ratio, z: Place): Place {
    const times = (sum: Place | undefined): Place => (sum === undefined ? z : this.#do('multiply', sum, z))
    const polynomial = ([first = 0, ...rest]: readonly number[]): Place =>
      rest.reduce<Place | undefined>(
        (sum, coefficient) => this.#do('add', times(sum), this.#number(coefficient)),
        first === 1 ? undefined : this.#number(first),
      ) as Place
    return this.#do('divide', polynomial(above), polynomial(below))
  }

  #below(u: Place, border: number, yes: Place, no: Place): Place {
    return this.#writer.choose(this.#writer.question('<', u, this.#number(border)), yes, no)
  }

  /** e^(-y²), the square in two parts of which the first is exact (T. Dekker, 1971). */
  #bell(y: Place): Place {
    const wide = this.#do('multiply', y, this.#number(2 ** 27 + 1))
    const head = this.#do('subtract', wide, this.#do('subtract', wide, y))
    const rest = this.#do('multiply', this.#do('subtract', y, head), this.#do('add', y, head))
    const [first, second] = [this.#do('multiply', head, head), rest].map((square) =>
      this.#do('exp', this.#do('negate', square)),
    ) as [Place, Place]
    return this.#do('multiply', first, second)
  }

  /** erfc y for y = |x| from 0.46875 on. */
  #tail(size: Place): Place {
    const y = this.#do('min', size, this.#number(GONE))
    const z = this.#do('divide', this.#number(1), this.#do('multiply', y, y))
    const far = this.#do(
      'divide',
      this.#do('subtract', this.#number(ONE_OVER_ROOT_PI), this.#do('multiply', z, this.#ratio(FAR, z))),
      y,
    )
    return this.#do('multiply', this.#bell(y), this.#below(y, FAR_BEGINS, this.#ratio(MIDDLE, y), far))
  }

  #near(x: Place): Place {
    return this.#do('multiply', x, this.#ratio(NEAR, this.#do('multiply', x, x)))
  }

  erf(x: Place): Place {
    const size = this.#do('abs', x)
    const far = this.#do('subtract', this.#number(1), this.#tail(size))
    const signed = this.#below(x, 0, this.#do('negate', far), far)
    return this.#below(size, NEAR_ENDS, this.#near(x), signed)
  }

  erfc(x: Place): Place {
    const size = this.#do('abs', x)
    const tail = this.#tail(size)
    const far = this.#below(x, 0, this.#do('subtract', this.#number(2), tail), tail)
    return this.#below(size, NEAR_ENDS, this.#do('subtract', this.#number(1), this.#near(x)), far)
  }

  /** By the quantile of (1 + y)/2. */
  erfinv(y: Place): Place {
    const q = this.#do('divide', y, this.#number(2))
    const size = this.#do('abs', y)
    const square = this.#do('multiply', q, q)
    const central = this.#ratio(CENTRAL, this.#do('subtract', this.#number(0.180625), square))
    const left = this.#do('divide', this.#do('subtract', this.#number(1), size), this.#number(2))
    const r = this.#do('sqrt', this.#do('negate', this.#do('log', left)))
    const [outer, outermost] = [[OUTER, 1.6] as const, [OUTERMOST, 5] as const].map(([ratio, from]) =>
      this.#ratio(ratio, this.#do('subtract', r, this.#number(from))),
    ) as [Place, Place]
    const tail = this.#below(r, 5, outer, outermost)
    const signed = this.#below(y, 0, this.#do('negate', tail), tail)
    const quantile = this.#below(size, 0.85, this.#do('multiply', q, central), signed)
    return this.#do('divide', quantile, this.#do('sqrt', this.#number(2)))
  }
}

/** The program with the approximations where it has one of these functions. */
export function approximated(program: Program, missing: readonly ('erf' | 'erfc' | 'erfinv')[]): Program {
  const writer = new Writer()
  const approximation = new Approximation(writer)
  const moved: Place[] = []
  const at = (place: Place): Place => moved[place] as Place
  for (const node of program.nodes) {
    const name = missing.find((one) => node.kind === 'operation' && node.name === one)
    const of = operandsOf(node).map(at)
    moved.push(
      name === undefined
        ? writer.node('of' in node ? ({ ...node, of } as Node) : node)
        : approximation[name](of[0] as Place),
    )
  }
  return writer.program(program.inputs, program.outputs.map(at))
}
