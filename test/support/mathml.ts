/**
 * MathML, checked strictly: well-formed XML, elements of MathML Core with the children they must
 * have, and `intent` by its grammar (MathML 4, 5.1), its references to be found below.
 */

/** Elements of MathML Core that formulas need, with how many children they must have. */
const ELEMENTS: ReadonlyMap<string, number | 'text' | 'any'> = new Map<string, number | 'text' | 'any'>([
  ...['math', 'mrow', 'msqrt', 'mspace', 'mtable', 'mtr', 'mtd'].map((name) => [name, 'any'] as const),
  ...['mi', 'mn', 'mo', 'mtext'].map((name) => [name, 'text'] as const),
  ...['mfrac', 'msup', 'msub', 'mroot'].map((name) => [name, 2] as const),
])

export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  readonly text: string
}

const fail = (what: string, text: string): never => {
  throw new Error(`${what}: ${text.slice(0, 80)}`)
}

const ENTITY = '&#\\d+;|&(?:lt|gt|amp|quot|apos);'
const ATTRIBUTE = new RegExp(` ([A-Za-z-]+)="((?:[^"<&]|${ENTITY})*)"`, 'y')
const CONTENT = new RegExp(`(?:[^<>&]|${ENTITY})*`, 'y')

/** The one element that the text is; its own text is all that stands between its children. */
export function element(text: string): Element {
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text) ?? undefined
    if (found) at = pattern.lastIndex
    return found
  }
  const read = (): Element => {
    const name = take(/<([A-Za-z]+)/y)?.[1] ?? fail('an element is expected', text.slice(at))
    const attributes = new Map<string, string>()
    for (let one = take(ATTRIBUTE); one; one = take(ATTRIBUTE)) {
      if (attributes.has(one[1] as string)) fail('an attribute stands twice', one[0])
      attributes.set(one[1] as string, one[2] as string)
    }
    const children: Element[] = []
    if (take(/\/>/y)) return { name, attributes, children, text: '' }
    if (!take(/>/y)) fail('the tag does not end', text.slice(at))
    let content = take(CONTENT)?.[0] ?? ''
    while (text[at] === '<' && text[at + 1] !== '/') {
      children.push(read())
      content += take(CONTENT)?.[0] ?? ''
    }
    if (!take(new RegExp(`</${name}>`, 'y'))) fail(`${name} is not closed`, text.slice(at))
    return { name, attributes, children, text: content }
  }
  const root = read()
  return at === text.length ? root : fail('there is more than one element', text.slice(at))
}

const NAME = '[A-Za-z_][\\w.-]*'
const TERM = new RegExp(`(?:\\$${NAME}|-?\\d+(?:\\.\\d+)?|${NAME})(?::${NAME})*`, 'y')
const PROPERTIES = new RegExp(`^(?::${NAME})+$`)

/** The references of an intent; throws for what the grammar does not have. */
function references(intent: string): string[] {
  if (PROPERTIES.test(intent)) return []
  const found: string[] = []
  let at = 0
  const expression = (): void => {
    TERM.lastIndex = at
    const term = TERM.exec(intent)?.[0] ?? fail('no intent', intent)
    at = TERM.lastIndex
    if (term.startsWith('$')) found.push(term.slice(1).replace(/:.*/, ''))
    if (intent[at] !== '(') return
    do {
      at += 1
      expression()
    } while (intent[at] === ',')
    if (intent[at] !== ')') fail('the intent has no end', intent)
    at += 1
  }
  expression()
  return at === intent.length ? found : fail('the intent goes on', intent)
}

const argumentsBelow = (u: Element): Set<string> =>
  new Set(
    u.children.flatMap((child) => [
      ...(child.attributes.has('arg') ? [child.attributes.get('arg') as string] : []),
      // An intent of its own hides what it refers to.
      ...(child.attributes.has('intent') ? [] : argumentsBelow(child)),
    ]),
  )

/** Throws unless the element and everything in it is as MathML Core and the grammar of intent say. */
export function checkMathml(u: Element): void {
  const kind = ELEMENTS.get(u.name) ?? fail('no element of MathML', u.name)
  if (kind === 'text' ? u.children.length > 0 || u.text === '' : u.text !== '')
    fail('what stands there', u.name)
  if (typeof kind === 'number' && u.children.length !== kind) fail(`${kind} children are needed`, u.name)
  const intent = u.attributes.get('intent')
  if (intent !== undefined) {
    const known = argumentsBelow(u)
    for (const name of references(intent)) if (!known.has(name)) fail('nothing has this arg', name)
  }
  u.children.forEach(checkMathml)
}
