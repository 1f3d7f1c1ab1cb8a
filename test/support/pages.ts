/** Articles as pages, each written once for the tests of a file. */
import { type Article, explain, render } from '../../src/index.ts'

/** An S-curve by name, with parameters, a growth curve, and what is not smooth or not defined everywhere. */
const FORMULAS = {
  sigmoid: 'sigmoid',
  parameters: 'L/(1+exp(-k*(t-m)))',
  tanh: 'tanh',
  gompertz: 'gompertz',
  piecewise: '{x^2 if x < 0 else 1 - e^-x}',
  tower: 'x^x',
} as const

export type PageName = keyof typeof FORMULAS
export const PAGES = Object.keys(FORMULAS) as PageName[]

const articles = new Map<PageName, Article>()

/** The article with every single step. */
export function articleOf(name: PageName): Article {
  const known = articles.get(name)
  if (known) return known
  const article = explain(FORMULAS[name], {
    detail: 'nested',
    budget: { milliseconds: 20_000 },
    ...(name === 'parameters' ? { variable: 't' } : {}),
  })
  articles.set(name, article)
  return article
}

const pages = new Map<PageName, string>()

export function pageOf(name: PageName): string {
  const page = pages.get(name) ?? render(articleOf(name), 'html')
  pages.set(name, page)
  return page
}
