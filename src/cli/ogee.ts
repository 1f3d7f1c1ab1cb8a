/** The command `ogee`: finds the command that is meant, and sees that it ends well. */
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import { nearestName } from '../syntax/suggest.ts'
import { readArguments } from './arguments.ts'
import { type Command, HELP } from './command.ts'
import { COMMANDS } from './commands.ts'
import { type Manner, mannerOf } from './looks.ts'
import { EXIT, exitOf, problemOf, report } from './problems.ts'
import { isTyped, STDOUT, write } from './streams.ts'

declare const OGEE_VERSION: string

/** Runs what the arguments ask for; the exit code. */
async function run(args: readonly string[], manner: Manner): Promise<number> {
  const [first = '', ...rest] = args
  if (first === '--version') return print(`${OGEE_VERSION}\n`)
  if (first === '--help' || first === '-h' || first === 'help') return help(rest[0], manner)
  const load = COMMANDS.get(first)
  if (load) return runCommand(await load(), rest, manner)
  refuseMisspelt(first, rest)
  if (args.length === 0 && isTyped()) return help(undefined, manner)
  const { explainCommand } = await import('./explain.ts')
  return runCommand(explainCommand, args, manner)
}

function print(text: string): number {
  write(STDOUT, text)
  return EXIT.ok
}

async function help(name: string | undefined, { color }: Manner): Promise<number> {
  const { commandHelp, generalHelp } = await import('./help.ts')
  const load = COMMANDS.get(name ?? '')
  return print(load ? commandHelp(await load(), color) : await generalHelp(color))
}

async function runCommand(
  command: Command,
  args: readonly string[],
  manner: Manner,
): Promise<number> {
  const given = readArguments(args, [...command.options, HELP])
  const waits = command.takes === 'FORMULA' && given.words.length === 0 && isTyped()
  return given.has('help') || waits ? help(command.name, manner) : command.run(given, manner)
}

/** A first word that is nearly a command is one, misspelt; so is any word before a formula. */
function refuseMisspelt(first: string, rest: readonly string[]): void {
  if (!/^[a-z]{3,}$/i.test(first)) return
  const near = nearestName(first, COMMANDS.keys())
  if (near === undefined && !rest.some((word) => !word.startsWith('--'))) return
  const hint =
    near === undefined
      ? `the commands are ${[...COMMANDS.keys()].join(', ')}`
      : `did you mean ${near}?`
  throw new OgeeError('E501', `there is no command ${quoted(first)}`, undefined, hint)
}

const args = process.argv.slice(2)
const manner = mannerOf(args)

/** The last resort: whatever happened is said in a sentence, never as a stack. */
function failed(thrown: unknown): number {
  const problem = problemOf(thrown)
  report(problem, manner)
  return exitOf(problem)
}

process.on('uncaughtException', (error) => process.exit(failed(error)))
process.exitCode = await run(args, manner).catch(failed)
