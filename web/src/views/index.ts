/** The views: what their tabs say, and where they are loaded from when they are opened. */
import type { FunctionComponent } from 'preact'
import type { View } from '../state.ts'

interface Shown {
  readonly title: string
  readonly load: () => Promise<{ readonly default: FunctionComponent }>
}

export const SHOWN: Partial<Record<View, Shown>> = {
  derivation: { title: 'Derivation', load: () => import('./derivation.tsx') },
}
