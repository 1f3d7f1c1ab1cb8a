/** Answers that need little load little: a command reaches only the folders that its answer is made in. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/command.mjs'
import { readModule, target } from '../../scripts/modules.mjs'

/** The files that are loaded with this one, not those that it may ask for later. */
function loadedWith(start: string): Set<string> {
  const seen = new Set<string>()
  const waiting = [start]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const { imports } = readModule(path, readFileSync(join(ROOT, path), 'utf8'))
    for (const { from, typeOnly, lazy } of imports) {
      const file = typeOnly || lazy || from === undefined ? undefined : target(path, from)
      if (file !== undefined) waiting.push(file)
    }
  }
  return seen
}

test.each([
  ['src/cli/problems.ts', /^src\/(?!cli|syntax|expression|functions)/],
  [
    'src/cli/derive.ts',
    /^src\/(?:plot\/index|analyse|decide|derive\/(?:connect|solve|in-terms-of)|explain\/sections)/,
  ],
  // that a value is 0 is for `decide` to prove
  [
    'src/cli/eval.ts',
    /^src\/(?:plot\/index|analyse|derive\/(?:connect|solve|in-terms-of)|explain\/sections)/,
  ],
])('%s loads nothing of %s', (file, heavy) => {
  const { imports } = readModule(file, readFileSync(join(ROOT, file), 'utf8'))
  expect(imports.length).toBeGreaterThan(0)
  expect([...loadedWith(file)].filter((path) => heavy.test(path))).toEqual([])
})
