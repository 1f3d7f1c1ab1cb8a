/** A command that is not there: the one that was meant. */
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import { nearestName } from '../syntax/suggest.ts'

/**
 * A first word that is nearly a command is one, misspelt; so is any word before another but the name of a curve.
 *
 * @throws OgeeError `E501` for such a word.
 */
export function refuseMisspelt(args: readonly string[], commands: readonly string[]): void {
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
