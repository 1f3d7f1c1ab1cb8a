/**
 * `npm run suites -- [name …] [--all] [--unknown] [--wrong] [--json]` bundles the suites with the library as it
 * stands in src/ and runs them; what the options mean is in suites/main.ts.
 */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const bundle = fileURLToPath(new URL('../node_modules/.cache/ogee/suites.mjs', import.meta.url))

await build({
  entryPoints: [`${HERE}main.ts`],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
})
/** @type {{ main: (args: readonly string[], here: string) => Promise<void> }} */
const { main } = await import(pathToFileURL(bundle).href)
await main(process.argv.slice(2), HERE)
