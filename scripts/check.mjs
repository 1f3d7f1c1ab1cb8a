/**
 * All checks, one line each, stopping at the first that fails with what it said. The last line
 * counts the tests. `npm run check -- lint types` runs only the stages named.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mustRun, ROOT, tool } from './command.mjs'
import { smokeTest } from './smoke-test.mjs'
import { tools } from './tools.mjs'

const temporary = mkdtempSync(join(tmpdir(), 'ogee-check-'))
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))

process.env.NO_COLOR = '1'
delete process.env.FORCE_COLOR

const tests = { passed: 0, failed: 0, ran: false }

/**
 * Runs tests, adds their numbers to `tests` and returns what they printed.
 *
 * @param {string} name
 * @param {readonly string[]} args
 */
async function vitest(name, args) {
  const report = join(temporary, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  /** @type {unknown} */
  let failure
  const result = await mustRun(tool('vitest'), ['run', ...reporters, ...args]).catch((error) => {
    failure = error
  })
  if (existsSync(report)) {
    const counts = JSON.parse(readFileSync(report, 'utf8'))
    const broken = counts.testResults.filter(
      (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
    )
    tests.ran = true
    tests.passed += counts.numPassedTests
    // A file that cannot even be loaded counts as one failed test.
    tests.failed += counts.numFailedTests + broken.length
  }
  if (failure) {
    // As does whatever else makes the run fail, such as an error outside of all tests.
    if (tests.ran) tests.failed = Math.max(tests.failed, 1)
    throw failure
  }
  return result?.output ?? ''
}

/** The packed package, made once. */
const tarball = () => {
  const name = readdirSync(temporary).find((file) => file.endsWith('.tgz'))
  if (!name) throw new Error('the stage `pack` has not run')
  return join(temporary, name)
}

/** @type {Record<string, () => Promise<string | void>>} */
const stages = {
  // What the other stages need; named here because their own messages would be obscure.
  async files() {
    const needed = ['src/index.ts', 'src/core.ts', 'src/cli/ogee.ts', 'README.md']
    const missing = needed.filter((file) => !existsSync(join(ROOT, file)))
    if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`)
  },
  // Installs only where nobody is asked: in CI. `npm run tools` does so anywhere.
  async tools() {
    return tools({ mayInstall: process.env.CI === 'true' })
  },
  async lint() {
    await mustRun(tool('biome'), ['ci', '--error-on-warnings', '--colors=off', '.'])
  },
  async types() {
    await mustRun(tool('tsc'), ['--noEmit'])
    await mustRun(tool('tsc'), ['--project', 'test'])
    await mustRun(tool('tsc'), ['--project', 'web'])
  },
  async structure() {
    const output = await vitest('structure', ['test/repository'])
    return /^trusted core: .*$/m.exec(output)?.[0]
  },
  async unused() {
    await mustRun(tool('knip'), [])
  },
  async build() {
    await mustRun('node', ['scripts/build.mjs', '--strict'])
  },
  async tests() {
    await mustRun('node', ['scripts/doc-examples.mjs'])
    await vitest('tests', ['--exclude', 'test/repository/**'])
  },
  async size() {
    const { stdout } = await mustRun(tool('size-limit'), ['--json'])
    const kilobytes = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1)
    return JSON.parse(stdout)
      .map(
        (/** @type {any} */ { name, size, sizeLimit }) =>
          `${kilobytes(size)} kB of ${sizeLimit / 1000}, ${name}`,
      )
      .join('; ')
  },
  async pack() {
    await mustRun('npm', ['pack', '--ignore-scripts', '--pack-destination', temporary])
  },
  async publint() {
    await mustRun(tool('publint'), ['run', '--strict', tarball()])
  },
  async attw() {
    await mustRun(tool('attw'), ['--profile', 'esm-only', '--no-color', tarball()])
  },
  async smoke() {
    return smokeTest(tarball(), join(temporary, 'smoke'))
  },
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in stages))
if (unknown.length > 0) {
  console.error(`check: no stage ${unknown.join(', ')}; there are ${Object.keys(stages).join(', ')}`)
  process.exit(2)
}

const width = Math.max(...Object.keys(stages).map((name) => name.length))
const started = performance.now()
const seconds = (/** @type {number} */ since) =>
  `${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s`

for (const [name, stage] of Object.entries(stages)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const began = performance.now()
  try {
    const note = await stage()
    console.log(`✓ ${name.padEnd(width)} ${seconds(began)}${note ? `  ${note}` : ''}`)
  } catch (error) {
    console.log(`✗ ${name.padEnd(width)} ${seconds(began)}\n`)
    console.log(error instanceof Error ? error.message : error)
    process.exitCode = 1
    break
  }
}
console.log(`${process.exitCode ? '✗' : '✓'} ${'all'.padEnd(width)} ${seconds(started)}`)
if (tests.ran) console.log(`${tests.passed} passed, ${tests.failed} failed`)
