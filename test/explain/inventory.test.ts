/**
 * What the best articles on the sigmoid contain, line by line, found in the JSON of its article: formulas by
 * `compare`, numbers as numbers, pictures with their marks, claims that are wrong with what is true. The numbers of
 * the lines are those of the inventory that the project began with.
 */
import { describe, expect, test } from 'vitest'
import { explain, render } from '../../src/explain/index.ts'
import { compare, OgeeError, parse } from '../../src/index.ts'

interface Node {
  readonly [key: string]: unknown
}

const article = JSON.parse(render(explain('sigmoid', { budget: { milliseconds: 120_000 } }), 'json')) as {
  readonly title: readonly unknown[]
  readonly sections: readonly {
    readonly id: string
    readonly known: string
    readonly blocks: readonly Node[]
  }[]
}

const section = (id: string): Node => {
  const found = article.sections.find((one) => one.id === id)
  if (!found) throw new Error(`there is no section ${id}`)
  return found as unknown as Node
}

/** Everything below a node, the node included. */
function* below(node: unknown): Generator<unknown> {
  yield node
  if (typeof node !== 'object' || node === null) return
  for (const part of Array.isArray(node) ? node : Object.values(node)) yield* below(part)
}

/** The words, with formulas as they would be typed. */
const textOf = (node: unknown): string =>
  wordsOf(node)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,.;:)])/g, '$1')
    .replaceAll('( ', '(')
    .trim()

const wordsOf = (node: unknown): string => {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(wordsOf).join(' ')
  if (typeof node !== 'object' || node === null) return ''
  const { plain, code, related, ...rest } = node as Node
  if (typeof plain === 'string') return plain
  if (typeof code === 'string') return code
  if (related) return wordsOf(related)
  return Object.values(rest).map(wordsOf).join(' ')
}

const plainIn = (node: unknown): string[] => [
  ...new Set(
    [...below(node)].flatMap((part) =>
      typeof part === 'object' && part !== null && typeof (part as Node).plain === 'string'
        ? [(part as { plain: string }).plain]
        : [],
    ),
  ),
]

const isEqual = (found: string, wanted: string, definitions: readonly string[]): boolean => {
  try {
    const [a, b] = [found, wanted].map((text) => parse(text, { definitions }))
    return a !== undefined && b !== undefined && compare(a, b, { variable: 'x' }).verdict === 'equal'
  } catch (error) {
    if (error instanceof OgeeError) return false
    throw error
  }
}

/** Is there a formula equal to this one? */
const holds = (node: unknown, wanted: string, definitions: readonly string[] = []): boolean => {
  const all = plainIn(node)
  return all.includes(wanted) || all.some((found) => isEqual(found, wanted, definitions))
}

const blocksOf = (id: string, kind: string): Node[] =>
  [...below(section(id))].filter((part): part is Node => (part as Node | null)?.kind === kind)

const group = (id: string, name: string): Node => {
  const found = blocksOf(id, 'group').find((one) => one.id === name)
  if (!found) throw new Error(`${id} has no part ${name}`)
  return found
}

const picture = (id: string, name: string): Node => {
  const found = blocksOf(id, 'picture').find((one) => one.id === name)
  if (!found) throw new Error(`${id} has no picture ${name}`)
  return found
}

/** The lines of the chains of a section, as they would be typed. */
const linesOf = (node: unknown): string[] =>
  [...below(node)].flatMap((part) =>
    (part as Node | null)?.kind === 'work'
      ? [
          (part as { from: { plain: string } }).from.plain,
          ...(part as { lines: readonly { expr: { plain: string } }[] }).lines.map(({ expr }) => expr.plain),
        ]
      : [],
  )

const reasonsOf = (node: unknown): string =>
  [...below(node)]
    .flatMap((part) => ((part as Node | null)?.reason ? [textOf((part as Node).reason)] : []))
    .join('; ')

const row = (id: string, title: string | RegExp): string => {
  const rows = blocksOf(id, 'table').flatMap((table) => table.rows as readonly (readonly unknown[])[])
  const found = rows.find(([first]) =>
    typeof title === 'string' ? textOf(first) === title : title.test(textOf(first)),
  )
  return found ? textOf(found.slice(1)) : ''
}

const marksOf = (
  shown: Node,
): readonly { readonly kind: string; readonly x?: number; readonly y?: number }[] =>
  (shown.options as { marks?: never[] }).marks ?? []

describe('definition and form', () => {
  test('1: σ(x) = 1/(1 + e^-x), its names, its range', () => {
    expect(holds(section('definition'), '1/(1+e^-x)')).toBe(true)
    expect(textOf(article.title)).toMatch(/logistic function/)
    expect(textOf(section('definition'))).toMatch(/logistic.*σ/)
    expect(textOf(section('graph'))).toMatch(/S-shaped/)
    expect(row('summary', 'range')).toMatch(/0 < sigmoid\(x\) < 1/)
    expect(textOf(group('uses', 'probability'))).toMatch(/probability/)
  })

  test('2: the four wishes, each shown to hold', () => {
    const [wishes] = blocksOf('why-this-form', 'list')
    const text = textOf(wishes)
    expect(text).toMatch(/0 < sigmoid\(x\) < 1/)
    expect(text).toMatch(/derivatives of every order everywhere/)
    expect(text).toMatch(/rises all the way/)
    expect(text).toMatch(/-> 0 .*-> 1/)
    expect(section('why-this-form').known).toBe('proved')
  })

  test('3: from the log-odds', () => {
    const lines = linesOf(section('why-this-form'))
    for (const line of [
      'log(y/(1 - y)) = x',
      'y/(1 - y) = e^x',
      'y = e^x*(1 - y)',
      'y = e^x - y*e^x',
      'y*(1 + e^x) = e^x',
      'y = e^x/(1 + e^x)',
      'y = 1/(1 + e^-x)',
    ])
      expect(lines).toContain(line)
  })

  test('4: without it layers collapse into one', () => {
    const card = group('uses', 'activation')
    expect(holds(card, 'W_2*(W_1*x + b_1) + b_2')).toBe(true)
    expect(textOf(card)).toMatch(/one linear layer/)
  })
})

describe('derivative', () => {
  test('5: as a power, by the chain rule, and named rightly', () => {
    const road = group('other-roads', 'chain')
    const lines = linesOf(road)
    expect(lines.some((line) => line.includes('(1 + e^-x)^-1'))).toBe(true)
    expect(lines.some((line) => line.includes('(1 + e^-x)^-2'))).toBe(true)
    expect(isEqual(lines.at(-1) as string, 'e^-x/(1+e^-x)^2', [])).toBe(true)
    expect(reasonsOf(road)).toMatch(/power rule, chain rule/)
    expect(textOf(road)).toMatch(/chain rule, not the product rule/)
    expect(holds(section('derivative'), 'e^-x/(1+e^-x)^2')).toBe(true)
  })

  test('6: add and subtract 1, split, cancel, recognise; and why one would think of it', () => {
    const road = section('in-terms-of-f')
    expect(reasonsOf(road)).toMatch(
      /add and subtract; split the fraction; cancel a factor; recognise sigmoid/,
    )
    expect(linesOf(road)).toContain('((1 + e^-x) - 1)/(1 + e^-x)/(1 + e^-x)')
    expect(textOf(road)).toMatch(/Why one would think of adding and subtracting/)
  })

  test('7: the second road, by 1 − σ', () => {
    const road = group('other-roads', 'rest')
    expect(linesOf(road)[0]).toBe('1 - sigmoid(x)')
    expect(linesOf(road).some((line) => isEqual(line, 'e^-x/(1+e^-x)', []))).toBe(true)
    expect(holds(road, 'f*(1 - f)')).toBe(true)
  })

  test('8: the value of the forward pass gives the derivative of the backward pass', () => {
    expect(plainIn(section('in-terms-of-f'))).toContain('f*(1 - f)')
    expect(textOf(section('in-terms-of-f'))).toMatch(/one multiplication and one subtraction/)
    expect(holds(group('uses', 'backpropagation'), 'y*(y - t)*(1 - y)')).toBe(true)
  })

  test('9, wrong: the value times the difference between it and 1', () => {
    expect(row('claims', "f' = f*(f - 1)")).toMatch(/f' = f\*\(1 - f\).*-0\.2350.*0\.2350/)
  })

  test("10: Wolfram's form, and how one gets there", () => {
    const [, forms] = blocksOf('other-forms', 'list')
    expect(holds(forms, 'e^x/(e^x+1)^2')).toBe(true)
    expect(textOf(forms)).toMatch(/e\^x\/\(e\^x \+ 1\)\^2.*expand the fraction/)
  })

  test('11: both forms are the same, by algebra and over each other', () => {
    expect(section('in-terms-of-f').known).toBe('proved')
    expect(textOf(picture('check', 'check').caption)).toMatch(/proved equal/)
  })
})

describe('pictures', () => {
  const curvesOf = (
    shown: Node,
  ): readonly { readonly of: { readonly plain: string }; readonly [key: string]: unknown }[] =>
    shown.curves as never

  test('12: σ from −10 to 10', () => {
    const shown = picture('graph', 'function')
    expect(shown.options).toMatchObject({ from: -10, to: 10 })
    expect(isEqual(curvesOf(shown)[0]?.of.plain as string, 'sigmoid(x)', [])).toBe(true)
    expect(marksOf(shown)).toContainEqual(expect.objectContaining({ kind: 'inflection', x: 0, y: 0.5 }))
    expect(marksOf(shown).filter(({ kind }) => kind === 'asymptote')).toHaveLength(2)
  })

  test('13, 15: σ and σ′ together, the bell with its peak', () => {
    const shown = picture('graph', 'derivative')
    expect(curvesOf(shown).map(({ label }) => label)).toEqual(['sigmoid', "sigmoid'"])
    expect(isEqual(curvesOf(shown)[1]?.of.plain as string, 'e^-x/(1+e^-x)^2', [])).toBe(true)
    expect(marksOf(shown)).toContainEqual(expect.objectContaining({ kind: 'maximum', x: 0, y: 0.25 }))
    expect(textOf(shown.caption)).toMatch(/bell-shaped/)
  })

  test('14: both forms of σ′ over each other, red pluses and green circles, and the largest difference', () => {
    const shown = picture('check', 'check')
    expect(curvesOf(shown).map(({ marker, color }) => [marker, color])).toEqual([
      ['+', 'r'],
      ['o', 'g'],
    ])
    const [, difference = '', power = ''] =
      /by at most ([\d.]+)\*10\^(-\d+)/.exec(textOf(shown.caption)) ?? []
    expect(Number(`${difference}e${power}`)).toBeLessThan(1e-15)
  })

  test('15: σ with a tangent, the derivative as its slope', () => {
    const shown = picture('graph', 'tangent')
    expect(holds(shown, '1/2 + x/4')).toBe(true)
    expect(textOf(shown.caption)).toMatch(/1\/4, is the slope/)
  })

  // 16, pasted listings, is for `ogee plot`: test/plot/listing.test.ts
})

describe('properties', () => {
  test('17: 0 < σ′ ≤ ¼, reached at 0, where σ is ½', () => {
    expect(row('properties', 'slope')).toMatch(/0 < sigmoid'\(x\) <= 1\/4/)
    expect(textOf(section('properties'))).toMatch(/1\/4 is reached at x = 0/)
    expect(row('properties', 'inflections')).toMatch(/\(0, 1\/2\) with slope 1\/4/)
  })

  test('18, reason wrong: σ′ is even, but not because σ is', () => {
    expect(textOf(section('properties'))).toMatch(/even: sigmoid'\(-x\) = sigmoid'\(x\)/)
    const claim = row('claims', /is even, because/)
    expect(claim).toMatch(/\(0, 1\/2\): sigmoid\(-x\) = 1 - sigmoid\(x\)/)
    expect(claim).toMatch(/neither odd nor even/)
  })

  test('19, wrong: monotonically decreasing', () => {
    expect(row('claims', /decreases everywhere/)).toMatch(/increasing for x <= 0, decreasing for x >= 0/)
  })

  test('20 and 21: smooth; σ′ tends to 0 at both ends', () => {
    expect(row('properties', 'smooth')).toMatch(/derivatives of every order everywhere/)
    expect(textOf(section('saturation'))).toMatch(/sigmoid'\(x\) -> 0 as x -> -infinity and x -> infinity/)
  })

  test('22: nowhere 0 in the reals, 0 in doubles beyond 37: both are said', () => {
    const text = textOf(section('saturation'))
    expect(text).toMatch(/In the real numbers sigmoid'\(x\) is nowhere 0/)
    expect(text).toMatch(/f\*\(1 - f\).*exactly 0 from x = 37 on/)
    const s = 1 / (1 + Math.exp(-37))
    expect(s * (1 - s)).toBe(0)
  })

  test('23: the vanishing gradient through layers, and other functions', () => {
    expect(row('saturation', '10')).toMatch(/\(1\/4\)\^10 9\.5\d+e-7|\(1\/4\)\^10 0\.0000009537/)
    expect(row('compared', 'relu')).toMatch(/^1 /)
    expect(row('compared', 'tanh')).toMatch(/^1 /)
  })

  test('24: the worked values, exact and decimal', () => {
    const values: readonly (readonly [string, RegExp])[] = [
      ['sigmoid(0)', /1\/2.*0\.5/],
      ["sigmoid'(0)", /1\/4.*0\.25/],
      ['sigmoid(2)', /1\/\(1 \+ e\^-2\) .*0\.8807970780/],
      ["sigmoid'(2)", /e\^-2\/\(1 \+ e\^-2\)\^2.*0\.1049935854/],
      ['sigmoid(-2)', /1\/\(1 \+ e\^2\).*0\.1192029220/],
      ["sigmoid'(-2)", /0\.1049935854/],
    ]
    for (const [name, wanted] of values) expect(row('examples', name)).toMatch(wanted)
  })
})

describe('uses', () => {
  /** The card, a formula that it must have (with what its letters are), and what the derivative is called there. */
  const CARDS: readonly (readonly [line: number, card: string, formula: string, word: RegExp])[] = [
    [25, 'backpropagation', 'y*(y - t)*(1 - y)', /error signal/],
    [26, 'gradient-descent', '-eta*delta*x', /step/],
    [27, 'probability', 'beta_1*p*(1 - p)', /sensitivity.*decision boundary/],
    [28, 'activation', '1/(1 + e^(-(w*x + b)))', /images, speech and language/],
    [29, 'firing-rate', 'R_max/(4*s)', /gain.*threshold/],
    [30, 'dose-response', 'h*E*(1 - E/E_max)', /dose/],
    [31, 'growth', 'r*P*(1 - P/K)', /growth rate|rate of growth|population/],
    [32, 'economy', 'r*(1 - A/M)', /saturation/],
    [33, 'phase-transition', '1/(4*w)', /sharpness/],
    [34, 'controller', 'u_max*k/2', /gain/],
    [35, 'neuron-learning', 'w*p*(1 - p)', /small change of the input/],
  ]

  test.each(CARDS)('%i: %s', (_line, card, formula, word) => {
    const shown = group('uses', card)
    expect(holds(shown, formula)).toBe(true)
    expect(textOf(shown)).toMatch(word)
    const tables = [...below(shown)].filter((part) => (part as Node | null)?.kind === 'table')
    expect(tables.length).toBeGreaterThan(0)
    expect(textOf(shown)).toMatch(/Source: .*\(\d{4}\)/)
  })
})

test('36: the summary table', () => {
  for (const title of ['function', 'derivative', 'range', 'uses']) expect(row('summary', title)).not.toBe('')
  expect(article.sections[0]?.id).toBe('summary')
})

test('nothing is empty', () => {
  for (const { id, blocks } of article.sections) {
    expect(blocks.length, id).toBeGreaterThan(0)
    for (const part of below(blocks)) {
      const { kind, text, rows, items, lines } = (part ?? {}) as Node
      if (kind === 'paragraph') expect(textOf(text).trim()).not.toBe('')
      for (const list of [rows, items, lines])
        if (Array.isArray(list) && kind !== 'picture') expect(list.length, id).toBeGreaterThan(0)
    }
  }
})
