/** What happens if the first word is no command: questions about the program, and formulas. */
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import { nearestName } from '../syntax/suggest.ts'
import { guarded, type Main, print } from './main.ts'
import { paint } from './paint.ts'
import { isTyped } from './streams.ts'

declare const OGEE_VERSION: string

/** The commands by name. */
export type Commands = ReadonlyMap<string, () => Promise<{ readonly main: Main }>>

/** Answers what is asked of the program itself; all else is for the `fallback`. */
export const starter =
  (fallback: Main) =>
  (args: readonly string[], commands: Commands): Promise<number> =>
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
      refuseMisspelt(args, [...commands.keys()])
      return fallback.run(args)
    })

/** A first word that is nearly a command is one, misspelt; so is any word before another but the name of a curve. */
function refuseMisspelt(args: readonly string[], commands: readonly string[]): void {
  const [first = '', ...rest] = args
  const late = rest.find((word) => commands.includes(word))
  if (first.startsWith('-') && late !== undefined) {
    const hint = `write ogee ${late} … and its options after it`
    throw new OgeeError('E501', 'the command comes first', undefined, hint)
  }
  if (!/^[a-z]{3,}$/i.test(first)) return
  const near = nearestName(first, commands)
  const curve = nearestName(first)
  if (near === undefined && (curve === first.toLowerCase() || rest.every((word) => word.startsWith('-'))))
    return
  const meant = near ?? curve
  const hint = meant === undefined ? `the commands are ${commands.join(', ')}` : `did you mean ${meant}?`
  throw new OgeeError('E501', `there is no command ${quoted(first)}`, undefined, hint)
}
