/** The set-up lines of the README; run as a program it prints the one asked for, counted from 1. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './command.mjs'

/**
 * The commands of the first fenced block of shell lines that begins by installing: one line runs
 * the main job, the next runs the tests.
 *
 * @param {string} text
 */
export function setUpCommands(text) {
  for (const [, lines = ''] of text.matchAll(/^```(?:sh|bash|shell|console)\n(.*?)^```/gms)) {
    const commands = lines
      .split('\n')
      .map((line) =>
        line
          .replace(/^\$ /, '')
          .replace(/\s+#.*$/, '')
          .trim(),
      )
      .filter((line) => line !== '' && !line.startsWith('#'))
    if (commands[0]?.startsWith('npm ')) return commands
  }
  return []
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = join(ROOT, 'README.md')
  const command = existsSync(path)
    ? setUpCommands(readFileSync(path, 'utf8'))[Number(process.argv[2]) - 1]
    : undefined
  if (command === undefined) {
    console.error(`README.md has no set-up line ${process.argv[2]}`)
    process.exit(1)
  }
  console.log(command)
}
