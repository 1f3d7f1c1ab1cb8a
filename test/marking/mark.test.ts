import { describe, expect, test } from 'vitest'
import { mark } from '../../src/index.ts'
import type { Mark } from '../../src/marking/marking.ts'

const verdicts = (work: string | string[]): Mark['verdict'][] =>
  mark(work).lines.map((line) => line.mark.verdict)

describe('a line', () => {
  test('is held against the one before, and against the first', () => {
    const { lines } = mark(['d/dx(x^2*sin(x)) = 2*x*cos(x)', '= 2*cos(x)*x', '= 2*x*sin(x) + x^2*cos(x)'])
    expect(lines.map((line) => line.mark.verdict)).toEqual(['wrong', 'follows', 'follows'])
    expect(lines[2]?.mark).toHaveProperty('fromFirst', true)
  })

  test('a wrong one comes with a point, what agrees and a right line', () => {
    const [line] = mark('d/dx(x^2*sin(x)) = 2*x*sin(x) - x^2*cos(x)').lines
    expect(line?.mark).toMatchObject({ verdict: 'wrong', at: { x: expect.any(String) } })
    expect(line?.mark).toHaveProperty('agrees')
    expect(line?.mark).toHaveProperty('instead')
  })

  test('says by which rules it follows, and fills in the steps', () => {
    const [, line] = mark(['(x + 1)^2', 'x^2 + 2*x + 1']).lines
    expect(line?.mark).toMatchObject({ verdict: 'follows', by: ['square of a sum'] })
    expect(line?.mark).toHaveProperty('derivation.steps')
  })

  test('may hold on more points than the one before', () => {
    const [, line] = mark(['x/x + 1', '2']).lines
    expect(line?.mark).toMatchObject({ verdict: 'equivalent, but', but: 'wider domain' })
  })

  test('may lose solutions, or gain them', () => {
    expect(mark(['x^2 = 5*x', 'x = 5']).lines[1]?.mark).toMatchObject({
      but: 'lost solutions',
      at: [{ x: '0' }],
    })
    expect(mark(['sqrt(x) = x - 2', 'x = (x - 2)^2']).lines[1]?.mark).toMatchObject({
      but: 'gained solutions',
    })
  })

  test('that gained solutions is made good by a check', () => {
    expect(mark(['sqrt(x) = x - 2', 'x = (x - 2)^2', 'x = 4']).verdict).toBe('right')
    expect(mark(['sqrt(x) = x - 2', 'x = (x - 2)^2', 'x = 4 or x = 1']).verdict).toBe('wrong')
  })

  test('with alternatives may hold where one of them is undefined', () => {
    expect(mark(['x = -1 or log(x) = 2', '(x + 1)*(log(x) - 2) = 0']).lines[1]?.mark).toMatchObject({
      but: 'lost solutions',
      at: [{ x: '-1' }],
    })
  })

  test('that is not decided is unknown', () => {
    expect(verdicts(['sin(x) = x/7', 'x = 0'])).not.toContain('follows')
  })
})

describe('how lines are written', () => {
  test('words are kept, headings begin anew, LaTeX is read', () => {
    const text = '# One\nFirst we expand:\n(x+1)^2\n= x^2+2x+1\n\n# Two\n$\\frac{d}{dx} x^3 = 3x^2$'
    expect(verdicts(text)).toEqual([
      'comment',
      'comment',
      'start',
      'follows',
      'comment',
      'comment',
      'follows',
    ])
  })

  test('definitions above are known below', () => {
    expect(verdicts(['f(x) = x^3', "f'(x) = 3*x^2", "f''(x) = 6*x"])).toEqual(['start', 'follows', 'follows'])
    expect(verdicts(['y = x^3', 'dy/dx = 3*x^2'])).toEqual(['start', 'follows'])
  })

  test('a letter that a line gives a meaning has it below, also below its derivative', () => {
    for (const claim of ["s' = e^-x/(1+e^-x)^2", 'ds/dx = e^-x/(1+e^-x)^2']) {
      expect(verdicts(['s = 1/(1+e^-x)', claim, '= s - s^2'])).toEqual(['start', 'follows', 'follows'])
      expect(verdicts(['s = 1/(1+e^-x)', claim, '= s - s^3']).at(-1)).toBe('wrong')
      expect(verdicts(['s = 1/(1+e^-x)', claim, '= r - r^2']).at(-1)).toBe('unknown')
    }
  })

  test('what cannot be read is said, and the next line is still marked', () => {
    expect(verdicts(['(x+1)^2', '= x^2 + + )', '= x^2 + 2*x + 1'])).toEqual([
      'start',
      'unreadable',
      'follows',
    ])
  })
})

describe('what is taken for granted', () => {
  test('may be said in words, beside a line or given', () => {
    expect(mark(['sqrt(x^2)', 'x']).verdict).toBe('wrong')
    expect(mark(['sqrt(x^2)', 'x for x > 0']).verdict).toBe('right')
    expect(mark(['Assume x > 0', 'sqrt(x^2)', 'x']).verdict).toBe('right')
    expect(mark(['sqrt(x^2)', 'x'], { assuming: ['x > 0'] }).verdict).toBe('right')
    expect(() => mark('x', { assuming: ['x + 1'] })).toThrow('condition')
  })

  test('words about a derivative let the next line be one, and do not demand it', () => {
    expect(mark(['x^2', 'The derivative is', '2*x']).verdict).toBe('right')
    expect(mark(['x*x', 'The derivative comes later.', 'x^2']).verdict).toBe('right')
    expect(mark(['x^2', 'The derivative is', '3*x']).verdict).toBe('wrong')
  })
})

describe('a reason beside a line', () => {
  const line = "sigma'(x) = -(1+e^-x)^-2*(-e^-x)"
  const before = 'sigma(x) = (1+e^-x)^-1'

  test('that cannot be the reason is named', () => {
    const { verdict, lines } = mark([before, `${line}   (product rule)`])
    expect(verdict).toBe('wrong')
    expect(lines[1]?.mark.verdict).toBe('follows')
    expect(lines[1]?.wrongReason).toMatchObject({ said: 'product rule' })
    expect(lines[1]?.wrongReason?.acting).toContain('chain rule')
  })

  test.each([
    [before, `${line}   (chain rule)`],
    ['f(x) = x*e^x', "f'(x) = e^x + x*e^x by the product rule"],
    ['f(x) = x/e^x', "Product rule: f'(x) = e^-x - x*e^-x"],
    ['f(x) = sin(x)^2', "f'(x) = 2*sin(x)*cos(x) # product rule"],
  ])('%s, %s', (first, second) => {
    const { verdict, lines } = mark([first, second])
    expect(lines[1]?.wrongReason).toBeUndefined()
    expect(verdict).toBe('right')
  })
})

describe('bounded work', () => {
  test('nothing crashes, and the time allowed ends it', () => {
    const odd = [
      'x'.repeat(100_000),
      '\u0000\u0007',
      '((((',
      '='.repeat(50),
      '± ± ±',
      'x = ',
      '= 2',
      'd/dx',
      "f'''''''(x) = 1",
      '$$',
      'a = b = c = d',
      '1 = 2 = 3',
      '⇒',
    ]
    expect(mark(odd).lines).toHaveLength(odd.length)
    const many = Array.from({ length: 20_000 }, (_, i) => `= x + ${i}`)
    const late = mark(many, { budget: { milliseconds: 200 } })
    expect(late.lines).toHaveLength(many.length)
    expect(late.lines.at(-1)?.mark).toMatchObject({ verdict: 'unknown' })
  })

  test('the founding slip has its sign named', () => {
    expect(mark("sigmoid'(x) = sigmoid(x)*(sigmoid(x) - 1)").lines[0]?.mark).toHaveProperty(
      'mistake.name',
      'factor subtracted the wrong way round',
    )
  })
})

describe('letters', () => {
  test('stand for what a line before said', () => {
    expect(verdicts(['x^4 - 5*x^2 + 4 = 0', 'z = x^2', 'z^2 - 5*z + 4 = 0', 'z = 1 or z = 4'])).toEqual([
      'start',
      'start',
      'follows',
      'follows',
    ])
  })

  test('that nobody introduced leave a line open', () => {
    expect(verdicts(['sin(x) = 0', 'x = n*pi'])).toEqual(['start', 'unknown'])
  })

  test('are functions of x where their derivative is spoken of', () => {
    expect(verdicts(['x^2 + y^2 = 25', "2*x + 2*y*y' = 0", "y' = -x/y", "y' = x/y"])).toEqual([
      'start',
      'follows',
      'follows',
      'wrong',
    ])
  })
})

describe('systems', () => {
  test('have consequences, and pairs that solve them', () => {
    expect(verdicts(['x + y = 3 and x - y = 1', '2*x = 4', 'x = 2 and y = 1'])).toEqual([
      'start',
      'follows',
      'follows',
    ])
  })

  test('a pair that is no solution shows it', () => {
    const { lines } = mark(['x + y = 3 and x - y = 1', 'x = 1 and y = 2'])
    expect(lines[1]?.mark).toMatchObject({ verdict: 'wrong', at: { x: '2', y: '1' } })
  })
})

describe('what is said of a line', () => {
  test('two mistakes in different terms are both named', () => {
    const { lines } = mark('d/dx(sin(x^2) + x^5) = cos(x^2) + 5*x^5')
    expect(lines[0]?.mark).toMatchObject({
      mistake: { name: 'inner derivative dropped', also: { name: 'exponent not lowered' } },
    })
  })

  test('a false law alone is refused; with a line after it, it is an equation', () => {
    expect(mark('(a + b)^2 = a^2 + b^2').verdict).toBe('wrong')
    expect(mark(['(a + b)^2 = a^2 + b^2', '2*a*b = 0', 'a = 0 or b = 0']).verdict).toBe('right')
    expect(mark('(x + 1)^2 = x^2 + 1').verdict).toBe('unknown')
    expect(mark('x^2 = 2*x').verdict).toBe('right')
  })

  test('a rounded value is no mistake, and right where it says so', () => {
    expect(verdicts(['3*x = 1', 'x = 0.333'])).toEqual(['start', 'unknown'])
    expect(verdicts(['3*x = 1', 'x ≈ 0.333'])).toEqual(['start', 'follows'])
    expect(verdicts(['3*x = 1', 'x ≈ 0.34'])).toEqual(['start', 'wrong'])
  })

  test('setting a derivative to 0 is no claim', () => {
    expect(verdicts(['f(x) = x^3 - 3*x', "f'(x) = 3*x^2 - 3 = 0", 'x = 1 or x = -1'])).toEqual([
      'start',
      'follows',
      'follows',
    ])
  })
})
