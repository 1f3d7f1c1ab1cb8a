/**
 * `npm run bench -- derive` builds the package, installs the rivals if they are not there yet and
 * runs bench/derive.mjs; without a name it lists what there is.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { mustRun } from '../scripts/command.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const names = readdirSync(HERE)
  .filter((file) => file.endsWith('.mjs') && !['run.mjs', 'harness.mjs'].includes(file))
  .map((file) => file.slice(0, -'.mjs'.length))

const [name, ...rest] = process.argv.slice(2)
if (name === undefined || !names.includes(name)) {
  console.error(`${name === undefined ? 'bench: which' : `bench: no ${name}`}? ${names.join(', ')}`)
  process.exit(2)
}

if (!existsSync(join(HERE, 'node_modules'))) {
  console.error('bench: installing the libraries to compare with')
  await mustRun('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: HERE })
}
await mustRun('node', ['scripts/build.mjs', '--strict'])
process.argv = [...process.argv.slice(0, 2), ...rest]
await import(pathToFileURL(join(HERE, `${name}.mjs`)).href)
