/** The page as static files that any host can serve, from any folder. */
import { defineConfig, type Plugin } from 'vite'
import { CONTENT } from '../src/explain/render/html-style.ts'

const CONTENT_SHEET = 'virtual:content.css'

/** Formulas, chains, tables and pictures look as they do in an article, by the same table of rules. */
const contentStyle: Plugin = {
  name: 'content-style',
  resolveId: (id) => (id === CONTENT_SHEET ? id : undefined),
  load: (id) => (id === CONTENT_SHEET ? CONTENT : undefined),
}

export default defineConfig({
  base: './',
  plugins: [contentStyle],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    target: 'baseline-widely-available',
    outDir: '../dist/web',
    emptyOutDir: true,
    // The policy of the page allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
