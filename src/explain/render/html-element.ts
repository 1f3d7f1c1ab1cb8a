/**
 * HTML as strings of a type of their own: `element` and `words` are the only ways from text to markup, so
 * nothing that comes from a formula or a name gets onto a page without being escaped.
 */

declare const markup: unique symbol

/** Well-formed markup. */
export type Markup = string & { readonly [markup]: true }

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Control characters and halves of characters are nothing that a page can hold. */
const escaped = (text: string): string =>
  text
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n])\p{Cc}/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string)

/** Text in which no character is markup. */
export const words = (text: string): Markup => escaped(text) as Markup

/** What another part of the project printed as markup. */
export const printed = (text: string): Markup => text as Markup

export const joined = (parts: readonly Markup[], between = ''): Markup => parts.join(between) as Markup

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Elements without content, which have no end either. */
const VOID: ReadonlySet<string> = new Set(['meta', 'col'])

/** An element; the values of its attributes are escaped, `true` is an attribute without a value. */
export function element(name: string, attributes: Attributes, ...content: readonly Markup[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === false) return ''
    return value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`
  })
  const start = `<${name}${written.join('')}>`
  return (VOID.has(name) ? start : `${start}${content.join('')}</${name}>`) as Markup
}
