/** A command as a program of its own: arguments in, exit code out, and no other way to end. */
import { type Option, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { type Manner, mannerOf } from './looks.ts'
import { paint } from './paint.ts'
import { EXIT, exitOf, problemOf, report } from './problems.ts'
import { isTyped, STDOUT, write } from './streams.ts'

/** A command with the way to run it. */
export interface Main {
  readonly command: Command
  readonly run: (args: readonly string[]) => Promise<number>
}

/** Runs `work`; whatever goes wrong is said in a sentence, never as a stack. */
export async function guarded(
  args: readonly string[],
  work: (manner: Manner) => number | Promise<number>,
): Promise<number> {
  const manner = mannerOf(args)
  const failed = (thrown: unknown): number => {
    const problem = problemOf(thrown)
    report(problem, manner)
    return exitOf(problem)
  }
  process.on('uncaughtException', (error) => process.exit(failed(error)))
  try {
    return await work(manner)
  } catch (thrown) {
    return failed(thrown)
  }
}

/** The options of every command. */
const EVERYWHERE: readonly Option[] = [
  { name: 'quiet', summary: 'no notes and no progress; errors are still said' },
  { name: 'help', short: 'h', summary: 'show this' },
]

/** The command as a program. */
export function mainOf(plain: Command): Main {
  const command = { ...plain, options: [...plain.options, ...EVERYWHERE] }
  const run = async (args: readonly string[], manner: Manner): Promise<number> => {
    const given = readArguments(args, command.options)
    const isBare = given.words.length === 0 && command.needsNothing?.(given) !== true
    const waits = !command.takes.startsWith('[') && isBare && isTyped()
    if (!given.has('help') && !waits) return command.run(given, manner)
    const { commandHelp } = await import('./help.ts')
    return print(commandHelp(command, paint(manner.color)))
  }
  return { command, run: (args) => guarded(args, (manner) => run(args, manner)) }
}

/** Writes an answer that is not about a formula. */
export function print(text: string): number {
  write(STDOUT, text)
  return EXIT.ok
}
