/** The page as static files that any host can serve, from any folder. */
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { CONTENT } from '../src/explain/render/html-style.ts'
import { mathFont } from './math-font.ts'

const CONTENT_SHEET = 'virtual:content.css'

/** Formulas, chains, tables and pictures look as they do in an article, by the same table of rules. */
const contentStyle: Plugin = {
  name: 'content-style',
  resolveId: (id) => (id === CONTENT_SHEET ? id : undefined),
  load: (id) => (id === CONTENT_SHEET ? CONTENT : undefined),
}

export default defineConfig(
  async (): Promise<UserConfig> => ({
    base: './',
    resolve: {
      alias: [
        { find: 'math-font', replacement: await mathFont() },
        // The edition for Node reads a stream of Node.
        { find: /^csv-parse$/, replacement: fileURLToPath(new URL('src/worker/csv.ts', import.meta.url)) },
      ],
    },
    plugins: [
      contentStyle,
      // After the first visit the page works without a network.
      VitePWA({
        registerType: 'autoUpdate',
        injectRegister: 'script-defer',
        workbox: {
          globPatterns: ['**/*.{js,css,html,svg,woff2}'],
          inlineWorkboxRuntime: true,
          sourcemap: false,
        },
        manifest: {
          name: 'ogee',
          short_name: 'ogee',
          description: 'Derive, prove, plot, compute and fit formulas like the sigmoid',
          display: 'standalone',
          start_url: './',
          background_color: '#ffffff',
          theme_color: '#005f96',
          icons: [{ src: 'ogee.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
        },
      }),
    ],
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
  }),
)
