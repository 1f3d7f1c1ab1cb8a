/**
 * Builds dist/: the library file by file with its types, the command line bundled with one
 * chunk per command, because loading 150 small modules costs half of Node's own start again, and the page.
 *
 * The new folder is complete before it takes the place of the old one. Until every entry file has
 * been written, what is there is built and what is missing is named; `--strict` makes that a failure.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, run, tool } from './command.mjs'

const strict = process.argv.includes('--strict')
const work = join(ROOT, '.build')
const next = join(work, 'dist')
const COMMAND_LINE = 'src/cli/ogee.ts'

/** @param {string} message */
const fail = async (message) => {
  await rm(work, { recursive: true, force: true })
  console.error(`build: ${message}`)
  process.exit(1)
}

/** One file with the licences of the packages whose code is bundled, as they ask for. */
const notices = (/** @type {Iterable<string>} */ inputs) => {
  const bundled = new Set()
  for (const input of inputs) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
    if (name) bundled.add(name)
  }
  return [...bundled].sort().map((name) => {
    const folder = join(ROOT, 'node_modules', name)
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file))
    if (!licence) throw new Error(`${name} is bundled but has no licence file`)
    return `${name} ${version}\n\n${readFileSync(join(folder, licence), 'utf8').trim()}\n`
  })
}

async function bundleCommandLine() {
  const { build } = await import('esbuild')
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [COMMAND_LINE],
    outdir: join(next, 'cli'),
    bundle: true,
    // asked for only where files of DuckDB are read, and pictures as PNG made
    external: ['@duckdb/node-api', '@resvg/resvg-js'],
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    define: { OGEE_VERSION: JSON.stringify(version) },
    metafile: true,
    logLevel: 'error',
  })
  const entry = join(next, 'cli/ogee.js')
  const code = readFileSync(entry, 'utf8').replace(/^#!.*\n/, '')
  writeFileSync(entry, `#!/usr/bin/env node\n${code}`)
  await chmod(entry, 0o755)
  const licences = notices(Object.keys(result.metafile.inputs))
  if (licences.length > 0) {
    const rule = `${'-'.repeat(72)}\n`
    writeFileSync(join(next, 'cli/third-party-licences.txt'), licences.join(rule))
  }
}

async function bundlePage() {
  const { build } = await import('vite')
  await build({
    root: join(ROOT, 'web'),
    logLevel: 'error',
    build: { outDir: join(next, 'web'), emptyOutDir: true },
  })
}

if (!existsSync(tool('tsc'))) await fail('TypeScript is not installed: run `npm ci`')
await rm(work, { recursive: true, force: true })
await mkdir(next, { recursive: true })

const missing = ['src/index.ts', 'src/core.ts', COMMAND_LINE].filter((file) => !existsSync(join(ROOT, file)))
for (const file of missing) console.error(`build: ${file} is missing`)
if (strict && missing.length > 0) await fail('not everything is there')

const types = await run(tool('tsc'), ['--project', 'tsconfig.build.json', '--outDir', next])
if (types.code !== 0) await fail(`the library does not compile\n${types.output}`)
if (!missing.includes(COMMAND_LINE)) {
  await bundleCommandLine().catch((error) => fail(`the command line\n${error.message}`))
}
await bundlePage().catch((error) => fail(`the page\n${error.message}`))

const dist = join(ROOT, 'dist')
await rm(dist, { recursive: true, force: true })
await rename(next, dist)
await rm(work, { recursive: true, force: true })
