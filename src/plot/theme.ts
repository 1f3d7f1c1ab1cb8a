/** Colours of the paper: one style that follows the screen and prints light, or one that is fixed. */

interface Theme {
  readonly paper: string
  readonly ink: string
  readonly axis: string
  readonly grid: string
}

const LIGHT: Theme = { paper: '#ffffff', ink: '#1d1d1f', axis: '#6e6e73', grid: '#e3e3e6' }
const DARK: Theme = { paper: '#16171a', ink: '#ececf0', axis: '#9a9aa2', grid: '#33343a' }
const PRINT: Theme = { paper: '#ffffff', ink: '#000000', axis: '#000000', grid: '#d9d9d9' }
const FIXED: Readonly<Record<'light' | 'dark' | 'print', Theme>> = { light: LIGHT, dark: DARK, print: PRINT }

const RULES: readonly (readonly [selector: string, property: string, name: keyof Theme])[] = [
  ['.paper', 'fill', 'paper'],
  ['text', 'fill', 'ink'],
  ['.axis', 'stroke', 'axis'],
  ['.grid', 'stroke', 'grid'],
  ['.ink', 'stroke', 'ink'],
  ['.hole', 'fill', 'paper'],
  ['.dot', 'fill', 'ink'],
]

/**
 * Rules for one picture only, so that a page may hold others of another theme. Light colours stand first and
 * without variables, so that viewers that know no screens show these.
 */
export function styleOf(theme: 'auto' | 'light' | 'dark' | 'print'): string {
  const own = `.ogee-plot-${theme}`
  const rules = (colors: Theme): string =>
    RULES.map(([selector, property, name]) => `${own} ${selector}{${property}:${colors[name]}}`).join('')
  if (theme !== 'auto') return rules(FIXED[theme])
  return `${rules(LIGHT)}@media (prefers-color-scheme:dark){${rules(DARK)}}@media print{${rules(PRINT)}}`
}
