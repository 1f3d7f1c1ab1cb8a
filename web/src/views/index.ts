/** The views: what their tabs say, and where they are loaded from when they are opened. */
import type { FunctionComponent } from 'preact'
import type { View } from '../state.ts'

interface Shown {
  readonly title: string
  readonly load: () => Promise<{ readonly default: FunctionComponent }>
}

export const SHOWN: Partial<Record<View, Shown>> = {
  derivation: { title: 'Derivation', load: () => import('./derivation.tsx') },
  forms: { title: 'Another form', load: () => import('./forms.tsx') },
  marking: { title: 'Mark my steps', load: () => import('./marking.tsx') },
  picture: { title: 'Picture', load: () => import('./picture.tsx') },
  properties: { title: 'Properties', load: () => import('./properties.tsx') },
  numbers: { title: 'Numbers', load: () => import('./numbers.tsx') },
  code: { title: 'Code', load: () => import('./code.tsx') },
  article: { title: 'Article', load: () => import('./article.tsx') },
  learn: { title: 'Learn', load: () => import('./learn.tsx') },
  fit: { title: 'Fit', load: () => import('./fit.tsx') },
}
