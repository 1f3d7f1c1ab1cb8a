/**
 * The command `ogee`. Nothing is loaded here but the command that the first word names, because
 * every file that Node has to find and open delays the answer. The bundler gives commands what they
 * share file by file, so no command takes a function from index.ts or library.ts: these reach all files.
 */
import type { Main } from './main.ts'

/** All commands, in the order of the help. */
const COMMANDS: ReadonlyMap<string, () => Promise<{ readonly main: Main }>> = new Map([
  ['explain', () => import('./explain.ts')],
  ['derive', () => import('./derive.ts')],
  ['simplify', () => import('./simplify.ts')],
  ['compare', () => import('./compare.ts')],
  ['connect', () => import('./connect.ts')],
  ['solve', () => import('./solve.ts')],
  ['analyse', () => import('./analyse.ts')],
  ['judge', () => import('./judge.ts')],
  ['mark', () => import('./mark.ts')],
  ['plot', () => import('./plot.ts')],
  ['eval', () => import('./eval.ts')],
  ['compile', () => import('./compile.ts')],
  ['classify', () => import('./classify.ts')],
  ['fit', () => import('./fit.ts')],
  ['train', () => import('./train.ts')],
  ['flow', () => import('./flow.ts')],
  ['web', () => import('./web.ts')],
  ['rule', () => import('./rule.ts')],
])

const args = process.argv.slice(2)
const load = COMMANDS.get(args[0] ?? '')
process.exitCode = load
  ? await (await load()).main.run(args.slice(1))
  : await (await import('./start.ts')).start(args, COMMANDS)
