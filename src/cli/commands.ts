/** The commands by name; each is loaded when it is asked for. */
import type { Command } from './command.ts'

export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['explain', async () => (await import('./explain.ts')).explainCommand],
  ['derive', async () => (await import('./derive.ts')).deriveCommand],
  ['eval', async () => (await import('./eval.ts')).evalCommand],
  ['rule', async () => (await import('./rule.ts')).ruleCommand],
])
