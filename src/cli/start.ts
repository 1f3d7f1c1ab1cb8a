/** What happens if the first word is no command: questions about the program, and formulas. */
import { guarded, type Main, print } from './main.ts'
import { paint } from './paint.ts'
import { isTyped } from './streams.ts'

declare const OGEE_VERSION: string

/** The commands by name. */
export type Commands = ReadonlyMap<string, () => Promise<{ readonly main: Main }>>

/** Answers what is asked of the program itself; all else is a formula to explain. */
export const start = (args: readonly string[], commands: Commands): Promise<number> =>
  guarded(args, async ({ color }) => {
    const [first, second = ''] = args
    if (first === '--version') return print(`${OGEE_VERSION}\n`)
    const about = first === 'help' ? commands.get(second) : undefined
    if (about) return (await about()).main.run(['--help'])
    if (first === undefined && isTyped()) {
      const { firstHelp } = await import('./help.ts')
      return print(firstHelp([...commands.keys()], paint(color)))
    }
    if (['--help', '-h', 'help'].includes(first ?? '')) {
      const { generalHelp } = await import('./help.ts')
      const all = await Promise.all([...commands.values()].map((load) => load()))
      const listed = all.map(({ main }) => main.command)
      return print(generalHelp(listed, paint(color)))
    }
    const { refuseMisspelt } = await import('./misspelt-command.ts')
    refuseMisspelt(args, [...commands.keys()])
    return (await import('./explain.ts')).main.run(args)
  })
