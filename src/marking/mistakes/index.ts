/** Mistakes people make, the more particular before the more general: the first that explains a line is named. */
import type { Mistake } from '../mistake.ts'
import { algebra } from './algebra.ts'
import { differentiation } from './differentiation.ts'
import { equations } from './equations.ts'
import { functions } from './functions.ts'
import { lapses } from './lapses.ts'

export const NAMED: readonly Mistake[] = [...differentiation, ...equations, ...functions, ...algebra]
export const LAPSES: readonly Mistake[] = lapses
export const MISTAKES: readonly Mistake[] = [...NAMED, ...LAPSES]
