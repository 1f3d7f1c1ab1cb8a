/**
 * Programs that tests hold the project against and npm does not install: a C compiler, SymPy, a browser and LaTeX.
 * Without them these tests are skipped. `npm run tools` installs what is missing from Debian's
 * packages where that is allowed, and says what it could not do; it never fails.
 */
import { pathToFileURL } from 'node:url'
import { run } from './command.mjs'

/** Interpreters that may have SymPy: the first may be a person's own, the second is Debian's. */
export const PYTHONS = ['python3', '/usr/bin/python3']

/** Browsers that a page is looked at with: any of them. */
export const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome']
/** Says what a printed page has written on it. */
export const PDF_READER = 'pdftotext'

const TOOLS = [
  {
    name: 'gcc',
    packages: ['gcc', 'libc6-dev'],
    commands: [['gcc', '--version']],
    tests: 'that C compiles and computes the values',
  },
  {
    name: 'SymPy',
    packages: ['python3-sympy'],
    commands: PYTHONS.map((python) => [python, '-c', 'import sympy']),
    tests: 'that SymPy reads what is written for it',
  },
  {
    name: 'NumPy and SciPy',
    packages: ['python3-numpy', 'python3-scipy'],
    commands: PYTHONS.map((python) => [python, '-c', 'import numpy, scipy.special']),
    tests: 'that Python code computes the values',
  },
  {
    name: 'PyTorch',
    packages: ['python3-torch'],
    commands: PYTHONS.map((python) => [python, '-c', 'import torch']),
    tests: 'that PyTorch code computes the values and its own backward pass',
  },
  {
    name: 'GNU Octave',
    packages: ['octave'],
    commands: [['octave-cli', '--version']],
    tests: 'that MATLAB code computes the values',
  },
  {
    name: 'SQLite',
    packages: ['sqlite3'],
    commands: [['sqlite3', ':memory:', 'SELECT exp(1)']],
    tests: 'that SQL computes the values',
  },
  {
    name: 'Chromium',
    packages: ['chromium'],
    commands: BROWSERS.map((browser) => [browser, '--version']),
    tests: 'how pages look, and that everybody can use them',
  },
  {
    name: 'Poppler',
    packages: ['poppler-utils'],
    commands: [[PDF_READER, '-v']],
    tests: 'what a printed page has written on it',
  },
  {
    name: 'LaTeX',
    packages: ['texlive-latex-base', 'texlive-latex-recommended', 'texlive-pictures'],
    commands: [['kpsewhich', 'tikz.sty']],
    tests: 'that LaTeX compiles what is written for it',
  },
]

/**
 * Does the command run and succeed?
 *
 * @param {readonly string[]} command
 */
const succeeds = ([program = '', ...args]) =>
  run(program, args).then(
    ({ code }) => code === 0,
    () => false,
  )

/**
 * Does any of the commands succeed? They are tried one after the other.
 *
 * @param {readonly (readonly string[])[]} commands
 */
async function anySucceeds(commands) {
  for (const command of commands) if (await succeeds(command)) return true
  return false
}

async function missing() {
  const absent = []
  for (const tool of TOOLS) if (!(await anySucceeds(tool.commands))) absent.push(tool)
  return absent
}

/** What must stand before apt-get, if packages may be installed here at all. */
async function installer() {
  if (!(await succeeds(['apt-get', '--version']))) return undefined
  if (process.getuid?.() === 0) return []
  return (await succeeds(['sudo', '-n', 'true'])) ? ['sudo', '-n'] : undefined
}

/** An archive that does not answer is given up soon. */
const PATIENCE = [
  '-o',
  'Acquire::http::Timeout=20',
  '-o',
  'Acquire::https::Timeout=20',
  '-o',
  'Acquire::Retries=1',
]

/**
 * Installs packages.
 *
 * @param {readonly string[]} before
 * @param {readonly string[]} packages
 */
async function install(before, packages) {
  const apt = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...PATIENCE]
  await succeeds([...apt, 'update'])
  await succeeds([...apt, 'install', '--yes', '--no-install-recommends', ...packages])
}

/**
 * Which tools there are, in a sentence; with `mayInstall`, after installing what is missing.
 *
 * @param {{ mayInstall: boolean }} options
 */
export async function tools({ mayInstall }) {
  const before = await missing()
  const prefix = mayInstall && before.length > 0 ? await installer() : undefined
  if (prefix)
    await install(
      prefix,
      before.flatMap(({ packages }) => packages),
    )
  const left = prefix ? await missing() : before
  const installed = before.filter((tool) => !left.includes(tool)).map(({ name }) => name)
  return [
    ...(installed.length > 0 ? [`installed ${installed.join(', ')}`] : []),
    ...left.map(({ name, tests }) => `no ${name}: not tested ${tests}`),
    ...(before.length === 0 ? [`${TOOLS.map(({ name }) => name).join(', ')} are there`] : []),
    ...(left.length > 0 && prefix ? ['apt-get did not bring it'] : []),
    ...(left.length > 0 && mayInstall && !prefix ? ['packages cannot be installed here'] : []),
  ].join('; ')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await tools({ mayInstall: true }))
}
