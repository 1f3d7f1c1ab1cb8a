/** The built command line, run as a person or a script runs it. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../scripts/command.mjs'

const OGEE = join(ROOT, 'dist/cli/ogee.js')

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )

const isBuilt = (): boolean => existsSync(OGEE) && statSync(OGEE).mtimeMs >= newest('src')

/** Builds the package unless it is newer than its sources; test files that run at once take turns. */
export async function build(): Promise<void> {
  const lock = join(tmpdir(), `ogee-build-${createHash('sha1').update(ROOT).digest('hex')}`)
  for (let waited = 0; !isBuilt(); waited += 100) {
    try {
      mkdirSync(lock)
    } catch {
      if (waited > 50_000) rmSync(lock, { recursive: true, force: true })
      await new Promise((resolve) => setTimeout(resolve, 100))
      continue
    }
    try {
      const { status, stderr } = spawnSync('node', ['scripts/build.mjs'], {
        cwd: ROOT,
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(stderr)
    } finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
}

/** What the program was given beside its arguments. */
export interface Surroundings {
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
}

/** What it did. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly milliseconds: number
}

/** Whatever takes longer hangs. */
const PATIENCE = 10_000

/** Colours and locale as in a plain terminal, whatever the machine has. */
const NEUTRAL = {
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
  LC_ALL: undefined,
  LC_CTYPE: undefined,
  LANG: 'C.UTF-8',
  NODE_OPTIONS: undefined,
}

/** Runs `ogee`; a run that hangs is ended, and has no exit code. */
export function ogee(args: readonly string[], { input = '', env, cwd }: Surroundings = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, [OGEE, ...args], {
      cwd: cwd ?? ROOT,
      env: { ...process.env, ...NEUTRAL, ...env },
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    // A program may end before it has read everything.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr, milliseconds: performance.now() - began }))
  })
}
