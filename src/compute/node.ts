/** Parts of Node, asked for at run time: nothing of it is imported where browsers load the same files. */

interface Process {
  readonly getBuiltinModule?: (name: string) => unknown
}

/** Nothing outside Node, and before Node 20.16. */
export const builtIn = (name: string): unknown =>
  (globalThis as { readonly process?: Process }).process?.getBuiltinModule?.(name)
