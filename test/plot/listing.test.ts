/** Pasted scripts: what they draw, with their markers, legends and titles. */
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/index.ts'
import { plot } from '../../src/plot/index.ts'
import { type Listing, listingOf, listingsOf } from '../../src/plot/listing.ts'
import { argumentsOf, commandIn, textOf } from '../../src/plot/plotting-words.ts'
import { element } from '../support/mathml.ts'

const drawn = (text: string, notation: 'matlab' | 'python' = 'matlab'): Listing =>
  listingOf(text, notation) as Listing

const markersIn = ({ curves, options }: Listing): (number | undefined)[] =>
  element(plot(curves, options).trimEnd())
    .children.filter(({ attributes }) => attributes.get('stroke-width') === '1.2')
    .map(({ attributes }) => attributes.get('d')?.match(/M/g)?.length)

const isFormula = ({ curves }: Listing, i: number, formula: string): void =>
  expect(compare(curves[i]?.of ?? '', formula).verdict).toBe('equal')

const RANGE = { from: -10, step: 0.1, to: 10 }

describe('MATLAB', () => {
  it('one curve over a range, with a title', () => {
    const listing = drawn("t=-10:0.1:10; g = tanh(t)/2; figure; plot(t,g); title('half of it');")
    expect(listing.curves).toHaveLength(1)
    expect(listing.curves[0]).toMatchObject({ points: RANGE })
    expect(listing.options).toMatchObject({ title: 'half of it', variable: 't' })
    isFormula(listing, 0, 'tanh(t)/2')
    expect(plot(listing.curves, listing.options)).toContain('half of it')
  })

  it('two curves with markers, held, and a legend in the best place', () => {
    const listing = drawn(`% two curves
x=-10:0.1:10;
h = 1./(1+exp(-2.*x));
dh = (2.*exp(-2.*x))./((1+exp(-2.*x)).^2);
figure; plot(x,h,'b*'); hold on;
plot(x,dh,'r+');
legend('steep', 'derivative-steep','location','best')`)
    expect(listing.curves).toMatchObject([
      { marker: '*', color: 'blue', label: 'steep', points: RANGE },
      { marker: '+', color: 'red', label: 'derivative-steep', points: RANGE },
    ])
    expect(listing.options.legend).toBe('best')
    isFormula(listing, 1, "f(x) = 1/(1+e^(-2x)); f'(x)")
    expect(markersIn(listing).filter((count) => (count ?? 0) > 1)).toEqual([201, 201])
  })

  it('two forms over each other, with formulas in the legend', () => {
    const listing = drawn(
      "x=-10:0.1:10; h = tanh(x); a = 1./(cosh(x).^2); b = 1-h.*h; figure; plot(x,a,'r+'); hold on; plot(x,b, 'go'); legend('1/cosh^{2}(x)','1-h(x)^2','location','best'); title('derivative of tanh')",
    )
    expect(listing.curves).toMatchObject([
      { marker: '+', color: 'red', label: '1/cosh^{2}(x)' },
      { marker: 'o', color: 'green', label: '1-h(x)^2' },
    ])
    isFormula(listing, 0, '1/cosh(x)^2')
    isFormula(listing, 1, '1-tanh(x)^2')
    expect(markersIn(listing).filter((count) => (count ?? 0) > 1)).toEqual([201, 201])
    expect(plot(listing.curves, listing.options)).toContain('<tspan')
  })

  it('a plot replaces the one before, unless it is held; a figure begins anew', () => {
    expect(drawn('x=0:0.1:1; plot(x,x); plot(x,x.^2)').curves).toHaveLength(1)
    expect(drawn('x=0:0.1:1; plot(x,x); hold on; plot(x,x.^2)').curves).toHaveLength(2)
    expect(drawn("x=0:0.1:1; title('a'); plot(x,x); figure; plot(x,x.^2)").options.title).toBe(undefined)
  })

  it('several curves in one plot, labels of axes, limits, scales', () => {
    const listing = drawn(
      "x = linspace(1,3,11); semilogy(x, exp(x), 'k--', x, x.^2, 'm^'); xlabel('time, s'); ylabel('it''s'); xlim([0 4]); ylim([1,100])".replace(
        '[0 4]',
        '[0,4]',
      ),
    )
    expect(listing.curves).toMatchObject([
      { color: 'black', dash: 'dashed' },
      { color: 'magenta', marker: '^' },
    ])
    expect(listing.options).toMatchObject({
      xLabel: 'time, s',
      yLabel: "it's",
      from: 0,
      to: 4,
      yFrom: 1,
      yTo: 100,
    })
    expect(listing.options.scale).toEqual({ y: 'log' })
    expect(listing.curves[0]?.points?.step).toBeCloseTo(0.2, 12)
  })

  it('a name that changes is what it was when it was drawn', () => {
    const listing = drawn('x=0:0.1:1; s = x; plot(x,s); hold on; s = s.^2; plot(x,s)')
    isFormula(listing, 0, 'x')
    isFormula(listing, 1, 'x^2')
  })

  it.each([
    ['a = 3; plot(a)', 'E806'],
    ['x = 0:0.1:1; t = 0:0.2:2; plot(x.*t)', 'E806'],
    ['a = 3; plot(a, a)', 'E806'],
    ['x = 0:0.1:1; t = 0:0.2:2; plot(x, t)', 'E806'],
    ['x = 0:0.1:1; plot(x, sin(x)', 'E102'],
  ])('%s is refused: %s', (text, code) => {
    expect(() => listingOf(text, 'matlab')).toThrow(expect.objectContaining({ code }))
  })

  it('without x, against the places in the row', () => {
    const { curves, options } = drawn("x = -2:0.5:2; y = x.^2; plot(y, 'o')")
    expect(curves).toMatchObject([{ marker: 'o', points: { from: 1, step: 1, to: 9 } }])
    isFormula({ curves, options }, 0, '(-2 + (n - 1)*0.5)^2')
    const python =
      'import numpy as np\nimport matplotlib.pyplot as plt\nx = np.linspace(0, 1, 5)\nplt.plot(x**2)'
    expect(drawn(python, 'python').curves).toMatchObject([{ points: { from: 0, step: 1, to: 4 } }])
    isFormula(drawn(python, 'python'), 0, '(n/4)^2')
  })

  it('every figure, and every part of one, is a picture', () => {
    const text = "x = 0:0.1:1; figure; plot(x, x); title('a'); figure; plot(x, x.^2, 'b*'); title('b')"
    expect(listingsOf(text, 'matlab').map(({ options }) => options.title)).toEqual(['a', 'b'])
    const parts = listingsOf(
      'x = 0:0.1:1; subplot(1,2,1); plot(x, x); subplot(1,2,2); plot(x, x.^2)',
      'matlab',
    )
    expect(parts.map(({ isPart }) => isPart)).toEqual([true, true])
    const python = `import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(0, 1, 5)
plt.figure()
plt.plot(x, x)
plt.show()
plt.plot(x, x**2)
plt.show()`
    expect(listingsOf(python, 'python').map(({ curves }) => curves.length)).toEqual([1, 1])
  })

  it('three figures of one script: a curve, it and its derivative, and two forms of that', () => {
    const text = `t=-10:0.1:10; % 201 points
g = tanh(t); figure; plot(t,g); title('tanh');
dg = 1./(cosh(t).^2); figure; plot(t,g,'b*'); hold on; plot(t,dg,'r+');
legend('tanh', 'derivative-tanh','location','best')
dg1 = 1-g.*g; figure; plot(t,dg,'r+'); hold on; plot(t,dg1, 'go');
legend('1/cosh^{2}(t)','1-g(t)^2','location','best'); title('derivative of tanh')`
    const all = listingsOf(text, 'matlab')
    expect(all.map((one) => markersIn(one).filter((count) => (count ?? 0) > 1))).toEqual([
      [],
      [201, 201],
      [201, 201],
    ])
    expect(all.map(({ options }) => options.title)).toEqual(['tanh', undefined, 'derivative of tanh'])
    isFormula(all[2] as Listing, 1, '1-tanh(t)^2')
  })

  it('what draws nothing is no picture', () => {
    expect(listingOf('1./(1+exp(-x))', 'matlab')).toBe(undefined)
    expect(listingOf('s = 2; t = s + 1;', 'matlab')).toBe(undefined)
  })
})

describe('matplotlib', () => {
  const PYTHON = `import numpy as np
import matplotlib.pyplot as plt

def f(x):
    return 1/(1+np.exp(-x))

x = np.linspace(-5, 5, 201)
plt.plot(x, f(x), 'b*', label='f')
plt.plot(x, f(x)*(1-f(x)), color='red', linestyle='--', label=r"$f'$")
plt.legend(loc='upper left')
plt.title("f and f'")
plt.xlabel('x')
plt.show()
`
  it('curves with their looks, labels, title', () => {
    const listing = drawn(PYTHON, 'python')
    expect(listing.curves).toMatchObject([
      { marker: '*', color: 'blue', label: 'f' },
      { color: 'red', dash: 'dashed', label: "f'" },
    ])
    expect(listing.options).toMatchObject({ legend: 'top-left', title: "f and f'", xLabel: 'x' })
    isFormula(listing, 1, "f(x) = 1/(1+e^-x); f'(x)")
    expect(markersIn(listing).filter((count) => (count ?? 0) > 1)).toEqual([201])
  })

  it('axes as objects', () => {
    const text =
      'x = np.arange(-5, 5, 0.05)\nfig, ax = plt.subplots()\nax.plot(x, np.tanh(x))\nax.set_title("tanh")'
    expect(drawn(text, 'python')).toMatchObject({ options: { title: 'tanh' }, curves: [{}] })
  })
})

describe('words', () => {
  it('arguments end at commas outside brackets and quotes', () => {
    expect(argumentsOf(`x, f(x, 2), 'a,b', [1,2], "it's", 'd''e'`)).toEqual([
      'x',
      'f(x, 2)',
      "'a,b'",
      '[1,2]',
      `"it's"`,
      "'d''e'",
    ])
    expect(argumentsOf('')).toEqual([])
  })

  it('texts', () => {
    expect(textOf("'it''s'")).toBe("it's")
    expect(textOf('r"$x^2$"')).toBe('x^2')
    expect(textOf('x')).toBe(undefined)
  })

  it('commands', () => {
    expect(commandIn('plt.plot(x, y)')).toEqual({ word: 'plot', args: ['x', 'y'] })
    expect(commandIn('hold on')).toEqual({ word: 'hold', args: ['on'] })
    expect(commandIn('figure')).toEqual({ word: 'figure', args: [] })
  })
})
