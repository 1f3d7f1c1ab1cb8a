import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

export default defineConfig({
  define: { OGEE_VERSION: JSON.stringify(version) },
  test: {
    include: ['test/**/*.test.ts'],
    // One process per file: a test that exhausts memory takes only its own file with it.
    pool: 'forks',
    maxWorkers: '100%',
    // A guard against hanging, not a measure of speed: those are in bench/.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: 0,
    reporters: ['default'],
    slowTestThreshold: 5_000,
  },
})
